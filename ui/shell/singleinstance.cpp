#include "shell/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace faceid {

namespace {

constexpr int patienceMs = 3000; // until another instance counts as one that does not answer
constexpr auto muteClient = std::chrono::seconds(5); // who connects and says nothing
constexpr qint64 maxLine = 1024 * 1024; // more paths than a command line can hold
constexpr QByteArrayView taken("taken\n");
const char *const activationVariable = "XDG_ACTIVATION_TOKEN";

QString runtimeFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    // Each run of a Flatpak has a runtime folder of its own, and in it this one, which all of them share.
    const QString shared = folder + QStringLiteral("/app/") + qEnvironmentVariable("FLATPAK_ID");
    return qEnvironmentVariableIsSet("FLATPAK_ID") && QFileInfo(shared).isDir() ? shared : folder;
}

QString socketPathFor(const QString &dataFolder)
{
    // Short: the path of a socket may have no more than 107 bytes.
    const QByteArray digest = QCryptographicHash::hash(
        QDir::cleanPath(QDir(dataFolder).absolutePath()).toUtf8(), QCryptographicHash::Sha256);
    const QString name = QStringLiteral("faceid-console-") + QString::fromLatin1(digest.toHex().left(16));
#ifdef Q_OS_UNIX
    return QDir(runtimeFolder()).filePath(name);
#else
    return name; // a named pipe
#endif
}

QString lockPathFor(const QString &socketPath)
{
#ifdef Q_OS_UNIX
    return socketPath + QStringLiteral(".lock");
#else
    return QDir(runtimeFolder()).filePath(socketPath + QStringLiteral(".lock"));
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_path(socketPathFor(dataFolder))
    , m_lock(lockPathFor(m_path))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::Role SingleInstance::claim(const Wish &wish)
{
    const QDeadlineTimer deadline(patienceMs);
    // The first may be between its lock and its socket, or about to end: both pass.
    for (;;) {
        if (m_lock.tryLock())
            return listen() ? Role::First : Role::Alone;
        if (handOver(wish))
            return Role::HandedOver;
        if (deadline.hasExpired())
            return Role::Alone;
        QThread::msleep(20);
    }
}

bool SingleInstance::listen()
{
    // Whoever listened there is dead, or the lock would not be ours.
    QLocalServer::removeServer(m_path);
    if (m_server.listen(m_path))
        return true;
    m_error = m_server.errorString();
    return false;
}

bool SingleInstance::handOver(const Wish &wish)
{
    QJsonArray paths;
    for (const QString &photo : wish.photos)
        paths.append(QFileInfo(photo).absoluteFilePath());
    const QJsonObject message{{QStringLiteral("photos"), paths}, {QStringLiteral("page"), wish.page},
        {QStringLiteral("activation"), QString::fromUtf8(qgetenv(activationVariable))}};

    QLocalSocket socket;
    socket.connectToServer(m_path);
    bool isTaken = socket.waitForConnected(patienceMs);
    if (isTaken) {
        socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patienceMs)) { }
        isTaken =
            (socket.bytesAvailable() > 0 || socket.waitForReadyRead(patienceMs)) && socket.readAll() == taken;
    }
    m_error = isTaken ? QString() : socket.errorString();
    return isTaken;
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(muteClient, socket, &QLocalSocket::abort);
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > maxLine)
            socket->abort();
        return;
    }
    const QJsonObject message = QJsonDocument::fromJson(socket->readLine(maxLine)).object();
    Wish wish;
    wish.page = message.value(QStringLiteral("page")).toString();
    const QJsonArray paths = message.value(QStringLiteral("photos")).toArray();
    for (const QJsonValue &path : paths)
        wish.photos.append(path.toString());
    socket->write(taken.data(), taken.size());
    socket->disconnectFromServer();
    Q_EMIT anotherStarted(wish, message.value(QStringLiteral("activation")).toString().toUtf8());
}

void bringToFront(QWidget &window, const QByteArray &activation)
{
    if (!activation.isEmpty())
        qputenv(activationVariable, activation); // where Qt's Wayland plugin looks for it
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace faceid
