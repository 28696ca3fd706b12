#include "callback/madecallback.h"

#include "contract/callbacksign.h"
#include "credentials/profile.h"
#include "sandbox/livenessresult.h"
#include "sandbox/requestbody.h"
#include "sandbox/sandboxanswer.h"

#include <QCoreApplication>

namespace faceid {

Parts madeCallback(const CallbackWish &wish, QByteArrayView secret, qint64 now)
{
    IssuedToken token;
    token.spec = &getToken();
    token.token = token.bizId = freshId(now);
    token.issuedAt = now;
    token.progress = IssuedToken::Progress::Done;
    token.outcome = wish.outcome;
    token.request = {textPart(token.spec->selector().name, caseValue(wish.comparison)),
        textPart(QStringLiteral("biz_no"), wish.bizNo),
        textPart(QStringLiteral("biz_extra_data"), wish.extraData)};
    if (wish.comparison == Uploaded)
        token.photos = {QStringLiteral("image_ref1")};
    const QByteArray data = callbackData(token, now);
    QByteArray sign = callbackSign(secret, data);
    if (wish.wrongSign)
        sign.back() = sign.back() == '0' ? '1' : '0';
    return fieldsOf(data, sign);
}

Parts fieldsOf(const QByteArray &data, const QByteArray &sign)
{
    return {{QStringLiteral("data"), data, {}, {}}, {QStringLiteral("sign"), sign, {}, {}}};
}

bool readFields(const Parts &form, ReceivedCallback &callback)
{
    const Part *data = findPart(form, u"data");
    const Part *sign = findPart(form, u"sign");
    callback.isForm = data && sign;
    callback.data = data ? data->value : QByteArray();
    callback.sign = sign ? sign->value : QByteArray();
    return callback.isForm;
}

Parts formFields(QByteArrayView body)
{
    RequestBody reader({}, body.size(), maxCallbackBytes);
    reader.feed(body);
    return reader.finish();
}

ReceivedCallback callbackOf(const QByteArray &data, const QByteArray &sign)
{
    ReceivedCallback callback;
    callback.at = QDateTime::currentDateTimeUtc();
    callback.isForm = true;
    callback.data = data;
    callback.sign = sign;
    return callback;
}

QString sendProblem(const QUrl &url, bool isReplay)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return QCoreApplication::translate("Callback", "A callback goes to http://HOST or https://HOST.");
    if (isReplay && !isLoopback(url))
        return QCoreApplication::translate("Callback",
            "A callback that came is sent again to this machine only (127.0.0.1, localhost): it may be about a "
            "real person.");
    return {};
}

QString replayProblem(const ReceivedCallback &callback)
{
    return callback.isForm ? QString()
                           : QCoreApplication::translate("Callback",
                               "It was no form with data and sign, so there is nothing to send again.");
}

} // namespace faceid
