#pragma once

#include "callback/receivedcallback.h"
#include "contract/callbacksign.h"
#include "contract/livenessreport.h"
#include "credentials/secret.h"
#include "history/historyrow.h"

#include <QObject>

namespace faceid {

class HistoryStore;

/// A callback that was looked at.
struct SeenCallback
{
    ReceivedCallback callback;
    std::optional<CallbackCheck> check; ///< nothing: no secret to check with, or no form
    std::optional<LivenessReport> report;
    QString oddity; ///< why there is no report, untranslated
    std::optional<HistoryRow> row; ///< of its biz_no

    bool isGenuine() const { return check && check->matches; }
    int securityLevel() const; ///< that its scores are read against
};

/// Looks at \a callback, not at any history. An empty \a secret checks nothing.
SeenCallback lookAt(const ReceivedCallback &callback, const Secret &secret);

/// Where callbacks arrive: checked, read and tied to the row of their biz_no. The result that a genuine one
/// brings is kept with the row; one that anybody may have sent leaves nothing behind.
class CallbackDesk : public QObject
{
    Q_OBJECT

public:
    /// \a history must outlive the desk; null: no rows.
    explicit CallbackDesk(HistoryStore *history, QObject *parent = nullptr);

    void setSecret(Secret secret);
    void take(const ReceivedCallback &callback);

Q_SIGNALS:
    /// Once for each callback, queued; it waits no more.
    void arrived(const faceid::SeenCallback &seen);

private:
    void handleRows(SeenCallback seen, const QList<HistoryRow> &rows);
    void finish(SeenCallback seen);

    HistoryStore *m_history;
    Secret m_secret;
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::SeenCallback)
