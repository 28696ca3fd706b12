#include "inspector/timelinepage.h"

#include "shell/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

enum TimelineColumn { PhaseColumn, FromColumn, TookColumn, ShareColumn };

constexpr int barHeight = 24; // pixels
constexpr int serviceHeight = 8;
constexpr int gap = 4;
constexpr int swatchSide = 12;
constexpr qreal leastWidth = 3; // of a phase too short to be seen otherwise

QString milliseconds(qint64 ms)
{
    return TimelinePage::tr("%1 ms", "milliseconds").arg(QLocale().toString(ms));
}

/// The number of a phase, which stands in the bar and in the table.
QString numberOf(TimePhase::Kind kind)
{
    return QString::number(int(kind) + 1);
}

} // namespace

TimelineBar::TimelineBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineBar::setPhases(const QList<TimePhase> &phases, qint64 serviceMs)
{
    m_phases = phases;
    m_serviceMs = serviceMs;
    update();
}

QColor TimelineBar::colorOf(TimePhase::Kind kind) const
{
    const ThemeColors &colors = m_theme.colors();
    switch (kind) {
    case TimePhase::Kind::Prepare:
        return colors.line;
    case TimePhase::Kind::Resolve:
        return colors.dim;
    case TimePhase::Kind::Connect:
        return colors.text;
    case TimePhase::Kind::Upload:
        return colors.accent;
    case TimePhase::Kind::Wait:
        return colors.unknown;
    case TimePhase::Kind::Download:
        return colors.issued;
    }
    return colors.text;
}

QSize TimelineBar::sizeHint() const
{
    return {200, barHeight + gap + serviceHeight};
}

void TimelineBar::paintEvent(QPaintEvent * /*event*/)
{
    if (m_phases.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal total = qreal(qMax<qint64>(m_phases.last().end, 1));
    const qreal room = width() - leastWidth * qreal(m_phases.size());
    qreal left = 0;
    qreal answered = width();
    for (const TimePhase &phase : std::as_const(m_phases)) {
        const QRectF part(left, 0, leastWidth + room * qreal(phase.length()) / total, barHeight);
        left = part.right();
        if (phase.kind == TimePhase::Kind::Wait)
            answered = part.right();
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(phase.kind));
        painter.drawRoundedRect(part.adjusted(0, 0, -1, 0), 2, 2);
        if (part.width() >= barHeight) {
            const bool isLight = phase.kind == TimePhase::Kind::Prepare;
            painter.setPen(isLight ? m_theme.colors().text : m_theme.colors().panel);
            painter.drawText(part, Qt::AlignCenter, numberOf(phase.kind));
        }
    }
    if (m_serviceMs < 0)
        return;
    const qreal length = qMin(answered, qMax(leastWidth, room * qreal(m_serviceMs) / total));
    painter.setPen(QPen(m_theme.colors().text, 1));
    painter.setBrush(QBrush(m_theme.colors().text, Qt::BDiagPattern));
    painter.drawRect(QRectF(answered - length, barHeight + gap, length - 1, serviceHeight - 1));
}

TimelinePage::TimelinePage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new TimelineBar(theme, this))
    , m_table(new QTreeWidget(this))
    , m_note(new QLabel(this))
    , m_search(*m_table)
{
    m_table->setObjectName(QStringLiteral("timeline"));
    m_table->setColumnCount(ShareColumn + 1);
    m_table->setRootIsDecorated(false);
    m_table->setIconSize({swatchSide, swatchSide});
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setHighlightSections(false);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(PhaseColumn, QHeaderView::Stretch);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", QStringLiteral("dim"));
    m_note->setAlignment(Qt::AlignCenter);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(12, 12, 12, 8);
    bar->addWidget(m_bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_note, 1);
    connect(&theme, &Theme::changed, this, &TimelinePage::render);
    retranslate();
}

void TimelinePage::setExchange(const Exchange &exchange)
{
    m_exchange = exchange;
    render();
}

void TimelinePage::clear()
{
    m_exchange.reset();
    render();
}

void TimelinePage::addRow(const QString &what, const QString &from, const QString &took, const QColor &color)
{
    QPixmap swatch(swatchSide, swatchSide);
    swatch.fill(color);
    auto *item = new QTreeWidgetItem(m_table, {what, from, took, QString()});
    item->setIcon(PhaseColumn, QIcon(swatch));
    for (const int column : {FromColumn, TookColumn, ShareColumn})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

void TimelinePage::render()
{
    m_table->clear();
    const QList<TimePhase> phases = m_exchange ? phasesOf(m_exchange->timing) : QList<TimePhase>();
    const qint64 serviceMs = m_exchange ? m_exchange->reply.timeUsedMs : -1;
    m_bar->setPhases(phases, serviceMs);
    m_bar->setVisible(!phases.isEmpty());
    m_table->setVisible(!phases.isEmpty());
    m_note->setVisible(phases.isEmpty());
    if (phases.isEmpty())
        return;
    const QLocale locale;
    const qint64 total = phases.last().end;
    const bool isSecure = m_exchange->address.scheme() == u"https";
    QStringList words;
    for (const TimePhase &phase : phases) {
        const QString title = phaseTitle(phase.kind, isSecure);
        const QString name = numberOf(phase.kind) + QStringLiteral("  ") + title;
        addRow(name, milliseconds(phase.start), milliseconds(phase.length()), m_bar->colorOf(phase.kind));
        if (total > 0) {
            const QString share = locale.toString(100.0 * qreal(phase.length()) / qreal(total), 'f', 0);
            m_table->topLevelItem(m_table->topLevelItemCount() - 1)
                ->setText(ShareColumn, share + locale.percent());
        }
        words += title + u' ' + milliseconds(phase.length());
    }
    addRow(tr("In all"), {}, milliseconds(total), Qt::transparent);
    if (serviceMs >= 0)
        addRow(
            tr("The service's own time (time_used, hatched)"), {}, milliseconds(serviceMs), Qt::transparent);
    if (m_exchange->clockSkewMs) {
        const qint64 skew = *m_exchange->clockSkewMs;
        const QString seconds = locale.toString(qreal(qAbs(skew)) / 1000, 'f', 1);
        addRow(tr("This computer's clock"), {},
            skew == 0      ? tr("as the service's")
                : skew > 0 ? tr("%1 s ahead").arg(seconds)
                           : tr("%1 s behind").arg(seconds),
            Qt::transparent);
    }
    m_bar->setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void TimelinePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TimelinePage::retranslate()
{
    m_bar->setAccessibleName(tr("Phases of the request as a bar"));
    m_table->setAccessibleName(tr("Phases of the request"));
    m_table->setHeaderLabels({tr("Phase"), tr("Starts at"), tr("Took"), tr("Share")});
    for (const int column : {FromColumn, TookColumn, ShareColumn})
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_note->setText(tr("Where the time of a request went appears here."));
    render();
}

} // namespace faceid
