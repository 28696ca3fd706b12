#pragma once

#include "client/exchange.h"
#include "client/tokenclient.h"

#include <QObject>

#include <memory>

namespace faceid {

/// One request under way: journal, secret, body, POST, answer, journal. Made by TokenClient only.
class TokenJob : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Preparing, Connecting, Uploading, Waiting, Saving };
    Q_ENUM(Phase)

    TokenJob(const TokenRequest &request, CredentialStore &credentials, Journal *journal,
        std::shared_ptr<const PersonKey> personKey, const Policy &policy, QObject *parent);
    ~TokenJob() override;

    QUuid id() const;
    Phase phase() const;
    /// Ends the request as soon as possible; the outcome is still classified by what was handed over. No
    /// effect once the answer is in.
    void cancel();

Q_SIGNALS:
    void phaseChanged(faceid::TokenJob::Phase phase);
    /// Bytes of the parts' values that the network layer has taken, of all.
    void progress(qint64 handedOver, qint64 total);
    /// Exactly once, queued, on every path.
    void finished(const faceid::Exchange &exchange);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
