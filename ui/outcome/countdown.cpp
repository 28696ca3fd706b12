#include "outcome/countdown.h"

#include "history/historymodel.h"
#include "shell/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace faceid {

namespace {

constexpr double ringThickness = 0.12; // of its side
constexpr int gap = 8;
constexpr double shortShare = 0.1; // from here on the ring warns

} // namespace

QDateTime systemClock()
{
    return QDateTime::currentDateTimeUtc();
}

qint64 secondsLeft(const QDateTime &until, const QDateTime &now)
{
    return std::max<qint64>(0, (now.msecsTo(until) + 999) / 1000);
}

Countdown::Countdown(Theme &theme, QWidget *parent, Clock clock)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(std::move(clock))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void Countdown::setWindow(const QString &words, const QDateTime &from, const QDateTime &until)
{
    m_words = words;
    m_from = from;
    m_until = until;
    setVisible(until.isValid());
    tick();
    updateGeometry();
    setAccessibleName(QStringLiteral("%1 %2").arg(words, timeText()));
}

void Countdown::setOverText(const QString &text)
{
    m_overText = text;
    updateGeometry();
    update();
}

bool Countdown::tick()
{
    if (!m_until.isValid())
        return false;
    const qint64 left = secondsLeft(m_until, m_clock());
    if (left != m_left) {
        const bool turned = (left == 0) != (m_left == 0);
        m_left = left;
        update();
        // A screen reader is told when it ends, not every second.
        if (turned)
            setAccessibleName(QStringLiteral("%1 %2").arg(m_words, timeText()));
    }
    return left > 0;
}

QString Countdown::timeText() const
{
    return m_left > 0 ? countdownText(m_left) : overText();
}

QString Countdown::overText() const
{
    return m_overText.isEmpty() ? tr("expired") : m_overText;
}

int Countdown::ringSide() const
{
    return fontMetrics().height() * 2 + 2;
}

QSize Countdown::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int text = std::max({fontMetrics().horizontalAdvance(m_words),
        metrics.horizontalAdvance(QStringLiteral("00:00:00")), metrics.horizontalAdvance(overText())});
    return {ringSide() + gap + text + 4, ringSide()};
}

void Countdown::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = ringSide();
    const double ringWidth = side * ringThickness;
    const double half = ringWidth / 2;
    const QRectF ring(half, (height() - side) / 2.0 + half, side - ringWidth, side - ringWidth);
    painter.setPen(QPen(colors.line, ringWidth));
    painter.drawEllipse(ring);
    const qint64 whole = std::max<qint64>(1, m_from.secsTo(m_until));
    const double share = std::clamp(double(m_left) / double(whole), 0.0, 1.0);
    const QColor color = share > shortShare ? colors.issued : colors.unknown;
    painter.setPen(QPen(color, ringWidth, Qt::SolidLine, Qt::FlatCap));
    constexpr int fullCircle = 360 * 16; // QPainter counts sixteenths of a degree
    painter.drawArc(ring, fullCircle / 4, int(share * fullCircle));

    const QRect text = rect().adjusted(side + gap, 0, 0, 0);
    painter.setPen(colors.dim);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, m_words);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_left > 0 ? colors.text : colors.refused);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, timeText());
}

} // namespace faceid
