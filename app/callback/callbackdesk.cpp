#include "callback/callbackdesk.h"

#include "history/historystore.h"

#include <QJsonDocument>

#include <algorithm>

namespace faceid {

int SeenCallback::securityLevel() const
{
    return row && row->securityLevel > 0 ? row->securityLevel : assumedSecurityLevel();
}

SeenCallback lookAt(const ReceivedCallback &callback, const Secret &secret)
{
    SeenCallback seen{callback, {}, {}, {}, {}};
    if (!callback.isForm) {
        seen.oddity = QStringLiteral("no form with the fields data and sign");
        return seen;
    }
    if (!secret.isEmpty())
        seen.check = checkCallback(secret.bytes(), callback.data, callback.sign);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(callback.data, &error);
    if (json.isObject())
        seen.report = readLivenessReport(getToken(), json.object(), seen.oddity);
    else
        seen.oddity = QStringLiteral("data is no JSON object: %1").arg(error.errorString());
    return seen;
}

CallbackDesk::CallbackDesk(HistoryStore *history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{ }

void CallbackDesk::setSecret(Secret secret)
{
    m_secret = std::move(secret);
}

void CallbackDesk::take(const ReceivedCallback &callback)
{
    const SeenCallback seen = lookAt(callback, m_secret);
    if (!m_history || !seen.report || seen.report->bizNo.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, seen] { finish(seen); }, Qt::QueuedConnection);
        return;
    }
    m_history->rowsOfBizNo(seen.report->bizNo, this,
        [this, seen](const QList<HistoryRow> &rows, const QString &) { handleRows(seen, rows); });
}

void CallbackDesk::handleRows(SeenCallback seen, const QList<HistoryRow> &rows)
{
    const auto row = std::find_if(rows.cbegin(), rows.cend(),
        [](const HistoryRow &candidate) { return candidate.endpointId == getToken().id; });
    if (row == rows.cend())
        return finish(std::move(seen));
    seen.row = *row;
    if (!seen.isGenuine())
        return finish(std::move(seen));
    const QJsonObject answer = QJsonDocument::fromJson(seen.callback.data).object();
    ResultNote note = resultNote(*seen.report, answer, seen.securityLevel(), seen.callback.at);
    note.calls = 0; // nobody asked
    m_history->remark(row->id, ResultRemark{note}, this, [this, seen](const QString &) { finish(seen); });
}

/// Whoever keeps it takes no place in the listener's queue.
void CallbackDesk::finish(SeenCallback seen)
{
    seen.callback.place.reset();
    Q_EMIT arrived(seen);
}

} // namespace faceid
