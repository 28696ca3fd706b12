#pragma once

#include "outcome/handover.h"

#include <QUuid>
#include <QWidget>

class QVBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace faceid {

class CopiedSign;
class Presentation;
class Theme;

/// The values of an answer, each beside the one key that copies it, and the ways to hand a token over: link,
/// message, QR code. Copying a token that works once marks it as handed over; the next copy
/// asks on the button itself.
class HandOverPanel : public QWidget
{
    Q_OBJECT

public:
    HandOverPanel(Theme &theme, const Presentation &presentation, MessageTemplates &templates,
        HandOverLog &log, QWidget *parent);

    /// \a page is where the end user takes the token; empty for none.
    void showExchange(const Exchange &exchange, const QUrl &page);

    void copyToken();
    void copyRequestId();
    void copyLink();
    void openPage();
    /// The message in one of the languages, filled in.
    void copyMessage(MessageTemplates::Tongue tongue);
    void showQr();

Q_SIGNALS:
    void copyText(const QString &text);
    void openWanted(const QUrl &address);
    /// The token has been copied, alone or in a link or message, now.
    void handedOver(const QUuid &exchange);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Way { None, Token, Link, Message };

    struct Value
    {
        QLabel *name;
        QLineEdit *text;
        QPushButton *copy;
    };

    Value addValue(QVBoxLayout *column, const QString &name, const char *objectName);
    void buildMessageMenu();
    void retranslate();
    void render();
    void showValue(const Value &value, const QString &text);
    /// Copies \a text, unless the token in it has to be asked for first.
    void handOver(Way way, const QString &text);
    void dropQuestion();
    void editMessages();

    Theme &m_theme;
    const Presentation &m_presentation;
    MessageTemplates &m_templates;
    HandOverLog &m_log;
    Exchange m_exchange;
    HandOver m_what;
    bool m_once = false;
    Way m_asked = Way::None;
    MessageTemplates::Tongue m_tongue = MessageTemplates::Tongue::Chinese; ///< of the message asked about

    Value m_token;
    Value m_link;
    Value m_requestId;
    Value m_bizNo;
    QPushButton *m_openPage;
    QPushButton *m_message;
    QPushButton *m_qr;
    QMenu *m_messageMenu;
    QAction *m_chinese;
    QAction *m_english;
    QAction *m_edit;
    QLabel *m_note;
    CopiedSign *m_copied;
};

} // namespace faceid
