#pragma once

#include "sandbox/gatekeeper.h"
#include "sandbox/livenessflow.h"

namespace faceid {

class StateFile;

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
///   signed text and times in milliseconds are not. SandboxRules turns the plain form into the one with
///   AUTHORIZATION_ERROR in front.
/// - A sign is good up to and including its second b, and for as long again as SandboxRules tolerates. One
///   that expires no later than it was made (b <= c) is EXPIRED_SIGN. The time of issue is not looked at
///   otherwise.
/// - A sign for single use (b=0) is used up by the first request that authenticates with it, whatever
///   its answer. The newest 100,000 are remembered.
/// - What the key's account does not allow comes after authentication and before all other rows: a
///   discontinued key, the network, the API (the reason "Denied." on both), the data source. Then the limit
///   of requests under way for the key.
/// - What only a good request can meet comes last: a biz_no that a remembered token of the key has, where
///   SandboxRules refuses it, is BAD_ARGUMENTS:biz_no; more tokens for one person (the ID number, else the
///   uuid) than the key allows are MORE_RETRY_TIMES, more than it has paid for BALANCE_NOT_ENOUGH, on both
///   APIs. A token that the state file cannot keep is not issued: INTERNAL_ERROR.
/// - A PC token lives 618 seconds, as in the document's sample.
/// - The SDK's limit of 20 MB holds for every path.
/// - get_result asks for credentials and the token's id in the order of their tables, then authenticates. An
///   unknown id, one that another api_key got, one of a PC token whose check is not over, and one older than
///   a day are 400 RESULT_NOT_FOUND, in both APIs.
/// - POST /sandbox/complete with token and outcome ends a check from outside: 200, or 404, 410 and 400. It is
///   no address of the services.
/// - Photos are looked at as their pixels are stored, without EXIF, and in the order of the table: what is
///   wrong with a parameter that stands before them is answered first, what stands behind them is not. The
///   header X-Sandbox-Faces says whether a detector looked (searched) or SandboxRules was believed (assumed).
/// - A photo whose pixels cannot be read, or of more than 200 megapixels, is IMAGE_ERROR_UNSUPPORTED_FORMAT.
class SandboxService
{
public:
    explicit SandboxService(
        const QList<SandboxKey> &keys = defaultSandboxKeys(), const SandboxRules &rules = {});

    /// Takes up what \a file holds of an earlier run, and keeps there what comes: tokens, what became of
    /// them, signs for single use. Before the first request; \a file lives as long as the service.
    void remember(StateFile &file);
    SandboxAnswer answer(const SandboxRequest &request);
    /// What happens to the tokens after they were issued.
    LivenessFlow &flow() { return m_flow; }
    /// The answer with an error code of \a spec's document, whatever the request.
    SandboxAnswer refused(const EndpointSpec &spec, const QString &code, const SandboxRequest &request) const;
    /// The document that a request with this method and path is a call of; null when there is none.
    static const EndpointSpec *documented(QByteArrayView method, QStringView path);
    /// What a body over maxBodyBytes() gets, whatever its path.
    static SandboxAnswer tooLarge(qint64 bodyBytes);
    static qint64 maxBodyBytes();

private:
    SandboxAnswer tokenAnswer(const EndpointSpec &spec, const SandboxRequest &request);
    SandboxAnswer resultAnswer(const EndpointSpec &spec, const SandboxRequest &request);
    SandboxAnswer completion(const SandboxRequest &request);
    SandboxAnswer issued(const EndpointSpec &spec, const SandboxKey &key, const SandboxRequest &request);

    const SandboxRules m_rules;
    Gatekeeper m_gatekeeper;
    LivenessFlow m_flow;
};

} // namespace faceid
