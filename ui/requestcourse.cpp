#include "requestcourse.h"

#include "client/imagefile.h"
#include "contract/refusal.h"
#include "delivery.h"
#include "form/draftkeeper.h"
#include "form/formstack.h"
#include "form/issuebar.h"
#include "form/requestform.h"
#include "history/historyview.h"
#include "inspector/responseinspector.h"
#include "issueflow.h"
#include "outcome/outcomecard.h"
#include "shell/environmentband.h"
#include "shell/presentation.h"

namespace faceid {

namespace {

constexpr int defaultWaitSeconds = 5; // after a busy answer that does not say how long

/// Whether a row of this outcome keeps its serial number for good, so that the next request needs another.
bool holdsSerialNumber(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
    case Outcome::Unknown:
    case Outcome::ServerError:
    case Outcome::Pending:
        return true;
    case Outcome::NotSent:
    case Outcome::CutOff:
    case Outcome::Refused:
        break;
    }
    return false;
}

} // namespace

RequestCourse::RequestCourse(TokenClient &client, const Panes &panes, Presentation &presentation,
    Delivery &delivery, DraftKeeper &drafts, QWidget *window)
    : QObject(window)
    , m_panes(panes)
    , m_presentation(presentation)
    , m_delivery(delivery)
    , m_drafts(drafts)
    , m_flow(new IssueFlow(client, window))
{
    connect(panes.bar, &IssueBar::issue, this, &RequestCourse::issue);
    connect(panes.bar, &IssueBar::cancel, this, &RequestCourse::cancel);
    connect(
        panes.bar, &IssueBar::showFirstProblem, this, [this] { m_panes.forms->current()->readyToIssue(); });
    connect(panes.card, &OutcomeCard::issueAgain, m_flow, &IssueFlow::again);
    connect(m_flow, &IssueFlow::started, this, &RequestCourse::started);
    connect(m_flow, &IssueFlow::phaseChanged, panes.bar, &IssueBar::showPhase);
    connect(m_flow, &IssueFlow::progress, panes.bar, &IssueBar::showProgress);
    connect(m_flow, &IssueFlow::finished, this, &RequestCourse::finished);
    connect(&presentation, &Presentation::changed, this, &RequestCourse::inspect);
    panes.inspector->codePage()->setSource([this] { return codeSource(); });
    connect(panes.forms, &FormStack::changed, panes.inspector->codePage(), &CodePage::refresh);
    connect(panes.forms, &FormStack::chosen, panes.inspector->codePage(), &CodePage::refresh);
}

bool RequestCourse::isRunning() const
{
    return m_flow->isRunning();
}

void RequestCourse::cancel()
{
    m_flow->cancel();
}

void RequestCourse::endThen(std::function<void()> done)
{
    m_flow->endThen(std::move(done));
}

void RequestCourse::issue()
{
    RequestForm *form = m_panes.forms->current();
    if (m_flow->isRunning() || !m_panes.bar->canIssue() || form->isLoadingPhotos() || !form->readyToIssue())
        return;
    TokenRequest request;
    request.endpoint = &form->spec();
    request.parts = form->parts();
    request.profile = m_panes.band->profile();
    m_flow->issue(request);
}

void RequestCourse::started()
{
    m_last.reset();
    m_panes.forms->forgetRefusals();
    m_panes.bar->showRunning();
    m_panes.card->showRunning();
    m_panes.inspector->clear();
}

void RequestCourse::finished(const Exchange &exchange)
{
    const TokenRequest &request = m_flow->lastRequest();
    m_last = exchange;
    m_stored.reset();
    m_panes.bar->showIdle();
    const QUrl page = request.profile.pageAddress(*request.endpoint, exchange.reply.token);
    m_panes.card->showExchange(exchange, page);
    if (exchange.outcome == Outcome::Issued) {
        m_delivery.follow(handOverOf(exchange, page));
        m_drafts.forgetPersonal();
        Q_EMIT tokenIssued(exchange.reply.token);
    }
    inspect();
    m_panes.history->selectRow(exchange.id);
    if (holdsSerialNumber(exchange.outcome))
        m_panes.forms->renewUnique(request.parts);
    if (exchange.outcome == Outcome::Refused)
        showRefusal(exchange);
}

void RequestCourse::showRefusal(const Exchange &exchange)
{
    const EndpointSpec &spec = *m_flow->lastRequest().endpoint;
    const Refusal refusal = explainRefusal(spec, exchange.reply.httpStatus, exchange.reply.errorText);
    if (refusal.busy())
        m_panes.bar->waitFor(exchange.reply.retryAfterSeconds.value_or(defaultWaitSeconds));
    RequestForm *form = m_panes.forms->current();
    if (&spec == &form->spec())
        form->showRefusal(refusal.field,
            [refusal] { return QStringLiteral("%1: %2").arg(refusal.code, refusal.meaning()); });
}

void RequestCourse::inspectStored(const Exchange &exchange)
{
    m_stored = exchange;
    inspect();
}

/// The row of the history that is shown; without one, the form.
CodePage::Source RequestCourse::codeSource() const
{
    if (m_stored && m_stored->spec()) {
        QUrl base = m_stored->address;
        base.setPath({});
        return {{*m_stored->spec(), m_presentation.shown(*m_stored).request, {}, base}, true};
    }
    const RequestForm *form = m_panes.forms->current();
    Exchange made;
    made.endpointId = form->spec().id;
    made.request = m_presentation.isOn() ? redacted(form->spec(), form->parts()) : form->parts();
    QMap<QString, QString> paths;
    const FormValues values = form->values();
    for (auto it = values.photos.cbegin(); it != values.photos.cend() && !m_presentation.isOn(); ++it) {
        if (*it && !(*it)->path.isEmpty())
            paths.insert(it.key(), (*it)->path);
    }
    const Profile profile = m_panes.band->profile();
    return {{form->spec(), m_presentation.shown(made).request, paths, profile.baseUrl(form->spec()),
                profile.signValiditySeconds},
        false};
}

void RequestCourse::inspect()
{
    if (m_stored)
        m_panes.inspector->showExchange(m_presentation.shown(*m_stored));
    if (m_stored || !m_last)
        return;
    const Parts &photos = m_flow->lastRequest().parts;
    m_panes.inspector->showExchange(m_presentation.shown(*m_last), m_presentation.isOn() ? Parts() : photos);
}

} // namespace faceid
