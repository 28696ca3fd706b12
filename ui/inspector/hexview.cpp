#include "inspector/hexview.h"

#include "client/worker.h"
#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace faceid {

namespace {

constexpr int margin = 8; // pixels on both sides of a cell's text
constexpr int addressDigits = 8;
constexpr int digitsPerByte = 3; // two and a blank

QString addressText(qsizetype address)
{
    return QStringLiteral("%1").arg(address, addressDigits, 16, QLatin1Char('0'));
}

QString hexText(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex(' '));
}

QString plainText(QByteArrayView bytes)
{
    QString text;
    for (const char c : bytes)
        text += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
    return text;
}

/// Draws a cell, and the bytes of the match in the accent colour.
class HexDelegate : public QStyledItemDelegate
{
public:
    HexDelegate(Theme &theme, const HexView &view, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_view(view)
    { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ThemeColors &colors = m_theme.colors();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setFont(option.font);
        painter->fillRect(option.rect, selected ? colors.selection : colors.panel);
        const QString text = index.data().toString();
        const bool isAddress = index.column() == int(HexModel::Column::Address);
        painter->setPen(isAddress ? colors.dim : colors.text);
        const QRectF place = QRectF(option.rect).adjusted(margin, 0, 0, 0);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
        if (!isAddress)
            drawMatch(painter, place, index, text);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(colors.accent);
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
        painter->restore();
    }

private:
    void drawMatch(
        QPainter *painter, const QRectF &place, const QModelIndex &index, const QString &text) const
    {
        const int perRow = static_cast<const HexModel *>(index.model())->bytesPerRow();
        const qsizetype rowStart = qsizetype(index.row()) * perRow;
        const qsizetype from = qMax<qsizetype>(m_view.matchStart() - rowStart, 0);
        const qsizetype to = qMin<qsizetype>(m_view.matchStart() + m_view.matchLength() - rowStart, perRow);
        if (m_view.matchStart() < 0 || from >= to)
            return;
        const bool isHex = index.column() == int(HexModel::Column::Hex);
        const qsizetype first = isHex ? from * digitsPerByte : from;
        const qsizetype length = isHex ? (to - from) * digitsPerByte - 1 : to - from;
        const QFontMetricsF metrics(painter->font());
        QRectF marked = place;
        marked.setLeft(place.left() + metrics.horizontalAdvance(text.left(first)));
        marked.setWidth(metrics.horizontalAdvance(text.mid(first, length)));
        painter->fillRect(marked, m_theme.colors().accent);
        painter->setPen(m_theme.colors().onAccent);
        painter->drawText(
            marked, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.mid(first, length));
    }

    Theme &m_theme;
    const HexView &m_view;
};

/// "0x89 50 4e" as bytes; anything else as UTF-8 text.
QByteArray wantedBytes(const QString &needle, bool &isText)
{
    isText = !needle.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    if (isText)
        return needle.toUtf8().toLower();
    QString digits = needle.mid(2);
    digits.remove(u' ');
    return QByteArray::fromHex(digits.left(digits.size() / 2 * 2).toLatin1());
}

std::vector<qsizetype> positionsOf(const QByteArray &wanted, const QByteArray &bytes)
{
    std::vector<qsizetype> positions;
    qsizetype at = wanted.isEmpty() ? -1 : bytes.indexOf(wanted);
    while (at >= 0 && positions.size() < size_t(maxMatches)) {
        positions.push_back(at);
        at = bytes.indexOf(wanted, at + wanted.size());
    }
    return positions;
}

} // namespace

HexModel::HexModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void HexModel::setBytes(const QByteArray &bytes)
{
    beginResetModel();
    m_bytes = bytes;
    endResetModel();
}

void HexModel::setBytesPerRow(int count)
{
    if (count == m_bytesPerRow)
        return;
    beginResetModel();
    m_bytesPerRow = count;
    endResetModel();
}

int HexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int((m_bytes.size() + m_bytesPerRow - 1) / m_bytesPerRow);
}

int HexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant HexModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const qsizetype start = qsizetype(index.row()) * m_bytesPerRow;
    const QByteArrayView row =
        QByteArrayView(m_bytes).sliced(start, qMin<qsizetype>(m_bytesPerRow, m_bytes.size() - start));
    switch (Column(index.column())) {
    case Column::Address:
        return addressText(start);
    case Column::Hex:
        return hexText(row);
    case Column::Text:
        return plainText(row);
    }
    return {};
}

