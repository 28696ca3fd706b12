#include "credentials/profile.h"

#include "contract/resultspec.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace faceid {

namespace {

constexpr std::array<std::pair<Environment, const char *>, 3> environmentNames{{
    {Environment::Sandbox, "sandbox"},
    {Environment::Test, "test"},
    {Environment::Production, "production"},
}};

} // namespace

QUrl Profile::baseUrl(const EndpointSpec &spec) const
{
    // An entry that is empty stays empty: what was meant for a sandbox that is not running must not go to the
    // service.
    const auto own = baseUrls.constFind(spec.id);
    return own == baseUrls.cend() ? QUrl(spec.host) : *own;
}

QUrl Profile::address(const EndpointSpec &spec) const
{
    return address(spec, spec.path);
}

QUrl Profile::resultAddress(const EndpointSpec &spec) const
{
    return address(spec, resultSpec(spec).path);
}

QUrl Profile::address(const EndpointSpec &spec, const QString &endpointPath) const
{
    QUrl url = baseUrl(spec);
    if (url.isEmpty())
        return url;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + endpointPath, QUrl::TolerantMode);
    return url;
}

QUrl Profile::pageAddress(const EndpointSpec &spec, const QString &token) const
{
    if (spec.pagePattern.isEmpty() || token.isEmpty())
        return {};
    QString address = pagePattern.isEmpty() ? spec.pagePattern : pagePattern;
    if (isBuiltIn()) {
        const QUrl base = baseUrl(spec);
        if (base.isEmpty())
            return {};
        address = QString(spec.pagePattern).replace(spec.host, base.toString());
    }
    address.replace(QStringLiteral("{token}"), QString::fromLatin1(QUrl::toPercentEncoding(token)));
    return QUrl(address, QUrl::StrictMode);
}

QString Profile::entryOf(KeySlot slot) const
{
    switch (slot) {
    case KeySlot::First:
        return id;
    case KeySlot::Second:
        return id + QStringLiteral("/second");
    }
    return {};
}

QString Profile::spareSecretEntry() const
{
    return entryOf(keySlot == KeySlot::First ? KeySlot::Second : KeySlot::First);
}

QStringList Profile::secretEntries() const
{
    return {secretEntry(), spareSecretEntry(), signEntry(), proxyEntry()};
}

QString Profile::proofEntry(const EndpointSpec &spec) const
{
    if (!usesReadySign)
        return secretEntry();
    return spec.auth == Auth::Signature ? signEntry() : QString();
}

void Profile::swapKeys()
{
    std::swap(apiKey, spareApiKey);
    keySlot = keySlot == KeySlot::First ? KeySlot::Second : KeySlot::First;
}

Profile sandboxProfile(const QUrl &base, const QString &apiKey)
{
    Profile profile;
    profile.id = Profile::sandboxId();
    profile.name = QCoreApplication::translate("Profile", "Sandbox");
    profile.environment = Environment::Sandbox;
    for (const EndpointSpec *spec : endpoints())
        profile.baseUrls.insert(spec->id, base);
    profile.apiKey = apiKey;
    return profile;
}

QString pagePatternProblem(const QString &pattern)
{
    if (pattern.isEmpty())
        return {};
    const QString token = QStringLiteral("{token}");
    QString sample = pattern;
    const QUrl page(sample.replace(token, QStringLiteral("0")), QUrl::StrictMode);
    const bool isGood = page.isValid() && !page.host().isEmpty() && page.userInfo().isEmpty()
        && (page.scheme() == u"https" || (page.scheme() == u"http" && isLoopback(page)));
    if (pattern.contains(token) && isGood)
        return {};
    return QCoreApplication::translate(
        "Profile", "This is no page for a token. It looks like https://api.example.com/do?token={token}.");
}

QString environmentName(Environment environment)
{
    for (const auto &[value, name] : environmentNames) {
        if (value == environment)
            return QString::fromLatin1(name);
    }
    return {};
}

QString environmentTitle(Environment environment)
{
    switch (environment) {
    case Environment::Sandbox:
        return QCoreApplication::translate("Profile", "Sandbox");
    case Environment::Test:
        return QCoreApplication::translate("Profile", "Test");
    case Environment::Production:
        return QCoreApplication::translate("Profile", "Production");
    }
    return {};
}

Environment environmentFromName(QStringView name)
{
    for (const auto &[value, text] : environmentNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return Environment::Production; // what nobody knows is treated with the most caution
}

} // namespace faceid
