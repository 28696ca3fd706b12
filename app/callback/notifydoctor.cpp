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
    if (result.step == ConnectionStep::Resolve)
        text = QT_TRANSLATE_NOOP("Callback", "The name of the host cannot be found.");
    else if (result.step == ConnectionStep::Connect)
        text = QT_TRANSLATE_NOOP("Callback", "Nobody accepts a connection there.");
    else if (result.step == ConnectionStep::Tls)
        text = QT_TRANSLATE_NOOP("Callback", "The certificate is not one that the service will accept.");
    return {Weight::Bad, text, result.detail};
}

/// Nothing for steps that say nothing about the receiver.
std::optional<NotifyFinding> passed(const StepResult &result)
{
    if (result.step == ConnectionStep::Connect && isPrivateAddress(QHostAddress(result.detail)))
        return NotifyFinding{Weight::Bad,
            QT_TRANSLATE_NOOP(
                "Callback", "The name leads to a private address, where the service cannot go."),
            result.detail};
    if (result.step == ConnectionStep::Tls)
        return NotifyFinding{
            Weight::Good, QT_TRANSLATE_NOOP("Callback", "The certificate is good."), result.detail};
    if (result.step == ConnectionStep::Answer) {
        const QString detail = QStringLiteral("%1, %2 ms").arg(result.detail).arg(result.milliseconds);
        return result.milliseconds < slowMs
            ? NotifyFinding{Weight::Good, QT_TRANSLATE_NOOP("Callback", "It answers in good time."), detail}
            : NotifyFinding{
                Weight::Warning, QT_TRANSLATE_NOOP("Callback", "It takes long to answer."), detail};
    }
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
        else if (const auto finding = result.state == StepState::Passed ? passed(result) : std::nullopt)
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
    // Plain HTTP to another machine is not tried from here; what is no web address cannot be.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_findings); }, Qt::QueuedConnection);
}

void NotifyDoctor::handleReports(const ConnectionReports &reports)
{
    for (const ConnectionReport &report : reports)
        m_findings += findingsOf(report);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_findings); }, Qt::QueuedConnection);
}

} // namespace faceid
