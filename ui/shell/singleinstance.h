#pragma once

#include "filelock.h"

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace faceid {

/// What the program is started for, beside showing its window.
struct Wish
{
    QStringList photos; ///< paths
    QString page; ///< what to open, a MainMenu's id; empty: nothing
};

/// One window for each user and data folder: a second start hands its wish to the first and ends.
///
/// Who holds a lock file is the first; the system lets go of it however that program dies, so what a crash
/// leaves behind stops nobody. Lock and socket lie in the user's runtime folder, which only the user can
/// enter.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, ///< this one; it hears of later starts by anotherStarted()
        HandedOver, ///< another one runs and has taken over what this one was asked for: end now
        Alone, ///< there is no way to know or to talk: another may run, and errorString() says what is wrong
    };

    /// For the programs that share \a dataFolder. Does nothing yet.
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// Becomes the first, or hands \a wish (its paths made absolute here) to it. Blocks while the first one
    /// is asked, for three seconds at most.
    Role claim(const Wish &wish);
    QString errorString() const { return m_error; }

    /// The file of the socket; tests look at it.
    QString socketPath() const { return m_path; }

Q_SIGNALS:
    /// Somebody has started the program again. \a activation is what Wayland wants to be shown before a
    /// window may come to the front; empty elsewhere.
    void anotherStarted(const faceid::Wish &wish, const QByteArray &activation);

private:
    bool listen();
    bool handOver(const Wish &wish);
    void accept();
    void read(QLocalSocket *socket);

    QString m_path;
    FileLock m_lock;
    QLocalServer m_server;
    QString m_error;
};

/// Shows \a window in front of others with the keyboard, as far as the desktop allows it.
void bringToFront(QWidget &window, const QByteArray &activation);

} // namespace faceid
