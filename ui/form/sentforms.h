#pragma once

#include "form/fieldeditor.h"

#include <QList>
#include <QUuid>

namespace faceid {

/// What was in the form when the last requests were sent, photos included, so that one of them can be opened
/// again without entering the person anew. In memory only, and no more than a few.
class SentForms
{
public:
    /// The form of the row \a id; the oldest ones are forgotten for it where there are too many.
    void remember(const QUuid &id, const FormValues &values);
    /// Nothing in it when it is not in memory.
    FormValues find(const QUuid &id) const;
    void forgetAll() { m_sent.clear(); }

private:
    struct Sent
    {
        QUuid id;
        FormValues values;
    };
    qint64 photoBytes() const;

    QList<Sent> m_sent; ///< oldest first
};

} // namespace faceid
