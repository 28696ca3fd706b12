#include "rowforms.h"

#include "form/formstack.h"
#include "form/originline.h"
#include "history/historystore.h"
#include "shell/environmentband.h"

namespace faceid {

namespace {

/// Whether a further attempt is made under the same serial number: not where the service has issued a token
/// under it, or is known to have.
bool keepsNumber(const HistoryRow &row)
{
    return row.outcome != Outcome::Issued && row.resolution != Resolution::Issued;
}

} // namespace

bool mayHaveIssued(const HistoryRow &row)
{
    return canBeResolved(row.outcome) && row.resolution != Resolution::NotIssued;
}

RowForms::RowForms(HistoryStore &history, const Panes &panes, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_panes(panes)
{
    // Who is erased from the file is erased from memory.
    connect(&history, &HistoryStore::purged, this, [this] { m_sent.forgetAll(); });
    connect(panes.band, &EnvironmentBand::profileChosen, panes.origin, &OriginLine::clear);
    connect(panes.forms, &FormStack::chosen, panes.origin, &OriginLine::clear);
    connect(panes.forms, &FormStack::cleared, panes.origin, &OriginLine::clear);
}

void RowForms::open(const QUuid &id)
{
    m_history.exchange(id, this, [this, id](const std::optional<Exchange> &exchange, const QString &error) {
        handleStored(id, nullptr, exchange, error);
    });
}

void RowForms::repeat(const HistoryRow &row)
{
    m_history.exchange(
        row.id, this, [this, row](const std::optional<Exchange> &exchange, const QString &error) {
            handleStored(row.id, &row, exchange, error);
        });
}

void RowForms::handleStored(
    const QUuid &id, const HistoryRow *row, const std::optional<Exchange> &exchange, const QString &error)
{
    if (!exchange)
        return void(Q_EMIT said(error.isEmpty() ? tr("That row is not in the history any more.") : error));
    // Another service knows nothing of the first attempt.
    if (row && !m_panes.band->choose(row->profileId))
        return void(Q_EMIT said(
            tr("The profile of that row, %1, is no longer there. Open the row as a new form instead.")
                .arg(row->profileName)));
    const FormValues remembered = m_sent.find(id);
    if (!m_panes.forms->fillFrom(*exchange, remembered, row && keepsNumber(*row)))
        return void(Q_EMIT said(tr("This version has no form for %1.").arg(exchange->endpointId)));
    if (row)
        m_panes.origin->setOrigin(*row);
    sayWhatIsMissing(*exchange, !remembered.texts.isEmpty());
}

void RowForms::sayWhatIsMissing(const Exchange &exchange, bool isWhole)
{
    if (isWhole)
        Q_EMIT said(tr("The form has what was sent then, with the person and the photos."));
    else if (exchange.request.isEmpty())
        Q_EMIT said(tr("What was sent then has been erased. Fill in the form anew."));
    else
        Q_EMIT said(tr("The form has what was sent then. Enter the person again and choose the photos."));
}

} // namespace faceid
