#include "sandbox/referencepage.h"

#include "contract/endpointspec.h"
#include "contract/fieldwords.h"
#include "sandbox/outcome.h"
#include "sandbox/photolook.h"
#include "sandbox/scenario.h"
#include "sandbox/tlsflaw.h"

#include <QCoreApplication>

namespace faceid {

namespace {

QString cell(const QString &text)
{
    return QStringLiteral("<td>") + text.toHtmlEscaped() + QStringLiteral("</td>");
}

QString code(const QString &text)
{
    if (text.isEmpty())
        return QStringLiteral("<td></td>");
    return QStringLiteral("<td><code>") + text.toHtmlEscaped() + QStringLiteral("</code></td>");
}

QString tableOf(const QStringList &heads, const QString &rows)
{
    QString table = QStringLiteral("<table><tr>");
    for (const QString &head : heads)
        table += QStringLiteral("<th>") + head.toHtmlEscaped() + QStringLiteral("</th>");
    return table + QStringLiteral("</tr>") + rows + QStringLiteral("</table>");
}

QString sectionOf(const EndpointSpec &spec)
{
    QString fields;
    for (const FieldSpec &row : spec.fields) {
        fields += QStringLiteral("<tr>") + code(row.partNames().join(QStringLiteral(", ")))
            + cell(casesText(spec, row.requiredIn)) + cell(casesText(spec, row.optionalIn))
            + cell(limitsText(row)) + code(row.assumedValue) + cell(translated(row.help))
            + QStringLiteral("</tr>");
    }
    QString errors;
    for (const ErrorSpec &error : spec.errors) {
        errors += QStringLiteral("<tr>") + cell(QString::number(error.httpStatus))
            + code(error.reason.isEmpty() ? error.code : QString(error.code + u':' + error.reason))
            + cell(translated(error.meaning)) + QStringLiteral("</tr>");
    }
    return QStringLiteral("<h2>POST <code>%1</code></h2>").arg(spec.path)
        + tableOf({QCoreApplication::translate("SandboxPage", "Parameter"),
                      QCoreApplication::translate("SandboxPage", "Required at comparison_type"),
                      QCoreApplication::translate("SandboxPage", "Optional at"),
                      QCoreApplication::translate("SandboxPage", "Limits"),
                      QCoreApplication::translate("SandboxPage", "Default"),
                      QCoreApplication::translate("SandboxPage", "Meaning")},
            fields)
        + tableOf({QStringLiteral("HTTP"), QCoreApplication::translate("SandboxPage", "Error"),
                      QCoreApplication::translate("SandboxPage", "Meaning")},
            errors);
}

QString scenarios()
{
    QString rows;
    for (const ScenarioEntry &entry : scenarioCatalog())
        rows += QStringLiteral("<tr>") + code(entry.name) + cell(entry.description) + QStringLiteral("</tr>");
    for (const TlsFlaw &flaw : tlsFlaws()) {
        rows += QStringLiteral("<tr>") + code(QLatin1String("--tls-flaw=") + QLatin1String(flaw.name))
            + cell(flaw.description()) + QStringLiteral("</tr>");
    }
    return QStringLiteral("<h2>") + QCoreApplication::translate("SandboxPage", "Scenarios").toHtmlEscaped()
        + QStringLiteral(
            "</h2><p><code>curl -d scenario=NO_FACE_FOUND:image_ref1:1 /sandbox/scenarios</code></p>")
        + tableOf({QCoreApplication::translate("SandboxPage", "Scenario"),
                      QCoreApplication::translate("SandboxPage", "What happens")},
            rows);
}

/// A choice of this imitation's own, and the option of `faceidctl sandbox` that changes it; see
/// SandboxService for all of them.
struct Choice
{
    const char *text;
    const char *option; ///< empty: there is no other way
};

constexpr Choice choices[] = {
    {QT_TRANSLATE_NOOP("SandboxPage", "A sign that does not fit or cannot be read is INVALID_SIGN."),
        "--sign-as-reason"},
    {QT_TRANSLATE_NOOP("SandboxPage", "A sign is good up to its last second and no longer."),
        "--clock-tolerance 60"},
    {QT_TRANSLATE_NOOP(
         "SandboxPage", "A sign with b=0 is used up by the first request that authenticates with it."),
        ""},
    {QT_TRANSLATE_NOOP("SandboxPage", "A biz_no may come again."), "--unique-biz-no"},
    {QT_TRANSLATE_NOOP("SandboxPage", "Codes are written CODE:key."), "--spaced-codes"},
    {QT_TRANSLATE_NOOP(
         "SandboxPage", "Only the first parameter at fault is named, in the order of the table."),
        ""},
    {QT_TRANSLATE_NOOP("SandboxPage", "Photos are searched as their pixels are stored, without EXIF."),
        "--faces one"},
    {QT_TRANSLATE_NOOP("SandboxPage", "A key may do everything, from anywhere, as often as it likes."),
        "--keys FILE"},
    {QT_TRANSLATE_NOOP(
         "SandboxPage", "A PC token can be opened for 618 seconds, as in the document's sample."),
        ""},
    {QT_TRANSLATE_NOOP("SandboxPage", "notify_url is called once, as soon as the outcome is chosen."),
        "--callback retries=3"},
    {QT_TRANSLATE_NOOP("SandboxPage", "Results are there for a day, then they are RESULT_NOT_FOUND."), ""},
    {QT_TRANSLATE_NOOP("SandboxPage", "Another method than POST, as an unknown path, is API_NOT_FOUND."), ""},
};

QString ownChoices()
{
    QString rows;
    for (const Choice &choice : choices) {
        rows += QStringLiteral("<tr>") + cell(QCoreApplication::translate("SandboxPage", choice.text))
            + code(QLatin1String(choice.option)) + QStringLiteral("</tr>");
    }
    return QStringLiteral("<h2>%1</h2>")
               .arg(QCoreApplication::translate("SandboxPage", "Where the documents are silent")
                        .toHtmlEscaped())
        + tableOf({QCoreApplication::translate("SandboxPage", "What this imitation does"),
                      QCoreApplication::translate("SandboxPage", "Switch")},
            rows);
}

/// What to type to get a token from here; stays right whatever the language.
QString firstSteps()
{
    return QStringLiteral(
        "<pre>HOST=http://127.0.0.1:8080   # openapi.faceid.com, api.megvii.com\n"
        "SIGN=$(FACEID_API_SECRET=sandbox-secret faceidctl sign make --api-key sandbox-key)\n"
        "curl -F sign=$SIGN -F sign_version=hmac_sha1 -F liveness_type=meglive -F comparison_type=0 \\\n"
        "     -F uuid=u-1 -F image_ref1=@FACE.jpg $HOST%1\n"
        "curl -d api_key=sandbox-key -d api_secret=sandbox-secret -d comparison_type=-1 -d biz_no=b-1 \\\n"
        "     -d return_url=https://example.com/r -d notify_url=https://example.com/n $HOST%2</pre>")
        .arg(getBizToken().path, getToken().path);
}

QString introduction(const SandboxRules &rules)
{
    const QString text = QCoreApplication::translate("SandboxPage",
        "This is an imitation of the FaceID token services for tests and demonstrations. Point your program at "
        "this address instead of openapi.faceid.com and api.megvii.com. A PC token opens "
        "/faceid/liveness/v2/do?token=…, where you pick an outcome; for an SDK token POST token and outcome (%1) "
        "to /sandbox/complete. Both get_result addresses answer. /openapi.json describes it all for tools.");
    const QString photos = looksAtPhotos(rules.faces)
        ? QCoreApplication::translate("SandboxPage", "Photos are searched for faces.")
        : QCoreApplication::translate(
            "SandboxPage", "Photos are not searched for faces here: a number is assumed.");
    return QStringLiteral("<p>%1</p><p>%2</p>")
        .arg(text.arg(outcomeNames()).toHtmlEscaped(), photos.toHtmlEscaped());
}

} // namespace

SandboxAnswer referencePage(const SandboxRules &rules)
{
    QString html = QStringLiteral(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>FaceID sandbox</title>"
        "<style>body{margin:1rem auto;max-width:60rem;padding:0 1rem;font:15px/1.5 system-ui,sans-serif}"
        "table{border-collapse:collapse;margin:.5rem 0 1.5rem;width:100%}td,th{border:1px solid #d9dde3;"
        "padding:.25rem .5rem;text-align:left;vertical-align:top}td{overflow-wrap:break-word}"
        "pre{overflow:auto;padding:.5rem;background:#f5f6f8;border:1px solid #d9dde3}</style></head><body>"
        "<h1>FaceID sandbox</h1>");
    html += introduction(rules) + firstSteps();
    for (const EndpointSpec *spec : endpoints())
        html += sectionOf(*spec);
    html += ownChoices();
    html += scenarios() + QStringLiteral("</body></html>");
    SandboxAnswer answer{200, "text/html; charset=utf-8", html.toUtf8()};
    answer.headers.emplaceBack("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    return answer;
}

} // namespace faceid
