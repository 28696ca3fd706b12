#pragma once

#include "contract/validation.h"
#include "support/madeperson.h"
#include "support/madepicture.h"

/// Requests for tests of validate(): complete ones, and what is put into them or dropped.
namespace made {

inline const QString sdk = QStringLiteral("get_biz_token");
inline const QString pc = QStringLiteral("get_token");

inline const QByteArray &photo()
{
    static const QByteArray bytes = madePicture("png", {8, 8});
    return bytes;
}

inline faceid::Part photoPart(const QString &name, const QByteArray &bytes = photo())
{
    return {name, bytes, name + QStringLiteral(".png"), {}};
}

inline faceid::Part rawPart(const char *name, const QByteArray &bytes)
{
    return {QString::fromLatin1(name), bytes, {}, {}};
}

inline void put(faceid::Parts &parts, const faceid::Part &part)
{
    parts.removeIf([&part](const faceid::Part &p) { return p.name == part.name; });
    parts.append(part);
}

inline void put(faceid::Parts &parts, const char *name, const QString &value)
{
    put(parts, faceid::textPart(QString::fromLatin1(name), value));
}

inline void drop(faceid::Parts &parts, const QString &name)
{
    parts.removeIf([&name](const faceid::Part &part) { return part.name == name; });
}

inline const faceid::EndpointSpec &specOf(const QString &endpoint)
{
    return *faceid::endpointById(endpoint);
}

/// A request that has every required parameter of the case, and credentials.
inline faceid::Parts complete(const QString &endpoint, const QString &comparison)
{
    faceid::Parts parts;
    if (endpoint == sdk) {
        put(parts, "sign", QStringLiteral("c2lnbg=="));
        put(parts, "sign_version", QStringLiteral("hmac_sha1"));
        put(parts, "liveness_type", QStringLiteral("meglive"));
    } else {
        put(parts, "api_key", QStringLiteral("key"));
        put(parts, "api_secret", QStringLiteral("secret"));
        put(parts, "return_url", QStringLiteral("https://example.com/back"));
        put(parts, "notify_url", QStringLiteral("https://example.com/notify?a=b"));
        put(parts, "biz_no", QStringLiteral("b-1"));
    }
    put(parts, "comparison_type", comparison);
    if (comparison == u"1") {
        put(parts, "idcard_name", personName);
        put(parts, "idcard_number", idNumber);
    }
    if (comparison == u"0") {
        put(parts, "uuid", QStringLiteral("u-1"));
        put(parts, photoPart(QStringLiteral("image_ref1")));
    }
    return parts;
}

/// The problems as text: codes, and "(field)" for a warning.
inline QStringList codes(
    const QString &endpoint, const faceid::Parts &parts, faceid::Scope scope = faceid::Scope::Form)
{
    using namespace faceid;
    QStringList list;
    const Problems problems = validate(specOf(endpoint), parts, scope);
    for (const Problem &problem : problems)
        list.append(
            problem.severity == Severity::Warning ? QString(u'(' + problem.field + u')') : problem.code);
    return list;
}

} // namespace made
