#include "history/rescuefile.h"

#include "places.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace faceid {

namespace {

constexpr qint64 reservedBytes = 64 * 1024; // a dozen rows

bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

/// A new file is on the disk when its name is.
void syncFolder([[maybe_unused]] const QString &file)
{
#ifndef Q_OS_WIN
    const int fd = ::open(QFile::encodeName(QFileInfo(file).path()).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    ::close(fd);
#endif
}

} // namespace

RescueFile::RescueFile(const QString &stem)
    : m_path(stem + QStringLiteral("-rescue.jsonl"))
    , m_reservePath(stem + QStringLiteral("-rescue.reserve"))
{ }

bool RescueFile::exists() const
{
    return QFile::exists(m_path);
}

bool RescueFile::reserve() const
{
    QFile file(m_reservePath);
    if (file.size() >= reservedBytes)
        return true;
    if (!file.open(QFile::WriteOnly, ownerOnly))
        return false;
    if (file.write(QByteArray(reservedBytes, '.')) == reservedBytes && syncToDisk(file))
        return true;
    file.remove();
    return false;
}

QString RescueFile::append(const QByteArray &line) const
{
    QFile::remove(m_reservePath);
    const bool isNew = !exists();
    QFile file(m_path);
    if (!file.open(QFile::WriteOnly | QFile::Append, ownerOnly))
        return file.errorString();
    file.setPermissions(ownerOnly);
    const qint64 before = file.size();
    if (file.write(line + '\n') != line.size() + 1 || !syncToDisk(file)) {
        const QString why = file.errorString();
        file.resize(before);
        return why;
    }
    if (isNew)
        syncFolder(m_path);
    return {};
}

bool RescueFile::read(QList<QByteArray> &lines) const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly))
        return false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return file.error() == QFile::NoError;
}

bool RescueFile::remove() const
{
    return QFile::remove(m_path);
}

bool RescueFile::putAside() const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    return QFile::rename(m_path, m_path.chopped(6) + QStringLiteral("-unreadable-%1.jsonl").arg(stamp));
}

} // namespace faceid
