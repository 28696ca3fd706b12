#pragma once

#include "contract/signature.h"
#include "sandbox/sandboxkey.h"
#include "support/madepicture.h"
#include "support/rawhttp.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace faceid::test {

// Requests of both APIs written by hand, and what their answers say. The person does not exist; the check
// digit of the number fits.

inline constexpr char sdkPath[] = "/face/v1.2/sdk/get_biz_token";
inline constexpr char pcPath[] = "/faceid/liveness/v2/get_token";
inline constexpr char urlEncoded[] = "application/x-www-form-urlencoded";
inline constexpr char multipart[] = "multipart/form-data; boundary=b";

/// A grey picture, in which there is no face.
inline QByteArray greyPng(int width = 30, int height = 40)
{
    return greyPicture("png", QSize(width, height));
}

/// A sign that ends in so many seconds; 0: for single use.
inline QByteArray signFor(const QString &key, const QByteArray &secret, qint64 seconds = 100,
    const QByteArray &random = signature::randomNumber())
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return signature::make({key, seconds == 0 ? 0 : now + seconds, now - 1000, random}, secret);
}

inline QByteArray builtInSign()
{
    return signFor(QString::fromLatin1(sandboxApiKey), sandboxApiSecret);
}

/// comparison_type 1; the name is 测试一.
inline QByteArray sdkForm(const QByteArray &sign = builtInSign())
{
    return "sign=" + sign.toPercentEncoding()
        + "&sign_version=hmac_sha1&liveness_type=meglive&comparison_type=1"
          "&idcard_name=%E6%B5%8B%E8%AF%95%E4%B8%80&idcard_number=110101199003070038";
}

/// comparison_type 1, without credentials.
inline QByteArray pcFields()
{
    return "comparison_type=1&idcard_name=%E6%B5%8B%E8%AF%95%E4%B8%80&idcard_number=110101199003070038"
           "&return_url=https%3A%2F%2Fshop.example%2Fr&notify_url=https%3A%2F%2Fshop.example%2Fn&biz_no=b-1";
}

inline QByteArray pcForm(const QByteArray &key = sandboxApiKey, const QByteArray &secret = sandboxApiSecret)
{
    return "api_key=" + key + "&api_secret=" + secret + '&' + pcFields();
}

inline QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

inline QByteArray file(const QByteArray &name, const QByteArray &bytes)
{
    return "--b\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" + bytes + "\r\n";
}

/// A multipart form of the PC API, comparison_type 0, as it may come, too: an empty line in front, a blank
/// for the photo's file name, the credentials at the end.
inline QByteArray pcMultipart(const QByteArray &photo, const QByteArray &more = {})
{
    return "\r\n" + field("comparison_type", "0") + field("uuid", "u-1")
        + field("return_url", "https://a.example/r") + field("notify_url", "https://a.example/n")
        + field("biz_no", "b-1") + more
        + "--b\r\nContent-Type:multipart/form-data\r\n"
          "Content-Disposition: form-data; name=\"image_ref2\"; filename=\" \"\r\n\r\n"
        + photo + "\r\n" + field("api_key", "sandbox-key") + field("api_secret", "sandbox-secret")
        + "--b--\r\n";
}

/// "403 INVALID_SIGN", "200 biz_token", "200 token", or the status with the plain text of a 413.
inline QByteArray verdict(const RawResponse &response)
{
    QByteArray text = QByteArray::number(response.status);
    if (response.header("Content-Type") == "text/plain")
        return text + ' ' + response.body;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    for (const QLatin1String key : {QLatin1String("error"), QLatin1String("error_message")}) {
        if (body.contains(key))
            text += ' ' + body.value(key).toString().toUtf8();
    }
    for (const QLatin1String key : {QLatin1String("biz_token"), QLatin1String("token")}) {
        if (body.contains(key))
            text += ' ' + QByteArray(key.data(), key.size());
    }
    return text;
}

} // namespace faceid::test
