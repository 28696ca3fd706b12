#include "history/unresolvedline.h"

#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace faceid {

UnresolvedLine::UnresolvedLine(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_show(new QPushButton(this))
    , m_all(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("role", QStringLiteral("message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(8);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    for (const auto resolution : {Resolution::Issued, Resolution::NotIssued, Resolution::GaveUp}) {
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("mark-") + resolutionName(resolution));
        connect(button, &QPushButton::clicked, this,
            [this, resolution] { Q_EMIT marked(m_row.id, resolution, m_row.note); });
        m_marks.append({resolution, button});
        line->addWidget(button);
    }
    for (QPushButton *button : {m_show, m_all})
        line->addWidget(button);
    for (QPushButton *button : findChildren<QPushButton *>())
        makePlain(button);
    m_show->setObjectName(QStringLiteral("showUnresolved"));
    m_all->setObjectName(QStringLiteral("showAllRows"));
    m_close->setProperty("role", QStringLiteral("link"));
    line->addWidget(m_close);
    connect(m_show, &QPushButton::clicked, this, &UnresolvedLine::showWanted);
    connect(m_all, &QPushButton::clicked, this, &UnresolvedLine::allWanted);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_closedAt = m_count;
        follow();
    });
    const auto restyle = [this, &theme] {
        m_icon->setPixmap(theme.icon(QStringLiteral("question"), theme.colors().unknown).pixmap(16, 16));
        m_close->setIcon(theme.icon(QStringLiteral("cross"), theme.colors().text));
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    retranslate();
}

void UnresolvedLine::setCount(int count)
{
    m_closedAt = std::min(m_closedAt, count); // one more is news again
    m_count = count;
    follow();
}

void UnresolvedLine::setListed(bool listed)
{
    m_listed = listed;
    follow();
}

void UnresolvedLine::setRow(const HistoryRow *row)
{
    m_row = row ? *row : HistoryRow();
    follow();
}

void UnresolvedLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void UnresolvedLine::retranslate()
{
    for (const auto &[resolution, button] : std::as_const(m_marks)) {
        button->setText(resolution == Resolution::Issued ? tr("Issued")
                : resolution == Resolution::NotIssued    ? tr("Not issued")
                                                         : tr("Cannot be found out"));
        button->setAccessibleName(tr("Mark the chosen row: %1").arg(button->text()));
    }
    m_show->setText(tr("Show them"));
    m_all->setText(tr("Show all rows"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    follow();
}

void UnresolvedLine::follow()
{
    setVisible(m_listed || m_count > m_closedAt);
    const bool canMark = m_listed && isUnresolved(m_row);
    for (const auto &mark : std::as_const(m_marks)) {
        mark.second->setVisible(m_listed);
        mark.second->setEnabled(canMark);
    }
    m_show->setVisible(!m_listed);
    m_close->setVisible(!m_listed);
    m_all->setVisible(m_listed);
    QString text;
    if (!m_listed)
        text = tr("%Ln attempt(s) have an unknown outcome: a token may have been issued.", nullptr, m_count);
    else if (m_count == 0)
        text = tr("No attempt has an unknown outcome any more.");
    else if (canMark)
        text = tr("What became of the chosen attempt?");
    else
        text = tr("Choose a row, find out what became of it, and say so here.");
    m_text->setText(text);
    setAccessibleName(text);
}

} // namespace faceid
