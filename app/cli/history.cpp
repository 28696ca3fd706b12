#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/historyreport.h"
#include "cli/options.h"
#include "cli/personinput.h"
#include "cli/rowids.h"
#include "cli/rowoptions.h"
#include "cli/verb.h"
#include "history/historyreader.h"
#include "policy/policy.h"

#include <QJsonArray>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String limitOption("limit");
constexpr QLatin1String showTokenOption("show-token");
constexpr QLatin1String noteOption("note");

QCommandLineOption showTokenChoice()
{
    return {showTokenOption, Cli::tr("Print tokens in full instead of masked; noted in the audit trail.")};
}

QList<QCommandLineOption> listOptions()
{
    return QList<QCommandLineOption>{
               {limitOption, Cli::tr("At most so many rows. Default: 50."), QStringLiteral("N")}}
    + rowOptions() + QList<QCommandLineOption>{showTokenChoice(), jsonOption()};
}

/// Tokens that leave by the terminal in full go into the audit trail, as one that is copied does.
void noteReveal(const QString &subject, qsizetype tokens)
{
    if (tokens > 0)
        writeDown({Deed::Reveal, subject, QStringLiteral("%1 tokens, faceidctl").arg(tokens)});
}

/// Whether tokens are wanted in full. Throws Forbidden where the administrator has them masked.
bool wantsTokens(const QCommandLineParser &parser, const Policy &policy)
{
    if (parser.isSet(showTokenOption) && policy.forcesMasking)
        throw Forbidden{
            Cli::tr("Your administrator has tokens masked, so --%1 is not to be had.").arg(showTokenOption)};
    return parser.isSet(showTokenOption);
}

/// Prints the first rows of the answer.
int printRows(const QCommandLineParser &parser, const HistoryQuery &query, const Policy &policy)
{
    const int limit = wholeNumber(parser, limitOption, 1, 50);
    const bool showToken = wantsTokens(parser, policy);
    QList<HistoryRow> rows;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        // Answered when the file is open and has its tables.
        store.list(0, &store, [&, done](const QList<HistoryRow> &, const QString &why) {
            HistoryReader reader(store.path());
            if (why.isEmpty())
                reader.open();
            if (why.isEmpty() && reader.error().isEmpty())
                rows = reader.firstRows(query, limit, [] { return false; });
            done(why.isEmpty() ? reader.error() : why);
        });
    });
    if (!error.isEmpty()) {
        note(Cli::tr("The history cannot be read: %1").arg(error));
        return ExitRefused;
    }
    if (showToken)
        noteReveal({}, std::count_if(rows.cbegin(), rows.cend(), [](const HistoryRow &row) {
            return !row.token.isEmpty();
        }));
    if (!wantsJson(parser))
        return deliver(historyTable(rows, showToken), ExitDone);
    QJsonArray array;
    for (const HistoryRow &row : std::as_const(rows))
        array.append(toJson(row, showToken));
    return deliver(QJsonDocument(array), ExitDone);
}

int listRows(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    return printRows(parser, queryFrom(parser), policy);
}

int searchRows(const QCommandLineParser &parser, const Policy &policy)
{
    const QStringList words = parser.positionalArguments();
    const bool isForPerson = parser.isSet(personOption);
    if (words.size() > 1 || words.value(0).isEmpty() != (isForPerson && words.isEmpty()))
        throw UsageError{Cli::tr("Give %1.").arg(Cli::tr("the text to look for, or --person"))};
    HistoryQuery query = queryFrom(parser);
    query.text = words.value(0);
    if (isForPerson)
        query.person = personFromInput(policy);
    const int status = printRows(parser, query, policy);
    const bool isKeyMissing = query.person && query.person->name.isEmpty();
    return status == ExitDone && isKeyMissing ? ExitRefused : status; // it was said why
}

int showRow(const QCommandLineParser &parser, const Policy &policy)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        throw UsageError{Cli::tr("Give %1.").arg(Cli::tr("the id of a row"))};
    const QUuid id = idFrom(words.constFirst());
    std::optional<Exchange> found;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        store.exchange(id, &store, [&, done](const std::optional<Exchange> &exchange, const QString &why) {
            found = exchange;
            done(why);
        });
    });
    if (!error.isEmpty() || !found) {
        note(error.isEmpty() ? Cli::tr("The history has no such row.") : error);
        return ExitRefused;
    }
    const bool showToken = wantsTokens(parser, policy);
    if (showToken)
        noteReveal(id.toString(QUuid::WithoutBraces), found->reply.token.isEmpty() ? 0 : 1);
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(*found, showToken)), ExitDone)
                             : deliver(toLines(*found, showToken), ExitDone);
}

/// The two positional arguments: an id and what is said of its row.
std::pair<QUuid, QString> idAndWord(const QCommandLineParser &parser, const QString &synopsis)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2)
        throw UsageError{Cli::tr("Give %1.").arg(synopsis)};
    return {idFrom(words.constFirst()), words.constLast()};
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

int resolveRow(const QCommandLineParser &parser, const Policy &)
{
    const auto [id, word] = idAndWord(parser, Cli::tr("the id of a row and what became of it"));
    const std::optional<Resolution> resolution = resolutionFromName(word == u"open" ? QString() : word);
    if (!resolution || word.isEmpty())
        throw UsageError{Cli::tr("'%1' is not issued, not-issued, gave-up or open.").arg(word)};
    return remarkOn(parser, id, ResolutionRemark{*resolution, parser.value(noteOption)});
}

int writeNote(const QCommandLineParser &parser, const Policy &)
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
        listOptions(), listRows};
}

Verb historySearchVerb()
{
    return {QStringLiteral("history search"), QStringLiteral("[options] TEXT | --person"),
        Cli::tr("List the rows with a text in them or about one person, newest first."),
        Cli::tr(
            "The text may stand anywhere in biz_no, uuid, request_id, token, note, tags, ticket or error; upper and\n"
            "lower case are the same. A person is found by a key in the keychain, because names and ID numbers are\n"
            "kept masked only.\n"
            "\n"
            "Exit status: 0 listed; 1 the history cannot be read, or there is no key and only a uuid was looked\n"
            "for; 64 the command line is wrong.\n"),
        listOptions() + QList<QCommandLineOption>{personChoice()}, searchRows};
}

Verb historyShowVerb()
{
    return {QStringLiteral("history show"), QStringLiteral("[options] ID"),
        Cli::tr("Print all that is kept of one request: what was sent and what came back."),
        Cli::tr("Names and ID numbers are kept masked only; of photos only size and check sum.\n"
                "\n"
                "Exit status: 0 printed, 1 there is no such row, 64 the command line is wrong.\n"),
        {showTokenChoice(), jsonOption()}, showRow};
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
        {{noteOption, Cli::tr("How it was found out."), QStringLiteral("TEXT")}, jsonOption()}, resolveRow};
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
