#pragma once

#include "history/purgewish.h"
#include "policy/policy.h"

#include <QObject>
#include <QTimer>

class QSettings;

namespace faceid {

class HistoryStore;

/// How long the history keeps what.
struct RetentionPolicy
{
    int personalDays = 30; ///< what is personal in a row
    int recordDays = 3 * 365; ///< the row: who, when, serial number, request_id, outcome

    /// What \a policy fixes counts, whatever the settings say.
    static RetentionPolicy load(const QSettings &settings, const Policy &policy);
    void save(QSettings &settings) const;
    /// What is due at \a now.
    PurgeWish due(const QDateTime &now) const;
};

/// Keeps to the policy in the settings: at start, as soon as the history is open, and once a day while the
/// program runs, in the background.
class Retention : public QObject
{
    Q_OBJECT

public:
    /// \a history and \a settings must outlive this.
    Retention(
        HistoryStore &history, const QSettings &settings, Policy policy = {}, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void done(const faceid::PurgeResult &result);

private:
    HistoryStore &m_history;
    const QSettings &m_settings;
    const Policy m_policy;
    QTimer m_clock;
    QDateTime m_nextRun; ///< UTC
};

} // namespace faceid
