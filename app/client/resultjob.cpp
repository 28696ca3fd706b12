#include "client/resultjob.h"

#include "client/authentication.h"
#include "client/proofs.h"
#include "client/scrub.h"
#include "client/transfer.h"
#include "client/worker.h"
#include "contract/refusal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace faceid {

namespace {

constexpr qint64 maxResultBytes = 16 * 1024 * 1024; // with all pictures of a check

/// For a query: everything but letters, digits and -._~ in percent signs, as a sign has + and =.
void appendTo(QByteArray &query, const Part &part)
{
    if (!query.isEmpty())
        query += '&';
    query += part.name.toLatin1() + '=' + part.value.toPercentEncoding();
}

QString withoutSecrets(QString text, const std::vector<Secret> &secrets)
{
    for (const Secret &secret : secrets) {
        if (!secret.isEmpty())
            text.replace(QString::fromUtf8(secret.bytes()), QStringLiteral("\u2026"));
    }
    return text;
}

QJsonObject objectOf(const Reply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

} // namespace

QStringList lookupProblem(const ResultLookup &lookup)
{
    if (lookup.report)
        return {};
    QStringList sentences;
    if (!lookup.reply.errorCode.isEmpty()) {
        const Refusal refusal =
            explainRefusal(*lookup.spec(), lookup.reply.httpStatus, lookup.reply.errorText);
        sentences = {refusal.code, refusal.meaning(), refusal.advice()};
    }
    Exchange exchange; // stopSentence() knows the words
    exchange.profileName = lookup.profileName;
    exchange.address = lookup.address;
    exchange.outcome = Outcome::Unknown;
    exchange.stop = lookup.stop;
    exchange.detail = lookup.detail;
    exchange.reply = lookup.reply;
    if (const QString sentence = stopSentence(exchange); !sentence.isEmpty())
        sentences.append(sentence);
    if (sentences.isEmpty())
        sentences.append(QCoreApplication::translate("ResultJob", "The answer is no result: %1.")
                             .arg(lookup.reply.oddity));
    return sentences;
}

class ResultJob::Private
{
public:
    Private(ResultJob *owner, const ResultRequest &wish, CredentialStore &store);

    void start();
    void stop(Stop reason, const QString &detail = {});
    void handleRoute(const Route &found);
    void handleProofs(Proofs proofs);
    void ask();
    QUrl question();
    void handleEnded();
    void judge(bool isComplete);
    void announce();

