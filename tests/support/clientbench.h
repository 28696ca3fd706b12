#pragma once

#include "client/journal.h"
#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "credentials/credentialstore.h"

#include <QPointer>

#include <functional>

namespace faceid::test {

/// A journal in memory that can be told to misbehave, and remembers what it was told.
class FakeJournal : public Journal
{
public:
    void begin(const Exchange &pending, QObject *context, BeginCallback done) override;
    void depart(const QUuid &id) override { departed.append(id); }
    void finish(const Exchange &exchange, QObject *context, FinishCallback done) override;

    Begin beginResult = Begin::Saved;
    bool answersBegin = true;
    bool answersFinish = true;
    QString finishError;
    int begins = 0;
    int finishes = 0;
    QList<QUuid> departed;
    Exchange begun;
    Exchange finished;
};

inline constexpr char benchApiKey[] = "bench-key";
inline constexpr char benchSecret[] = "bench-planted+密/secret-7391";
inline constexpr char benchName[] = "测试一";
inline constexpr char benchIdNumber[] = "11010119900307003X"; // nobody's: the check digit does not fit

/// A client with a memory-only secret and a fake journal, and the fields of a request.
class ClientBench
{
public:
    ClientBench();

    /// A request of about 2 KB without a photo, to \a base.
    TokenRequest smallRequest(const EndpointSpec &spec, const QUrl &base) const;
    /// A request with a photo of about 12 MB: more than the buffers between two sockets hold.
    TokenRequest largeRequest(const EndpointSpec &spec, const QUrl &base) const;

    /// Sends and waits for the end. \a withJob sees the job before anything happens. Fails the running test
    /// when finished() does not come exactly once, or the journal was not told exactly once of begin and end.
    Exchange send(const TokenRequest &request, const std::function<void(TokenJob *)> &withJob = {});

    CredentialStore store;
    FakeJournal journal;
    TokenClient client{store, &journal};
};

QString outcomeWords(const Exchange &exchange); ///< for failure messages

} // namespace faceid::test
