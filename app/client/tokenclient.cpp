#include "client/tokenclient.h"

#include "client/authentication.h"
#include "client/multipart.h"
#include "client/tokenjob.h"

namespace faceid {

Problems requestProblems(const EndpointSpec &spec, const Parts &parts)
{
    Problems problems = validate(spec, parts);
    if (const auto problem = bodySizeProblem(spec, multipartSize(parts) + credentialAllowance))
        problems.append(*problem);
    return problems;
}

TokenClient::TokenClient(CredentialStore &credentials, Journal *journal, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_journal(journal)
{ }

TokenJob *TokenClient::send(const TokenRequest &request)
{
    return new TokenJob(request, m_credentials, m_journal, m_personKey, m_policy, this);
}

} // namespace faceid
