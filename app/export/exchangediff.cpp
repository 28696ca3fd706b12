#include "export/exchangediff.h"

#include "client/timephase.h"
#include "contract/jsonpath.h"
#include "contract/sha256.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace faceid {

namespace {

/// One thing of one side.
struct Fact
{
    QString name;
    QString value;
    bool isEachTime = false; ///< no two requests have the same
    bool isMasked = false; ///< alike does not mean the same
    QByteArray code{}; ///< of a masked value: the same for the same one; empty: not known
};
using Facts = QList<Fact>;

Difference differenceOf(const Fact &left, const Fact &right)
{
    if (left.value != right.value)
        return left.isEachTime && right.isEachTime ? Difference::EachTime : Difference::Real;
    if (!left.isMasked)
        return Difference::None;
    if (left.code.isEmpty() || right.code.isEmpty())
        return Difference::Unclear;
    return left.code == right.code ? Difference::None : Difference::Real;
}

/// The names of both sides, each once: the order of the left one, what only the right one has where it has
/// it.
QStringList namesOf(const Facts &left, const Facts &right)
{
    QSet<QString> ofLeft;
    for (const Fact &fact : left)
        ofLeft.insert(fact.name);
    QStringList names;
    QSet<QString> taken;
    qsizetype at = 0;
    const auto take = [&](const QString &name) {
        names.append(name);
        taken.insert(name);
    };
    for (const Fact &fact : left) {
        for (; at < right.size() && !ofLeft.contains(right[at].name); ++at)
            take(right[at].name);
        take(fact.name);
        while (at < right.size() && taken.contains(right[at].name))
            ++at;
    }
    for (; at < right.size(); ++at) {
        if (!taken.contains(right[at].name))
            take(right[at].name);
    }
    return names;
}

/// The tokens of both answers.
struct Sides
{
    QStringList left;
    QStringList right;
};

void compare(
    DiffSection section, const Facts &left, const Facts &right, const Sides &tokens, QList<DiffRow> &rows)
{
    QHash<QString, const Fact *> ofLeft;
    QHash<QString, const Fact *> ofRight;
    for (const Fact &fact : left)
        ofLeft.insert(fact.name, &fact);
    for (const Fact &fact : right)
        ofRight.insert(fact.name, &fact);
    for (const QString &name : namesOf(left, right)) {
        const Fact *one = ofLeft.value(name);
        const Fact *other = ofRight.value(name);
        DiffRow row{section, name, {}, {}, Difference::None};
        if (one)
            row.left = withTokensMasked(one->value, tokens.left);
        if (other)
            row.right = withTokensMasked(other->value, tokens.right);
        if (one && other)
            row.difference = differenceOf(*one, *other);
        else
            row.difference = (one ? one : other)->isEachTime ? Difference::EachTime : Difference::Real;
        rows.append(row);
    }
}

Facts requestFacts(const Exchange &e)
{
    Facts facts;
    const EndpointSpec *spec = e.spec();
    for (const Part &part : e.request) {
        const FieldSpec *row = spec ? spec->field(part.name) : nullptr;
        Fact fact{part.name, QString::fromUtf8(part.value), row && row->unique};
        if (row && !part.isFile() && row->isPersonal()) { // a photo has its check sum
            fact.isMasked = true;
            fact.code = row->kind == Kind::PersonName ? e.nameKey : e.numberKey;
        }
        facts.append(fact);
    }
    return facts;
}

Facts generalFacts(const Exchange &e)
{
    Facts facts{{QStringLiteral("id"), e.id.toString(QUuid::WithoutBraces), true},
        {QStringLiteral("started_at"), e.startedAt.toUTC().toString(Qt::ISODateWithMs), true},
        {QStringLiteral("profile"), e.profileName},
        {QStringLiteral("environment"), environmentName(e.environment)},
        {QStringLiteral("endpoint"), e.endpointId},
        {QStringLiteral("address"), e.address.toString(QUrl::FullyEncoded),
            e.environment == Environment::Sandbox}, // its port is another at every start
        {QStringLiteral("key_fingerprint"), e.keyFingerprint},
        {QStringLiteral("outcome"), outcomeName(e.outcome)}, {QStringLiteral("why"), stopSentence(e)}};
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    return facts;
}

QString literal(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(inArray.sliced(1, inArray.size() - 2));
}

/// Every member that has no members of its own, by its path.
void addMembers(const QJsonValue &value, const QString &path, Facts &facts)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addMembers(*it, path + pathStep(it.key()), facts);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            addMembers(array.at(i), path + pathStep(i), facts);
    } else {
        facts.append({path, literal(value)});
    }
}

