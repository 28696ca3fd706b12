#include "help/helpfacts.h"

#include "about.h"
#include "callback/notifyurl.h"
#include "contract/endpointspec.h"
#include "form/draftkeeper.h"
#include "help/helptables.h"
#include "history/historystore.h"
#include "history/retention.h"
#include "policy/policy.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

#include <algorithm>

namespace faceid {

namespace {

QString code(const QString &text)
{
    return QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped());
}

/// A source that has no use for an argument.
template <typename Make>
auto plain(Make make)
{
    return [make](const QString &argument) {
        return argument.isEmpty() ? std::optional<QString>(make()) : std::nullopt;
    };
}

/// A source whose argument is the id of an API.
auto ofEndpoint(QString (*make)(const EndpointSpec &))
{
    return [make](const QString &argument) -> std::optional<QString> {
        const EndpointSpec *spec = endpointById(argument);
        return spec ? std::optional(make(*spec)) : std::nullopt;
    };
}

std::optional<QString> days(const QString &what)
{
    const RetentionPolicy usual;
    if (what == u"personal")
        return QString::number(usual.personalDays);
    if (what == u"rows")
        return QString::number(usual.recordDays);
    return std::nullopt;
}

/// How long an SDK token serves.
std::optional<QString> hours(const QString &what)
{
    const auto number = [](std::chrono::seconds life) {
        return QString::number(std::chrono::duration_cast<std::chrono::hours>(life).count());
    };
    if (what == u"token")
        return number(getBizToken().tokenLife);
    if (what == u"query")
        return number(getBizToken().queryLife);
    return std::nullopt;
}

std::optional<QString> path(const QString &what)
{
    if (what == u"history")
        return code(QDir::toNativeSeparators(HistoryStore::defaultPath()));
    if (what == u"settings")
        return code(QDir::toNativeSeparators(openSettings()->fileName()));
    if (what == u"draft")
        return code(QDir::toNativeSeparators(DraftKeeper::defaultFile()));
    return std::nullopt;
}

/// "Context|Source text": what a control is called, in the words that stand on it.
std::optional<QString> controlName(const QString &key)
{
    const QString source = key.section(u'|', 1);
    if (source.isEmpty())
        return std::nullopt;
    const QString text = QCoreApplication::translate(
        key.section(u'|', 0, 0).toUtf8().constData(), source.toUtf8().constData());
    return QStringLiteral("<i>%1</i>").arg(text.toHtmlEscaped());
}

} // namespace

HelpFacts::HelpFacts(const Commands &commands)
{
    addTables(commands);
    addWords(commands);
}

void HelpFacts::addTables(const Commands &commands)
{
    m_sources[QStringLiteral("outcomes")] = plain(helptables::outcomes);
    m_sources[QStringLiteral("exit-codes")] = plain(helptables::exitStatuses);
    m_sources[QStringLiteral("keychain-states")] = plain(helptables::keychainStates);
    m_sources[QStringLiteral("connection-steps")] = plain(helptables::connectionSteps);
    m_sources[QStringLiteral("scenarios")] = plain(helptables::scenarios);
    m_sources[QStringLiteral("code-languages")] = plain(helptables::codeLanguages);
    m_sources[QStringLiteral("policies")] = plain(helptables::policies);
    m_sources[QStringLiteral("policy-place")] =
        plain([] { return code(QDir::toNativeSeparators(policyPlaces().constFirst())); });
    m_sources[QStringLiteral("errors")] = ofEndpoint(helptables::errors);
    m_sources[QStringLiteral("parameters")] = ofEndpoint(helptables::parameters);
    m_sources[QStringLiteral("results")] = ofEndpoint(helptables::results);
    m_sources[QStringLiteral("shortcuts")] = plain([commands] { return helptables::shortcuts(commands()); });
}

void HelpFacts::addWords(const Commands &commands)
{
    const auto command = [commands](const QString &id, QString (*text)(const Command &)) {
        const QList<Command> all = commands();
        const auto it =
            std::find_if(all.cbegin(), all.cend(), [&id](const Command &one) { return one.id == id; });
        return it == all.cend() ? std::nullopt : std::optional(text(*it));
    };
    m_sources[QStringLiteral("key")] = [command](const QString &id) {
        return command(id, [](const Command &one) { return code(keysText(one)); });
    };
    m_sources[QStringLiteral("command")] = [command](const QString &id) {
        return command(
            id, [](const Command &one) { return QStringLiteral("<i>%1</i>").arg(one.text.toHtmlEscaped()); });
    };
    m_sources[QStringLiteral("outcome")] = [](const QString &name) -> std::optional<QString> {
        const auto outcome = outcomeFromName(name);
        return outcome ? std::optional(outcomeTitle(*outcome).toHtmlEscaped()) : std::nullopt;
    };
    m_sources[QStringLiteral("host")] = [](const QString &id) -> std::optional<QString> {
        const EndpointSpec *spec = endpointById(id);
        return spec ? std::optional(code(spec->host)) : std::nullopt;
    };
    m_sources[QStringLiteral("ui")] = controlName;
    m_sources[QStringLiteral("days")] = days;
    m_sources[QStringLiteral("hours")] = hours;
    m_sources[QStringLiteral("path")] = path;
    m_sources[QStringLiteral("notify-ports")] = plain(notifyPortList);
    m_sources[QStringLiteral("version")] = plain(version);
}

std::optional<QString> HelpFacts::fact(const QString &name, const QString &argument) const
{
    const auto it = m_sources.find(name);
    return it == m_sources.end() ? std::nullopt : it->second(argument);
}

} // namespace faceid
