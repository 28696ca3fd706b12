#include "diagnosis/doctor.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/savedprofile.h"
#include "cli/shelf.h"
#include "cli/verb.h"
#include "diagnosis/contacts.h"
#include "history/historystore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace faceid {

namespace {

int doctor(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    Shelf shelf(policy);
    Doctor::Patient patient{policy, HistoryStore::defaultPath(), shelf.settings->fileName(),
        shelf.profiles.profiles(), std::nullopt};
    if (parser.isSet(profileOption))
        patient.reached = savedProfile(shelf.profiles, parser.value(profileOption));
    Doctor doctor(patient, shelf.credentials);
    Diagnosis diagnosis;
    QObject::connect(&doctor, &Doctor::finished, &doctor, [&diagnosis](const Diagnosis &all) {
        diagnosis = all;
        QCoreApplication::quit();
    });
    doctor.start();
    QCoreApplication::exec();
    const ExitStatus status = isBad(diagnosis) ? ExitRefused : ExitDone;
    if (wantsJson(parser))
        return deliver(toJson(diagnosis), status);
    QStringList lines = toText(diagnosis).split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines)
        line = printable(line);
    return deliver(lines, status);
}

int contacts(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    const Shelf shelf(policy);
    QStringList lines;
    QJsonArray array;
    for (const Contact &contact : contactsOf(shelf.profiles.profiles())) {
        lines.append(QStringLiteral("%1  %2  %3")
                         .arg(contact.host, contact.profile.isEmpty() ? QStringLiteral("-") : contact.profile,
                             contact.purpose));
        array.append(QJsonObject{{QStringLiteral("host"), contact.host},
            {QStringLiteral("profile"), contact.profile}, {QStringLiteral("purpose"), contact.purpose}});
    }
    if (wantsJson(parser))
        return deliver(QJsonDocument(array), ExitDone);
    for (QString &line : lines)
        line = printable(line);
    return deliver(lines, ExitDone);
}

} // namespace

Verb doctorVerb()
{
    Verb verb{QStringLiteral("doctor"), QStringLiteral("[options]"),
        Cli::tr("Look at everything that this program needs, and say what to do."),
        Cli::tr(
            "Policy, keychain, TLS, proxy, clock, fonts, settings, history (read to its end) and a made-up token\n"
            "from a sandbox of its own. Nothing leaves this computer, unless --profile names a profile whose\n"
            "services are to be reached; nothing is issued there. The report holds nothing secret or personal.\n"
            "\n"
            "Exit status: 0 nothing bad was found, 1 something was, 64 the command line is wrong.\n"),
        {{profileOption, Cli::tr("Also test the way to this profile's services."), QStringLiteral("NAME")},
            jsonOption()},
        doctor};
    verb.worksWithoutPolicy = true;
    return verb;
}

Verb doctorContactsVerb()
{
    return {QStringLiteral("doctor contacts"), QStringLiteral("[--json]"),
        Cli::tr("List every host that this program may contact."),
        Cli::tr("From the saved profiles, their proxies and pages. Nobody else is ever contacted.\n"),
        {jsonOption()}, contacts};
}

} // namespace faceid