void markEachTime(Facts &facts, const QStringList &names)
{
    for (Fact &fact : facts)
        fact.isEachTime = names.contains(fact.name);
}

Facts answerFacts(const Exchange &e)
{
    Facts facts;
    const Reply &reply = e.reply;
    if (reply.httpStatus == 0)
        return facts;
    facts.append({QStringLiteral("http_status"), QString::number(reply.httpStatus)});
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    if (json.isObject() || json.isArray()) {
        addMembers(json.isObject() ? QJsonValue(json.object()) : QJsonValue(json.array()),
            QStringLiteral("$"), facts);
        QStringList eachTime{QStringLiteral("request_id"), QStringLiteral("time_used")};
        if (const EndpointSpec *spec = e.spec())
            eachTime += {spec->tokenKey, spec->expiryKey};
        for (QString &key : eachTime)
            key = u'$' + pathStep(key);
        markEachTime(facts, eachTime);
    } else if (const QString text = QString::fromUtf8(reply.body); text.toUtf8() == reply.body) {
        facts.append({QStringLiteral("body"), text});
    } else {
        const QByteArray hash = sha256Hex(reply.body);
        facts.append({QStringLiteral("body"),
            QStringLiteral("%1 B, sha256 %2").arg(reply.body.size()).arg(QLatin1String(hash))});
    }
    return facts;
}

/// By their names in small letters, which make no difference; a second one of the same name is counted.
Facts headerFacts(const Exchange &e)
{
    // A body is compared member by member; how long it is changes with the digits of its times.
    const QStringList eachTime{QStringLiteral("date"), QStringLiteral("content-length")};
    Facts facts;
    QHash<QString, int> seen;
    for (const auto &[name, value] : e.reply.headers) {
        const QString key = QString::fromLatin1(name).toLower();
        const int count = ++seen[key];
        facts.append({count == 1 ? key : QStringLiteral("%1 (%2)").arg(key).arg(count),
            QString::fromUtf8(value), eachTime.contains(key)});
    }
    return facts;
}

Facts resultFacts(const Exchange &e)
{
    Facts facts;
    if (!e.result)
        return facts;
    addMembers(toJson(*e.result), QStringLiteral("$"), facts);
    markEachTime(facts,
        {QStringLiteral("$.asked_at"), QStringLiteral("$.calls"), QStringLiteral("$.biz_id"),
            QStringLiteral("$.answer.request_id"), QStringLiteral("$.answer.time_used")});
    return facts;
}

Facts timingFacts(const Exchange &e)
{
    Facts facts;
    const auto add = [&facts](const QString &name, qint64 ms) {
        facts.append({name + diffMilliseconds, QString::number(ms), true});
    };
    for (const TimePhase &phase : phasesOf(e.timing))
        add(phaseName(phase.kind), phase.length());
    if (e.timing.finished >= 0)
        add(QStringLiteral("total"), e.timing.finished);
    if (e.reply.timeUsedMs >= 0)
        add(QStringLiteral("time_used"), e.reply.timeUsedMs);
    if (e.clockSkewMs)
        add(QStringLiteral("clock_skew"), *e.clockSkewMs);
    return facts;
}

} // namespace

QList<DiffRow> compared(const Exchange &left, const Exchange &right)
{
    const std::pair<DiffSection, Facts (*)(const Exchange &)> sections[]{{DiffSection::Facts, generalFacts},
        {DiffSection::Request, requestFacts}, {DiffSection::Answer, answerFacts},
        {DiffSection::Headers, headerFacts}, {DiffSection::Result, resultFacts},
        {DiffSection::Timings, timingFacts}};
    const Sides tokens{tokensIn(left.reply), tokensIn(right.reply)};
    QList<DiffRow> rows;
    for (const auto &[section, factsOf] : sections)
        compare(section, factsOf(left), factsOf(right), tokens, rows);
    return rows;
}

} // namespace faceid
