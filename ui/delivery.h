#pragma once

#include "outcome/handover.h"

#include <QObject>

#include <memory>

class QSettings;

namespace faceid {

class CustomerScreen;
class HistoryStore;
struct HistoryRow;
class SecretClipboard;
class Theme;
struct HistoryRow;

/// What leaves the window towards the end user: by the clipboard, the browser, or the customer screen.
class Delivery : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive the delivery; \a window is what the customer screen opens beside.
    Delivery(QSettings &settings, Theme &theme, SecretClipboard &clipboard, HistoryStore &history,
        QWidget *window);
    ~Delivery() override;

    MessageTemplates &templates() { return m_templates; }
    HandOverLog &log() { return m_log; }

    void copyText(const QString &text);
    /// Of a history row; the card asks for itself. A token that works once is copied again only after a word.
    void copyToken(const HistoryRow &row);
    /// The token of the row \a exchange has left the window: the history takes the time down.
    void noteCopied(const QUuid &exchange);
    void openPage(const QUrl &address);
    /// What the customer screen shows from now on.
    void follow(const HandOver &issued);
    void toggleCustomerScreen();
    void closeCustomerScreen();

Q_SIGNALS:
    /// A sentence for the operator.
    void said(const QString &message);

private:
    QSettings &m_settings;
    Theme &m_theme;
    SecretClipboard &m_clipboard;
    HistoryStore &m_history;
    QWidget *m_window;
    MessageTemplates m_templates;
    HandOverLog m_log;
    HandOver m_lastIssued;
    std::unique_ptr<CustomerScreen> m_screen; ///< made when it is first opened
};

} // namespace faceid