    ResultJob *q;
    ResultRequest request;
    CredentialStore &credentials;
    ResultLookup lookup;
    QElapsedTimer clock;
    QTimer deadline;
    Route route;
    Secret secret;
    std::vector<Secret> confidential; ///< as they are, and as they stand in a query
    std::unique_ptr<Transfer> transfer;
    bool isOver = false;
};

ResultJob::Private::Private(ResultJob *owner, const ResultRequest &wish, CredentialStore &store)
    : q(owner)
    , request(wish)
    , credentials(store)
{
    clock.start();
    lookup.endpointId = wish.endpoint->id;
    lookup.profileName = wish.profile.name;
    lookup.address = wish.profile.resultAddress(*wish.endpoint);
    lookup.id = wish.id;
    lookup.askedAt = QDateTime::currentDateTimeUtc();
    deadline.setSingleShot(true);
    deadline.setTimerType(Qt::PreciseTimer);
    QObject::connect(&deadline, &QTimer::timeout, q, [this] { stop(Stop::Deadline); });
    deadline.start(request.deadline);
}

void ResultJob::Private::start()
{
    if (isOver)
        return;
    if (const QString problem = addressProblem(lookup.address); !problem.isEmpty())
        return stop(Stop::Address, problem);
    runOnWorker(
        q, [profile = request.profile, address = lookup.address] { return findRoute(profile, address); },
        [this](const Route &found) { handleRoute(found); });
}

void ResultJob::Private::handleRoute(const Route &found)
{
    if (isOver)
        return;
    if (!found.problem.isEmpty())
        return stop(Stop::Certificate, found.problem);
    route = found;
    readProofs(credentials, request.profile, *request.endpoint, route.asksForPassword(request.profile), q,
        [this](Proofs proofs) { handleProofs(std::move(proofs)); });
}

void ResultJob::Private::handleProofs(Proofs proofs)
{
    if (isOver)
        return;
    if (!proofs.problem.isEmpty())
        return stop(Stop::NoSecret, proofs.problem);
    secret = std::move(proofs.proof);
    if (!proofs.proxyPassword.isEmpty()) {
        route.signIn(request.profile, proofs.proxyPassword);
        confidential.push_back(std::move(proofs.proxyPassword));
    }
    ask();
}

void ResultJob::Private::ask()
{
    transfer = std::make_unique<Transfer>(Transfer::Settings{question(), route, request.connectTimeout,
                                              request.idleTimeout, clock, maxResultBytes},
        nullptr);
    QObject::connect(transfer.get(), &Transfer::ended, q, [this] { handleEnded(); });
    transfer->start();
}

/// The address with the query, signed now. What is secret in it is remembered, so that no answer and no error
/// text is kept with it.
QUrl ResultJob::Private::question()
{
    const ResultSpec &spec = resultSpec(*request.endpoint);
    QByteArray query;
    const Parts proofs =
        authenticated(*request.endpoint, {}, request.profile, secret, QDateTime::currentDateTimeUtc());
    confidential.push_back(std::move(secret));
    for (const Part &proof : proofs) {
        appendTo(query, proof);
        if (proof.name == u"sign" || proof.name == u"api_secret") {
            confidential.emplace_back(proof.value.toPercentEncoding());
            confidential.emplace_back(QByteArray(proof.value.constData(), proof.value.size()));
        }
    }
    appendTo(query, textPart(spec.idName, request.id));
    appendTo(query, textPart(spec.imagesName, request.withImages ? spec.withImages : spec.withoutImages));
    QUrl url = lookup.address;
    const QString own = url.query(QUrl::FullyEncoded); // should a profile have one
    url.setQuery((own.isEmpty() ? QString() : own + u'&') + QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

void ResultJob::Private::stop(Stop reason, const QString &detail)
{
    if (isOver)
        return;
    if (transfer)
        return transfer->stop(reason, detail); // handleEnded() follows
    lookup.stop = reason;
    lookup.detail = detail;
    announce();
}

void ResultJob::Private::handleEnded()
{
    if (isOver)
        return;
    const Transfer::Result &result = transfer->result();
    lookup.stop = result.stop;
    lookup.detail = withoutSecrets(result.detail, confidential);
    lookup.reply = result.reply;
    if (lookup.reply.httpStatus != 0)
        judge(result.answered);
    scrub(lookup.reply, *request.endpoint, {}, confidential);
    announce();
}

void ResultJob::Private::judge(bool isComplete)
{
    Reply &reply = lookup.reply;
    std::optional<LivenessReport> report;
    lookup.verdict = readReply(*request.endpoint, reply, [&](const QJsonObject &answer) {
        QString oddity;
        report = readLivenessReport(*request.endpoint, answer, oddity);
        if (report && report->id != request.id)
            oddity = QStringLiteral("%1 is not the one asked for").arg(report->spec->idName);
        return oddity;
    });
    const bool isOurStop = lookup.stop != Stop::None && lookup.stop != Stop::Network;
    if (!isOurStop && reply.httpStatus >= 300 && reply.httpStatus < 400 && !reply.location.isEmpty()) {
        lookup.stop = Stop::Redirected;
        lookup.detail.clear();
    }
    if (!isComplete && lookup.verdict != Verdict::Invalid)
        lookup.verdict = Verdict::Invalid;
    if (lookup.verdict == Verdict::Issued)
        lookup.report = report;
    if (reply.isJson)
        reply.body = QJsonDocument(redactedReport(objectOf(reply))).toJson(QJsonDocument::Compact);
    else if (lookup.verdict == Verdict::Invalid)
        reply.body.truncate(4096); // enough to see what it is
}

void ResultJob::Private::announce()
{
    isOver = true;
    deadline.stop();
    lookup.milliseconds = clock.elapsed();
    route = {};
    QMetaObject::invokeMethod(
        q,
        [this] {
            const QPointer<ResultJob> alive(q);
            const ResultLookup last = lookup;
            Q_EMIT q->finished(last);
            if (alive)
                q->deleteLater();
        },
        Qt::QueuedConnection);
}

ResultJob::ResultJob(const ResultRequest &request, CredentialStore &credentials, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, request, credentials))
{
    QMetaObject::invokeMethod(
        this, [this] { d->start(); }, Qt::QueuedConnection);
}

ResultJob::~ResultJob()
{
    d.reset();
    overwriteFreedBlocks(); // Qt's own copies of the query
}

void ResultJob::cancel()
{
    d->stop(Stop::Cancelled);
}

} // namespace faceid
