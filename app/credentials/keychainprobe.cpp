#include "credentials/keychainprobe.h"

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QLibrary>
#endif

#include <iterator>

namespace faceid {

namespace {

#ifdef Q_OS_LINUX

constexpr QLatin1String serviceName("org.freedesktop.secrets");
constexpr QLatin1String servicePath("/org/freedesktop/secrets");
constexpr QLatin1String busName("org.freedesktop.DBus");

/// The alias that new entries go to, then the one that gnome-keyring opens at login.
constexpr QLatin1String aliases[] = {QLatin1String("default"), QLatin1String("login")};

/// How programs that offer the Secret Service are called in /proc (15 characters) and by people.
constexpr struct
{
    QLatin1String process;
    QLatin1String title;
} keychains[] = {
    {QLatin1String("gnome-keyring-d"), QLatin1String("GNOME Keyring")},
    {QLatin1String("kwalletd5"), QLatin1String("KWallet")},
    {QLatin1String("kwalletd6"), QLatin1String("KWallet")},
    {QLatin1String("ksecretd"), QLatin1String("KWallet")},
    {QLatin1String("keepassxc"), QLatin1String("KeePassXC")},
    {QLatin1String("oo7-daemon"), QLatin1String("oo7")},
};

KeychainService stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return KeychainService::Absent;
    case QDBusError::AccessDenied:
        return KeychainService::Denied;
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

void answerError(const QDBusError &error, const ProbeCallback &done)
{
    done({stateOf(error), error.message(), {}});
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

/// What a process is called; empty where it cannot be seen (a sandbox with processes of its own).
QString keychainOf(uint processId)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(processId));
    if (!file.open(QFile::ReadOnly))
        return {};
    const QString name = QString::fromUtf8(file.readAll()).trimmed();
    for (const auto &known : keychains) {
        if (name == known.process)
            return known.title;
    }
    return name;
}

/// Who it is, the last question: without an answer it stays unnamed.
void askWho(KeychainReport report, QObject *context, const ProbeCallback &done)
{
    QDBusMessage question = QDBusMessage::createMethodCall(busName, QStringLiteral("/org/freedesktop/DBus"),
        busName, QStringLiteral("GetConnectionUnixProcessID"));
    question << QString(serviceName);
    send(question, context, [report, done](QDBusPendingCallWatcher &watcher) mutable {
        const QDBusPendingReply<uint> reply = watcher;
        if (!reply.isError())
            report.place.keychain = keychainOf(reply.value());
        done(report);
    });
}

void askCollection(const QString &collection, QObject *context, const ProbeCallback &done)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        serviceName, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("GetAll"));
    question << QStringLiteral("org.freedesktop.Secret.Collection");
    send(question, context, [collection, context, done](QDBusPendingCallWatcher &watcher) {
        const QDBusPendingReply<QVariantMap> reply = watcher;
        if (reply.isError())
            return answerError(reply.error(), done);
        const QVariantMap properties = reply.value();
        const bool isLocked = properties.value(QStringLiteral("Locked")).toBool();
        const QString label = properties.value(QStringLiteral("Label")).toString();
        askWho({isLocked ? KeychainService::Locked : KeychainService::Open, {}, {{}, label, collection}},
            context, done);
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
            return answerError(reply.error(), done);
        if (reply.value().path() != u"/")
            return askCollection(reply.value().path(), context, done);
        if (which + 1 < qsizetype(std::size(aliases)))
            return askAlias(which + 1, context, done);
        askWho({KeychainService::Open, QStringLiteral("the Secret Service has no default collection"), {}},
            context, done);
    });
}

#endif

void answerQueued(QObject *context, ProbeCallback done, const KeychainReport &report)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), report] { done(report); }, Qt::QueuedConnection);
}

} // namespace

bool KeychainPlace::canBe(const KeychainPlace &other) const
{
    const auto agree = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() || a == b;
    };
    return agree(keychain, other.keychain) && agree(id, other.id);
}

void probeKeychain(QObject *context, ProbeCallback done)
{
#if defined(Q_OS_LINUX)
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        askAlias(0, context, done);
    else
        answerQueued(context, std::move(done), {KeychainService::Absent, bus.lastError().message(), {}});
#elif defined(Q_OS_WIN)
    answerQueued(context, std::move(done),
        {KeychainService::Open, {}, {QStringLiteral("Windows Credential Manager"), {}, {}}});
#else
    answerQueued(
        context, std::move(done), {KeychainService::Open, {}, {QStringLiteral("macOS Keychain"), {}, {}}});
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
