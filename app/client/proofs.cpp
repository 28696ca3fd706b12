#include "client/proofs.h"

#include <QCoreApplication>

#include <memory>

namespace faceid {

namespace {

/// \a what names a secret that is not the api_secret.
Proofs missing(const QString &what, const CredentialResult &result)
{
    QString words = what.isEmpty() ? describe(result) : what + u' ' + describe(result);
    if (!result.detail.isEmpty())
        words += QStringLiteral(" (%1)").arg(result.detail);
    return {{}, {}, words};
}

} // namespace

void readProofs(CredentialStore &store, const Profile &profile, const EndpointSpec &spec,
    bool withProxyPassword, QObject *context, std::function<void(Proofs)> done)
{
    const QString entry = profile.proofEntry(spec);
    if (entry.isEmpty()) {
        const QString problem = QCoreApplication::translate("Proofs",
            "This profile has a ready sign only, which serves SDK tokens. A PC token needs the key pair.");
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done), problem] {
                done({{}, {}, problem});
            },
            Qt::QueuedConnection);
        return;
    }
    const bool isSign = profile.usesReadySign;
    const QString what = isSign ? QCoreApplication::translate("Proofs", "The ready sign:") : QString();
    const QString proxyEntry = withProxyPassword ? profile.proxyEntry() : QString();
    store.read(entry, context, [=, &store, done = std::move(done)](CredentialResult result) {
        if (isSign && result.state == CredentialState::Missing)
            return done({{}, {},
                QCoreApplication::translate("Proofs",
                    "The keychain has no ready sign for this profile; one for a single use is forgotten once it was "
                    "sent. Paste one into the profile.")});
        if (!result.ok() || result.secret.isEmpty())
            return done(missing(what, result));
        if (proxyEntry.isEmpty())
            return done({std::move(result.secret), {}, {}});
        const auto proof = std::make_shared<Secret>(std::move(result.secret)); // a std::function is copied
        store.read(proxyEntry, context, [proof, done](CredentialResult proxy) {
            if (!proxy.ok())
                return done(missing(QCoreApplication::translate("Proofs", "The proxy's password:"), proxy));
            done({std::move(*proof), std::move(proxy.secret), {}});
        });
    });
}

} // namespace faceid
