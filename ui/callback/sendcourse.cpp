#include "callback/sendcourse.h"

#include "callback/madecallback.h"
#include "shell/plaintext.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace faceid {

SendCourse::SendCourse(Kind kind, QLineEdit *address, QPushButton *button, QLabel *said, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_address(address)
    , m_button(button)
    , m_said(said)
{
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!cancel())
            press();
    });
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_state == State::Idle && m_isReady)
            press();
    });
    connect(&m_post, &CallbackPost::answered, this, &SendCourse::handle);
    connect(&m_post, &CallbackPost::finished, this, [this] { enter(State::Idle); });
    enter(State::Idle);
}

void SendCourse::setReady(bool ready)
{
    m_isReady = ready;
    enter(m_state);
}

void SendCourse::setVerb(const QString &verb)
{
    if (verb == m_verb)
        return;
    m_verb = verb;
    enter(m_state);
    if (m_last)
        showAnswer();
    else if (m_state == State::Idle)
        say({}, {});
}

void SendCourse::press()
{
    m_last.reset();
    say({}, {});
    m_url = QUrl(m_address->text().trimmed(), QUrl::StrictMode);
    if (const QString problem = sendProblem(m_url, m_kind == Kind::Replay); !problem.isEmpty())
        return say(problem, QStringLiteral("refused"));
    enter(State::Asked);
    Q_EMIT wanted();
}

void SendCourse::send(const Parts &fields, int times)
{
    if (m_state != State::Asked)
        return;
    m_times = times;
    enter(State::Sending);
    m_post.start(m_url, fields, times);
}

void SendCourse::refuse(const QString &why)
{
    if (m_state != State::Asked)
        return;
    enter(State::Idle);
    say(why, QStringLiteral("refused"));
}

bool SendCourse::cancel()
{
    switch (m_state) {
    case State::Idle:
        return false;
    case State::Asked:
        enter(State::Idle);
        say(tr("Cancelled. Nothing was sent."), QStringLiteral("dim"));
        return true;
    case State::Sending:
        m_post.cancel();
        return true;
    }
    return false;
}

void SendCourse::enter(State state)
{
    m_state = state;
    m_button->setText(state == State::Idle ? m_verb : tr("Cancel"));
    m_button->setEnabled(state != State::Idle || m_isReady);
}

void SendCourse::handle(const SentCallback &sent, int number)
{
    m_last = sent;
    m_number = number;
    showAnswer();
    Q_EMIT answered(sent);
}

void SendCourse::showAnswer()
{
    QString text = visibleText(m_last->sentence());
    if (m_times > 1)
        text = tr("%1 of %2: %3").arg(QString::number(m_number), QString::number(m_times), text);
    say(text,
        m_last->isTaken()         ? QStringLiteral("issued")
            : m_last->isCancelled ? QStringLiteral("dim")
                                  : QStringLiteral("refused"));
}

void SendCourse::say(const QString &text, const QString &mark)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
    Theme::mark(m_said, "state", mark);
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_said, QAccessible::Alert); // screen readers read the text of the label
    QAccessible::updateAccessibility(&alert);
}

} // namespace faceid
