#include "profiles/secretedit.h"

#include "shell/presentation.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace faceid {

namespace {

constexpr std::chrono::seconds untouchedTime{60};

} // namespace

SecretEdit::SecretEdit(Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_presentation(presentation)
    , m_line(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
{
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setProperty("role", QStringLiteral("plain"));
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    m_reveal->setToolTip(tr("Hold to see what was typed"));
    m_reveal->setEnabled(false);
    m_reveal->installEventFilter(this);
    const auto drawIcon = [this, &theme] {
        m_reveal->setIcon(theme.icon(QStringLiteral("eye"), theme.colors().text));
    };
    drawIcon();
    connect(&theme, &Theme::changed, this, drawIcon);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_reveal);
    setFocusProxy(m_line);

    m_untouched.setSingleShot(true);
    m_untouched.setInterval(untouchedTime);
    connect(&m_untouched, &QTimer::timeout, this, &SecretEdit::putAway);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_held.wipe();
        m_untouched.start();
        m_reveal->setEnabled(!m_presentation.covers() && !m_line->text().isEmpty());
        showHint();
        Q_EMIT edited();
    });
    connect(m_reveal, &QToolButton::pressed, this, [this] { setRevealed(true); });
    connect(m_reveal, &QToolButton::released, this, [this] { setRevealed(false); });
    connect(&m_presentation, &Presentation::changed, this, [this] {
        setRevealed(false);
        m_reveal->setEnabled(!m_presentation.covers() && !m_line->text().isEmpty());
    });
}

SecretEdit::~SecretEdit()
{
    discard();
}

void SecretEdit::setName(const QString &objectName, const QString &title)
{
    m_line->setObjectName(objectName);
    m_line->setAccessibleName(title);
    m_reveal->setObjectName(objectName + QStringLiteral("Reveal"));
    m_reveal->setAccessibleName(tr("Show %1 while held").arg(title));
}

void SecretEdit::refuse(const QString &why)
{
    m_line->setEnabled(false);
    m_line->setToolTip(why);
    m_line->setAccessibleDescription(why);
    m_refusal = why;
    showHint();
}

void SecretEdit::setHint(const QString &hint)
{
    m_hint = hint;
    showHint();
}

bool SecretEdit::hasInput() const
{
    return !m_held.isEmpty() || !m_line->text().isEmpty();
}

Secret SecretEdit::typed() const
{
    return m_held.isEmpty() ? Secret(m_line->text().trimmed().toUtf8()) : m_held.duplicate();
}

void SecretEdit::discard()
{
    putAway();
    m_held.wipe();
    showHint();
}

void SecretEdit::hideEvent(QHideEvent *event)
{
    putAway();
    QWidget::hideEvent(event);
}

/// A button that loses the keyboard, or its window, is not held any more, and does not always say so.
bool SecretEdit::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::FocusOut || type == QEvent::WindowDeactivate || type == QEvent::Hide)
        setRevealed(false);
    return QWidget::eventFilter(watched, event);
}

void SecretEdit::setRevealed(bool revealed)
{
    const bool isAllowed = revealed && !m_presentation.covers() && !m_line->text().isEmpty();
    const QLineEdit::EchoMode mode = isAllowed ? QLineEdit::Normal : QLineEdit::Password;
    if (mode == m_line->echoMode())
        return;
    m_line->setEchoMode(mode);
    if (isAllowed)
        Q_EMIT this->revealed();
}

void SecretEdit::putAway()
{
    m_untouched.stop();
    setRevealed(false);
    m_reveal->setEnabled(false);
    QString text = m_line->text();
    if (text.isEmpty())
        return;
    m_held = Secret(text.trimmed().toUtf8());
    m_line->setText({}); // not clear(), which can be undone
    wipe(text); // the last reference now
    overwriteFreedBlocks(); // what editing and drawing it left
    showHint();
}

void SecretEdit::showHint()
{
    if (!m_refusal.isEmpty())
        return m_line->setPlaceholderText(m_refusal);
    m_line->setPlaceholderText(m_held.isEmpty() ? m_hint : tr("typed, not saved yet"));
}

} // namespace faceid
