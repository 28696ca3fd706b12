#include "history/attemptsline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace faceid {

namespace {

constexpr int mostLinks = 3; // to attempts after it, the newest

QString inShort(const HistoryRow &row)
{
    return QStringLiteral("%1 · %2").arg(
        row.startedAt.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss")), outcomeTitle(row.outcome));
}

} // namespace

AttemptsLine::AttemptsLine(QWidget *parent)
    : QFrame(parent)
    , m_line(new QHBoxLayout(this))
    , m_place(new QLabel(this))
{
    setProperty("role", QStringLiteral("help"));
    m_place->setProperty("role", QStringLiteral("dim"));
    m_line->setContentsMargins(12, 2, 12, 2);
    m_line->setSpacing(12);
    m_line->addWidget(m_place);
    m_line->addStretch(1);
    hide();
}

void AttemptsLine::showAttempts(const QUuid &id, const QList<HistoryRow> &rows)
{
    m_id = id;
    m_rows = rows;
    fill();
}

void AttemptsLine::clear()
{
    showAttempts({}, {});
}

void AttemptsLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QFrame::changeEvent(event);
}

void AttemptsLine::addLink(const QString &text, const HistoryRow &row)
{
    auto *link = new QToolButton(this);
    link->setProperty("role", QStringLiteral("link"));
    link->setFocusPolicy(Qt::StrongFocus);
    link->setText(text);
    link->setToolTip(row.bizNo.toHtmlEscaped());
    connect(link, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT rowWanted(id); });
    m_line->insertWidget(m_line->count() - 1, link);
    m_links.append(link);
}

void AttemptsLine::fill()
{
    for (QWidget *link : std::as_const(m_links)) {
        link->hide();
        link->deleteLater(); // it may be what was clicked
    }
    m_links.clear();
    const auto self = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [this](const HistoryRow &row) { return row.id == m_id; });
    setVisible(self != m_rows.cend() && (m_rows.size() > 1 || !self->retryOf.isNull()));
    if (isHidden())
        return;
    const auto origin = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [&](const HistoryRow &row) { return row.id == self->retryOf; });
    m_place->setText(tr("Attempt %1 of %2").arg(self - m_rows.cbegin() + 1).arg(m_rows.size()));
    if (origin != m_rows.cend())
        addLink(tr("Retry of %1").arg(inShort(*origin)), *origin);
    else if (!self->retryOf.isNull())
        m_place->setText(tr("Retry of an attempt that was deleted"));
    QList<HistoryRow> later;
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(later),
        [this](const HistoryRow &row) { return row.retryOf == m_id; });
    for (const HistoryRow &row : later.last(std::min<qsizetype>(later.size(), mostLinks)))
        addLink(tr("Retried as %1").arg(inShort(row)), row);
}

} // namespace faceid
