#include "export/shiftreport.h"

#include "contract/refusal.h"
#include "credentials/profile.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace faceid {

namespace {

constexpr int dotsPerInch = 300;
constexpr qreal sideMargin = 18; // millimetres, as the others
constexpr qreal endMargin = 16;
constexpr int footerLines = 2; // of text height, kept free at the bottom of the page

QString shown(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString number(qint64 value)
{
    return value == 0 ? QStringLiteral("–") : QLocale().toString(value);
}

struct Cell
{
    QString text;
    bool isNumber = false;
};

QString cellHtml(const Cell &cell, const char *tag)
{
    return QStringLiteral("<%1 align=\"%2\">%3</%1>")
        .arg(QLatin1String(tag), cell.isNumber ? QStringLiteral("right") : QStringLiteral("left"),
            cell.text.toHtmlEscaped());
}

QString rowHtml(const QList<Cell> &cells, const char *tag)
{
    QString html;
    for (const Cell &cell : cells)
        html += cellHtml(cell, tag);
    return QStringLiteral("<tr>%1</tr>").arg(html);
}

QString tableHtml(const QList<Cell> &head, const QList<QList<Cell>> &rows)
{
    QString html = QStringLiteral("<thead>%1</thead>").arg(rowHtml(head, "th"));
    for (const QList<Cell> &row : rows)
        html += rowHtml(row, "td");
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"5\">%1</table>").arg(html);
}

QString heading(const QString &text)
{
    return QStringLiteral("<h2>%1</h2>").arg(text.toHtmlEscaped());
}

/// The columns of numbers, and which outcomes each of them counts. Together they count everything.
struct Column
{
    const char *title;
    QList<Outcome> outcomes;
};

const QList<Column> &columns()
{
    static const QList<Column> all{
        {QT_TRANSLATE_NOOP("ShiftReport", "Issued"), {Outcome::Issued}},
        {QT_TRANSLATE_NOOP("ShiftReport", "Refused"), {Outcome::Refused}},
        {QT_TRANSLATE_NOOP("ShiftReport", "Unknown"), {Outcome::Unknown, Outcome::Pending}},
        {QT_TRANSLATE_NOOP("ShiftReport", "Server error"), {Outcome::ServerError}},
        {QT_TRANSLATE_NOOP("ShiftReport", "Not sent"), {Outcome::NotSent, Outcome::CutOff}},
    };
    return all;
}

QList<Cell> numbers(const OutcomeCounts &counts)
{
    QList<Cell> cells;
    for (const Column &column : columns()) {
        qint64 sum = 0;
        for (const Outcome outcome : column.outcomes)
            sum += counts.count(outcome);
        cells.append({number(sum), true});
    }
    cells.append({number(counts.all()), true});
    return cells;
}

QString profileTable(const ShiftFigures &figures)
{
    QList<Cell> head{{QCoreApplication::translate("ShiftReport", "Profile")},
        {QCoreApplication::translate("ShiftReport", "Environment")},
        {QCoreApplication::translate("ShiftReport", "API")}};
    for (const Column &column : columns())
        head.append({QCoreApplication::translate("ShiftReport", column.title), true});
    head.append({QCoreApplication::translate("ShiftReport", "All"), true});
    QList<QList<Cell>> rows;
    for (const ShiftFigures::Line &line : figures.lines)
        rows.append(QList<Cell>{{line.profileName}, {environmentTitle(line.environment)}, {line.endpointId}}
            + numbers(line.counts));
    if (rows.size() > 1)
        rows.append(QList<Cell>{{QCoreApplication::translate("ShiftReport", "Together")}, {}, {}}
            + numbers(figures.total));
    return tableHtml(head, rows);
}

QString reasonTable(const ShiftFigures &figures)
{
    QList<QList<Cell>> rows;
    for (const ShiftFigures::Reason &reason : figures.reasons) {
        const EndpointSpec *spec = endpointById(reason.endpointId);
        const QString meaning =
            spec ? explainRefusal(*spec, reason.httpStatus, reason.errorCode).meaning() : QString();
        const QString code =
            reason.errorCode.isEmpty() ? QStringLiteral("HTTP %1").arg(reason.httpStatus) : reason.errorCode;
        rows.append({{code}, {meaning}, {reason.endpointId}, {number(reason.count), true}});
    }
    return tableHtml({{QCoreApplication::translate("ShiftReport", "Code")},
                         {QCoreApplication::translate("ShiftReport", "Meaning")},
                         {QCoreApplication::translate("ShiftReport", "API")},
                         {QCoreApplication::translate("ShiftReport", "Requests"), true}},
        rows);
}

QString tokenTable(const OutcomeCounts &counts)
{
    const auto row = [](const QString &title, qint64 value) {
        return QList<Cell>{{title}, {number(value), true}};
    };
    return tableHtml({{QCoreApplication::translate("ShiftReport", "When this was counted")},
                         {QCoreApplication::translate("ShiftReport", "Requests"), true}},
        {row(QCoreApplication::translate("ShiftReport", "Token can still be used"), counts.open),
            row(QCoreApplication::translate("ShiftReport", "Token has expired"), counts.expired),
            row(QCoreApplication::translate("ShiftReport", "Outcome open: nobody has found it out yet"),
                counts.unresolved)});
}

void paintPages(QTextDocument &document, QPdfWriter &writer, const QString &footer)
{
    QPainter painter(&writer);
    const int height = int(document.pageSize().height());
    const int pages = document.pageCount();
    QFont small = document.defaultFont();
    small.setPointSizeF(8);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -qreal(page) * height);
        document.drawContents(&painter, QRectF(0, qreal(page) * height, writer.width(), height));
        painter.restore();
        painter.setFont(small);
        painter.setPen(QColor(0x5b, 0x66, 0x75));
        const QRect line(0, height, writer.width(), writer.height() - height);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, footer);
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom,
            QCoreApplication::translate("ShiftReport", "Page %1 of %2").arg(page + 1).arg(pages));
    }
}

} // namespace

