#include "issueflow.h"

#include "shell/question.h"

#include <QApplication>
#include <QCheckBox>
#include <QMessageBox>

namespace faceid {

IssueFlow::IssueFlow(TokenClient &client, QWidget *window)
    : QObject(window)
    , m_client(client)
    , m_window(window)
{ }

bool IssueFlow::isRunning() const
{
    return m_job;
}

void IssueFlow::issue(const TokenRequest &request)
{
    // One request at a time: a double click or a second Enter finds the first one under way.
    if (m_job || m_question || isEcho())
        return;
    const bool quiet = request.profile.id == m_quietProfile && QDateTime::currentDateTimeUtc() < m_quietUntil;
    if (request.profile.environment == Environment::Production && !quiet)
        askProduction(request);
    else
        send(request);
}

bool IssueFlow::isEcho()
{
    const bool soon =
        m_sinceWish.isValid() && m_sinceWish.elapsed() < 2 * QApplication::doubleClickInterval();
    m_sinceWish.start();
    return soon || m_keys.isRepeating();
}

void IssueFlow::askProduction(const TokenRequest &request)
{
    ask(
        tr("Issue in production?"),
        tr("Profile “%1” is production: the token is real, and it may be charged.").arg(request.profile.name),
        tr("Issue"), [this, request] { send(request); },
        [this, id = request.profile.id] {
            m_quietProfile = id;
            m_quietUntil = QDateTime::currentDateTimeUtc().addSecs(quietMinutes * 60);
        });
}

void IssueFlow::again(const Exchange &exchange)
{
    if (m_job || m_question || !m_last.endpoint)
        return;
    TokenRequest request = m_last;
    request.retryOf = exchange.id;
    repeat(request, exchange.outcome == Outcome::Unknown || exchange.outcome == Outcome::ServerError);
}

void IssueFlow::repeat(const TokenRequest &request, bool mayHaveIssued)
{
    if (!mayHaveIssued)
        return issue(request);
    if (m_job || m_question || isEcho())
        return;
    ask(tr("Issue the same once more?"),
        tr("The first request may have been answered with a token that never arrived. Issuing again with the "
           "same serial number %1 can lead to a second token and a second charge.")
            .arg(uniqueText(*request.endpoint, request.parts)),
        tr("Issue again"), [this, request] { send(request); });
}

void IssueFlow::cancel()
{
    if (m_job)
        m_job->cancel();
}

void IssueFlow::endThen(std::function<void()> done)
{
    if (!m_job)
        return done();
    ask(tr("Quit while a request is under way?"),
        tr("The request is cancelled first. If it has already been sent, its outcome stays unknown: a token may "
           "have been issued."),
        tr("Cancel the request and quit"), [this, done = std::move(done)] {
            if (!m_job)
                return done();
            m_afterwards = done;
            m_job->cancel();
        });
}

void IssueFlow::send(const TokenRequest &request)
{
    if (m_job)
        return;
    m_last = request;
    m_job = m_client.send(request);
    connect(m_job, &TokenJob::phaseChanged, this, &IssueFlow::phaseChanged);
    connect(m_job, &TokenJob::progress, this, &IssueFlow::progress);
    connect(m_job, &TokenJob::finished, this, [this](const Exchange &exchange) {
        m_job = nullptr;
        m_sinceWish.start();
        Q_EMIT finished(exchange);
        if (m_afterwards)
            std::exchange(m_afterwards, nullptr)();
    });
    Q_EMIT started(request);
}

void IssueFlow::ask(const QString &title, const QString &text, const QString &agree,
    std::function<void()> accepted, const std::function<void()> &muted)
{
    QMessageBox *box = makeQuestion(
        m_window, title, text, agree, [accepted = std::move(accepted), muted](const QMessageBox &answered) {
            if (muted && answered.checkBox()->isChecked())
                muted();
            accepted();
        });
    if (muted)
        box->setCheckBox(new QCheckBox(tr("Do not ask again for %n minute(s)", nullptr, quietMinutes), box));
    m_question = box;
    box->open();
}

} // namespace faceid
