#include "shell/secretclipboard.h"

#include <QClipboard>
#include <QMimeData>

#include <chrono>

namespace faceid {

SecretClipboard::SecretClipboard(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(60));
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::put(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    // The mark that Klipper, CopyQ and others honour.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_clipboard.setMimeData(data);
    m_ours = text;
    m_timer.start();
}

void SecretClipboard::clear()
{
    m_timer.stop();
    if (!m_ours.isEmpty() && m_clipboard.text() == m_ours)
        m_clipboard.clear();
    m_ours.clear();
}

} // namespace faceid
