#pragma once

#include "client/exchange.h"
#include "outcome/markpanel.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace faceid {

class CopiedSign;
class Countdown;
class HandOverLog;
class HandOverPanel;
class MessageTemplates;
class Presentation;
class QrView;
class Theme;

/// What became of the last request: the state in words, icon and colour; the token with its remaining time;
/// or what was refused, what it means, who must act and what to do next. A new result is announced to screen
/// readers.
class OutcomeCard : public QFrame
{
    Q_OBJECT

public:
    OutcomeCard(Theme &theme, Presentation &presentation, MessageTemplates &templates, HandOverLog &log,
        QWidget *parent);

    void showNothing(Environment environment);
    void showRunning();
    /// \a pageAddress is where the end user takes a PC token; empty for none.
    void showExchange(const Exchange &exchange, const QUrl &pageAddress);
    /// What has been marked by hand is shown in place of the offer to mark it. Ignored when another exchange
    /// is on show.
    void showMark(const QUuid &exchange, Resolution resolution, const QString &note);

    /// Copying, opening and the QR code of what is shown.
    HandOverPanel &handOver() { return *m_values; }

Q_SIGNALS:
    /// The operator wants the same request once more, with the same serial number.
    void issueAgain(const faceid::Exchange &exchange);
    /// What became of an Unknown request, found out by hand. Offered only while something is connected.
    void markByHand(const QUuid &exchange, faceid::Resolution resolution, const QString &note);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Face { Nothing, Running, Result };

    QLabel *plainLabel(const char *role);
    void layOut();
    void retranslate();
    void render();
    void renderResult();
    void renderRefusal();
    void renderSentences();
    bool canBeMarked() const;
    void announce();
    void tick();
    void setState(const QString &state, const QString &icon, const QColor &color);

    Theme &m_theme;
    Presentation &m_presentation;
    Face m_face = Face::Nothing;
    Environment m_environment = Environment::Sandbox;
    Exchange m_exchange;
    Resolution m_mark = Resolution::None; ///< by hand
    QString m_markNote;
    bool m_marking = false;
    QTimer m_ticker; ///< runs only while a countdown is on screen

    QFrame *m_stripe;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_figures;
    QLabel *m_sentence;
    Countdown *m_usable;
    Countdown *m_queryable;
    QLabel *m_code;
    QLabel *m_meaning;
    QLabel *m_next;
    HandOverPanel *m_values;
    MarkPanel *m_marker;
    QPushButton *m_again;
    QPushButton *m_markButton;
    QPushButton *m_support;
    QrView *m_qr;
    CopiedSign *m_copied;
};

} // namespace faceid
