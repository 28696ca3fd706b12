#include "form/fillpreview.h"

#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"

#include <QDir>
#include <QHeaderView>

namespace faceid {

namespace {

constexpr int pathRole = Qt::UserRole;

} // namespace

QList<FillLine> filledLines(const EndpointSpec &spec, const Parts &parts, const Presentation &presentation)
{
    QList<FillLine> lines;
    for (const Part &part : parts) {
        const FieldSpec *row = spec.field(part.name);
        if (row->role == Role::Constant)
            continue;
        const QString value = part.isFile() ? FillPreview::tr("the photo") : QString::fromUtf8(part.value);
        lines.append({part.name, row->tellsWho() ? presentation.shown(value) : value});
    }
    return lines;
}

/// A detail can be a path that names somebody, or a value.
QList<FillLine> findingLines(const QList<FillFinding> &findings, const Presentation &presentation)
{
    QList<FillLine> lines;
    for (FillFinding finding : findings) {
        if (!finding.detail.isEmpty())
            finding.detail = presentation.shown(finding.detail);
        lines.append({finding.name, describe(finding)});
    }
    return lines;
}

FillPreview::FillPreview(QWidget *parent)
    : QTableWidget(0, 2, parent)
{
    setObjectName(QStringLiteral("fillPreview"));
    setAccessibleName(tr("What would be filled in, and what would not"));
    makePlain(this);
    setWordWrap(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void FillPreview::showGroups(const QList<FillGroup> &groups)
{
    const QMap<QString, QString> chosen = chosenPhotos();
    clearSpans();
    setRowCount(0);
    for (const FillGroup &group : groups) {
        if (!group.lines.isEmpty())
            addTitle(group.title);
        for (const FillLine &line : group.lines)
            addLine(line);
    }
    for (int row = 0; row < rowCount(); ++row) {
        QTableWidgetItem *text = item(row, 1);
        if (text && !chosen.isEmpty()
            && chosen.value(item(row, 0)->text()) == text->data(pathRole).toString())
            text->setCheckState(Qt::Checked);
    }
    resizeRowsToContents();
}

void FillPreview::addTitle(const QString &title)
{
    const int row = rowCount();
    insertRow(row);
    setSpan(row, 0, 1, 2);
    auto *heading = new QTableWidgetItem(title);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setFlags(Qt::ItemIsEnabled);
    setItem(row, 0, heading);
}

void FillPreview::addLine(const FillLine &line)
{
    const int row = rowCount();
    insertRow(row);
    auto *name = new QTableWidgetItem(visibleText(line.name));
    auto *text = new QTableWidgetItem(visibleText(line.text));
    for (QTableWidgetItem *cell : {name, text})
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (!line.path.isEmpty()) {
        text->setFlags(text->flags() | Qt::ItemIsUserCheckable);
        text->setCheckState(Qt::Unchecked);
        text->setData(pathRole, line.path);
        text->setText(tr("Read the file %1").arg(text->text()));
    }
    setItem(row, 0, name);
    setItem(row, 1, text);
}

QMap<QString, QString> FillPreview::chosenPhotos() const
{
    QMap<QString, QString> paths;
    for (int row = 0; row < rowCount(); ++row) {
        const QTableWidgetItem *text = item(row, 1);
        if (text && text->checkState() == Qt::Checked && text->data(pathRole).isValid())
            paths.insert(item(row, 0)->text(), text->data(pathRole).toString());
    }
    return paths;
}

/// Longer lines or fewer of them.
void FillPreview::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    resizeRowsToContents();
}

} // namespace faceid
