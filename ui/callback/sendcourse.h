#pragma once

#include "callback/callbackpost.h"

#include <QObject>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

/// The course of a callback from a button to what came of it: looks at the address, has the callback made,
/// sends it, and says how it was answered. Meanwhile the button cancels.
class SendCourse : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Made, Replay };

    /// The widgets are a page's, which lays them out and outlives the course. \a said is shown while there is
    /// something to say.
    SendCourse(Kind kind, QLineEdit *address, QPushButton *button, QLabel *said, QObject *parent);

    /// Whether there is anything to send.
    void setReady(bool ready);
    /// What the button says while nothing is on its way. Says the last answer again, in the language of now.
    void setVerb(const QString &verb);
    /// The two answers to wanted(); ignored when it was cancelled in the meantime.
    void send(const Parts &fields, int times = 1);
    void refuse(const QString &why);
    /// False when nothing was on its way.
    bool cancel();

Q_SIGNALS:
    /// The address is good: call send() or refuse(), at once or later.
    void wanted();
    void answered(const faceid::SentCallback &sent);

private:
    enum class State { Idle, Asked, Sending };

    void press();
    void enter(State state);
    void handle(const SentCallback &sent, int number);
    void showAnswer();
    void say(const QString &text, const QString &mark);

    const Kind m_kind;
    QLineEdit *m_address;
    QPushButton *m_button;
    QLabel *m_said;
    CallbackPost m_post;
    State m_state = State::Idle;
    bool m_isReady = false;
    QString m_verb;
    QUrl m_url; ///< as it was when the button was pressed
    int m_times = 1;
    int m_number = 0; ///< of the last answer
    std::optional<SentCallback> m_last;
};

} // namespace faceid
