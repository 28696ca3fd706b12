#include "cli/profilereport.h"

#include "cli/console.h"
#include "credentials/profilefields.h"

namespace faceid {

namespace {

QString entryRow(const QString &name, const QString &value)
{
    return labelled(name, value, 14);
}

QString proxyText(const Profile &profile)
{
    if (profile.proxyMode != ProxyMode::Manual)
        return proxyModeName(profile.proxyMode);
    const QString user = profile.proxyUser.isEmpty() ? QString() : profile.proxyUser + u'@';
    return QStringLiteral("%1%2:%3").arg(user, profile.proxyHost).arg(profile.proxyPort);
}

QString fingerprint(const CredentialResult &secret)
{
    return secret.ok() ? QString::fromLatin1(secret.secret.fingerprint()) : QString();
}

} // namespace

QJsonObject toJson(const Profile &profile)
{
    QJsonObject addresses;
    for (const EndpointSpec *spec : endpoints())
        addresses.insert(spec->id, profile.baseUrl(*spec).toString());
    return {
        {QStringLiteral("id"), profile.id},
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("environment"), environmentName(profile.environment)},
        {QStringLiteral("addresses"), addresses},
        {QStringLiteral("api_key"), profile.apiKey},
        {QStringLiteral("other_api_key"), profile.spareApiKey},
        {QStringLiteral("ready_sign"), profile.usesReadySign},
        {QStringLiteral("sign_validity_seconds"), profile.signValiditySeconds},
        {QStringLiteral("single_use_sign"), profile.singleUseSign},
        {QStringLiteral("proxy"), proxyText(profile)},
        {QStringLiteral("ca_file"), profile.caFile},
        {QStringLiteral("page_pattern"), profile.pagePattern},
    };
}

QJsonObject toJson(const CredentialResult &secret)
{
    return {
        {QStringLiteral("state"), credentialStateName(secret.state)},
        {QStringLiteral("sentence"), describe(secret)},
        {QStringLiteral("keychain"), secret.place.keychain},
        {QStringLiteral("collection"), secret.place.collection},
        {QStringLiteral("fingerprint"), fingerprint(secret)},
        {QStringLiteral("detail"), secret.detail},
    };
}

QStringList toLines(const Profile &profile, const CredentialResult &secret)
{
    QStringList lines{entryRow(QStringLiteral("name"), profile.name),
        entryRow(QStringLiteral("environment"), environmentName(profile.environment))};
    for (const EndpointSpec *spec : endpoints())
        lines.append(entryRow(spec->id, profile.baseUrl(*spec).toString()));
    lines.append(entryRow(QStringLiteral("api_key"), profile.apiKey));
    const QString print = fingerprint(secret);
    lines.append(entryRow(profile.usesReadySign ? QStringLiteral("sign") : QStringLiteral("api_secret"),
        print.isEmpty() ? describe(secret) : Cli::tr("%1 Fingerprint %2.").arg(describe(secret), print)));
    if (!profile.spareApiKey.isEmpty())
        lines.append(entryRow(QStringLiteral("other api_key"), profile.spareApiKey));
    lines.append(entryRow(QStringLiteral("sign"),
        profile.singleUseSign ? Cli::tr("for a single use")
                              : Cli::tr("good for %1 s").arg(profile.signValiditySeconds)));
    lines.append(entryRow(QStringLiteral("proxy"), proxyText(profile)));
    if (!profile.caFile.isEmpty())
        lines.append(entryRow(QStringLiteral("CA file"), profile.caFile));
    if (!profile.pagePattern.isEmpty())
        lines.append(entryRow(QStringLiteral("page"), profile.pagePattern));
    return lines;
}

QStringList toLines(const QList<Profile> &profiles)
{
    QStringList lines;
    for (const Profile &profile : profiles)
        lines.append(QStringLiteral("%1  %2  %3")
                         .arg(environmentName(profile.environment), -10)
                         .arg(printable(profile.name), -24)
                         .arg(printable(profile.apiKey)));
    return lines;
}

QStringList toLines(const ConnectionReports &reports)
{
    QStringList lines;
    for (const ConnectionReport &report : reports) {
        lines.append(report.address.toString());
        for (const StepResult &step : report.steps) {
            if (step.state == StepState::NotNeeded)
                continue;
            const QString line = QStringLiteral("%1  %2  %3")
                                     .arg(stepName(step.step), -8)
                                     .arg(stateName(step.state), -9)
                                     .arg(printable(step.detail));
            lines.append(QStringLiteral("  ") + line.trimmed());
        }
        if (const auto failure = report.failure())
            lines.append(QStringLiteral("  ") + failureSentence(failure->step, report));
    }
    return lines;
}

} // namespace faceid
