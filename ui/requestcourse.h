#pragma once

#include "client/tokenclient.h"
#include "form/fieldeditor.h"
#include "history/historyrow.h"
#include "inspector/codepage.h"
#include "panes.h"

#include <QObject>

#include <functional>
#include <optional>

namespace faceid {

class Delivery;
class DraftKeeper;
class IssueFlow;
class Presentation;
class RowForms;

/// The course of a request through the window: from the form to the client, and its exchange to the panes
/// that show what became of it.
class RequestCourse : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive the course; its questions stand on \a window.
    RequestCourse(TokenClient &client, const Panes &panes, Presentation &presentation, Delivery &delivery,
        DraftKeeper &drafts, RowForms &rowForms, QWidget *window);

    /// Issues what is in the form, if that can be done now.
    void issue();
    void cancel();
    /// Calls \a done when no request is under way, after a question if there is one.
    void endThen(std::function<void()> done);
    bool isRunning() const;
    /// Shows an exchange of the history in the inspector, as far as it may be seen, until the next request.
    void inspectStored(const Exchange &exchange);
    /// The row \a id of the history is gone, and is shown no more.
    void forgetStored(const QUuid &id);
    /// Whether there is a result to be seen.
    bool hasResult() const { return m_last.has_value(); }

    /// The token of that result; empty when it is none, or none was issued.
    QString token() const { return m_last ? m_last->reply.token : QString(); }

Q_SIGNALS:
    void tokenIssued(const QString &token);

private:
    void started(const TokenRequest &request);
    void keepLink(const Exchange &exchange);
    void finished(const Exchange &exchange);
    void showRefusal(const Exchange &exchange);
    CodePage::Source codeSource() const;
    void inspect(); ///< the stored or the last exchange, as far as it may be seen

    const Panes m_panes;
    Presentation &m_presentation;
    Delivery &m_delivery;
    DraftKeeper &m_drafts;
    RowForms &m_rowForms;
    IssueFlow *m_flow;
    struct Filled
    {
        Parts parts;
        FormValues values;
    };
    Filled m_wanted; ///< the form when the operator last wished to issue
    FormValues m_sent; ///< that of the last request sent
    std::optional<HistoryRow> m_linked; ///< the row that the last request repeats, as the form said
    std::optional<Exchange> m_last;
    std::optional<Exchange> m_stored; ///< of the history, and looked at since the last one
};

} // namespace faceid
