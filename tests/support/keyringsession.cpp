#include "support/keyringsession.h"

#include "support/wiresecret.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QScopeGuard>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace {

const QString keyringPassword = QStringLiteral("keyring-password");

/// Waits for \a condition, which looks at another process; false after 20 s.
template <typename Condition>
bool await(Condition condition)
{
    const QDeadlineTimer deadline(20'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace

OwnedProcess::OwnedProcess()
{
    setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

OwnedProcess::~OwnedProcess()
{
    end();
}

void OwnedProcess::end()
{
    if (state() == QProcess::NotRunning)
        return;
    kill(); // also ends one that is frozen
    waitForFinished(10'000);
}

void OwnedProcess::freeze()
{
    ::kill(pid_t(processId()), SIGSTOP);
}

void OwnedProcess::thaw()
{
    ::kill(pid_t(processId()), SIGCONT);
}

KeyringSession::KeyringSession()
    : m_root(QStringLiteral("/tmp/faceid-keyring-XXXXXX")) // the path of a socket may have 107 bytes only
{
    for (const char *folder : {"data", "config", "cache", "run"}) {
        const QString path = m_root.filePath(QLatin1String(folder));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

QProcessEnvironment KeyringSession::environment() const
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL",
             "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"})
        result.remove(QLatin1String(name));
    result.insert(QStringLiteral("HOME"), m_root.path());
    result.insert(QStringLiteral("XDG_DATA_HOME"), m_root.filePath(QStringLiteral("data")));
    result.insert(QStringLiteral("XDG_CONFIG_HOME"), m_root.filePath(QStringLiteral("config")));
    result.insert(QStringLiteral("XDG_CACHE_HOME"), m_root.filePath(QStringLiteral("cache")));
    result.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_root.filePath(QStringLiteral("run")));
    if (!m_address.isEmpty())
        result.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    return result;
}

bool KeyringSession::configureBus(const QString &policy) const
{
    // No service folders: the usual configuration would have the bus start a keyring on its own.
    QFile config(m_root.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QFile::WriteOnly))
        return false;
    config.write(
        QStringLiteral("<busconfig><type>session</type><listen>unix:path=%1</listen>"
                       "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/>%2</policy></busconfig>")
            .arg(m_root.filePath(QStringLiteral("bus")), policy)
            .toUtf8());
    return true;
}

bool KeyringSession::startBus()
{
    if (!configureBus({}))
        return false;
    m_bus.setProcessEnvironment(environment());
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + m_root.filePath(QStringLiteral("bus.conf")),
            QStringLiteral("--nofork"), QStringLiteral("--nopidfile")});
    m_address = QStringLiteral("unix:path=") + m_root.filePath(QStringLiteral("bus"));
    return m_bus.waitForStarted() && await([this] {
        return run({QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus.GetId")});
    });
}

bool KeyringSession::startMuteBus()
{
    auto server = std::make_unique<QLocalServer>();
    const QString socket = m_root.filePath(QStringLiteral("mute"));
    m_address = QStringLiteral("unix:path=") + socket;
    const bool listens = server->listen(socket);
    m_muteServer = std::move(server);
    return listens;
}

bool KeyringSession::startKeyring()
{
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_keyring.waitForStarted())
        return false;
    m_keyring.write(keyringPassword.toUtf8());
    m_keyring.closeWriteChannel();
    m_keyring.waitForBytesWritten();
    return await([this] { return isKeyringOpen(); });
}

bool KeyringSession::isKeyringOpen() const
{
    QByteArray answer;
    return run({QStringLiteral("--dest=org.freedesktop.secrets"),
                   QStringLiteral("/org/freedesktop/secrets/collection/login"),
                   QStringLiteral("org.freedesktop.DBus.Properties.Get"),
                   QStringLiteral("string:org.freedesktop.Secret.Collection"),
                   QStringLiteral("string:Locked")},
               &answer)
        && answer.contains("boolean false");
}

bool KeyringSession::lockKeyring()
{
    QByteArray answer;
    return run({QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                   QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                   QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")},
               &answer)
        && answer.contains("/org/freedesktop/secrets/collection/login");
}

bool KeyringSession::unlockKeyring()
{
    // gnome-keyring's own door for tests and logins: the password instead of a prompt.
    qDBusRegisterMetaType<WireSecret>();
    const QString name = m_address + QStringLiteral("/unlock");
    const auto leave = qScopeGuard([&name] { QDBusConnection::disconnectFromBus(name); });
    const QDBusConnection bus = QDBusConnection::connectToBus(m_address, name);
    const auto call = [&bus](const char *interface, const char *method, const QVariantList &arguments) {
        QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets"), QLatin1String(interface), QLatin1String(method));
        question.setArguments(arguments);
        return bus.call(question);
    };
    const QDBusMessage session = call("org.freedesktop.Secret.Service", "OpenSession",
        {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    const WireSecret password{session.arguments().value(1).value<QDBusObjectPath>(), {},
        keyringPassword.toUtf8(), QStringLiteral("text/plain")};
    const QDBusMessage answer = call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
        "UnlockWithMasterPassword",
        {QVariant::fromValue(QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))),
            QVariant::fromValue(password)});
    return answer.type() == QDBusMessage::ReplyMessage && isKeyringOpen();
}

bool KeyringSession::denyKeyring(bool denied)
{
    const QString policy = QStringLiteral("<deny send_destination=\"org.freedesktop.secrets\"/>");
    return configureBus(denied ? policy : QString())
        && run({QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus.ReloadConfig")});
}

bool KeyringSession::run(const QStringList &dbusSend, QByteArray *output) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral("dbus-send"),
        QStringList{QStringLiteral("--session"), QStringLiteral("--print-reply")} + dbusSend);
    if (!process.waitForFinished(10'000) || process.exitCode() != 0)
        return false;
    if (output)
        *output = process.readAllStandardOutput();
    return true;
}
