#include "credentials/keychainprobe.h"

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLibrary>
#endif

namespace faceid {

namespace {

void answerQueued(QObject *context, ProbeCallback done, KeychainService state, const QString &detail)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), state, detail] { done(state, detail); }, Qt::QueuedConnection);
}

#ifdef Q_OS_LINUX

constexpr QLatin1String serviceName("org.freedesktop.secrets");
constexpr QLatin1String servicePath("/org/freedesktop/secrets");

/// The alias that new entries go to, then the one that gnome-keyring opens at login.
constexpr QLatin1String aliases[] = {QLatin1String("default"), QLatin1String("login")};

KeychainService stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return KeychainService::Absent;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return KeychainService::NoAnswer;
    default: // the other thirty: it is there, and does not want to say
        return error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn"))
            ? KeychainService::Absent // the bus should have started it and could not
            : KeychainService::Open;
    }
}

void send(const QDBusMessage &question, QObject *context,
    const std::function<void(QDBusPendingCallWatcher &)> &handle)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [handle, watcher] {
        watcher->deleteLater();
        handle(*watcher);
    });
}

void askLocked(const QString &collection, QObject *context, const ProbeCallback &done)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        serviceName, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    send(question, context, [done](QDBusPendingCallWatcher &watcher) {
        const QDBusPendingReply<QDBusVariant> reply = watcher;
        if (reply.isError())
            return done(stateOf(reply.error()), reply.error().message());
        done(reply.value().variant().toBool() ? KeychainService::Locked : KeychainService::Open, {});
    });
}

void askAlias(qsizetype which, QObject *context, const ProbeCallback &done)
{
    QDBusMessage question = QDBusMessage::createMethodCall(serviceName, servicePath,
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    question << QString(aliases[which]);
    send(question, context, [which, context, done](QDBusPendingCallWatcher &watcher) {
        const QDBusPendingReply<QDBusObjectPath> reply = watcher;
        if (reply.isError())
            return done(stateOf(reply.error()), reply.error().message());
        if (reply.value().path() != u"/")
            return askLocked(reply.value().path(), context, done);
        if (which + 1 < qsizetype(std::size(aliases)))
            return askAlias(which + 1, context, done);
        done(KeychainService::Open, QStringLiteral("the Secret Service has no default collection"));
    });
}

#endif

} // namespace

void probeKeychain(QObject *context, ProbeCallback done)
{
#ifdef Q_OS_LINUX
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        askAlias(0, context, done);
    else
        answerQueued(context, std::move(done), KeychainService::Absent, bus.lastError().message());
#else
    answerQueued(context, std::move(done), KeychainService::Open, {});
#endif
}

void forgetKeychainSession()
{
#ifdef Q_OS_LINUX
    // By name and version as QtKeychain loads it; without libsecret it does nothing.
    using Disconnect = void (*)();
    const auto disconnect = reinterpret_cast<Disconnect>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
#endif
}

} // namespace faceid
