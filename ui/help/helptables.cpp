#include "help/helptables.h"

#include "client/connectionreport.h"
#include "contract/fieldwords.h"
#include "credentials/credentialstore.h"
#include "export/codewriter.h"
#include "policy/policy.h"
#include "sandbox/scenario.h"

#include <QCoreApplication>

namespace faceid::helptables {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HelpTables)
};

QString code(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped());
}

/// A name to be copied: on a line of its own, never broken.
QString nameLine(const QString &name)
{
    return QStringLiteral("<div style=\"white-space: nowrap\">%1</div>").arg(code(name));
}

/// Cells are HTML.
QString row(const QStringList &cells, const QString &tag = QStringLiteral("td"))
{
    QString html = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        html += QStringLiteral("<%1>%2</%1>").arg(tag, cell);
    return html + QStringLiteral("</tr>");
}

/// \a rows of row(). \a heads is text.
QString table(const QStringList &heads, const QString &rows)
{
    QStringList escaped;
    for (const QString &head : heads)
        escaped.append(head.toHtmlEscaped());
    // At 100 % its own border does not fit, and the page scrolls sideways.
    return QStringLiteral("<table width=\"99%\" cellspacing=\"0\">") + row(escaped, QStringLiteral("th"))
        + rows + QStringLiteral("</table>");
}

QString endRow(const EndSpec &end)
{
    const QString name = end.code == 0 ? end.name : QStringLiteral("%1 %2").arg(end.code).arg(end.name);
    return row({code(name), findingTitle(end.flow), findingTitle(end.liveness), findingTitle(end.comparison),
        translated(end.meaning).toHtmlEscaped(), actorName(end.actor).toHtmlEscaped(),
        translated(end.advice).toHtmlEscaped()});
}

/// What a reader may put into the field, and what the service takes when it is left out.
QString bounds(const FieldSpec &field)
{
    QStringList parts{limitsText(field)};
    if (!field.assumedValue.isEmpty() && field.role != Role::Constant)
        parts.append(Words::tr("default %1").arg(field.assumedValue));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; ")).toHtmlEscaped();
}

} // namespace

QString outcomes()
{
    QString rows;
    for (const ExitMeaning &meaning : exitMeanings()) {
        const auto outcome = outcomeFromName(meaning.outcome);
        if (!outcome)
            continue;
        rows += row({QStringLiteral("<a href=\"outcomes#%1\">%2</a>")
                         .arg(meaning.outcome, outcomeTitle(*outcome).toHtmlEscaped()),
            outcomeSentence(*outcome).toHtmlEscaped()});
    }
    return table({Words::tr("Outcome"), Words::tr("What it means")}, rows);
}

QString exitStatuses()
{
    QString rows;
    for (const ExitMeaning &meaning : exitMeanings())
        rows +=
            row({QString::number(meaning.status), code(meaning.outcome), describe(meaning).toHtmlEscaped()});
    return table({Words::tr("Exit status"), Words::tr("Outcome"), Words::tr("What it means")}, rows);
}

QString errors(const EndpointSpec &spec)
{
    QString rows;
    for (const ErrorSpec &error : spec.errors) {
        const QString name =
            error.reason.isEmpty() ? error.code : QStringLiteral("%1:%2").arg(error.code, error.reason);
        rows += row({QString::number(error.httpStatus), code(name), translated(error.meaning).toHtmlEscaped(),
            actorName(error.actor).toHtmlEscaped(), translated(error.advice).toHtmlEscaped()});
    }
    return table({QStringLiteral("HTTP"), Words::tr("Code"), Words::tr("What it means"),
                     Words::tr("Who must act"), Words::tr("What to do")},
        rows);
}

QString parameters(const EndpointSpec &spec)
{
    QString rows;
    for (const FieldSpec &field : spec.fields) {
        if (field.role == Role::Credential)
            continue;
        QString names;
        for (const QString &name : field.partNames())
            names += nameLine(name);
        QStringList needed{casesText(spec, field.requiredIn)};
        if (field.optionalIn != NoCase)
            needed.append(Words::tr("optional: %1").arg(casesText(spec, field.optionalIn)));
        needed.removeAll(QString());
        rows += row({names + translated(field.label).toHtmlEscaped(), needed.join(QStringLiteral("<br>")),
            bounds(field), translated(field.help).toHtmlEscaped()});
    }
    return table({Words::tr("Parameter"), Words::tr("Required at %1").arg(spec.selector().name),
                     Words::tr("Values"), Words::tr("What it means")},
        rows);
}

QString results(const EndpointSpec &spec)
{
    QString rows;
    for (const EndSpec &end : resultSpec(spec).ends)
        rows += endRow(end);
    return table({Words::tr("End"), Words::tr("Flow"), Words::tr("Liveness"), Words::tr("Comparison"),
                     Words::tr("What it means"), Words::tr("Who must act"), Words::tr("What to do")},
        rows);
}

QString keychainStates()
{
    QString rows;
    for (int state = 0; state <= int(CredentialState::Failed); ++state) {
        const auto one = CredentialState(state);
        rows += row({code(credentialStateName(one)), describe(one).toHtmlEscaped()});
    }
    return table({Words::tr("State"), Words::tr("What it means and what to do")}, rows);
}

QString connectionSteps()
{
    ConnectionReport example;
    example.address = QUrl(getToken().host);
    QString rows;
    for (int step = 0; step <= int(ConnectionStep::Clock); ++step) {
        const auto one = ConnectionStep(step);
        // The sentence about a clock counts seconds, which an example has none of.
        const QString sentence = one == ConnectionStep::Clock
            ? Words::tr("This computer's clock and the service's differ. Set it, or signs will be refused.")
            : failureSentence(one, example);
        rows += row({stepTitle(one).toHtmlEscaped(), code(stepName(one)), sentence.toHtmlEscaped()});
    }
    return table({Words::tr("Step"), Words::tr("In faceidctl"), Words::tr("When it fails")}, rows);
}

QString scenarios()
{
    QString rows;
    for (const ScenarioEntry &entry : scenarioCatalog())
        rows += row({code(entry.name), entry.description.toHtmlEscaped()});
    return table({Words::tr("Scenario"), Words::tr("What happens")}, rows);
}

QString policies()
{
    QString rows;
    for (const PolicyRow &one : policyRows()) {
        rows += row({code(QLatin1String(one.key)), QString::fromUtf8(one.values).toHtmlEscaped(),
            describe(one).toHtmlEscaped()});
    }
    return table({Words::tr("Key"), Words::tr("Values"), Words::tr("What it means")}, rows);
}

QString codeLanguages()
{
    QStringList names;
    for (const CodeLanguage &language : faceid::codeLanguages())
        names.append(QString::fromLatin1(language.title).toHtmlEscaped());
    return names.join(QStringLiteral(", "));
}

QString shortcuts(const QList<Command> &commands)
{
    QString rows;
    for (const Command &command : commands) {
        if (!command.keys.isEmpty())
            rows +=
                row({code(keysText(command)), command.text.toHtmlEscaped(), command.group.toHtmlEscaped()});
    }
    return table({Words::tr("Key"), Words::tr("What it does"), Words::tr("Where")}, rows);
}

} // namespace faceid::helptables
