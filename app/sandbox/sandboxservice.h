#pragma once

#include "contract/parts.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QMutex>
#include <QQueue>
#include <QSet>
#include <QString>

#include <utility>

namespace faceid {

/// Key pair of the sandbox when no other is configured. No secret: it opens nothing but the imitation.
inline constexpr char sandboxApiKey[] = "sandbox-key";
inline constexpr char sandboxApiSecret[] = "sandbox-secret";

/// A key pair that the sandbox knows.
struct SandboxKey
{
    QString apiKey;
    QByteArray secret; ///< UTF-8
};

/// sandboxApiKey with sandboxApiSecret.
QList<SandboxKey> defaultSandboxKeys();

/// A request as the service sees it: no socket, no bytes.
struct SandboxRequest
{
    QByteArray method;
    QString path; ///< without query
    Parts parts; ///< as read from the body; empty where the body could not be read
    qint64 now = 0; ///< epoch seconds
    QElapsedTimer since; ///< started when the request's head was in; for time_used
};

struct SandboxAnswer
{
    int httpStatus = 0;
    QByteArray contentType; ///< empty: none is sent
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< beside those that every answer has
};

/// Both services' judgement of a request, from the contract's tables. Thread-safe; knows no socket and
/// no clock.
///
/// Order of judgement: path and method, the credentials' own rows, authentication, all other rows in
/// the document's order. Where the documents are silent, this imitation chooses:
/// - A method other than POST, as an unknown path, answers 404 API_NOT_FOUND: no table has a 405. A
///   path in no document answers in the style of the one that shares its first segment, else of the
///   SDK.
/// - A body that is no readable form counts as a form without fields: MISSING_ARGUMENTS of the first
///   required one.
/// - A photo needs no file name; a text sent with one counts as left out. Of a field that comes twice
///   the first counts. Unknown fields are ignored.
/// - An unknown api_key is AUTHENTICATION_ERROR. A digest that the key's secret does not give, and a
///   sign that cannot be read, are INVALID_SIGN (the plain form). Line breaks and blanks for + are
///   forgiven in a sign; a url-encoded one, URL-safe Base64, a digest in hex, a line break in the
///   signed text and times in milliseconds are not.
/// - A sign is good up to and including its second b, without tolerance for clocks. One that expires no
///   later than it was made (b <= c) is EXPIRED_SIGN. The time of issue is not looked at otherwise.
/// - A sign for single use (b=0) is used up by the first request that authenticates with it, whatever
///   its answer. The newest 100,000 are remembered.
/// - A PC token lives 618 seconds, as in the document's sample.
/// - The SDK's limit of 20 MB holds for every path.
class SandboxService
{
public:
    explicit SandboxService(const QList<SandboxKey> &keys = defaultSandboxKeys());

    SandboxAnswer answer(const SandboxRequest &request);
    /// The answer with an error code of \a spec's document, whatever the request.
    static SandboxAnswer refused(
        const EndpointSpec &spec, const QString &code, const SandboxRequest &request);
    /// The document that a request with this method and path is a call of; null when there is none.
    static const EndpointSpec *documented(QByteArrayView method, QStringView path);
    /// What a body over maxBodyBytes() gets, whatever its path.
    static SandboxAnswer tooLarge(qint64 bodyBytes);
    static qint64 maxBodyBytes();

private:
    const SandboxKey *find(const QString &apiKey) const;
    QString denial(const EndpointSpec &spec, const SandboxRequest &request);
    QString signDenial(QByteArrayView sign, qint64 now);
    bool useOnce(const QByteArray &digest);

    const QList<SandboxKey> m_keys;
    QMutex m_mutex; ///< of the two below
    QSet<QByteArray> m_usedSigns; ///< digests of signs for single use
    QQueue<QByteArray> m_usedInOrder;
};

} // namespace faceid