QVariant HexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Address:
        return tr("Address");
    case Column::Hex:
        return tr("Bytes");
    case Column::Text:
        return tr("ASCII");
    }
    return {};
}

QString hexLine(const QByteArray &bytes, qsizetype row, int bytesPerRow)
{
    const qsizetype start = row * bytesPerRow;
    const QByteArrayView part =
        QByteArrayView(bytes).sliced(start, qMin<qsizetype>(bytesPerRow, bytes.size() - start));
    return addressText(start) + QStringLiteral("  ")
        + hexText(part).leftJustified(bytesPerRow * digitsPerByte - 1) + QStringLiteral("  ")
        + plainText(part);
}

HexView::HexView(Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(new HexModel(this))
{
    setModel(m_model);
    setItemDelegate(new HexDelegate(theme, *this, this));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    makePlain(this);
    setSelectionMode(ExtendedSelection);
    setWordWrap(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    retranslate();
    fitColumns();
}

void HexView::retranslate()
{
    setAccessibleName(tr("Bytes of the answer"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, HexModel::columns - 1);
}

void HexView::setBytes(const QByteArray &bytes)
{
    ++m_searchNumber;
    m_matches.clear();
    m_matchStart = -1;
    m_model->setBytes(bytes);
}

void HexView::fitColumns()
{
    const QFontMetrics metrics(font());
    const auto widthOf = [&metrics](int characters) {
        return metrics.horizontalAdvance(QString(characters, u'0')) + 2 * margin;
    };
    const auto rowWidth = [&widthOf](int bytes) {
        return widthOf(addressDigits) + widthOf(bytes * digitsPerByte - 1) + widthOf(bytes);
    };
    const int perRow =
        rowWidth(HexModel::wideRow) <= viewport()->width() ? HexModel::wideRow : HexModel::narrowRow;
    if (perRow != m_model->bytesPerRow()) {
        const qsizetype top = qsizetype(rowAt(0)) * m_model->bytesPerRow();
        m_model->setBytesPerRow(perRow);
        if (top > 0)
            scrollTo(m_model->index(int(top / perRow), 0), PositionAtTop);
    }
    verticalHeader()->setDefaultSectionSize(metrics.height() + 4);
    setColumnWidth(int(HexModel::Column::Address), widthOf(addressDigits));
    setColumnWidth(int(HexModel::Column::Hex), widthOf(perRow * digitsPerByte - 1));
    setColumnWidth(int(HexModel::Column::Text), widthOf(perRow));
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void HexView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void HexView::copySelection()
{
    std::vector<std::pair<int, int>> ranges; // not one index for each of a hundred thousand rows
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    runOnWorker(
        this,
        [ranges, bytes = m_model->bytes(), perRow = m_model->bytesPerRow()] {
            QString text;
            for (const auto &[top, bottom] : ranges) {
                for (int row = top; row <= bottom; ++row)
                    text += hexLine(bytes, row, perRow) + u'\n';
            }
            return text;
        },
        [this](const QString &text) {
            if (!text.isEmpty())
                Q_EMIT copyText(text);
        });
}

void HexView::search(const QString &needle, Found found)
{
    const int number = ++m_searchNumber;
    bool isText = true;
    const QByteArray wanted = wantedBytes(needle, isText);
    m_matchStart = -1;
    m_matchLength = wanted.size();
    runOnWorker(
        this,
        [wanted, isText, bytes = m_model->bytes()] {
            return positionsOf(wanted, isText ? bytes.toLower() : bytes);
        },
        [this, number, found = std::move(found)](const std::vector<qsizetype> &positions) {
            if (number != m_searchNumber)
                return;
            m_matches = positions;
            viewport()->update();
            found(int(positions.size()));
        });
}

void HexView::showMatch(int match)
{
    if (match < 0 || size_t(match) >= m_matches.size())
        return;
    m_matchStart = m_matches[size_t(match)];
    const QModelIndex index =
        m_model->index(int(m_matchStart / m_model->bytesPerRow()), int(HexModel::Column::Hex));
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    viewport()->update();
}

} // namespace faceid
