#pragma once

#include "history/purgewish.h"

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

    static RetentionPolicy load(const QSettings &settings);
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
    /// Both must outlive this.
    Retention(HistoryStore &history, const QSettings &settings, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void done(const faceid::PurgeResult &result);

private:
    HistoryStore &m_history;
    const QSettings &m_settings;
    QTimer m_clock;
    QDateTime m_nextRun; ///< UTC
};

} // namespace faceid
