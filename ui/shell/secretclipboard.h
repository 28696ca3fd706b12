#pragma once

#include <QObject>
#include <QTimer>

class QClipboard;

namespace faceid {

/// Puts a token on the clipboard, asks clipboard managers not to keep it, and takes it off again after a
/// minute and at quit, if it is still ours.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QClipboard &clipboard, QObject *parent = nullptr);
    ~SecretClipboard() override;

    void put(const QString &text);
    /// Clears the clipboard if it still holds what put() put there.
    void clear();

private:
    QClipboard &m_clipboard;
    QTimer m_timer;
    QString m_ours;
};

} // namespace faceid
