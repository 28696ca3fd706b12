#pragma once

#include "client/exchange.h"
#include "support/madeperson.h"

#include <QUuid>

/// Exchanges for tests of the history, with a person who does not exist.
namespace made {

/// A request for a token of PC, as it is saved before anything is sent.
inline faceid::Exchange pending(const QString &bizNo, const QUuid &retryOf = {})
{
    using namespace faceid;
    const EndpointSpec &spec = getToken();
    const Parts parts{textPart(QStringLiteral("comparison_type"), QStringLiteral("1")),
        textPart(QStringLiteral("idcard_name"), personName),
        textPart(QStringLiteral("idcard_number"), idNumber),
        textPart(QStringLiteral("return_url"), QStringLiteral("https://example.com/?who=") + personName),
        textPart(QStringLiteral("biz_no"), bizNo),
        {QStringLiteral("image_ref1"), "photo-bytes-that-no-file-may-hold", QStringLiteral("image_ref1.jpg"),
            {}}};
    Exchange e;
    e.id = QUuid::createUuid();
    e.retryOf = retryOf;
    e.endpointId = spec.id;
    e.profileId = QStringLiteral("profile-1");
    e.profileName = QStringLiteral("测试 profile");
    e.environment = Environment::Test;
    e.address = QUrl(spec.host + spec.path);
    e.request = redacted(spec, parts);
    e.bizNo = bizNo;
    e.startedAt = QDateTime::currentDateTimeUtc();
    return e;
}

/// How it ended.
inline faceid::Exchange ended(faceid::Exchange e, faceid::Outcome outcome)
{
    using namespace faceid;
    e.outcome = outcome;
    e.posts = outcome == Outcome::NotSent || outcome == Outcome::CutOff ? 0 : 1;
    e.keyFingerprint = QStringLiteral("0badcafe");
    e.reply.headers = {{"Content-Type", "application/json"}, {"X-Odd", "\xff\xfe"}};
    switch (outcome) {
    case Outcome::Issued:
        e.reply.httpStatus = 200;
        e.reply.token = QStringLiteral("0123456789abcdef0123456789abcdef");
        e.reply.expiresAt = QDateTime::fromSecsSinceEpoch(e.startedAt.toSecsSinceEpoch() + 600, Qt::UTC);
        e.reply.body = "{\"token\":\"0123456789abcdef0123456789abcdef\"}";
        break;
    case Outcome::Refused:
        e.reply.httpStatus = 400;
        e.reply.errorText = QStringLiteral("BAD_ARGUMENTS:uuid");
        e.reply.errorCode = QStringLiteral("BAD_ARGUMENTS");
        e.reply.errorField = QStringLiteral("uuid");
        break;
    case Outcome::ServerError:
        e.reply.httpStatus = 500;
        e.reply.errorCode = QStringLiteral("INTERNAL_ERROR");
        break;
    case Outcome::Unknown:
        e.stop = Stop::Deadline;
        break;
    case Outcome::NotSent:
    case Outcome::CutOff:
        e.stop = Stop::Network;
        break;
    case Outcome::Pending:
        break;
    }
    if (e.reply.httpStatus != 0)
        e.reply.requestId = QStringLiteral("1700000000,") + e.id.toString(QUuid::WithoutBraces);
    return e;
}

} // namespace made
