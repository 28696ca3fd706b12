#include "filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace faceid {

#ifdef Q_OS_UNIX

struct FileLock::Private
{
    QByteArray path;
    int fd = -1;
    bool isHeldElsewhere = false;

    /// Whether the file that is open is still the one of that name: who held it before may have removed it.
    bool isCurrent() const
    {
        struct stat open, named;
        return fstat(fd, &open) == 0 && stat(path.constData(), &named) == 0 && open.st_dev == named.st_dev
            && open.st_ino == named.st_ino;
    }

    void close()
    {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
};

FileLock::FileLock(const QString &path)
    : d(std::make_unique<Private>())
{
    d->path = QFile::encodeName(path);
}

FileLock::~FileLock()
{
    d->close();
}

bool FileLock::tryLock()
{
    if (d->fd >= 0)
        return false;
    constexpr int tries = 3; // while its holders remove it just between our opening and locking it
    for (int i = 0; i < tries; ++i) {
        d->fd = ::open(d->path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        const bool isFree = d->fd >= 0 && flock(d->fd, LOCK_EX | LOCK_NB) == 0;
        d->isHeldElsewhere =
            d->fd >= 0 && (isFree || errno == EWOULDBLOCK); // not: no locks on that file system
        if (isFree && d->isCurrent())
            return true;
        d->close();
        if (!isFree)
            break;
    }
    return false;
}

bool FileLock::isHeldElsewhere() const
{
    return d->isHeldElsewhere;
}

bool FileLock::isLocked() const
{
    return d->fd >= 0;
}

void FileLock::remove()
{
    unlink(d->path.constData());
    d->close();
}

#else

struct FileLock::Private
{
    explicit Private(const QString &path)
        : file(path)
    {
        file.setStaleLockTime(0); // only a dead holder makes it stale, never its age
    }
    QLockFile file;
};

FileLock::FileLock(const QString &path)
    : d(std::make_unique<Private>(path))
{ }

FileLock::~FileLock() = default;

bool FileLock::tryLock()
{
    return !d->file.isLocked() && d->file.tryLock(0);
}

bool FileLock::isHeldElsewhere() const
{
    return d->file.error() == QLockFile::LockFailedError;
}

bool FileLock::isLocked() const
{
    return d->file.isLocked();
}

void FileLock::remove()
{
    d->file.unlock();
}

#endif

bool FileLock::lock(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!tryLock()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(5);
    }
    return true;
}

} // namespace faceid
