#include "client/preparation.h"

#include "client/tokenclient.h"
#include "credentials/personkey.h"
#include "policy/policy.h"

#include <algorithm>

namespace faceid {

namespace {

/// Puts down whom it is about, in a way that only who has the key can make use of.
void code(const EndpointSpec &spec, const Parts &parts, const PersonKey &key, Preparation &result)
{
    for (const Part &part : parts) {
        const FieldSpec *row = spec.field(part.name);
        if (row && row->kind == Kind::PersonName)
            result.nameKey = key.ofName(QString::fromUtf8(part.value));
        else if (row && row->kind == Kind::IdCardNumber)
            result.numberKey = key.ofNumber(QString::fromUtf8(part.value));
    }
}

} // namespace

bool namesAPerson(const EndpointSpec &spec, const Parts &parts)
{
    return std::any_of(parts.cbegin(), parts.cend(), [&spec](const Part &part) {
        const FieldSpec *row = spec.field(part.name);
        return row && (row->kind == Kind::PersonName || row->kind == Kind::IdCardNumber);
    });
}

Preparation prepare(const EndpointSpec &spec, const Parts &parts, const PersonKey *key, const Policy &policy,
    const Profile &profile, const QUrl &address)
{
    Preparation result;
    result.redactedParts = redacted(spec, parts);
    if (key)
        code(spec, parts, *key, result);
    result.problems = requestProblems(spec, parts);
    result.detail = policy.requestProblem(spec, profile.baseUrl(spec), profile.isBuiltIn());
    if (!result.detail.isEmpty()) {
        result.stop = Stop::Policy;
        return result;
    }
    result.detail = addressProblem(address);
    if (firstRefusal(result.problems)) {
        result.stop = Stop::Problems;
        result.detail.clear();
    } else if (!result.detail.isEmpty()) {
        result.stop = Stop::Address;
    } else {
        result.route = findRoute(profile, address);
        result.detail = result.route.problem;
        result.stop = result.detail.isEmpty() ? Stop::None : Stop::Certificate;
    }
    return result;
}

} // namespace faceid
