#include "credentials/profilestore.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace faceid {

namespace {

constexpr std::array<std::pair<ProxyMode, const char *>, 3> proxyModeNames{{
    {ProxyMode::None, "none"},
    {ProxyMode::System, "system"},
    {ProxyMode::Manual, "manual"},
}};

QString proxyModeName(ProxyMode mode)
{
    for (const auto &[value, name] : proxyModeNames) {
        if (value == mode)
            return QString::fromLatin1(name);
    }
    return {};
}

ProxyMode proxyModeFromName(const QString &name)
{
    for (const auto &[value, text] : proxyModeNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return ProxyMode::None;
}

/// One key of a profile in the settings file.
struct Key
{
    QString name;
    QVariant (*save)(const Profile &);
    void (*load)(Profile &, const QVariant &);
};

/// All keys but the addresses, of which there is one for each endpoint.
const std::vector<Key> &keys()
{
    static const std::vector<Key> all{
        {QStringLiteral("name"), [](const Profile &p) -> QVariant { return p.name; },
            [](Profile &p, const QVariant &v) { p.name = v.toString(); }},
        {QStringLiteral("environment"),
            [](const Profile &p) -> QVariant { return environmentName(p.environment); },
            [](Profile &p, const QVariant &v) { p.environment = environmentFromName(v.toString()); }},
        {QStringLiteral("apiKey"), [](const Profile &p) -> QVariant { return p.apiKey; },
            [](Profile &p, const QVariant &v) { p.apiKey = v.toString(); }},
        {QStringLiteral("signValiditySeconds"),
            [](const Profile &p) -> QVariant { return p.signValiditySeconds; },
            [](Profile &p, const QVariant &v) {
                if (v.toInt() > 0) // a sign that is over before it begins helps nobody
                    p.signValiditySeconds = v.toInt();
            }},
        {QStringLiteral("singleUseSign"), [](const Profile &p) -> QVariant { return p.singleUseSign; },
            [](Profile &p, const QVariant &v) { p.singleUseSign = v.toBool(); }},
        {QStringLiteral("proxy"), [](const Profile &p) -> QVariant { return proxyModeName(p.proxyMode); },
            [](Profile &p, const QVariant &v) { p.proxyMode = proxyModeFromName(v.toString()); }},
        {QStringLiteral("proxyHost"), [](const Profile &p) -> QVariant { return p.proxyHost; },
            [](Profile &p, const QVariant &v) { p.proxyHost = v.toString(); }},
        {QStringLiteral("proxyPort"), [](const Profile &p) -> QVariant { return int(p.proxyPort); },
            [](Profile &p, const QVariant &v) { p.proxyPort = quint16(v.toUInt()); }},
        {QStringLiteral("caFile"), [](const Profile &p) -> QVariant { return p.caFile; },
            [](Profile &p, const QVariant &v) { p.caFile = v.toString(); }},
        {QStringLiteral("pagePattern"), [](const Profile &p) -> QVariant { return p.pagePattern; },
            [](Profile &p, const QVariant &v) { p.pagePattern = v.toString(); }},
    };
    return all;
}

constexpr QLatin1String profilesGroup("profiles");

QString groupOf(const QString &id)
{
    return profilesGroup + u'/' + id;
}

QString addressKey(const EndpointSpec &spec)
{
    return QStringLiteral("address/") + spec.id;
}

QString say(const char *text)
{
    return QCoreApplication::translate("ProfileStore", text);
}

/// A host as it stands alone: no scheme, port, path or blank.
bool isHost(const QString &text)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

QString contentProblem(const Profile &profile)
{
    for (const EndpointSpec *spec : endpoints()) {
        const QString problem = addressProblem(profile.baseUrl(*spec));
        if (!problem.isEmpty())
            return say(QT_TRANSLATE_NOOP("ProfileStore", "Address for %1: %2"))
                .arg(translated(spec->title), problem);
    }
    if (profile.proxyMode == ProxyMode::Manual && (!isHost(profile.proxyHost) || profile.proxyPort == 0))
        return say(
            QT_TRANSLATE_NOOP("ProfileStore", "Give the proxy's host, such as proxy.example.com, and port."));
    return {};
}

} // namespace

ProfileStore::ProfileStore(QSettings &settings)
    : m_settings(settings)
{ }

QList<Profile> ProfileStore::profiles() const
{
    m_settings.beginGroup(profilesGroup);
    const QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    QList<Profile> result;
    for (const QString &id : ids) {
        if (const auto profile = byId(id))
            result.append(*profile);
    }
    std::sort(result.begin(), result.end(),
        [](const Profile &a, const Profile &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return result;
}

std::optional<Profile> ProfileStore::byName(const QString &name) const
{
    const QList<Profile> all = profiles();
    const auto it =
        std::find_if(all.cbegin(), all.cend(), [&name](const Profile &p) { return p.name == name; });
    return it == all.cend() ? std::nullopt : std::optional(*it);
}

std::optional<Profile> ProfileStore::byId(const QString &id) const
{
    if (id.isEmpty() || id.contains(u'/') || id == Profile::sandboxId())
        return std::nullopt;
    std::optional<Profile> result;
    m_settings.beginGroup(groupOf(id));
    if (m_settings.contains(keys().front().name)) {
        result.emplace();
        result->id = id;
        for (const Key &key : keys()) {
            if (m_settings.contains(key.name))
                key.load(*result, m_settings.value(key.name));
        }
        for (const EndpointSpec *spec : endpoints()) {
            const QString address = m_settings.value(addressKey(*spec)).toString();
            if (!address.isEmpty())
                result->baseUrls.insert(spec->id, QUrl(address, QUrl::StrictMode));
        }
    }
    m_settings.endGroup();
    return result;
}

QString ProfileStore::nameProblem(const Profile &profile) const
{
    if (profile.name.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("ProfileStore", "Give the profile a name."));
    const auto sameName = [&profile](const QString &other) {
        return profile.name.compare(other, Qt::CaseInsensitive) == 0;
    };
    if (profile.isBuiltIn() || sameName(Profile::sandboxId())
        || sameName(sandboxProfile({}, {}).name)) // in the language of the program
        return say(QT_TRANSLATE_NOOP("ProfileStore", "The sandbox is built in. Choose another name."));
    const QList<Profile> all = profiles();
    const bool isTaken = std::any_of(all.cbegin(), all.cend(),
        [&](const Profile &other) { return other.id != profile.id && sameName(other.name); });
    if (isTaken)
        return say(QT_TRANSLATE_NOOP("ProfileStore", "Another profile is called %1. Choose another name."))
            .arg(profile.name);
    return {};
}

QString ProfileStore::save(const Profile &profile)
{
    Q_ASSERT(!profile.id.isEmpty() && !profile.id.contains(u'/'));
    QString problem = nameProblem(profile);
    if (problem.isEmpty())
        problem = contentProblem(profile);
    if (!problem.isEmpty())
        return problem;

    m_settings.beginGroup(groupOf(profile.id));
    for (const Key &key : keys())
        m_settings.setValue(key.name, key.save(profile));
    for (const EndpointSpec *spec : endpoints()) {
        const QUrl address = profile.baseUrls.value(spec->id);
        if (address.isEmpty()) // the documented one, also when a later version documents another
            m_settings.remove(addressKey(*spec));
        else
            m_settings.setValue(addressKey(*spec), address.toString(QUrl::FullyEncoded));
    }
    m_settings.endGroup();
    m_settings.sync();
    if (m_settings.status() != QSettings::NoError)
        return say(
            QT_TRANSLATE_NOOP("ProfileStore",
                "The settings file %1 cannot be written, so the profile is lost when you quit. Check the "
                "disk and the rights of the file."))
            .arg(m_settings.fileName());
    return {};
}

void ProfileStore::remove(const QString &id)
{
    if (!byId(id))
        return; // never a whole group of others
    m_settings.remove(groupOf(id));
    m_settings.sync();
}

Profile ProfileStore::blank()
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return profile;
}

} // namespace faceid
