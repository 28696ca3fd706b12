#include "contract/livenessreport.h"

#include "contract/imagefacts.h"
#include "contract/sha256.h"

#include <cmath>

namespace faceid {

namespace {

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() && std::isfinite(value.toDouble()) ? std::optional(value.toDouble())
                                                               : std::nullopt;
}

/// {"confidence": 88.2, "thresholds": {"1e-3": 64, ...}}; anything else is no comparison.
std::optional<Comparison> readComparison(const QString &with, const QJsonValue &value)
{
    const std::optional<double> confidence = number(value.toObject().value(u"confidence"));
    if (!confidence)
        return std::nullopt;
    Comparison comparison{with, *confidence, {}};
    const QJsonObject thresholds = value.toObject().value(u"thresholds").toObject();
    for (size_t i = 0; i < falseAcceptRates.size(); ++i)
        comparison.thresholds[i] = number(thresholds.value(QLatin1String(falseAcceptRates[i])));
    return comparison;
}

/// Reads the comparisons among \a object's members; \a prefix stands in front of their names.
void readComparisons(const QJsonObject &object, const QString &prefix, LivenessReport &report)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.key().startsWith(prefix))
            continue;
        if (const auto comparison = readComparison(it.key().sliced(prefix.size()), *it))
            report.comparisons.append(*comparison);
    }
}

void readSuspicions(const QJsonObject &object, LivenessReport &report)
{
    const QString ending = QStringLiteral("_confidence");
    const QJsonObject genuineness = object.value(u"face_genuineness").toObject();
    for (auto it = genuineness.begin(); it != genuineness.end(); ++it) {
        if (!it.key().endsWith(ending))
            continue;
        const QString what = it.key().chopped(ending.size());
        const auto confidence = number(*it);
        const auto threshold = number(genuineness.value(what + QStringLiteral("_threshold")));
        if (confidence && threshold)
            report.suspicions.append({what, *confidence, *threshold});
    }
    const QJsonObject exceptions = object.value(u"id_exceptions").toObject();
    for (auto it = exceptions.begin(); it != exceptions.end(); ++it) {
        if (it->toDouble() != 0 || it->toBool())
            report.exceptions.append(it.key());
    }
}

/// Of a data URI, or of plain Base64.
QByteArray pictureBytes(const QString &text)
{
    const QByteArray all = text.toLatin1();
    const qsizetype comma = all.startsWith("data:") ? all.indexOf(',') : -1;
    const auto decoded =
        QByteArray::fromBase64Encoding(all.sliced(comma + 1), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

void readImages(const QJsonObject &answer, LivenessReport &report)
{
    const QJsonObject images = answer.value(u"images").toObject();
    for (auto it = images.begin(); it != images.end(); ++it) {
        if (it->isString())
            report.images.append({it.key(), pictureBytes(it->toString())});
    }
}

/// Empty when the answer has an end of the SDK, else what is wrong with it.
QString readSdkEnd(const QJsonObject &answer, LivenessReport &report)
{
    const std::optional<double> code = number(answer.value(u"result_code"));
    if (!code || *code != std::floor(*code) || *code <= 0 || *code > 1e6)
        return QStringLiteral("result_code is no whole number");
    if (!answer.value(u"result_message").isString())
        return QStringLiteral("result_message is no text");
    report.code = int(*code);
    report.name = answer.value(u"result_message").toString();
    readComparisons(answer.value(u"verification").toObject(), {}, report);
    readSuspicions(answer, report);
    return {};
}

QString readPcEnd(const QJsonObject &answer, LivenessReport &report)
{
    const QJsonObject liveness = answer.value(u"liveness_result").toObject();
    const QString result = liveness.value(u"result").toString();
    if (result.isEmpty())
        return QStringLiteral("liveness_result has no result");
    report.isLive = result == u"success";
    report.name = liveness.value(u"failure_reason").toString();
    if (report.isLive && !report.name.isEmpty())
        return QStringLiteral("liveness_result is a success with a failure_reason");
    if (!report.isLive && report.name.isEmpty())
        report.name = result;
    const QJsonObject verify = answer.value(u"verify_result").toObject();
    readComparisons(verify, QStringLiteral("result_"), report);
    readSuspicions(verify, report);
    return {};
}

QString pictureWords(const QString &text)
{
    const QByteArray bytes = pictureBytes(text);
    return QStringLiteral("%1, %2 bytes, SHA-256 %3")
        .arg(inspectImage(bytes).formatName())
        .arg(bytes.size())
        .arg(QString::fromLatin1(sha256Hex(bytes)));
}

} // namespace

std::optional<bool> Comparison::passes(int securityLevel) const
{
    if (securityLevel < 1 || securityLevel > int(thresholds.size()))
        return std::nullopt;
    const std::optional<double> threshold = thresholds[size_t(securityLevel) - 1];
    return threshold ? std::optional(confidence >= *threshold) : std::nullopt;
}

std::optional<LivenessReport> readLivenessReport(
    const EndpointSpec &endpoint, const QJsonObject &answer, QString &oddity)
{
    LivenessReport report;
    report.spec = &resultSpec(endpoint);
    report.id = answer.value(report.spec->idName).toString();
    report.bizNo = answer.value(u"biz_no").toString();
    oddity = endpoint.auth == Auth::Signature ? readSdkEnd(answer, report) : readPcEnd(answer, report);
    if (!oddity.isEmpty())
        return std::nullopt;
    readImages(answer, report);
    return report;
}

QJsonObject redactedReport(const QJsonObject &answer)
{
    QJsonObject result = answer;
    QJsonObject images = answer.value(u"images").toObject();
    for (auto it = images.begin(); it != images.end(); ++it)
        *it = pictureWords(it->toString());
    if (!images.isEmpty())
        result.insert(QStringLiteral("images"), images);
    const QString extra = QStringLiteral("biz_extra_data");
    const QByteArray text = answer.value(extra).toString().toUtf8();
    if (!text.isEmpty())
        result.insert(extra, QStringLiteral("%1 bytes").arg(text.size()));
    return result;
}

} // namespace faceid
