#include "requestcourse.h"

#include "client/imagefile.h"
#include "contract/refusal.h"
#include "delivery.h"
#include "form/draftkeeper.h"
#include "form/formstack.h"
#include "form/issuebar.h"
#include "form/originline.h"
#include "form/requestform.h"
#include "history/historyview.h"
#include "inspector/responseinspector.h"
#include "issueflow.h"
#include "outcome/outcomecard.h"
#include "rowforms.h"
#include "shell/environmentband.h"
#include "shell/presentation.h"

#include <algorithm>

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

/// Whether a request that ended so is in the history.
bool hasRow(Stop stop)
{
    switch (stop) {
    case Stop::Problems:
    case Stop::DuplicateBizNo:
    case Stop::HistoryUnavailable:
    case Stop::Address:
    case Stop::Policy:
        return false;
    case Stop::None:
    case Stop::NoSecret:
    case Stop::Cancelled:
    case Stop::ConnectTimeout:
    case Stop::IdleTimeout:
    case Stop::Deadline:
    case Stop::AnswerTooLarge:
    case Stop::Redirected:
    case Stop::Certificate:
    case Stop::Network:
        break;
    }
    return true;
}

bool isSame(const Parts &one, const Parts &other)
{
    return std::equal(
        one.cbegin(), one.cend(), other.cbegin(), other.cend(), [](const Part &a, const Part &b) {
            return a.name == b.name && a.value == b.value && a.fileName == b.fileName;
        });
}

} // namespace

RequestCourse::RequestCourse(TokenClient &client, const Panes &panes, Presentation &presentation,
    Delivery &delivery, DraftKeeper &drafts, RowForms &rowForms, QWidget *window)
    : QObject(window)
    , m_panes(panes)
    , m_presentation(presentation)
    , m_delivery(delivery)
    , m_drafts(drafts)
    , m_rowForms(rowForms)
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
    m_wanted = {request.parts, form->values()};
    const std::optional<HistoryRow> &origin = m_panes.origin->origin();
    if (!origin)
        return m_flow->issue(request);
    request.retryOf = origin->id;
    m_flow->repeat(
        request, mayHaveIssued(*origin) && uniqueText(form->spec(), request.parts) == origin->bizNo);
}

void RequestCourse::started(const TokenRequest &request)
{
    m_linked.reset();
    if (isSame(request.parts, m_wanted.parts)) { // else the last one goes once more
        m_sent = m_wanted.values;
        const std::optional<HistoryRow> &origin = m_panes.origin->origin();
        if (origin && origin->id == request.retryOf) {
            m_linked = origin;
            m_panes.origin->clear();
        }
    }
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
    m_rowForms.remember(exchange.id, m_sent);
    keepLink(exchange);
    m_panes.history->selectRow(exchange.id);
    if (holdsSerialNumber(exchange.outcome))
        m_panes.forms->renewUnique(request.parts);
    if (exchange.outcome == Outcome::Refused)
        showRefusal(exchange);
}

/// A further attempt that led to nothing leaves its serial number to the next one, which belongs to them.
void RequestCourse::keepLink(const Exchange &exchange)
{
    if (m_linked && !holdsSerialNumber(exchange.outcome))
        m_panes.origin->setOrigin(hasRow(exchange.stop) ? rowOf(exchange) : *m_linked);
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
    made.request = m_presentation.covers() ? redacted(form->spec(), form->parts()) : form->parts();
    QMap<QString, QString> paths;
    const FormValues values = form->values();
    for (auto it = values.photos.cbegin(); it != values.photos.cend() && !m_presentation.covers(); ++it) {
        if (*it && !(*it)->path.isEmpty())
            paths.insert(it.key(), (*it)->path);
    }
    const Profile profile = m_panes.band->profile();
    return {{form->spec(), m_presentation.shown(made).request, paths, profile.baseUrl(form->spec()),
                profile.signValiditySeconds},
        false};
}

void RequestCourse::forgetStored(const QUuid &id)
{
    if (!m_stored || m_stored->id != id)
        return;
    m_stored.reset();
    m_panes.inspector->clear();
    inspect();
}

void RequestCourse::inspect()
{
    if (m_stored)
        m_panes.inspector->showExchange(m_presentation.shown(*m_stored));
    if (m_stored || !m_last)
        return;
    const Parts &photos = m_flow->lastRequest().parts;
    m_panes.inspector->showExchange(
        m_presentation.shown(*m_last), m_presentation.covers() ? Parts() : photos);
}

} // namespace faceid
