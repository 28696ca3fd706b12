#include "help/helpbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace faceid {

namespace {

QString source(const QString &page)
{
    QFile file(QStringLiteral(":/%1/%2.html").arg(HelpBook::folder(), page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

HelpBook::HelpBook(HelpFacts facts)
    : m_facts(std::move(facts))
{ }

QStringList HelpBook::pages()
{
    return {firstPage(), QStringLiteral("issuing"), QStringLiteral("handover"), QStringLiteral("outcomes"),
        QStringLiteral("errors"), QStringLiteral("results"), QStringLiteral("history"),
        QStringLiteral("privacy"), QStringLiteral("profiles"), QStringLiteral("keychain"),
        QStringLiteral("sandbox"), QStringLiteral("callbacks"), QStringLiteral("inspector"),
        QStringLiteral("batch"), QStringLiteral("cli"), QStringLiteral("parameters"), QStringLiteral("admin"),
        QStringLiteral("shortcuts")};
}

QString HelpBook::folder()
{
    return QCoreApplication::translate("HelpBook", "help/en");
}

QString HelpBook::html(const QString &page) const
{
    static const QRegularExpression braces(QStringLiteral("\\{([a-z-]+)(?::([^{}]+))?\\}"));
    const QString text = source(page);
    QString filled;
    qsizetype end = 0;
    for (auto it = braces.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        filled += text.sliced(end, match.capturedStart() - end);
        filled += m_facts.fact(match.captured(1), match.captured(2)).value_or(match.captured());
        end = match.capturedEnd();
    }
    return filled + text.sliced(end);
}

QString HelpBook::title(const QString &page) const
{
    static const QRegularExpression heading(QStringLiteral("<h1>(.*?)</h1>"));
    return QTextDocumentFragment::fromHtml(heading.match(source(page)).captured(1)).toPlainText();
}

QString HelpBook::text(const QString &page) const
{
    return QTextDocumentFragment::fromHtml(html(page)).toPlainText();
}

} // namespace faceid
