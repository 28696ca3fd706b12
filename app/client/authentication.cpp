#include "client/authentication.h"

#include "contract/signature.h"
#include "credentials/secret.h"

#include <utility>

namespace faceid {

namespace {

Parts credentials(const EndpointSpec &spec, const Profile &profile, const Secret &proof, const QDateTime &now)
{
    switch (spec.auth) {
    case Auth::Signature:
        return {
            {QStringLiteral("sign"),
                profile.usesReadySign ? proof.bytes().toByteArray() : freshSign(profile, proof, now), {}, {}},
            {QStringLiteral("sign_version"), signVersion, {}, {}}};
    case Auth::KeyPair:
        return {{QStringLiteral("api_key"), profile.apiKey.toUtf8(), {}, {}},
            {QStringLiteral("api_secret"), proof.bytes().toByteArray(), {}, {}}};
    }
    return {};
}

} // namespace

QByteArray freshSign(const Profile &profile, const Secret &secret, const QDateTime &now)
{
    signature::Claims claims;
    claims.apiKey = profile.apiKey;
    claims.issuedAt = now.toSecsSinceEpoch();
    claims.expiresAt = profile.singleUseSign ? 0 : claims.issuedAt + profile.signValiditySeconds;
    claims.random = signature::randomNumber();
    return signature::make(claims, secret.bytes());
}

Parts authenticated(const EndpointSpec &spec, const Parts &parts, const Profile &profile, const Secret &proof,
    const QDateTime &now)
{
    Parts proofs = credentials(spec, profile, proof, now);
    Parts result;
    for (const FieldSpec &row : spec.fields) {
        const QStringList names = row.partNames();
        for (const QString &name : names) {
            if (const Part *part = findPart(parts, name); part && row.role != Role::Credential)
                result.append(*part);
        }
        for (Part &proof : proofs) {
            if (row.name == proof.name)
                result.append(std::exchange(proof, Part()));
        }
    }
    return result;
}

} // namespace faceid
