#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace faceid {

/// Questions that the profile dialog asks. None blocks: the answer comes by the callback, and not at all when
/// the operator wants to stay as it is.

/// "Save", "Discard" or stay.
void askToSave(QWidget *parent, const QString &profileName, const std::function<void()> &save,
    const std::function<void()> &discard);
/// Whether the profile and its secrets shall go.
void askToRemove(QWidget *parent, const QString &profileName, const std::function<void()> &remove);
/// Whether the profile alone shall go, since its secret cannot be removed; \a why says what stands in the
/// way.
void askToLeaveSecret(
    QWidget *parent, const QString &profileName, const QString &why, const std::function<void()> &leave);

} // namespace faceid
