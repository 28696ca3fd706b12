#include "credentials/profilesecrets.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/profilereport.h"
#include "cli/savedprofile.h"
#include "cli/shelf.h"
#include "cli/stopsignal.h"
#include "cli/verb.h"
#include "client/connectiontest.h"

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String leaveSecretOption("leave-secret");

QString theProfile()
{
    return Cli::tr("the profile");
}

int listProfiles(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    const Shelf shelf(policy);
    const QList<Profile> profiles = shelf.profiles.profiles();
    if (!wantsJson(parser))
        return profiles.isEmpty() ? ExitDone : deliver(toLines(profiles), ExitDone);
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(toJson(profile));
    return deliver(QJsonDocument(array), ExitDone);
}

int showProfile(const QCommandLineParser &parser, const Policy &policy)
{
    Shelf shelf(policy);
    const Profile profile = savedProfile(shelf.profiles, onlyArgument(parser, theProfile()));
    const QString entry = profile.usesReadySign ? profile.signEntry() : profile.secretEntry();
    const CredentialResult secret = awaited([&](QObject *context, const CredentialStore::Callback &done) {
        shelf.credentials.examine(entry, context, done);
    });
    if (!wantsJson(parser))
        return deliver(toLines(profile, secret), ExitDone);
    QJsonObject object = toJson(profile);
    object.insert(QStringLiteral("secret"), toJson(secret));
    return deliver(QJsonDocument(object), ExitDone);
}

int removeProfile(const QCommandLineParser &parser, const Policy &policy)
{
    Shelf shelf(policy);
    const Profile profile = savedProfile(shelf.profiles, onlyArgument(parser, theProfile()));
    const CredentialResult result = awaited([&](QObject *context, const CredentialStore::Callback &done) {
        removeSecrets(shelf.credentials, profile, context, done);
    });
    const bool isKept = !isGone(result);
    if (isKept && !parser.isSet(leaveSecretOption)) {
        note(Cli::tr("The profile was not removed, because its secret could not be: %1")
                 .arg(describe(result)));
        note(Cli::tr("--leave-secret removes the profile alone."));
        return ExitRefused;
    }
    shelf.profiles.remove(profile.id);
    for (const QString &entry : profile.secretEntries())
        shelf.credentials.forgetPlace(entry);
    writeDown({Deed::Profile, profile.id, QStringLiteral("removed")});
    if (isKept)
        note(Cli::tr("The secret was left where it is: %1").arg(describe(result)));
    return ExitDone;
}

int testProfile(const QCommandLineParser &parser, const Policy &policy)
{
    Shelf shelf(policy);
    const Profile profile = savedProfile(shelf.profiles, onlyArgument(parser, theProfile()));
    const int seconds = wholeNumber(parser, timeoutOption, 1, 10);
    ConnectionTest test(profile, shelf.credentials);
    test.setPatience(std::chrono::seconds(seconds));
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, &test, &ConnectionTest::cancel);
    ConnectionReports reports;
    QObject::connect(&test, &ConnectionTest::finished, &test, [&reports](const ConnectionReports &found) {
        reports = found;
        QCoreApplication::quit();
    });
    test.start();
    QCoreApplication::exec();
    const bool isGood = reports.size() == ConnectionTest::addresses(profile).size()
        && std::all_of(
            reports.cbegin(), reports.cend(), [](const ConnectionReport &r) { return r.isGood(); });
    const ExitStatus status = isGood ? ExitDone : ExitRefused;
    if (wantsJson(parser))
        return deliver(QJsonDocument(toJson(reports)), status);
    return deliver(toLines(reports), status);
}

} // namespace

Verb profileListVerb()
{
    return {QStringLiteral("profile list"), QStringLiteral("[--json]"), Cli::tr("List the saved profiles."),
        Cli::tr("The built-in sandbox is not among them.\n"), {jsonOption()}, listProfiles};
}

Verb profileShowVerb()
{
    return {QStringLiteral("profile show"), QStringLiteral("NAME [--json]"),
        Cli::tr("Show a profile, and where its secret is."),
        Cli::tr(
            "Of the secret itself only a fingerprint is shown: the first 8 digits of its SHA-256, as the\n"
            "history has it.\n"),
        {jsonOption()}, showProfile};
}

Verb profileRemoveVerb()
{
    return {QStringLiteral("profile remove"), QStringLiteral("NAME [options]"),
        Cli::tr("Remove a profile and its secrets."),
        Cli::tr(
            "The secrets go first. When the keychain does not let them go, the profile stays, so that they\n"
            "can still be found.\n"
            "\n"
            "Exit status: 0 removed, 1 not removed.\n"),
        {{leaveSecretOption, Cli::tr("Remove the profile also when a secret stays in the keychain.")}},
        removeProfile};
}

Verb profileTestVerb()
{
    return {QStringLiteral("profile test"), QStringLiteral("NAME [options]"),
        Cli::tr("Test the way to a profile's services without issuing anything."),
        Cli::tr(
            "Each base address is asked for its headers (HEAD), without credentials. Steps: resolve, proxy,\n"
            "connect, tls, answer, clock.\n"
            "\n"
            "Exit status: 0 every step passed, 1 otherwise.\n"),
        {{timeoutOption, Cli::tr("Most seconds that a step may take. Default: 10."),
             QStringLiteral("SECONDS")},
            jsonOption()},
        testProfile};
}

} // namespace faceid
