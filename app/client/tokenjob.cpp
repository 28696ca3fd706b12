#include "client/tokenjob.h"

#include "client/authentication.h"
#include "client/clockskew.h"
#include "client/journal.h"
#include "client/preparation.h"
#include "client/proofs.h"
#include "client/scrub.h"
#include "client/transfer.h"
#include "client/worker.h"
#include "contract/signature.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace faceid {

namespace {

using std::chrono::milliseconds;

/// How long the history may take to save the end of a request before the operator gets the answer with the
/// remark that it is not saved. Short where nothing but a stop is to be saved.
milliseconds savingPatience(Stop stop)
{
    if (stop == Stop::Cancelled)
        return milliseconds(100);
    return milliseconds(stop == Stop::Deadline ? 800 : 5000);
}

Outcome outcomeOf(const MultipartBody *body)
{
    if (!body || !body->isStarted())
        return Outcome::NotSent;
    return body->isFinished() ? Outcome::Unknown : Outcome::CutOff;
}

bool isRedirect(const Reply &reply)
{
    return reply.httpStatus >= 300 && reply.httpStatus < 400 && !reply.location.isEmpty();
}

} // namespace

class TokenJob::Private
{
public:
    Private(TokenJob *owner, const TokenRequest &wish, CredentialStore &store, Journal *book,
        std::shared_ptr<const PersonKey> key, const Policy &rules);
    ~Private();

    void start();
    void stop(Stop reason, const QString &detail = {});
    void handlePrepared(const Preparation &preparation);
    void handleBegun(Journal::Begin result, const QString &detail);
    void readSecret();
    void handleProofs(Proofs proofs);
    void post();
    void handleSent();
    void handleEnded();
    Verdict readAnswer(bool isComplete);
    void noteBody();
    void conclude(Outcome outcome);
    void save();
    void settle();
    void announce();
    bool enter(Phase next);

    TokenJob *q;
    TokenRequest request;
    CredentialStore &credentials;
    Journal *journal;
    std::shared_ptr<const PersonKey> personKey;
    const Policy policy;
    Exchange exchange;
    Phase phase = Phase::Preparing;
    QElapsedTimer clock;
    QTimer deadline;
    QUrl address; ///< with query, should a profile have one
    Route route;
    Secret secret;
    std::vector<Secret> confidential; ///< values that an answer must not be saved with
    std::unique_ptr<Transfer> transfer;
    bool isSingleUse = false; ///< the sign is a ready one, and good for this request only
    int awaited = 0; ///< what is still to be written before the end is told
    bool isRowOpen = false; ///< begun in the journal and not finished
    bool isConcluded = false;
    bool isAnnounced = false;
};

TokenJob::Private::Private(TokenJob *owner, const TokenRequest &wish, CredentialStore &store, Journal *book,
    std::shared_ptr<const PersonKey> key, const Policy &rules)
    : q(owner)
    , request(wish)
    , credentials(store)
    , journal(book)
    , personKey(std::move(key))
    , policy(rules)
    , address(wish.profile.address(*wish.endpoint))
{
    clock.start();
    exchange.id = QUuid::createUuid();
    exchange.retryOf = wish.retryOf;
    exchange.endpointId = wish.endpoint->id;
    exchange.profileId = wish.profile.id;
    exchange.profileName = wish.profile.name;
    exchange.environment = wish.profile.environment;
    exchange.address = address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    exchange.bizNo = uniqueText(*wish.endpoint, wish.parts);
    exchange.startedAt = QDateTime::currentDateTimeUtc();

    deadline.setSingleShot(true);
    deadline.setTimerType(Qt::PreciseTimer); // a coarse one may be late by a twentieth: six seconds of 120
    QObject::connect(&deadline, &QTimer::timeout, q, [this] { stop(Stop::Deadline); });
    deadline.start(request.deadline);
}

TokenJob::Private::~Private()
{
    if (!isRowOpen)
        return;
    // The program goes while a request is under way. What became of it is known better now than at the next
    // start, which could only call it Unknown.
    if (exchange.stop == Stop::None)
        exchange.stop = Stop::Cancelled;
    noteBody();
    exchange.outcome = outcomeOf(transfer ? &transfer->body() : nullptr);
    journal->finish(exchange, q, [](const QString &) {});
}

