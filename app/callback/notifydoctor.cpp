#include "callback/notifydoctor.h"

#include "client/connectiontest.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

using Weight = NotifyFinding::Weight;

constexpr qint64 slowMs = 3000; // no page says how long the service waits; this is what people notice

NotifyFinding failed(const StepResult &result)
{
    const char *text = QT_TRANSLATE_NOOP("Callback", "There is no answer from here.");
    const char *advice = QT_TRANSLATE_NOOP(
        "Callback", "Look into the receiver's log: it must answer HTTP, whatever it is asked.");
    if (result.step == ConnectionStep::Resolve) {
        text = QT_TRANSLATE_NOOP("Callback", "The name of the host cannot be found.");
        advice = QT_TRANSLATE_NOOP("Callback", "Check how it is spelled, and that it is in the public DNS.");
    } else if (result.step == ConnectionStep::Connect) {
        text = QT_TRANSLATE_NOOP("Callback", "Nobody accepts a connection there.");
        advice = QT_TRANSLATE_NOOP("Callback", "Start the receiver, and open its port in the firewall.");
    } else if (result.step == ConnectionStep::Tls) {
        text = QT_TRANSLATE_NOOP("Callback", "The certificate is not one that the service will accept.");
        advice = QT_TRANSLATE_NOOP("Callback",
            "Install a certificate of a public authority for this very name, with its whole chain.");
    }
    return {Weight::Bad, text, result.detail, advice};
}

/// How long the answer took.
NotifyFinding answered(const StepResult &result)
{
    const QString detail = QStringLiteral("%1, %2 ms").arg(result.detail).arg(result.milliseconds);
    if (result.milliseconds < slowMs)
        return {Weight::Good, QT_TRANSLATE_NOOP("Callback", "It answers in good time."), detail};
    return {Weight::Warning, QT_TRANSLATE_NOOP("Callback", "It takes long to answer."), detail,
        QT_TRANSLATE_NOOP(
            "Callback", "Answer first and work afterwards: keep the callback, say 200, then book it.")};
}

/// Nothing for steps that say nothing about the receiver. A \a host that is a number was looked at before.
std::optional<NotifyFinding> passed(const StepResult &result, const QString &host)
{
    const bool isName = QHostAddress(host).isNull();
    if (result.step == ConnectionStep::Connect && isName && isPrivateAddress(QHostAddress(result.detail)))
        return NotifyFinding{Weight::Bad,
            QT_TRANSLATE_NOOP(
                "Callback", "The name leads to a private address, where the service cannot go."),
            result.detail, publicNameAdvice};
    if (result.step == ConnectionStep::Tls)
        return NotifyFinding{
            Weight::Good, QT_TRANSLATE_NOOP("Callback", "The certificate is good."), result.detail};
    if (result.step == ConnectionStep::Answer)
        return answered(result);
    return std::nullopt;
}

} // namespace

QList<NotifyFinding> findingsOf(const ConnectionReport &report)
{
    QList<NotifyFinding> findings;
    for (const StepResult &result : report.steps) {
        if (result.step == ConnectionStep::Clock)
            continue;
        if (result.state == StepState::Failed)
            findings.append(failed(result));
        else if (result.state != StepState::Passed)
            continue;
        else if (const auto finding = passed(result, report.address.host()))
            findings.append(*finding);
    }
    return findings;
}

bool isBad(const QList<NotifyFinding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(),
        [](const NotifyFinding &finding) { return finding.weight == Weight::Bad; });
}

NotifyDoctor::NotifyDoctor(const QUrl &url, const QString &caFile, CredentialStore &store, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_findings(inspectNotifyUrl(url))
{
    Profile profile;
    for (const EndpointSpec *spec : endpoints())
        profile.baseUrls.insert(spec->id, url);
    profile.caFile = caFile;
    m_test = std::make_unique<ConnectionTest>(profile, store);
    connect(m_test.get(), &ConnectionTest::finished, this, &NotifyDoctor::handleReports);
}

NotifyDoctor::~NotifyDoctor() = default;

void NotifyDoctor::start()
{
    if (addressProblem(m_url).isEmpty())
        return m_test->start();
    if (m_url.scheme() == u"http" && !m_url.host().isEmpty())
        m_findings.append({Weight::Warning,
            QT_TRANSLATE_NOOP("Callback", "Plain HTTP to another machine is not tried from here."), {},
            QT_TRANSLATE_NOOP("Callback", "Try it from the receiver's own machine, or use HTTPS.")});
    finish();
}

void NotifyDoctor::cancel()
{
    if (!m_isFinished)
        m_test->cancel();
}

void NotifyDoctor::handleReports(const ConnectionReports &reports)
{
    for (const ConnectionReport &report : reports)
        m_findings += findingsOf(report);
    finish();
}

void NotifyDoctor::finish()
{
    m_isFinished = true;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_findings); }, Qt::QueuedConnection);
}

} // namespace faceid
