#include "sandbox/scenario.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace faceid {

namespace {

/// A text of this floor in the language of the program.
QString sandboxText(const char *text)
{
    return QCoreApplication::translate("Sandbox", text);
}

/// The row of \a spec that \a code is of: with or without a part behind its colon, with any reason where the
/// document leaves the reasons open.
const ErrorSpec *documentedRow(const EndpointSpec &spec, const QString &code)
{
    const QString name = code.section(u':', 0, 0);
    const QString detail = code.section(u':', 1).trimmed(); // the documents write both CODE:key and CODE: key
    const auto fits = [&](const ErrorSpec &row) {
        if (row.code != name)
            return false;
        switch (row.detail) {
        case ErrorDetail::None:
            return code == name;
        case ErrorDetail::Field:
            return code == name || spec.partsNamedBy(row).contains(detail);
        case ErrorDetail::Reason:
            return row.reason.isEmpty() || row.reason == detail;
        }
        return false;
    };
    const auto it = std::find_if(spec.errors.cbegin(), spec.errors.cend(), fits);
    return it != spec.errors.cend() ? &*it : nullptr;
}

const FaultSpec *faultNamed(const QString &name)
{
    const auto it = std::find_if(faults().cbegin(), faults().cend(),
        [&name](const FaultSpec &fault) { return name == QLatin1String(fault.name); });
    return it != faults().cend() ? &*it : nullptr;
}

std::variant<Scenario, QString> readFault(const FaultSpec &fault, const QString &name, const QString &number)
{
    Scenario scenario;
    scenario.fault = &fault;
    scenario.parameter = fault.assumed.value_or(0);
    if (number.isNull())
        return scenario;
    if (!fault.assumed)
        return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "'%1' takes no number.")).arg(name);
    bool isNumber = false;
    scenario.parameter = number.toInt(&isNumber);
    if (!isNumber || scenario.parameter < fault.lowest || scenario.parameter > fault.highest) {
        return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "'%1' takes a whole number from %2 to %3."))
            .arg(name)
            .arg(fault.lowest)
            .arg(fault.highest);
    }
    return scenario;
}

std::variant<Scenario, QString> readScenario(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = equals < 0 ? text : text.first(equals);
    if (const FaultSpec *fault = faultNamed(name))
        return readFault(*fault, name, equals < 0 ? QString() : text.sliced(equals + 1));
    Scenario scenario;
    scenario.code = text;
    for (const EndpointSpec *spec : endpoints()) {
        if (scenario.concerns(*spec))
            return scenario;
    }
    return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "There is no scenario '%1'.")).arg(text);
}

/// Takes ":20%" and ":3" off the end of \a text.
QString takeShare(ScenarioOrder &order, QString &text)
{
    static const QRegularExpression tail(QStringLiteral("^(.*?)(?::([0-9]+))?(?::([0-9]+)%)?$"));
    const auto match = tail.match(text);
    text = match.captured(1);
    if (match.hasCaptured(2)) {
        bool fits = false;
        order.count = match.capturedView(2).toInt(&fits);
        if (!fits || *order.count < 1)
            return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "A count is a whole number of 1 or more."));
    }
    if (match.hasCaptured(3)) {
        order.percent = match.capturedView(3).toInt();
        if (order.percent < 1 || order.percent > 100)
            return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "A share is 1% to 100%."));
    }
    return {};
}

QString takeCondition(ScenarioOrder &order, QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return {};
    const QString condition = text.sliced(at + 1);
    text.truncate(at);
    const qsizetype equals = condition.indexOf(u'=');
    if (equals < 1)
        return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "Behind @ stands FIELD=VALUE."));
    order.field = condition.first(equals);
    order.value = condition.sliced(equals + 1);
    return {};
}

QString listedName(const ErrorSpec &row)
{
    switch (row.detail) {
    case ErrorDetail::None:
        return row.code;
    case ErrorDetail::Field:
        return row.code + (row.aboutPhoto ? QLatin1String(":PHOTO") : QLatin1String(":KEY"));
    case ErrorDetail::Reason:
        return row.reason.isEmpty() ? QString(row.code + QLatin1String(":REASON"))
                                    : QString(row.code + u':' + row.reason);
    }
    return {};
}

} // namespace

bool Scenario::concerns(const EndpointSpec &spec) const
{
    return fault || documentedRow(spec, code);
}

QString Scenario::name() const
{
    if (!fault)
        return code;
    const QString name = QLatin1String(fault->name);
    return fault->assumed ? QString(name + u'=' + QString::number(parameter)) : name;
}

QString ScenarioOrder::text() const
{
    QString text = scenario.name();
    if (count)
        text += u':' + QString::number(*count);
    if (percent != 100)
        text += u':' + QString::number(percent) + u'%';
    if (!field.isEmpty())
        text += u'@' + field + u'=' + value;
    return text;
}

std::variant<ScenarioOrder, QString> readOrder(const QString &text)
{
    ScenarioOrder order;
    QString rest = text;
    for (const auto take : {&takeCondition, &takeShare}) {
        const QString problem = take(order, rest);
        if (!problem.isEmpty())
            return problem;
    }
    const auto scenario = readScenario(rest);
    if (const QString *problem = std::get_if<QString>(&scenario))
        return *problem;
    order.scenario = std::get<Scenario>(scenario);
    if (order.scenario.isEarly() && !order.field.isEmpty())
        return sandboxText(
            QT_TRANSLATE_NOOP("Sandbox", "'%1' happens before a field is read, so it cannot ask for one."))
            .arg(rest);
    return order;
}

std::variant<QList<ScenarioOrder>, QString> readOrders(const QString &text)
{
    QList<ScenarioOrder> orders;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const auto order = readOrder(trimmed);
        if (const QString *problem = std::get_if<QString>(&order))
            return sandboxText(QT_TRANSLATE_NOOP("Sandbox", "Line %1: %2")).arg(number).arg(*problem);
        orders.append(std::get<ScenarioOrder>(order));
    }
    return orders;
}

QList<ScenarioEntry> scenarioCatalog()
{
    QList<ScenarioEntry> entries;
    QStringList both;
    for (const EndpointSpec *spec : endpoints()) {
        both.append(spec->id);
        for (const ErrorSpec &row : spec->errors) {
            const QString name = listedName(row);
            const auto known = std::find_if(entries.begin(), entries.end(),
                [&name](const ScenarioEntry &entry) { return entry.name == name; });
            if (known != entries.end())
                known->endpoints.append(spec->id);
            else
                entries.append({name, translated(row.meaning), {spec->id}});
        }
    }
    for (const FaultSpec &fault : faults())
        entries.append(
            {Scenario{{}, &fault, fault.assumed.value_or(0)}.name(), sandboxText(fault.description), both});
    return entries;
}

} // namespace faceid
