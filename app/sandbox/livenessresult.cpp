#include "sandbox/livenessresult.h"

#include "sandbox/sandboxanswer.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace faceid {

namespace {

// The document's sample has the first three.
constexpr std::array<std::pair<QLatin1String, int>, 4> thresholds{{{QLatin1String("1e-3"), 64},
    {QLatin1String("1e-4"), 69}, {QLatin1String("1e-5"), 74}, {QLatin1String("1e-6"), 79}}};
constexpr qsizetype pcThresholds = 3;
constexpr double suspicious = 0.5; // the sample's threshold for everything that may be wrong with a face

/// 0 to 9.99, always the same for the same token and purpose.
double variation(const IssuedToken &token, const QString &purpose)
{
    return double(qHash(token.token + purpose, 1) % 1000) / 100;
}

double rounded(double value)
{
    return double(qRound64(value * 100)) / 100;
}

/// A comparison: {"confidence": 88.2, "thresholds": {...}}.
QJsonObject comparison(const IssuedToken &token, const QString &with, qsizetype steps)
{
    const bool same = token.outcome->outcome != LivenessOutcome::WrongPerson;
    QJsonObject levels;
    for (qsizetype i = 0; i < steps; ++i)
        levels.insert(thresholds[size_t(i)].first, thresholds[size_t(i)].second);
    return {{QStringLiteral("confidence"), rounded((same ? 84 : 21) + variation(token, with))},
        {QStringLiteral("thresholds"), levels}};
}

QJsonObject genuineness(const IssuedToken &token)
{
    const bool fake = token.outcome->outcome == LivenessOutcome::Attack;
    QJsonObject object;
    const auto add = [&](const QString &what, bool found) {
        object.insert(what + QStringLiteral("_confidence"),
            rounded((found ? 0.9 : 0.01) + variation(token, what) / 100));
        object.insert(what + QStringLiteral("_threshold"), suspicious);
    };
    add(QStringLiteral("synthetic_face"), fake);
    add(QStringLiteral("mask"), false);
    if (token.text(u"screen_replay") == u"1")
        add(QStringLiteral("screen_replay"), fake);
    return object;
}

QString picture()
{
    static const QByteArray base64 = [] {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::lightGray);
        image.setText(QStringLiteral("Description"), QStringLiteral("Simulated by FaceID Console's sandbox"));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG");
        return bytes.toBase64();
    }();
    return QString::fromLatin1(base64);
}

Case caseOf(const IssuedToken &token)
{
    return caseOf(*token.spec, token.request);
}

/// "image_ref2" is "result_ref2" of one API and "ref2" of the other.
QString refName(const QString &photo)
{
    return QString(photo).remove(QStringLiteral("image_"));
}

} // namespace

QJsonObject pcResult(const IssuedToken &token, ResultImages images)
{
    const bool attack = token.outcome->outcome == LivenessOutcome::Attack;
    const bool compares = caseOf(token) != LivenessOnly;
    const bool alive = !token.outcome->pcFailure || (attack && compares);
    QJsonObject liveness{
        {QStringLiteral("result"), alive ? QStringLiteral("success") : QStringLiteral("failure")},
        {QStringLiteral("failure_reason"),
            alive ? QJsonValue() : QJsonValue(QLatin1String(token.outcome->pcFailure))},
        {QStringLiteral("log"), QStringLiteral("simulated")},
        {QStringLiteral("version"), QStringLiteral("FaceID Console sandbox")}};
    QJsonObject result{{QStringLiteral("biz_id"), token.bizId},
        {QStringLiteral("biz_no"), token.text(u"biz_no")},
        {QStringLiteral("biz_extra_data"), token.text(u"biz_extra_data")},
        {QStringLiteral("liveness_result"), liveness}};
    QJsonValue verify;
    if (alive && compares) {
        QJsonObject scores{{QStringLiteral("face_genuineness"), genuineness(token)},
            {QStringLiteral("id_exceptions"),
                QJsonObject{{QStringLiteral("id_attacked"), 0}, {QStringLiteral("id_photo_monochrome"), 0}}},
            {QStringLiteral("request_id"), token.bizId}, {QStringLiteral("time_used"), 0}};
        if (caseOf(token) == Source)
            scores.insert(
                QStringLiteral("result_faceid"), comparison(token, QStringLiteral("faceid"), pcThresholds));
        for (const QString &photo : token.photos)
            scores.insert(QStringLiteral("result_") + refName(photo), comparison(token, photo, pcThresholds));
        verify = scores;
    }
    result.insert(QStringLiteral("verify_result"), verify);
    if (images != ResultImages::None) {
        const QString uri = QStringLiteral("data:image/jpeg;base64,") + picture();
        QJsonObject pictures{{QStringLiteral("image_best"), uri}};
        if (images == ResultImages::All)
            pictures.insert(QStringLiteral("image_action1"), uri);
        result.insert(QStringLiteral("images"), pictures);
    }
    return result;
}

QByteArray callbackData(const IssuedToken &token, qint64 now)
{
    QJsonObject result = pcResult(token, ResultImages::None);
    result.insert(QStringLiteral("request_id"), freshId(now));
    result.insert(QStringLiteral("time_used"), 0);
    return QJsonDocument(result).toJson(QJsonDocument::Compact);
}

QJsonObject sdkResult(const IssuedToken &token, bool verbose, qint64 now)
{
    using Progress = IssuedToken::Progress;
    QJsonObject result{
        {QStringLiteral("biz_no"), token.text(u"biz_no")}, {QStringLiteral("biz_token"), token.token}};
    if (token.progress != Progress::Done) {
        const bool started = token.progress == Progress::Started;
        result.insert(QStringLiteral("result_code"), 9000);
        result.insert(QStringLiteral("result_message"),
            now > token.usableUntil ? QStringLiteral("LIVING_OVERTIME")
                : started           ? QStringLiteral("LIVING_IN_PROGRESS")
                                    : QStringLiteral("LIVING_NOT_START"));
        return result;
    }
    const LivenessOutcome outcome = token.outcome->outcome;
    result.insert(QStringLiteral("result_code"), token.outcome->sdkCode);
    result.insert(QStringLiteral("result_message"), QLatin1String(token.outcome->sdkMessage));
    const bool compared = !token.outcome->pcFailure
        || (outcome == LivenessOutcome::Attack && token.text(u"force_compare") == u"1");
    if (compared) {
        QJsonObject scores;
        if (caseOf(token) == Source)
            scores.insert(QStringLiteral("idcard"),
                comparison(token, QStringLiteral("faceid"), qsizetype(thresholds.size())));
        for (const QString &photo : token.photos)
            scores.insert(refName(photo), comparison(token, photo, qsizetype(thresholds.size())));
        result.insert(QStringLiteral("verification"), scores);
    }
    if (verbose && (compared || outcome == LivenessOutcome::Attack))
        result.insert(QStringLiteral("images"), QJsonObject{{QStringLiteral("image_best"), picture()}});
    return result;
}

} // namespace faceid
