#include "credentials/profilestore.h"

#include "credentials/profilefields.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUuid>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String profilesGroup("profiles");

QString groupOf(const QString &id)
{
    return profilesGroup + u'/' + id;
}

QString addressKey(const EndpointSpec &spec)
{
    return QStringLiteral("address/") + spec.id;
}

/// A host as it stands alone: no scheme, port, path or blank.
bool isHost(const QString &text)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

} // namespace

ProfileStore::ProfileStore(QSettings &settings, Policy policy)
    : m_settings(settings)
    , m_policy(std::move(policy))
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
    if (m_settings.contains(profileFields().front().name)) {
        result.emplace();
        result->id = id;
        for (const ProfileField &field : profileFields()) {
            if (m_settings.contains(field.name))
                field.load(*result, m_settings.value(field.name));
        }
        for (const EndpointSpec *spec : endpoints()) {
            const QString address = m_settings.value(addressKey(*spec)).toString();
            if (!address.isEmpty())
                result->baseUrls.insert(spec->id, QUrl(address, QUrl::StrictMode));
        }
        result->baseUrls.insert(m_policy.addresses);
    }
    m_settings.endGroup();
    return result;
}

QString ProfileStore::nameProblem(const Profile &profile) const
{
    if (profile.name.trimmed().isEmpty())
        return QCoreApplication::translate("ProfileStore", "Give the profile a name.");
    const auto sameName = [&profile](const QString &other) {
        return profile.name.compare(other, Qt::CaseInsensitive) == 0;
    };
    if (profile.isBuiltIn() || sameName(Profile::sandboxId())
        || sameName(sandboxProfile({}, {}).name)) // in the language of the program
        return QCoreApplication::translate("ProfileStore", "The sandbox is built in. Choose another name.");
    const QList<Profile> all = profiles();
    const bool isTaken = std::any_of(all.cbegin(), all.cend(),
        [&](const Profile &other) { return other.id != profile.id && sameName(other.name); });
    if (isTaken)
        return QCoreApplication::translate(
            "ProfileStore", "Another profile is called %1. Choose another name.")
            .arg(profile.name);
    return {};
}

ProfileProblems ProfileStore::problems(const Profile &profile) const
{
    ProfileProblems result;
    const auto add = [&result](const QString &field, const QString &text) {
        if (!text.isEmpty())
            result.append({field, text});
    };
    add(profileFields().front().name, nameProblem(profile));
    for (const EndpointSpec *spec : endpoints()) {
        const QString problem = addressProblem(profile.baseUrl(*spec));
        if (!problem.isEmpty())
            add(addressKey(*spec),
                QCoreApplication::translate("ProfileStore", "Address for %1: %2")
                    .arg(translated(spec->title), problem));
    }
    if (profile.proxyMode == ProxyMode::Manual && (!isHost(profile.proxyHost) || profile.proxyPort == 0))
        add(QStringLiteral("proxyHost"),
            QCoreApplication::translate(
                "ProfileStore", "Give the proxy's host, such as proxy.example.com, and port."));
    add(QStringLiteral("pagePattern"), pagePatternProblem(profile.pagePattern));
    return result;
}

QString ProfileStore::save(const Profile &profile)
{
    Q_ASSERT(!profile.id.isEmpty() && !profile.id.contains(u'/'));
    const ProfileProblems wrong = problems(profile);
    if (!wrong.isEmpty())
        return wrong.constFirst().text;

    m_settings.beginGroup(groupOf(profile.id));
    for (const ProfileField &field : profileFields())
        m_settings.setValue(field.name, field.save(profile));
    for (const EndpointSpec *spec : endpoints()) {
        if (m_policy.addresses.contains(spec->id))
            continue;
        const QUrl address = profile.baseUrls.value(spec->id);
        if (address.isEmpty()) // the documented one, also when a later version documents another
            m_settings.remove(addressKey(*spec));
        else
            m_settings.setValue(addressKey(*spec), address.toString(QUrl::FullyEncoded));
    }
    m_settings.endGroup();
    m_settings.sync();
    if (m_settings.status() != QSettings::NoError)
        return QCoreApplication::translate("ProfileStore",
            "The settings file %1 cannot be written, so the profile is lost when you quit. Check the "
            "disk and the rights of the file.")
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

QString ProfileStore::freeName(const QString &wanted) const
{
    Profile trial = blank();
    trial.name = wanted.trimmed().isEmpty() ? QCoreApplication::translate("ProfileStore", "Profile") : wanted;
    const QString stem = trial.name;
    for (int number = 2; !nameProblem(trial).isEmpty(); ++number)
        trial.name = QStringLiteral("%1 (%2)").arg(stem).arg(number);
    return trial.name;
}

Profile ProfileStore::copyOf(const Profile &profile) const
{
    Profile copy = profile;
    copy.id = blank().id;
    copy.name = freeName(profile.name);
    copy.keySlot = KeySlot::First;
    copy.spareApiKey.clear();
    return copy;
}

Profile ProfileStore::blank()
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return profile;
}

} // namespace faceid
