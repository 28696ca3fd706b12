#include "delivery.h"

#include "history/historystore.h"
#include "outcome/customerscreen.h"
#include "shell/secretclipboard.h"

#include <QDesktopServices>

namespace faceid {

Delivery::Delivery(
    QSettings &settings, Theme &theme, SecretClipboard &clipboard, HistoryStore &history, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_history(history)
    , m_window(window)
    , m_templates(settings)
{ }

Delivery::~Delivery() = default;

void Delivery::copyText(const QString &text)
{
    if (!text.isEmpty())
        m_clipboard.put(text);
}

void Delivery::copyToken(const HistoryRow &row)
{
    const EndpointSpec *spec = endpointById(row.endpointId);
    m_log.remember(row.token, row.copiedAt);
    if (spec && worksOnce(*spec) && !m_log.admit(row.token)) {
        Q_EMIT said(
            tr("This token was handed over at %1 and works once. Copy it again to copy it nevertheless.")
                .arg(m_log.lastCopied(row.token).toLocalTime().toString(QStringLiteral("HH:mm"))));
        return;
    }
    copyText(row.token);
    noteCopied(row.id);
}

void Delivery::noteCopied(const QUuid &exchange)
{
    const CopiedRemark now{QDateTime::currentDateTimeUtc()};
    m_history.remark(exchange, now, this, [this](const QString &error) {
        if (!error.isEmpty())
            Q_EMIT said(error);
    });
}

void Delivery::openPage(const QUrl &address)
{
    if (!address.isEmpty() && !QDesktopServices::openUrl(address))
        Q_EMIT said(tr("No browser could be started. Copy the link with Ctrl+3 and open it by hand."));
}

void Delivery::follow(const HandOver &issued)
{
    m_lastIssued = issued;
    if (m_screen)
        m_screen->follow(issued);
}

void Delivery::toggleCustomerScreen()
{
    if (!m_screen)
        m_screen = std::make_unique<CustomerScreen>(m_settings, m_theme);
    if (m_screen->isVisible()) {
        m_screen->close();
        return;
    }
    m_screen->follow(m_lastIssued);
    m_screen->openBeside(m_window);
}

void Delivery::closeCustomerScreen()
{
    m_screen.reset();
}

} // namespace faceid
