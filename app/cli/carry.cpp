#include "contract/carryover.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/requestinput.h"
#include "cli/rowids.h"
#include "cli/verb.h"

#include <QJsonObject>

namespace faceid {

namespace {

/// A request of one API as one of the other.
struct Carried
{
    const EndpointSpec *from = nullptr;
    const EndpointSpec *to = nullptr;
    CarryOver carry;
    Parts shown; ///< carry.parts as they may be printed
    QList<ProblemText> wanted; ///< what the other API would refuse
};

const EndpointSpec &otherThan(const EndpointSpec &spec)
{
    return spec.id == getToken().id ? getBizToken() : getToken();
}

Carried carriedInput(const QCommandLineParser &parser)
{
    const RequestInput input(parser);
    input.noteDropped();
    Carried carried{&input.spec(), &otherThan(input.spec()), {}, {}, {}};
    carried.carry = carriedOver(*carried.from, *carried.to, input.parts());
    carried.shown = redacted(*carried.to, carried.carry.parts);
    carried.wanted = input.texts(carried.carry.wanted, Severity::Refusal);
    return carried;
}

/// Of what the history has masked only, nobody can say what the other API would make of it.
Carried carriedRow(const Exchange &exchange)
{
    const EndpointSpec *from = endpointNamed(exchange.endpointId);
    Carried carried{from, &otherThan(*from), {}, {}, {}};
    carried.carry = carriedOver(*carried.from, *carried.to, exchange.request);
    const Parts &parts = carried.carry.parts;
    carried.shown = parts;
    QStringList unjudged;
    for (const Part &part : parts) {
        if (part.isFile() || holdsMask(*carried.to, parts, part))
            unjudged.append(part.name);
    }
    for (const Problem &problem : carried.carry.wanted) {
        if (!unjudged.contains(problem.field))
            carried.wanted.append({problem.code, problem.field, describe(problem)});
    }
    if (!unjudged.isEmpty())
        note(Cli::tr("Not judged, as the history does not have them in full: %1.")
                 .arg(unjudged.join(QStringLiteral(", "))));
    return carried;
}

QString kindName(CarryNote::Kind kind)
{
    switch (kind) {
    case CarryNote::Kind::SaidOutright:
        return QStringLiteral("said-outright");
    case CarryNote::Kind::NoField:
        return QStringLiteral("no-field");
    case CarryNote::Kind::NoValue:
        return QStringLiteral("no-value");
    case CarryNote::Kind::OtherCase:
        return QStringLiteral("other-case");
    }
    return {};
}

QJsonObject toJson(const Carried &carried)
{
    QJsonArray parts;
    for (const Part &part : carried.shown)
        parts.append(QJsonObject{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), QString::fromUtf8(part.value)}});
    QJsonArray changes;
    for (const CarryNote &note : carried.carry.notes)
        changes.append(QJsonObject{{QStringLiteral("kind"), kindName(note.kind)},
            {QStringLiteral("name"), note.name}, {QStringLiteral("value"), textOrNull(note.value)},
            {QStringLiteral("message"), describe(note, *carried.to)}});
    return {{QStringLiteral("from"), carried.from->id}, {QStringLiteral("endpoint"), carried.to->id},
        {QStringLiteral("parts"), parts}, {QStringLiteral("changes"), changes},
        {QStringLiteral("wanted"), toJson(carried.wanted)}};
}

QStringList under(const QString &title, const QStringList &lines)
{
    QStringList group;
    for (const QString &line : lines)
        group.append(QStringLiteral("    ") + printable(line));
    return group.isEmpty() ? group : QStringList{title} + group;
}

QStringList toLines(const Carried &carried)
{
    QStringList parts;
    for (const Part &part : carried.shown)
        parts.append(QStringLiteral("%1 = %2").arg(part.name, QString::fromUtf8(part.value)));
    QStringList said;
    QStringList lost;
    for (const CarryNote &note : carried.carry.notes)
        (note.kind == CarryNote::Kind::SaidOutright ? said : lost)
            .append(QStringLiteral("%1: %2").arg(note.name, describe(note, *carried.to)));
    QStringList wanted;
    for (const ProblemText &problem : carried.wanted)
        wanted.append(toLine(problem));
    return under(carried.to->id, parts) + under(Cli::tr("Said in another way:"), said)
        + under(Cli::tr("No counterpart:"), lost)
        + under(Cli::tr("Still wanted by %1:").arg(carried.to->id), wanted);
}

int carry(const QCommandLineParser &parser, const Policy &)
{
    Carried carried;
    const QString first = parser.positionalArguments().value(0);
    if (QUuid(first).isNull()) {
        if (!endpointById(first))
            throw UsageError{Cli::tr(
                "Name get_biz_token, get_token, or the id of a row that faceidctl history list shows.")};
        carried = carriedInput(parser);
    } else {
        onlyArgument(parser, Cli::tr("the id of a row"));
        if (parser.isSet(fieldOption) || parser.isSet(photoOption))
            throw UsageError{Cli::tr("-f and -i go with the name of an API, not with the id of a row.")};
        QString error;
        const QList<Exchange> exchanges = exchangesOf(idsFrom(parser), error);
        if (!error.isEmpty()) {
            note(error);
            return ExitRefused;
        }
        carried = carriedRow(exchanges.constFirst());
    }
    const ExitStatus status = carried.wanted.isEmpty() ? ExitDone : ExitNotSent;
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(carried)), status)
                             : deliver(toLines(carried), status);
}

} // namespace

Verb carryVerb()
{
    return {QStringLiteral("carry"), QStringLiteral("get_biz_token|get_token|ID [options]"),
        Cli::tr("Make a request one of the other API and say what changes; send nothing."),
        Cli::tr(
            "Of a request for the API that is named, given by -f and -i, or of a row of the history. Fields go\n"
            "over by name, as both documents call what they share the same. Where the two APIs assume different\n"
            "values for what is left out, the value is said outright. Personal values are printed masked.\n"
            "\n"
            "Exit status: 0 the other API would refuse nothing, 1 there is no such row, 2 it would refuse\n"
            "something, 64 the command line is wrong.\n"),
        RequestInput::options() + QList<QCommandLineOption>{jsonOption()}, carry};
}

} // namespace faceid
