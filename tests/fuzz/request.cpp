// A whole request with arbitrary bytes, from its body to the answer: reader, validation, sign, photos. An
// input is the number of an API, a Content-Type, a line end, and a body. Whatever comes, the answer is one
// that a document has, in its shape.

#include "contract/refusal.h"
#include "sandbox/sandboxcall.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

using namespace faceid;

namespace {

void require(bool holds, const QByteArray &what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz_request: %s\n", what.constData());
    std::abort();
}

void check(const EndpointSpec &spec, const SandboxAnswer &answer)
{
    if (answer.httpStatus == 413)
        return;
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const QString code = object.value(spec.errorKey).toString();
    require(object.value(QLatin1String("request_id")).isString(), "no request_id");
    if (answer.httpStatus == 200) {
        require(!object.value(spec.tokenKey).toString().isEmpty(), "no token");
        return;
    }
    const Refusal refusal = explainRefusal(spec, answer.httpStatus, code);
    require(refusal.row && refusal.row->httpStatus == answer.httpStatus, "not documented: " + answer.body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static SandboxService service(defaultSandboxKeys(), {SandboxRules::Faces::One});
    static ScenarioQueue scenarios;
    const QByteArrayView input(data, qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    if (end < 1)
        return 0;
    const EndpointSpec &spec = *endpoints().at(size_t(input.front()) % endpoints().size());
    const QByteArray type = input.sliced(1, end - 1).toByteArray();
    SandboxCall call(service, scenarios, {"POST", spec.path, {}, type}, true);
    require(std::holds_alternative<std::monostate>(call.begin()), "an answer before the body");
    call.feed(input.sliced(end + 1));
    const SandboxCall::Step step = call.finish();
    require(std::holds_alternative<SandboxAnswer>(step), "no answer");
    check(spec, std::get<SandboxAnswer>(step));
    call.record();
    return 0;
}
