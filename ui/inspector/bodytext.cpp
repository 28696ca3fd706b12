#include "inspector/bodytext.h"

#include "client/worker.h"
#include "inspector/jsonformat.h"
#include "shell/theme.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype longestLine = 1000; // characters; QTextLayout takes its time with longer ones
constexpr qsizetype sliceLength = 8 * 1024; // characters laid in at once
constexpr qint64 feedingMs = 10; // before other events get their turn
constexpr qsizetype longestColouredLine = 4 * longestLine;

std::vector<qsizetype> positionsOf(const QString &needle, const QString &text)
{
    std::vector<qsizetype> positions;
    qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive);
    while (at >= 0 && positions.size() < size_t(maxMatches)) {
        positions.push_back(at);
        at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive);
    }
    return positions;
}

} // namespace

BodyText::BodyText(Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_feeder.setInterval(0);
    connect(&m_feeder, &QTimer::timeout, this, &BodyText::feed);
    connect(&theme, &Theme::changed, this, [this] {
        ++m_colouring;
        viewport()->update();
    });
}

void BodyText::setBody(const QString &text, int jsonFrom)
{
    clear();
    m_text = text;
    m_jsonFrom = jsonFrom;
    m_fed = 0;
    m_lineLength = 0;
    m_breaks.clear();
    m_matches.clear();
    m_found = nullptr;
    ++m_searchNumber;
    ++m_colouring;
    if (!text.isEmpty())
        m_feeder.start();
    else
        m_feeder.stop();
}

void BodyText::feed()
{
    QElapsedTimer clock;
    clock.start();
    while (!isComplete() && clock.elapsed() < feedingMs) {
        if (m_fed == 0) {
            setPlainText(nextSlice()); // leaves the cursor at the beginning
        } else {
            QTextCursor cursor(document());
            cursor.movePosition(QTextCursor::End);
            cursor.insertText(nextSlice());
        }
    }
    if (!isComplete())
        return;
    m_feeder.stop();
    if (m_found)
        startSearch();
    Q_EMIT completed();
}

QString BodyText::nextSlice()
{
    const qsizetype start = m_fed;
    qsizetype end = qMin(start + sliceLength, m_text.size());
    if (end < m_text.size() && m_text[end].isLowSurrogate())
        ++end;
    QString slice;
    slice.reserve(end - start + 16);
    for (qsizetype i = start; i < end; ++i) {
        if (m_text[i] == u'\n') {
            m_lineLength = -1;
        } else if (m_lineLength >= longestLine && !m_text[i].isLowSurrogate()) {
            m_breaks.push_back(i);
            slice += u'\n';
            m_lineLength = 0;
        }
        slice += m_text[i];
        ++m_lineLength;
    }
    m_fed = end;
    return slice;
}

void BodyText::paintEvent(QPaintEvent *event)
{
    colourVisibleLines();
    QPlainTextEdit::paintEvent(event);
}

void BodyText::colourVisibleLines()
{
    if (m_jsonFrom < 0)
        return;
    qreal bottom = contentOffset().y();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && bottom < viewport()->height();
         block = block.next()) {
        if (block.userState() != m_colouring && block.blockNumber() >= m_jsonFrom
            && block.length() < longestColouredLine) {
            block.setUserState(m_colouring);
            block.layout()->setFormats(jsonColours(block.text(), m_theme.colors()));
            document()->markContentsDirty(block.position(), block.length());
        }
        bottom += blockBoundingRect(block).height();
    }
}

QString BodyText::selectedText() const
{
    const QTextCursor cursor = textCursor();
    const qsizetype start = toText(cursor.selectionStart());
    return m_text.sliced(start, toText(cursor.selectionEnd()) - start);
}

/// For a drag and the mouse's own selection; the clipboard is filled by whoever listens to copyText().
QMimeData *BodyText::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(selectedText());
    return data;
}

void BodyText::copySelection()
{
    if (textCursor().hasSelection())
        Q_EMIT copyText(selectedText());
}

void BodyText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void BodyText::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &BodyText::copySelection)
        ->setEnabled(textCursor().hasSelection());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &QPlainTextEdit::selectAll);
    menu->popup(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

int BodyText::toDocument(qsizetype position) const
{
    const auto added = std::upper_bound(m_breaks.cbegin(), m_breaks.cend(), position) - m_breaks.cbegin();
    return int(position + added);
}

qsizetype BodyText::toText(int position) const
{
    // The break with index k stands at m_breaks[k] + k of the document.
    size_t low = 0;
    size_t high = m_breaks.size();
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (m_breaks[middle] + qsizetype(middle) < position)
            low = middle + 1;
        else
            high = middle;
    }
    return qMin(position - qsizetype(low), m_text.size());
}

void BodyText::search(const QString &needle, Found found)
{
    m_needle = needle;
    m_found = std::move(found);
    ++m_searchNumber;
    if (isComplete())
        startSearch();
}

void BodyText::startSearch()
{
    runOnWorker(
        this, [needle = m_needle, text = m_text] { return positionsOf(needle, text); },
        [this, number = m_searchNumber](const std::vector<qsizetype> &positions) {
            if (number != m_searchNumber)
                return;
            m_matches = positions;
            const Found found = std::exchange(m_found, nullptr);
            if (found)
                found(int(m_matches.size()));
        });
}

void BodyText::showMatch(int match)
{
    if (match < 0 || size_t(match) >= m_matches.size())
        return;
    const qsizetype start = m_matches[size_t(match)];
    QTextCursor cursor(document());
    cursor.setPosition(toDocument(start));
    cursor.setPosition(toDocument(start + m_needle.size() - 1) + 1, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

} // namespace faceid
