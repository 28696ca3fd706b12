#include "shell/desktopscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace faceid {

namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String group("org.freedesktop.appearance");
constexpr QLatin1String schemeKey("color-scheme");
constexpr uint preferDark = 1; // of the portal's three values; 0 is no preference, 2 is light
constexpr QLatin1String contrastKey("contrast");
constexpr uint preferHigher = 1; // 0 is no preference

} // namespace

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));

    ask(schemeKey);
    ask(contrastKey);
}

void DesktopScheme::ask(const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question.setArguments({group, key});
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(key, reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopScheme::settingChanged(
    const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group)
        take(changedKey, value.variant());
}

void DesktopScheme::take(const QString &key, const QVariant &value)
{
    // Read wraps its answer in a second variant.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const auto put = [this](bool &preference, bool now) {
        if (preference == now)
            return;
        preference = now;
        Q_EMIT changed();
    };
    if (key == schemeKey)
        put(m_dark, inner.toUInt() == preferDark);
    else if (key == contrastKey)
        put(m_highContrast, inner.toUInt() == preferHigher);
}

} // namespace faceid
