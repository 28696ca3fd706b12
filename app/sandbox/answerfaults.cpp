// Answers in good HTTP that say something odd, and answers that take their time.

#include "sandbox/faultbytes.h"
#include "sandbox/faulttable.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtGlobal>

namespace faceid::faulttable {

namespace {

using std::chrono::milliseconds;

bool isIssued(const FaultInput &input)
{
    return QJsonDocument::fromJson(input.answer.body).object().contains(input.spec.tokenKey);
}

/// An answer that issues, with its token written as \a raw; any other as it is.
SandboxAnswer withToken(const FaultInput &input, const QByteArray &raw)
{
    if (!isIssued(input))
        return input.answer;
    return withBody(input, withRawValue(input.answer.body, input.spec.tokenKey, raw));
}

/// An answer that issues, with \a raw behind its values; any other as it is.
SandboxAnswer withMore(const FaultInput &input, const QByteArray &raw)
{
    return isIssued(input) ? withBody(input, withRawTail(input.answer.body, raw)) : input.answer;
}

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

SandboxAnswer withStatus(const FaultInput &input, int httpStatus)
{
    SandboxAnswer answer = input.answer;
    answer.httpStatus = httpStatus;
    return answer;
}

/// A refusal in the shape of the API's document.
SandboxAnswer refused(const FaultInput &input, int httpStatus, const QString &code)
{
    SandboxAnswer answer = withStatus(input, httpStatus);
    QJsonObject body = QJsonDocument::fromJson(input.answer.body).object();
    for (const QString &key : {input.spec.tokenKey, input.spec.expiryKey})
        body.remove(key);
    body.insert(input.spec.errorKey, code);
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return answer;
}

/// The code with which the API says that it is busy.
SandboxAnswer busy(const FaultInput &input)
{
    for (const ErrorSpec &row : input.spec.errors) {
        if (row.again != Again::Later || row.detail != ErrorDetail::None)
            continue;
        SandboxAnswer answer = refused(input, row.httpStatus, row.code);
        answer.headers.append({"Retry-After", QByteArray::number(input.parameter)});
        return answer;
    }
    return input.answer;
}

SandboxAnswer redirect(const FaultInput &input)
{
    SandboxAnswer answer = withStatus(input, input.parameter);
    answer.headers.append({"Location", "https://elsewhere.invalid" + input.spec.path.toUtf8()});
    answer.body.clear();
    return answer;
}

SandboxAnswer page(const FaultInput &input)
{
    return {input.parameter, "text/html", "<html><h1>Sandbox: the page of a proxy</h1></html>"};
}

std::vector<FaultSpec> tokenFaults()
{
    return {
        inReply("token-empty", QT_TRANSLATE_NOOP("Sandbox", "The token is an empty text."),
            [](const FaultInput &in) { return withToken(in, "\"\""); }),
        inReply("token-number", QT_TRANSLATE_NOOP("Sandbox", "The token is a number."),
            [](const FaultInput &in) { return withToken(in, "12345"); }),
        inReply("token-null", QT_TRANSLATE_NOOP("Sandbox", "The token is null."),
            [](const FaultInput &in) { return withToken(in, "null"); }),
        inReply("token-twice", QT_TRANSLATE_NOOP("Sandbox", "Two tokens that differ stand in the answer."),
            [](const FaultInput &in) { return withMore(in, quoted(in.spec.tokenKey) + R"(:"second")"); }),
        inReply("token-nul", QT_TRANSLATE_NOOP("Sandbox", "The token has a NUL in it."),
            [](const FaultInput &in) { return withToken(in, R"("abc\u0000def")"); }),
        inReply("token-newline", QT_TRANSLATE_NOOP("Sandbox", "The token has a line break in it."),
            [](const FaultInput &in) { return withToken(in, R"("abc\ndef")"); }),
        inReply("token-backwards",
            QT_TRANSLATE_NOOP("Sandbox", "The token has a character in it that turns the writing direction."),
            [](const FaultInput &in) { return withToken(in, R"("abc\u202edef")"); }),
        inReply("token-html", QT_TRANSLATE_NOOP("Sandbox", "The token is a piece of HTML."),
            [](const FaultInput &in) { return withToken(in, R"("<b>abc</b><img src=x>")"); }),
        inReply("token-and-error", QT_TRANSLATE_NOOP("Sandbox", "A token and an error stand in the answer."),
            [](const FaultInput &in) {
                return withMore(in, quoted(in.spec.errorKey) + R"(:"INTERNAL_ERROR")");
            }),
        inReply("error-with-200", QT_TRANSLATE_NOOP("Sandbox", "An error with status 200."),
            [](const FaultInput &in) { return refused(in, 200, QStringLiteral("INTERNAL_ERROR")); }),
        inReply("token-with-400", QT_TRANSLATE_NOOP("Sandbox", "A token with status 400."),
            [](const FaultInput &in) { return isIssued(in) ? withStatus(in, 400) : in.answer; }),
    };
}

std::vector<FaultSpec> bodyFaults()
{
    return {
        inReply("unknown-code", QT_TRANSLATE_NOOP("Sandbox", "An error code that no document names."),
            [](const FaultInput &in) { return refused(in, 400, QStringLiteral("SANDBOX_SURPRISE")); }),
        inReply("empty-200", QT_TRANSLATE_NOOP("Sandbox", "Status 200 without a body."),
            [](const FaultInput &in) { return withBody(in, {}); }),
        inReply("empty-204", QT_TRANSLATE_NOOP("Sandbox", "Status 204."),
            [](const FaultInput &) {
                return SandboxAnswer{204, {}, {}};
            }),
        inReply("not-utf8", QT_TRANSLATE_NOOP("Sandbox", "Bytes that are no UTF-8 in the answer."),
            [](const FaultInput &in) {
                return withBody(in, withRawTail(in.answer.body, "\"note\":\"\xff\xfe\""));
            }),
        inReply("gbk", QT_TRANSLATE_NOOP("Sandbox", "Chinese in GBK in the answer."),
            [](const FaultInput &in) {
                return withBody(in, withRawTail(in.answer.body, "\"note\":\"\xb3\xc9\xb9\xa6\""));
            }),
        inReply("trailing-data", QT_TRANSLATE_NOOP("Sandbox", "The JSON object stands there twice."),
            [](const FaultInput &in) { return withBody(in, in.answer.body + in.answer.body); }),
        inReply("deep-json", QT_TRANSLATE_NOOP("Sandbox", "A value 2,000 lists deep stands in the answer."),
            [](const FaultInput &in) {
                return withBody(in,
                    withRawTail(in.answer.body, "\"deep\":" + QByteArray(2000, '[') + QByteArray(2000, ']')));
            }),
        settable(301, 307, 308,
            inReply("redirect", QT_TRANSLATE_NOOP("Sandbox", "Points to another host with that status."),
                &redirect)),
        settable(400, 502, 599,
            inReply("html", QT_TRANSLATE_NOOP("Sandbox", "A page of HTML with that status."), &page)),
        settable(1, 3, 86'400,
            inReply(
                "busy", QT_TRANSLATE_NOOP("Sandbox", "Too busy: try again in that many seconds."), &busy)),
    };
}

} // namespace

std::vector<FaultSpec> answerFaults()
{
    std::vector<FaultSpec> rows = tokenFaults();
    const std::vector<FaultSpec> more = bodyFaults();
    rows.insert(rows.end(), more.cbegin(), more.cend());
    return rows;
}

std::vector<FaultSpec> timeFaults()
{
    FaultSpec clock{
        "clock", QT_TRANSLATE_NOOP("Sandbox", "The service's clock is wrong by that many seconds.")};
    clock.request = [](SandboxRequest &request, int seconds) { request.now += seconds; };
    return {
        settable(1, 3000, 600'000,
            onWire("delay", QT_TRANSLATE_NOOP("Sandbox", "Answers that many milliseconds late."),
                [](const FaultInput &in) {
                    WireScript script = send({}, WireScript::End::Answer);
                    script.before = milliseconds(in.parameter);
                    return script;
                })),
        settable(1, 100, 60'000,
            onWire("drip-headers",
                QT_TRANSLATE_NOOP(
                    "Sandbox", "Answers byte by byte, with that many milliseconds between them."),
                [](const FaultInput &in) {
                    WireScript script = send(httpBytes(in.answer), WireScript::End::Close);
                    script.pause = milliseconds(in.parameter);
                    return script;
                })),
        settable(1, 100, 60'000,
            onWire("drip-body",
                QT_TRANSLATE_NOOP(
                    "Sandbox", "Answers the body byte by byte, with that many milliseconds between them."),
                [](const FaultInput &in) {
                    WireScript script = send(httpBytes(in.answer), WireScript::End::Close);
                    script.atOnce = script.bytes.size() - in.answer.body.size();
                    script.pause = milliseconds(in.parameter);
                    return script;
                })),
        settable(1, 1000, 1'000'000,
            onWire("bandwidth", QT_TRANSLATE_NOOP("Sandbox", "Answers at that many bytes a second."),
                [](const FaultInput &in) {
                    WireScript script = send(httpBytes(in.answer), WireScript::End::Close);
                    constexpr int portionsASecond = 10;
                    script.portion = qMax(1, in.parameter / portionsASecond);
                    script.pause = milliseconds(1000 * script.portion / in.parameter);
                    return script;
                })),
        settable(-864'000, 3600, 864'000, clock),
    };
}

} // namespace faceid::faulttable
