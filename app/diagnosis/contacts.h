#pragma once

#include "credentials/profile.h"

#include <QList>

namespace faceid {

/// One host that the program may talk to.
struct Contact
{
    QString host; ///< with its port; or a few words, translated, where it is not known before
    QString profile; ///< whose it is; empty: of none
    QString purpose; ///< why and when, translated
};

/// Every host that the program may contact on its own or when it is asked to, each once for each profile and
/// purpose. What is not among them is never contacted.
QList<Contact> contactsOf(const QList<Profile> &profiles);

} // namespace faceid
