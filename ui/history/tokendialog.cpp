#include "history/tokendialog.h"

#include "history/historystore.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int tokenWidth = 620;
constexpr int mostLines = 5; // that linesOf() gives

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString stateName(TokenLine::State state)
{
    switch (state) {
    case TokenLine::State::Fact:
        return {};
    case TokenLine::State::Open:
        return QStringLiteral("issued");
    case TokenLine::State::Over:
        return QStringLiteral("refused");
    }
    return {};
}

QLabel *labelAt(const QGridLayout *grid, int line, int column)
{
    return static_cast<QLabel *>(grid->itemAtPosition(line, column)->widget());
}

} // namespace

TokenDialog::TokenDialog(HistoryStore &history, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_history(history)
    , m_presentation(presentation)
    , m_input(new QLineEdit(this))
    , m_lines(new QGridLayout)
    , m_toRow(new QPushButton(tr("Show the row"), this))
{
    setWindowTitle(tr("Read a token"));
    m_input->setPlaceholderText(tr("Paste a biz_token, a token or a request_id"));
    m_input->setAccessibleName(tr("Token or request_id"));
    m_input->setClearButtonEnabled(true);
    presentation.cover(m_input);
    m_lines->setHorizontalSpacing(12);
    m_lines->setVerticalSpacing(8);
    m_lines->setColumnStretch(1, 1);
    for (int line = 0; line < mostLines; ++line) {
        auto *title = new QLabel(this);
        title->setProperty("role", QStringLiteral("dim"));
        auto *text = new QLabel(this);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(title, line, 0, Qt::AlignTop | Qt::AlignRight);
        m_lines->addWidget(text, line, 1);
    }
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_toRow);
    buttons->addStretch(1);
    buttons->addWidget(close);
    for (QPushButton *button : {m_toRow, close})
        makePlain(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_input);
    layout->addLayout(m_lines);
    layout->addStretch(1);
    layout->addLayout(buttons);
    resize(tokenWidth, sizeHint().height());

    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &TokenDialog::showFacts);
    connect(m_input, &QLineEdit::textChanged, this, &TokenDialog::read);
    connect(&presentation, &Presentation::changed, this, &TokenDialog::showFacts);
    connect(m_toRow, &QPushButton::clicked, this, [this] {
        Q_EMIT rowWanted(m_facts.row->id);
        accept();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showFacts();
}

void TokenDialog::setText(const QString &text)
{
    m_input->setText(text);
    m_input->selectAll();
}

void TokenDialog::read()
{
    const TokenReading reading = readToken(m_input->text());
    setFacts(factsOf(reading, {}));
    if (reading.shape == TokenReading::Shape::None)
        return;
    m_history.rowsOfToken(
        reading.text, this, [this, reading](const QList<HistoryRow> &rows, const QString &) {
            if (reading.text == m_facts.text) // not an answer about what stood there before
                setFacts(factsOf(reading, rows));
        });
}

void TokenDialog::setFacts(const TokenFacts &facts)
{
    m_facts = facts;
    showFacts();
}

void TokenDialog::showFacts()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<TokenLine> lines =
        m_input->text().trimmed().isEmpty() ? QList<TokenLine>() : linesOf(m_facts, now, localTime);
    bool moves = false;
    for (int i = 0; i < mostLines; ++i) {
        const TokenLine line = lines.value(i);
        QLabel *text = labelAt(m_lines, i, 1);
        labelAt(m_lines, i, 0)->setText(line.title);
        const bool isRow = i > 0 && i == lines.size() - 1; // the last line, with the serial number
        text->setText(visibleText(isRow ? m_presentation.shown(line.text) : line.text));
        text->setAccessibleName(line.title);
        // An empty one would be a nameless place for a screen reader.
        text->setVisible(!line.text.isEmpty());
        Theme::mark(text, "state", stateName(line.state));
        moves = moves || line.state == TokenLine::State::Open;
    }
    m_toRow->setEnabled(m_facts.row.has_value());
    if (moves && !m_ticker.isActive())
        m_ticker.start();
    else if (!moves)
        m_ticker.stop();
}

} // namespace faceid
