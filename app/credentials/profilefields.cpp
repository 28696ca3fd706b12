#include "credentials/profilefields.h"

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

constexpr QLatin1String secondSlot("second");

ProxyMode proxyModeFromName(const QString &name)
{
    for (const auto &[value, text] : proxyModeNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return ProxyMode::None;
}

/// A field that is a text as it stands.
template <QString Profile::*member>
ProfileField text(const char *name, bool travels = true)
{
    return {QLatin1String(name), travels, [](const Profile &p) -> QVariant { return p.*member; },
        [](Profile &p, const QVariant &v) { p.*member = v.toString(); }};
}

template <bool Profile::*member>
ProfileField flag(const char *name)
{
    return {QLatin1String(name), true, [](const Profile &p) -> QVariant { return p.*member; },
        [](Profile &p, const QVariant &v) { p.*member = v.toBool(); }};
}

ProfileField environment()
{
    return {QStringLiteral("environment"), true,
        [](const Profile &p) -> QVariant { return environmentName(p.environment); },
        [](Profile &p, const QVariant &v) { p.environment = environmentFromName(v.toString()); }};
}

ProfileField signValidity()
{
    return {QStringLiteral("signValiditySeconds"), true,
        [](const Profile &p) -> QVariant { return p.signValiditySeconds; },
        [](Profile &p, const QVariant &v) {
            if (v.toInt() > 0) // a sign that is over before it begins helps nobody
                p.signValiditySeconds = v.toInt();
        }};
}

ProfileField proxy()
{
    return {QStringLiteral("proxy"), true,
        [](const Profile &p) -> QVariant { return proxyModeName(p.proxyMode); },
        [](Profile &p, const QVariant &v) { p.proxyMode = proxyModeFromName(v.toString()); }};
}

ProfileField proxyPort()
{
    return {QStringLiteral("proxyPort"), true, [](const Profile &p) -> QVariant { return int(p.proxyPort); },
        [](Profile &p, const QVariant &v) {
            const uint port = v.toUInt();
            p.proxyPort = port <= 0xffff ? quint16(port) : 0;
        }};
}

/// Stays: it says which of this computer's keychain entries is in use.
ProfileField keySlot()
{
    return {QStringLiteral("keySlot"), false,
        [](const Profile &p) -> QVariant {
            return p.keySlot == KeySlot::Second ? QString(secondSlot) : QStringLiteral("first");
        },
        [](Profile &p, const QVariant &v) {
            p.keySlot = v.toString() == secondSlot ? KeySlot::Second : KeySlot::First;
        }};
}

} // namespace

const std::vector<ProfileField> &profileFields()
{
    static const std::vector<ProfileField> all{
        text<&Profile::name>("name"),
        environment(),
        text<&Profile::apiKey>("apiKey"),
        keySlot(),
        text<&Profile::spareApiKey>("spareApiKey", false),
        flag<&Profile::usesReadySign>("readySign"),
        signValidity(),
        flag<&Profile::singleUseSign>("singleUseSign"),
        proxy(),
        text<&Profile::proxyHost>("proxyHost"),
        proxyPort(),
        text<&Profile::proxyUser>("proxyUser"),
        text<&Profile::caFile>("caFile"),
        text<&Profile::pagePattern>("pagePattern"),
    };
    return all;
}

bool isSame(const Profile &a, const Profile &b)
{
    const auto &fields = profileFields();
    return a.baseUrls == b.baseUrls
        && std::all_of(fields.cbegin(), fields.cend(),
            [&](const ProfileField &field) { return field.save(a) == field.save(b); });
}

QString proxyModeName(ProxyMode mode)
{
    for (const auto &[value, name] : proxyModeNames) {
        if (value == mode)
            return QString::fromLatin1(name);
    }
    return {};
}

} // namespace faceid
