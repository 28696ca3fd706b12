#pragma once

#include <QObject>

class QDBusVariant;

namespace faceid {

/// Whether the desktop prefers dark and high contrast, by the settings portal (Qt 6.4 does not tell). Asks
/// without blocking; light and ordinary until an answer comes, and where there is no portal.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(QObject *parent = nullptr);

    bool prefersDark() const { return m_dark; }
    bool prefersHighContrast() const { return m_highContrast; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace faceid
