#include "diagnosis/selftest.h"

#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "credentials/credentialstore.h"
#include "sandbox/sandboxserver.h"

#include <QCoreApplication>

#include <memory>

namespace faceid {

namespace {

/// All that the test needs, for as long as it runs.
struct Bench
{
    SandboxServer sandbox;
    CredentialStore credentials;
    TokenClient client{credentials, nullptr};
};

TokenRequest madeUpRequest(const SandboxServer &sandbox)
{
    TokenRequest request;
    request.endpoint = &getBizToken();
    request.profile = sandboxProfile(sandbox.baseUrl(), QString::fromLatin1(sandboxApiKey));
    request.parts = assembled(*request.endpoint,
        {textPart(QStringLiteral("comparison_type"), caseValue(Source)),
            textPart(QStringLiteral("idcard_name"), QStringLiteral("测试")),
            textPart(QStringLiteral("idcard_number"), QStringLiteral("110101199003070038"))});
    return request;
}

} // namespace

void testSandbox(QObject *context, std::function<void(const Exchange &)> done)
{
    auto bench = std::make_shared<Bench>(); // not const: the lambda below gives it away
    if (!bench->sandbox.start()) {
        Exchange failed;
        failed.outcome = Outcome::NotSent;
        failed.detail = bench->sandbox.errorString();
        QMetaObject::invokeMethod(
            context, [done, failed] { done(failed); }, Qt::QueuedConnection);
        return;
    }
    bench->credentials.keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
    const TokenJob *job = bench->client.send(madeUpRequest(bench->sandbox));
    QObject::connect(job, &TokenJob::finished, context, [bench, done](const Exchange &exchange) mutable {
        done(exchange);
        // Later: the job, which is under way here, is a child of the bench's client.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [held = std::move(bench)] {}, Qt::QueuedConnection);
    });
}

} // namespace faceid
