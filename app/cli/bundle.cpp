#include "export/bundle.h"
#include "export/outfile.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rowids.h"
#include "cli/verb.h"

#include <QFile>
#include <QJsonArray>

namespace faceid {

namespace {

QJsonArray toJson(const QList<Replacement> &replacements)
{
    QJsonArray array;
    for (const Replacement &one : replacements)
        array.append(QJsonObject{{QStringLiteral("pseudonym"), one.pseudonym},
            {QStringLiteral("kind"), one.kind}, {QStringLiteral("times"), one.times}});
    return array;
}

QStringList toLines(const QList<Replacement> &replacements)
{
    QStringList lines;
    for (const Replacement &one : replacements)
        lines.append(QStringLiteral("  %1  x %2").arg(printable(one.pseudonym)).arg(one.times));
    return lines;
}

int makeBundle(const QCommandLineParser &parser, const Policy &)
{
    const QList<QUuid> ids = idsFrom(parser);
    if (ids.size() > mostInBundle)
        throw UsageError{Cli::tr("A bundle takes %1 rows.").arg(mostInBundle)};
    const QString path = requiredValue(parser, outOption, Cli::tr("the file to write"));
    QString error;
    const QList<Exchange> exchanges = exchangesOf(ids, error);
    if (!error.isEmpty()) {
        note(error);
        return ExitRefused;
    }
    const Bundle bundle = supportBundle(exchanges, QDateTime::currentDateTimeUtc());
    OutFile file(path);
    if (!file.begin() || !writeBundle(file, bundle) || !file.commit()) {
        note(Cli::tr("%1 cannot be written: %2").arg(printable(path), file.errorString()));
        return ExitNoOutput;
    }
    writeDown(bundleDeed(exchanges));
    if (!wantsJson(parser)) {
        const QStringList lines =
            bundle.replacements.isEmpty() ? QStringList() : QStringList{Cli::tr("Replaced:")};
        return deliver(lines + toLines(bundle.replacements), ExitDone);
    }
    QJsonArray files;
    for (const ZipEntry &entry : bundle.files)
        files.append(entry.name);
    return deliver(QJsonDocument(QJsonObject{{QStringLiteral("files"), files},
                       {QStringLiteral("replacements"), toJson(bundle.replacements)}}),
        ExitDone);
}

int showBundle(const QCommandLineParser &parser, const Policy &)
{
    QFile file(onlyArgument(parser, Cli::tr("the bundle to read")));
    if (!file.open(QIODevice::ReadOnly)) {
        note(Cli::tr("%1 cannot be read: %2").arg(printable(file.fileName()), file.errorString()));
        return ExitRefused;
    }
    const Bundle bundle = readBundle(file);
    if (!bundle.error.isEmpty()) {
        note(bundle.error);
        return ExitRefused;
    }
    QStringList lines;
    QJsonArray files;
    for (const ZipEntry &entry : bundle.files) {
        const QString text = QString::fromUtf8(entry.content);
        files.append(QJsonObject{{QStringLiteral("name"), entry.name}, {QStringLiteral("text"), text}});
        lines.append(QStringLiteral("== ") + printable(entry.name));
        for (const QString &line : text.split(u'\n'))
            lines.append(printable(line));
    }
    return wantsJson(parser) ? deliver(QJsonDocument(QJsonObject{{QStringLiteral("files"), files},
                                           {QStringLiteral("replacements"), toJson(bundle.replacements)}}),
               ExitDone)
                             : deliver(lines, ExitDone);
}

} // namespace

Verb bundleVerb()
{
    return {QStringLiteral("bundle"), QStringLiteral("ID... --out FILE.zip [options]"),
        Cli::tr("Write rows of the history as a zip for support, without what is personal."),
        Cli::tr(
            "Parts of the request, answer, times, what the sign stated, versions of program, Qt, system and TLS.\n"
            "Names, ID numbers, user ids, tokens, values in addresses and cookies have pseudonyms, the same for the\n"
            "same value; photos are told by size and check sum. What was replaced goes to stdout. The audit trail\n"
            "notes it.\n"),
        {{outOption, Cli::tr("The file to write, which only you can read."), QStringLiteral("FILE")},
            jsonOption()},
        makeBundle, Feature::Export};
}

Verb bundleShowVerb()
{
    return {QStringLiteral("bundle show"), QStringLiteral("FILE.zip [options]"),
        Cli::tr("Print the files of a support bundle."),
        Cli::tr("Nothing is unpacked and nothing is kept. What stands in square brackets was replaced.\n"),
        {jsonOption()}, showBundle};
}

} // namespace faceid
