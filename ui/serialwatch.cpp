#include "serialwatch.h"

#include "form/requestform.h"
#include "history/historystore.h"

#include <QLocale>

namespace faceid {

namespace {

constexpr int pauseMs = 150; // between two keys of somebody who types

bool sameNumber(const Exchange &one, const Exchange &other)
{
    return one.bizNo == other.bizNo && one.address == other.address;
}

} // namespace

SerialWatch::SerialWatch(HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SerialWatch::ask);
    connect(&history, &HistoryStore::changed, this, [this](const HistoryRow &row) {
        if (row.bizNo != m_wanted.bizNo)
            return;
        m_asked = {};
        m_pause.start();
    });
}

void SerialWatch::look(RequestForm *form, const Profile &profile, const QString &own)
{
    m_wanted = {};
    m_wanted.endpointId = form->spec().id;
    m_wanted.address = profile.address(form->spec());
    m_wanted.bizNo = uniqueText(form->spec(), form->parts());
    if (m_wanted.bizNo == own)
        m_wanted.bizNo.clear(); // nothing to be asked for
    if (m_form == form && sameNumber(m_wanted, m_asked))
        return;
    m_form = form;
    m_asked = {};
    form->doubtUnique(nullptr);
    m_pause.start();
}

void SerialWatch::ask()
{
    m_asked = m_wanted;
    if (m_asked.bizNo.isEmpty())
        return;
    m_history.serialHolder(
        m_asked, this, [this, asked = m_asked](const QList<HistoryRow> &holders, const QString &) {
            if (sameNumber(asked, m_wanted)) // an answer to what stands in the form
                answer(holders);
        });
}

/// A request under way is the form's own, or ends soon and is heard of then.
void SerialWatch::answer(const QList<HistoryRow> &holders)
{
    if (!holders.isEmpty() && holders.constFirst().id.isNull())
        return m_form->doubtUnique([] {
            return tr(
                "Used before, by a row that has been deleted. A second request with this number is not sent; "
                "take a new one.");
        });
    if (holders.isEmpty() || holders.constFirst().outcome == Outcome::Pending)
        return m_form->doubtUnique(nullptr);
    m_form->doubtUnique([holder = holders.constFirst()] {
        return tr("Used before: %1, %2. A second request with this number is not sent; take a new one.")
            .arg(QLocale().toString(holder.startedAt.toLocalTime(), QLocale::ShortFormat),
                outcomeTitle(holder.outcome));
    });
}

} // namespace faceid