/// False when the job was stopped or deleted by somebody who heard of it: then nothing more is to be done.
bool TokenJob::Private::enter(Phase next)
{
    const QPointer<TokenJob> alive(q);
    phase = next;
    Q_EMIT q->phaseChanged(next);
    return alive && !isConcluded;
}

void TokenJob::Private::start()
{
    if (isConcluded)
        return;
    runOnWorker(
        q,
        [spec = request.endpoint, parts = request.parts, key = personKey, rules = policy,
            profile = request.profile,
            url = address] { return prepare(*spec, parts, key.get(), rules, profile, url); },
        [this](const Preparation &preparation) { handlePrepared(preparation); });
}

void TokenJob::Private::handlePrepared(const Preparation &preparation)
{
    if (isConcluded)
        return;
    exchange.request = preparation.redactedParts;
    exchange.nameKey = preparation.nameKey;
    exchange.numberKey = preparation.numberKey;
    exchange.problems = preparation.problems;
    route = preparation.route;
    if (preparation.stop != Stop::None) // of what is refused here nothing is written down
        return stop(preparation.stop, preparation.detail);
    if (!journal)
        return readSecret();
    isRowOpen = true; // also when the job ends before the journal answers: its calls keep their order
    journal->begin(
        exchange, q, [this](Journal::Begin result, const QString &detail) { handleBegun(result, detail); });
}

void TokenJob::Private::handleBegun(Journal::Begin result, const QString &detail)
{
    if (isConcluded)
        return;
    switch (result) {
    case Journal::Begin::Saved:
        return readSecret();
    case Journal::Begin::DuplicateBizNo:
        isRowOpen = false;
        return stop(Stop::DuplicateBizNo, detail);
    case Journal::Begin::Unavailable:
        isRowOpen = false;
        return stop(Stop::HistoryUnavailable, detail);
    }
}

void TokenJob::Private::readSecret()
{
    readProofs(credentials, request.profile, *request.endpoint, route.asksForPassword(request.profile), q,
        [this](Proofs proofs) { handleProofs(std::move(proofs)); });
}

void TokenJob::Private::handleProofs(Proofs proofs)
{
    if (isConcluded)
        return;
    if (!proofs.problem.isEmpty())
        return stop(Stop::NoSecret, proofs.problem);
    secret = std::move(proofs.proof);
    if (request.profile.usesReadySign) { // whose key made it is not known here
        const signature::Reading sign = signature::read(secret.bytes());
        isSingleUse = sign.readable && sign.claims.expiresAt == 0;
    } else {
        exchange.keyFingerprint = QString::fromLatin1(secret.fingerprint());
    }
    if (!proofs.proxyPassword.isEmpty()) {
        route.signIn(request.profile, proofs.proxyPassword);
        confidential.push_back(std::move(proofs.proxyPassword));
    }
    if (enter(Phase::Connecting))
        post();
}

void TokenJob::Private::post()
{
    // Signed here and not a moment earlier: the time in it counts.
    Parts parts = authenticated(
        *request.endpoint, request.parts, request.profile, secret, QDateTime::currentDateTimeUtc());
    confidential.push_back(std::move(secret));
    if (const Part *sign = findPart(parts, u"sign")) {
        exchange.sign = signature::statement(sign->value);
        confidential.emplace_back(QByteArray(sign->value.constData(), sign->value.size()));
    }

    transfer = std::make_unique<Transfer>(Transfer::Settings{address, route, request.connectTimeout,
                                              request.idleTimeout, clock, maxReplyBytes, request.connections},
        std::move(parts), nullptr);
    exchange.bodyBytes = transfer->body().size();
    QObject::connect(transfer.get(), &Transfer::departing, q, [this] {
        if (isRowOpen)
            journal->depart(exchange.id);
    });
    QObject::connect(transfer.get(), &Transfer::started, q, [this] { enter(Phase::Uploading); });
    QObject::connect(transfer.get(), &Transfer::sent, q, [this] { handleSent(); });
    QObject::connect(transfer.get(), &Transfer::progressed, q, &TokenJob::progress);
    QObject::connect(transfer.get(), &Transfer::ended, q, [this] { handleEnded(); });
    transfer->start();
}

/// The service has all of it. A sign for a single use is used now, whatever the answer: kept, it would only
/// be refused the next time.
void TokenJob::Private::handleSent()
{
    if (isSingleUse && !isConcluded) {
        ++awaited;
        credentials.remove(request.profile.signEntry(), q, [this](const CredentialResult &) { settle(); });
    }
    enter(Phase::Waiting);
}