/// Black on white, ruled by thin lines: it is made to be printed.
QString shiftReportStyle()
{
    return QStringLiteral("h1 { font-size: 17pt; margin-top: 0px; margin-bottom: 4px; }"
                          "h2 { font-size: 11pt; margin-top: 28px; margin-bottom: 6px; }"
                          "p { font-size: 9.5pt; color: #5b6675; margin: 0px; }"
                          "th { font-size: 8.5pt; color: #5b6675; border-bottom: 1px solid #1b2330; }"
                          "td { font-size: 9.5pt; border-bottom: 1px solid #d9dde3; }");
}

QString shiftReportHtml(const ShiftFigures &figures)
{
    const OutcomeCounts &total = figures.total;
    QString html = QStringLiteral("<h1>%1</h1><p>%2</p>")
                       .arg(QCoreApplication::translate("ShiftReport", "Shift report").toHtmlEscaped(),
                           QCoreApplication::translate("ShiftReport", "Requests from %1 until %2")
                               .arg(shown(figures.since), shown(figures.until))
                               .toHtmlEscaped());
    if (total.all() == 0)
        return html + heading(QCoreApplication::translate("ShiftReport", "Nothing was sent in this time."));
    html +=
        heading(QCoreApplication::translate("ShiftReport", "What became of them")) + profileTable(figures);
    html += heading(QCoreApplication::translate("ShiftReport", "Open")) + tokenTable(total);
    if (!figures.reasons.isEmpty())
        html += heading(QCoreApplication::translate("ShiftReport", "Why the service refused"))
            + reasonTable(figures);
    return html;
}

AuditNote shiftReportDeed()
{
    return {Deed::Export, {}, QStringLiteral("shift report")};
}

bool writeShiftReport(QIODevice &out, const ShiftFigures &figures)
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&pdf);
        writer.setTitle(QCoreApplication::translate("ShiftReport", "Shift report"));
        writer.setCreator(QStringLiteral("FaceID Console"));
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({sideMargin, endMargin, sideMargin, endMargin}, QPageLayout::Millimeter);
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer); // points are those of the page
        document.setDocumentMargin(0);
        document.setDefaultStyleSheet(shiftReportStyle());
        const int footer = footerLines * dotsPerInch * 10 / 72; // of 10 points
        document.setPageSize(QSizeF(writer.width(), writer.height() - footer));
        document.setHtml(shiftReportHtml(figures));
        paintPages(document, writer,
            QCoreApplication::translate("ShiftReport", "FaceID Console, counted %1")
                .arg(shown(figures.countedAt)));
    }
    return out.write(pdf.data()) == pdf.data().size();
}

} // namespace faceid
