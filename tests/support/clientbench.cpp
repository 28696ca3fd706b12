#include "support/clientbench.h"

#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QTest>
#include <QTimer>

namespace faceid::test {

namespace {

const QString profileId = QStringLiteral("bench");

QByteArray largePhoto()
{
    static const QByteArray bytes = [] {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QImage image(2000, 2000, QImage::Format_RGB888);
        image.fill(Qt::darkGray);
        image.save(&buffer, "bmp");
        return buffer.data();
    }();
    return bytes;
}

} // namespace

void FakeJournal::begin(const Exchange &pending, QObject *context, BeginCallback done)
{
    ++begins;
    begun = pending;
    if (answersBegin)
        QMetaObject::invokeMethod(
            context, [result = beginResult, done] { done(result, {}); }, Qt::QueuedConnection);
}

void FakeJournal::finish(const Exchange &exchange, QObject *context, FinishCallback done)
{
    ++finishes;
    finished = exchange;
    if (answersFinish)
        QMetaObject::invokeMethod(
            context, [error = finishError, done] { done(error); }, Qt::QueuedConnection);
}

ClientBench::ClientBench()
{
    store.keepForSession(profileId, Secret(QByteArray(benchSecret)));
}

TokenRequest ClientBench::smallRequest(const EndpointSpec &spec, const QUrl &base) const
{
    TokenRequest request;
    request.endpoint = &spec;
    request.parts = assembled(spec,
        {textPart(QStringLiteral("comparison_type"), QStringLiteral("1")),
            textPart(QStringLiteral("idcard_name"), QString::fromUtf8(benchName)),
            textPart(QStringLiteral("idcard_number"), QString::fromLatin1(benchIdNumber)),
            textPart(QStringLiteral("biz_no"), QStringLiteral("biz-1")),
            textPart(QStringLiteral("return_url"), QStringLiteral("https://example.com/return")),
            textPart(QStringLiteral("notify_url"), QStringLiteral("https://example.com/notify"))});
    request.profile.id = profileId;
    request.profile.name = QStringLiteral("Bench");
    request.profile.apiKey = QString::fromLatin1(benchApiKey);
    request.profile.baseUrls.insert(spec.id, base);
    request.connectTimeout = std::chrono::seconds(5);
    request.idleTimeout = std::chrono::seconds(5);
    request.deadline = std::chrono::seconds(20);
    return request;
}

TokenRequest ClientBench::largeRequest(const EndpointSpec &spec, const QUrl &base) const
{
    TokenRequest request = smallRequest(spec, base);
    const QByteArray photo = largePhoto();
    request.parts.append(imagePart(QStringLiteral("image_ref1"), photo, inspectImage(photo)));
    request.parts = assembled(spec, request.parts);
    return request;
}

Exchange ClientBench::send(const TokenRequest &request, const std::function<void(TokenJob *)> &withJob)
{
    const int begins = journal.begins;
    const int finishes = journal.finishes;
    int count = 0;
    bool isInside = true;
    Exchange result;
    TokenJob *job = client.send(request);
    QObject::connect(job, &TokenJob::finished, job, [&](const Exchange &exchange) {
        ++count;
        result = exchange;
        if (isInside)
            QTest::qFail("finished() came from within a call", __FILE__, __LINE__);
    });
    const QPointer<TokenJob> alive(job);
    if (withJob)
        withJob(job);
    isInside = false;
    // An event loop of its own: QTest::qWaitFor() sleeps for 10 ms between looks, which slows an upload down.
    QEventLoop loop;
    QObject::connect(job, &QObject::destroyed, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(60), &loop, &QEventLoop::quit);
    loop.exec();
    if (alive)
        QTest::qFail("the job did not end", __FILE__, __LINE__);
    if (count != 1)
        QTest::qFail(qPrintable(QStringLiteral("finished() came %1 times").arg(count)), __FILE__, __LINE__);
    // A pair, or neither: what is refused before anything is written down, or not begun by the journal.
    const bool isSaved = journal.beginResult == Journal::Begin::Saved;
    if (journal.begins - begins > 1 || journal.finishes - finishes != (isSaved ? journal.begins - begins : 0))
        QTest::qFail("the journal was not told exactly once", __FILE__, __LINE__);
    if (journal.finishes > finishes && journal.finished.outcome != result.outcome)
        QTest::qFail("the journal was told another outcome", __FILE__, __LINE__);
    return result;
}

QString outcomeWords(const Exchange &exchange)
{
    return QStringLiteral("%1, stop %2, %3, HTTP %4, %5 of %6 bytes, oddity %7")
        .arg(outcomeName(exchange.outcome))
        .arg(int(exchange.stop))
        .arg(exchange.detail)
        .arg(exchange.reply.httpStatus)
        .arg(exchange.bytesHandedOver)
        .arg(exchange.bodyBytes)
        .arg(exchange.reply.oddity);
}

} // namespace faceid::test
