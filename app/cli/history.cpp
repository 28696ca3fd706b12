#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/historyreport.h"
#include "cli/verb.h"

#include <QJsonArray>

namespace faceid {

namespace {

constexpr QLatin1String limitOption("limit");
constexpr QLatin1String showTokenOption("show-token");
constexpr QLatin1String noteOption("note");

int list(const QCommandLineParser &parser)
{
    noArguments(parser);
    const int limit = wholeNumber(parser, limitOption, 1, 50);
    const bool showToken = parser.isSet(showTokenOption);
    QList<HistoryRow> newest;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        store.list(limit, &store, [&newest, done](const QList<HistoryRow> &rows, const QString &why) {
            newest = rows;
            done(why);
        });
    });
    if (!error.isEmpty()) {
        note(Cli::tr("The history cannot be read: %1").arg(error));
        return ExitRefused;
    }
    if (!wantsJson(parser))
        return deliver(historyTable(newest, showToken), ExitDone);
    QJsonArray array;
    for (const HistoryRow &row : std::as_const(newest))
        array.append(toJson(row, showToken));
    return deliver(QJsonDocument(array), ExitDone);
}

/// The two positional arguments: an id and what is said of its row.
std::pair<QUuid, QString> idAndWord(const QCommandLineParser &parser, const QString &synopsis)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2)
        throw UsageError{Cli::tr("Give %1.").arg(synopsis)};
    const QUuid id(words.first());
    if (id.isNull())
        throw UsageError{
            Cli::tr("'%1' is no id. faceidctl history list --json shows them.").arg(words.first())};
    return {id, words.last()};
}

/// Writes \a remark and prints the row as it is then.
int remarkOn(const QCommandLineParser &parser, const QUuid &id, const Remark &remark)
{
    HistoryRow changed;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        QObject::connect(
            &store, &HistoryStore::changed, &store, [&changed](const HistoryRow &row) { changed = row; });
        store.remark(id, remark, &store, done);
    });
    if (!error.isEmpty()) {
        note(error);
        return ExitRefused;
    }
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(changed, false)), ExitDone)
                             : deliver(historyTable({changed}, false), ExitDone);
}

int resolve(const QCommandLineParser &parser)
{
    const auto [id, word] = idAndWord(parser, Cli::tr("the id of a row and what became of it"));
    const std::optional<Resolution> resolution = resolutionFromName(word == u"open" ? QString() : word);
    if (!resolution || word.isEmpty())
        throw UsageError{Cli::tr("'%1' is not issued, not-issued, gave-up or open.").arg(word)};
    return remarkOn(parser, id, ResolutionRemark{*resolution, parser.value(noteOption)});
}

int writeNote(const QCommandLineParser &parser)
{
    const auto [id, text] = idAndWord(parser, Cli::tr("the id of a row and the note, '' for none"));
    return remarkOn(parser, id, NoteRemark{text});
}

} // namespace

Verb historyListVerb()
{
    return {QStringLiteral("history list"), QStringLiteral("[options]"),
        Cli::tr("List what was sent and what became of it, newest first."),
        Cli::tr("Times are UTC. Names and ID numbers are kept masked only.\n"
                "\n"
                "Exit status: 0 listed, 1 the history cannot be read, 64 the command line is wrong.\n"),
        {{limitOption, Cli::tr("At most so many rows. Default: 50."), QStringLiteral("N")},
            {showTokenOption, Cli::tr("Print tokens in full instead of masked.")}, jsonOption()},
        list};
}

Verb historyResolveVerb()
{
    return {QStringLiteral("history resolve"),
        QStringLiteral("ID issued|not-issued|gave-up|open [--note TEXT]"),
        Cli::tr("Take down what became of a request whose outcome is unknown."),
        Cli::tr(
            "not-issued gives its serial number back; open takes the mark away again.\n"
            "\n"
            "Exit status: 0 saved, 1 there is no such row or its outcome is known, 64 the command line is wrong.\n"),
        {{noteOption, Cli::tr("How it was found out."), QStringLiteral("TEXT")}, jsonOption()}, resolve};
}

Verb historyNoteVerb()
{
    return {QStringLiteral("history note"), QStringLiteral("ID TEXT"), Cli::tr("Write a note on a row."),
        Cli::tr("It replaces the one before; an empty TEXT erases it.\n"
                "\n"
                "Exit status: 0 saved, 1 there is no such row, 64 the command line is wrong.\n"),
        {jsonOption()}, writeNote};
}

} // namespace faceid
