#pragma once

#include "form/sentforms.h"
#include "history/historyrow.h"
#include "panes.h"

#include <QObject>

namespace faceid {

class HistoryStore;
struct Exchange;

/// Rows of the history as forms again: with what was sent then, and with the person and the photos where they
/// are still in memory. A form that repeats a row stays linked to it until it is issued, cleared or another
/// one.
class RowForms : public QObject
{
    Q_OBJECT

public:
    /// \a history must outlive this.
    RowForms(HistoryStore &history, const Panes &panes, QObject *parent);

    /// What was in the form for the row \a id.
    void remember(const QUuid &id, const FormValues &values) { m_sent.remember(id, values); }
    /// Opens the row \a id as a request of its own, with a new serial number.
    void open(const QUuid &id);
    /// Opens \a row to be issued again, linked to it. With its serial number, unless that has led to a token.
    void repeat(const HistoryRow &row);

Q_SIGNALS:
    void said(const QString &message);

private:
    void handleStored(const QUuid &id, const HistoryRow *row, const std::optional<Exchange> &exchange,
        const QString &error);
    void sayWhatIsMissing(const Exchange &exchange, bool isWhole);

    HistoryStore &m_history;
    const Panes m_panes;
    SentForms m_sent;
};

/// Whether a token may have been issued under the row's serial number without anybody having it.
bool mayHaveIssued(const HistoryRow &row);

} // namespace faceid
