#pragma once

#include "contract/signature.h"
#include "sandbox/sandboxservice.h"
#include "support/madepicture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace faceid::test::service {

// Requests of both APIs to the service behind the sandbox's socket, field by field, at a fixed time.

inline constexpr qint64 now = 1718000000;

inline const QString sdkPath = QStringLiteral("/face/v1.2/sdk/get_biz_token");
inline const QString pcPath = QStringLiteral("/faceid/liveness/v2/get_token");
// A made person: the number's last digit fits the others.
inline const QString idName = QStringLiteral("测试一");
inline const QString idNumber = QStringLiteral("110101199003070038");

/// The text that is signed, and the secret it is signed with.
inline QByteArray signOf(qint64 expires, const QString &key = QStringLiteral("sandbox-key"),
    QByteArrayView secret = "sandbox-secret", const QByteArray &random = "0123456789", qint64 issued = now)
{
    return signature::make({key, expires, issued, random}, secret);
}

/// A form by name, so that a test can say what differs from a good one.
class Form
{
public:
    Form with(const QString &name, const QString &value) const
    {
        return with({name, value.toUtf8(), {}, {}});
    }
    Form with(const Part &part) const
    {
        Form copy = without(part.name);
        copy.parts.append(part);
        return copy;
    }
    Form without(const QString &name) const
    {
        Form copy = *this;
        copy.parts.removeIf([&name](const Part &part) { return part.name == name; });
        return copy;
    }

    QString path;
    Parts parts;
};

inline Part photo(const QString &name, const QByteArray &bytes)
{
    return {name, bytes, QStringLiteral("photo"), {}};
}

inline Form sdkForm(const QString &comparison)
{
    const Form form = Form{sdkPath, {}}
                          .with(QStringLiteral("sign"), QString::fromLatin1(signOf(now + 100)))
                          .with(QStringLiteral("sign_version"), QStringLiteral("hmac_sha1"))
                          .with(QStringLiteral("liveness_type"), QStringLiteral("meglive"))
                          .with(QStringLiteral("comparison_type"), comparison);
    if (comparison == u"1")
        return form.with(QStringLiteral("idcard_name"), idName)
            .with(QStringLiteral("idcard_number"), idNumber);
    return form.with(QStringLiteral("uuid"), QStringLiteral("u-1"))
        .with(photo(QStringLiteral("image_ref1"), greyPicture("JPEG", {40, 50})));
}

inline Form pcForm(const QString &comparison)
{
    const Form form = Form{pcPath, {}}
                          .with(QStringLiteral("api_key"), QStringLiteral("sandbox-key"))
                          .with(QStringLiteral("api_secret"), QStringLiteral("sandbox-secret"))
                          .with(QStringLiteral("comparison_type"), comparison)
                          .with(QStringLiteral("return_url"), QStringLiteral("https://shop.example/return"))
                          .with(QStringLiteral("notify_url"), QStringLiteral("http://192.0.2.1:8080/notify"))
                          .with(QStringLiteral("biz_no"), QStringLiteral("b-1"));
    if (comparison == u"1")
        return form.with(QStringLiteral("idcard_name"), idName)
            .with(QStringLiteral("idcard_number"), idNumber);
    if (comparison == u"0")
        return form.with(QStringLiteral("uuid"), QStringLiteral("u-1"))
            .with(photo(QStringLiteral("image_ref1"), greyPicture("PNG", {40, 50})));
    return form;
}

inline SandboxAnswer post(SandboxService &service, const Form &form, qint64 time = now)
{
    return service.answer({"POST", form.path, form.parts, time, {}});
}

inline QJsonObject object(const SandboxAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// "403 INVALID_SIGN", or "200" for a token.
inline QString verdict(const SandboxAnswer &answer)
{
    const QJsonObject body = object(answer);
    const QString error = body.value(body.contains(u"error") ? u"error" : u"error_message").toString();
    return (QString::number(answer.httpStatus) + u' ' + error).trimmed();
}

/// Where no face is the question: the pictures here show none.
inline const SandboxRules oneFace{SandboxRules::Faces::One};

inline QString verdict(const Form &form)
{
    SandboxService service(defaultSandboxKeys(), oneFace);
    return verdict(post(service, form));
}

} // namespace faceid::test::service
