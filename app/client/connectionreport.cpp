#include "client/connectionreport.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace faceid {

namespace {

QString clockSentence(qint64 skewMs)
{
    const QString text = skewMs > 0
        ? QCoreApplication::translate("ConnectionReport",
            "This computer's clock is %1 s ahead of the service's. Set it, or signs will be refused.")
        : QCoreApplication::translate("ConnectionReport",
            "This computer's clock is %1 s behind the service's. Set it, or signs will be refused.");
    return text.arg(qAbs(skewMs) / 1000);
}

} // namespace

std::optional<StepResult> ConnectionReport::failure() const
{
    const auto it = std::find_if(
        steps.cbegin(), steps.cend(), [](const StepResult &s) { return s.state == StepState::Failed; });
    return it == steps.cend() ? std::nullopt : std::optional(*it);
}

bool ConnectionReport::isGood() const
{
    return std::all_of(steps.cbegin(), steps.cend(), [](const StepResult &s) {
        const bool isKnown = s.state == StepState::Passed || s.state == StepState::NotNeeded;
        return isKnown || (s.step == ConnectionStep::Clock && s.state == StepState::NotKnown);
    });
}

QString stepName(ConnectionStep step)
{
    switch (step) {
    case ConnectionStep::Resolve:
        return QStringLiteral("resolve");
    case ConnectionStep::Proxy:
        return QStringLiteral("proxy");
    case ConnectionStep::Connect:
        return QStringLiteral("connect");
    case ConnectionStep::Tls:
        return QStringLiteral("tls");
    case ConnectionStep::Answer:
        return QStringLiteral("answer");
    case ConnectionStep::Clock:
        return QStringLiteral("clock");
    }
    return {};
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Passed:
        return QStringLiteral("passed");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::NotNeeded:
        return QStringLiteral("not-needed");
    case StepState::NotKnown:
        return QStringLiteral("not-known");
    }
    return {};
}

QString stepTitle(ConnectionStep step)
{
    switch (step) {
    case ConnectionStep::Resolve:
        return QCoreApplication::translate("ConnectionReport", "Find the host");
    case ConnectionStep::Proxy:
        return QCoreApplication::translate("ConnectionReport", "Pass the proxy");
    case ConnectionStep::Connect:
        return QCoreApplication::translate("ConnectionReport", "Connect");
    case ConnectionStep::Tls:
        return QCoreApplication::translate("ConnectionReport", "Check the certificate (TLS)");
    case ConnectionStep::Answer:
        return QCoreApplication::translate("ConnectionReport", "Get an answer");
    case ConnectionStep::Clock:
        return QCoreApplication::translate("ConnectionReport", "Compare the clocks");
    }
    return {};
}

QString failureSentence(ConnectionStep step, const ConnectionReport &report)
{
    switch (step) {
    case ConnectionStep::Resolve:
        return QCoreApplication::translate("ConnectionReport",
            "Nobody knows a host of the name %1. Check the address, and whether this computer is online.")
            .arg(report.address.host());
    case ConnectionStep::Proxy:
        return QCoreApplication::translate("ConnectionReport",
            "The proxy does not let this through. Check its host, port, user and password.");
    case ConnectionStep::Connect:
        return QCoreApplication::translate("ConnectionReport",
            "Nothing answers at %1. Check the address and its port, and whether a firewall or a proxy "
            "stands between.")
            .arg(report.address.authority());
    case ConnectionStep::Tls:
        return QCoreApplication::translate("ConnectionReport",
            "The certificate is not to be trusted, so nothing is ever sent there. For a private certificate "
            "authority, name its file.");
    case ConnectionStep::Answer:
        return QCoreApplication::translate(
            "ConnectionReport", "What answers there does not speak HTTP. Check the address and its port.");
    case ConnectionStep::Clock:
        return clockSentence(report.clockSkewMs.value_or(0));
    }
    return {};
}

QJsonArray toJson(const ConnectionReports &reports)
{
    QJsonArray result;
    for (const ConnectionReport &report : reports) {
        QJsonArray steps;
        for (const StepResult &step : report.steps) {
            steps.append(QJsonObject{{QStringLiteral("step"), stepName(step.step)},
                {QStringLiteral("state"), stateName(step.state)}, {QStringLiteral("detail"), step.detail},
                {QStringLiteral("milliseconds"), step.milliseconds}});
        }
        const auto failure = report.failure();
        result.append(QJsonObject{{QStringLiteral("address"), report.address.toString()},
            {QStringLiteral("good"), report.isGood()},
            {QStringLiteral("failed"), failure ? QJsonValue(stepName(failure->step)) : QJsonValue()},
            {QStringLiteral("clock_skew_ms"),
                report.clockSkewMs ? QJsonValue(*report.clockSkewMs) : QJsonValue()},
            {QStringLiteral("steps"), steps}});
    }
    return result;
}

} // namespace faceid
