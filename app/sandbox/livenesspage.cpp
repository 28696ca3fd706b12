#include "sandbox/livenesspage.h"

namespace faceid {

namespace {

constexpr char style[] =
    "body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f5f6f8;color:#1b2330}"
    "main{max-width:26rem;margin:0 auto;padding:1rem}"
    "header{background:#14723c;color:#fff;padding:.75rem 1rem;text-align:center;font-weight:600}"
    "h1{font-size:1.25rem;margin:.5rem 0}p{margin:.5rem 0}small{color:#5b6675;overflow-wrap:anywhere}"
    "button{display:block;width:100%;margin:.5rem 0;padding:.75rem;font:inherit;color:inherit;background:#fff;"
    "border:1px solid #d9dde3;border-radius:6px;cursor:pointer}"
    "button:first-of-type{background:#14723c;border-color:#14723c;color:#fff}"
    "@media(prefers-color-scheme:dark){body{background:#15181d;color:#e6e9ee}button{background:#1d2127;"
    "border-color:#353c46}small{color:#9aa5b4}}";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

/// \a script may be empty; it is the only one that the browser will run.
SandboxAnswer page(int httpStatus, const QString &content, const QString &script = {})
{
    QString html = QStringLiteral(
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        "<title>FaceID 模拟 / simulated</title><style>%1</style></head><body>"
        "<header>模拟服务，并非真实认证<br>Simulated: no real verification</header><main>%2</main>%3</body></html>")
                       .arg(QLatin1String(style), content, script);
    // A nonce would be no secret in a page without foreign content; the one script stands in the page itself.
    SandboxAnswer answer{httpStatus, "text/html; charset=utf-8", html.toUtf8()};
    answer.headers.emplaceBack("Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
        "frame-ancestors 'none'");
    answer.headers.emplaceBack("Cache-Control", "no-store");
    answer.headers.emplaceBack("Referrer-Policy", "no-referrer");
    return answer;
}

QString hidden(const QString &name, const QString &value)
{
    return QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">").arg(name, escaped(value));
}

} // namespace

SandboxAnswer choicePage(const IssuedToken &token)
{
    QString content = QStringLiteral("<h1>请选择活体检测的结果<br>How shall the liveness check end?</h1>"
                                     "<p><small>biz_no %1</small></p><form method=\"post\">%2")
                          .arg(escaped(token.text(u"biz_no")), hidden(QStringLiteral("token"), token.token));
    const auto button = [&content](const QString &name, const QString &chinese, const QString &english) {
        content += QStringLiteral("<button name=\"outcome\" value=\"%1\">%2 / %3</button>")
                       .arg(name, chinese, english);
    };
    for (const OutcomeSpec &spec : outcomes())
        button(QLatin1String(spec.name), QString::fromUtf8(spec.chinese), QString::fromUtf8(spec.english));
    button(QStringLiteral("any"), QStringLiteral("随机"), QStringLiteral("Deal me one"));
    return page(200, content + QStringLiteral("</form>"));
}

SandboxAnswer returnPage(const IssuedToken &token, const Parts &fields)
{
    const QString address = token.text(u"return_url");
    QString form = QStringLiteral("<h1>检测已结束，正在返回<br>Done, going back</h1>"
                                  "<p>%1 / %2</p><form method=\"post\" action=\"%3\">")
                       .arg(QString::fromUtf8(token.outcome->chinese),
                           QString::fromUtf8(token.outcome->english), escaped(address));
    for (const Part &field : fields)
        form += hidden(field.name, QString::fromUtf8(field.value));
    form += QStringLiteral("<button>继续 / Continue</button></form><p><small>%1</small></p>")
                .arg(escaped(address));
    return page(200, form, QStringLiteral("<script>document.forms[0].submit()</script>"));
}

SandboxAnswer refusedPage(TokenLedger::Refusal refusal)
{
    const auto say = [](int httpStatus, const QString &text) {
        return page(httpStatus, QStringLiteral("<h1>%1</h1>").arg(text));
    };
    switch (refusal) {
    case TokenLedger::Refusal::Unknown:
        return say(404, QStringLiteral("链接无效<br>This link is not known"));
    case TokenLedger::Refusal::Expired:
        return say(410, QStringLiteral("链接已过期<br>This link has expired"));
    case TokenLedger::Refusal::Used:
        return say(
            410, QStringLiteral("链接已使用过，只能使用一次<br>This link works once and has been used"));
    }
    return {};
}

} // namespace faceid
