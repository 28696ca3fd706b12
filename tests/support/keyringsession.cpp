#include "support/keyringsession.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalServer>
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

bool KeyringSession::startBus()
{
    // No service folders: the usual configuration would have the bus start a keyring on its own.
    QFile config(m_root.filePath(QStringLiteral("bus.conf")));
    const QString socket = m_root.filePath(QStringLiteral("bus"));
    if (!config.open(QFile::WriteOnly))
        return false;
    config.write(
        QStringLiteral("<busconfig><type>session</type><listen>unix:path=%1</listen>"
                       "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>")
            .arg(socket)
            .toUtf8());
    config.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--nopidfile")});
    m_address = QStringLiteral("unix:path=") + socket;
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
    return await([this] {
        QByteArray answer;
        return run({QStringLiteral("--dest=org.freedesktop.secrets"),
                       QStringLiteral("/org/freedesktop/secrets/collection/login"),
                       QStringLiteral("org.freedesktop.DBus.Properties.Get"),
                       QStringLiteral("string:org.freedesktop.Secret.Collection"),
                       QStringLiteral("string:Locked")},
                   &answer)
            && answer.contains("boolean false");
    });
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