void TokenJob::Private::stop(Stop reason, const QString &detail)
{
    if (isConcluded)
        return;
    if (transfer)
        return transfer->stop(reason, detail); // handleEnded() follows
    exchange.stop = reason;
    exchange.detail = detail;
    conclude(Outcome::NotSent);
}

void TokenJob::Private::handleEnded()
{
    if (isConcluded)
        return;
    const Transfer::Result &result = transfer->result();
    exchange.stop = result.stop;
    exchange.detail = result.detail;
    exchange.reply = result.reply;
    noteBody();
    const Verdict verdict = readAnswer(result.answered);
    if (verdict == Verdict::Issued || verdict == Verdict::Refused)
        transfer->handOn();
    if (result.answerAtMs > 0)
        exchange.clockSkewMs = clockSkew(exchange.reply, result.answerAtMs);
    scrub(exchange.reply, *request.endpoint, request.parts, confidential);
    conclude(outcomeOf(verdict, outcomeOf(&transfer->body())));
}

/// Also reads what came of an answer that did not come to its end, for its facts; but a verdict it is not.
Verdict TokenJob::Private::readAnswer(bool isComplete)
{
    Reply &reply = exchange.reply;
    if (reply.httpStatus == 0)
        return Verdict::Invalid;
    const Verdict verdict = readReply(*request.endpoint, reply);
    const bool isOurStop = exchange.stop != Stop::None && exchange.stop != Stop::Network;
    if (!isOurStop && isRedirect(reply)) {
        exchange.stop = Stop::Redirected;
        exchange.detail.clear();
    } else if (isComplete && verdict == Verdict::Invalid) {
        exchange.stop = Stop::Network;
        exchange.detail = reply.oddity;
    }
    if (isComplete)
        return verdict;
    reply.token.clear();
    reply.expiresAt = {};
    return Verdict::Invalid;
}

void TokenJob::Private::noteBody()
{
    if (!transfer)
        return;
    exchange.timing = transfer->result().timing;
    exchange.bytesHandedOver = transfer->body().handedOver();
    exchange.posts = transfer->body().isFinished() ? 1 : 0;
}

void TokenJob::Private::conclude(Outcome outcome)
{
    isConcluded = true;
    deadline.stop();
    secret.wipe();
    confidential.clear();
    route = {};
    exchange.outcome = outcome;
    exchange.timing.finished = clock.elapsed();
    if (!isRowOpen && awaited == 0)
        return announce();
    if (isRowOpen)
        save();
    QTimer::singleShot(savingPatience(exchange.stop), q, [this] { announce(); });
    enter(Phase::Saving);
}

void TokenJob::Private::save()
{
    isRowOpen = false;
    ++awaited;
    const Exchange ended = exchange;
    exchange.notSaved = QStringLiteral("the history did not answer in time"); // until it does
    // The callback may come at once or after the patience has run out.
    journal->finish(ended, q, [this](const QString &error) {
        if (!isAnnounced)
            exchange.notSaved = error;
        settle();
    });
}

/// One of the things that the end waits for is done.
void TokenJob::Private::settle()
{
    if (--awaited == 0 && isConcluded)
        announce();
}

void TokenJob::Private::announce()
{
    if (isAnnounced)
        return;
    isAnnounced = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            const QPointer<TokenJob> alive(q);
            const Exchange last = exchange;
            Q_EMIT q->finished(last);
            if (alive)
                q->deleteLater();
        },
        Qt::QueuedConnection);
}

TokenJob::TokenJob(const TokenRequest &request, CredentialStore &credentials, Journal *journal,
    std::shared_ptr<const PersonKey> personKey, const Policy &policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, request, credentials, journal, std::move(personKey), policy))
{
    QMetaObject::invokeMethod(
        this, [this] { d->start(); }, Qt::QueuedConnection);
}

TokenJob::~TokenJob()
{
    d.reset();
    overwriteFreedBlocks(); // Qt's own copies of the proxy's password, and of what was in headers
}

QUuid TokenJob::id() const
{
    return d->exchange.id;
}

TokenJob::Phase TokenJob::phase() const
{
    return d->phase;
}

void TokenJob::cancel()
{
    d->stop(Stop::Cancelled);
}

} // namespace faceid
