#include "form/originline.h"

#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace faceid {

OriginLine::OriginLine(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_unlink(new QToolButton(this))
{
    setProperty("role", QStringLiteral("message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("origin"));
    m_unlink->setProperty("role", QStringLiteral("link"));
    m_unlink->setFocusPolicy(Qt::StrongFocus);
    m_unlink->setObjectName(QStringLiteral("unlink"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 6, 12, 6);
    line->setSpacing(8);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_unlink);
    connect(m_unlink, &QToolButton::clicked, this, &OriginLine::clear);
    const auto restyle = [this, &theme] {
        m_icon->setPixmap(theme.icon(QStringLiteral("refresh"), theme.colors().text).pixmap(16, 16));
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    follow();
}

void OriginLine::setOrigin(const HistoryRow &row)
{
    m_origin = row;
    follow();
    Q_EMIT changed();
}

void OriginLine::clear()
{
    if (!m_origin)
        return;
    m_origin.reset();
    follow();
    Q_EMIT changed();
}

void OriginLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        follow();
    QFrame::changeEvent(event);
}

void OriginLine::follow()
{
    setVisible(m_origin.has_value());
    m_unlink->setText(tr("Unlink"));
    m_unlink->setToolTip(tr("Issue it as a request of its own"));
    if (!m_origin)
        return;
    m_text->setText(
        tr("Repeats the attempt of %1: %2")
            .arg(m_origin->startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                outcomeTitle(m_origin->outcome)));
    setAccessibleName(m_text->text());
}

} // namespace faceid
