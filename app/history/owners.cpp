#include "history/owners.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace faceid {

Owners::Owners(const QString &folder)
    : m_folder(folder)
    , m_self(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_life(fileName(m_self))
{ }

Owners::~Owners()
{
    m_life.remove();
}

bool Owners::enter()
{
    // Another program that sweeps may hold the new file for a moment.
    return m_life.lock(std::chrono::seconds(1));
}

bool Owners::isAlive(const QString &owner) const
{
    if (owner == m_self)
        return true;
    const QString path = fileName(owner);
    if (!QFile::exists(path))
        return false;
    FileLock lock(path);
    if (!lock.tryLock())
        return true;
    lock.remove();
    return false;
}

void Owners::sweep() const
{
    const auto files = QDir(m_folder).entryInfoList({QStringLiteral("*.lock")}, QDir::Files);
    for (const QFileInfo &file : files)
        isAlive(file.completeBaseName());
}

QString Owners::fileName(const QString &owner) const
{
    return QStringLiteral("%1/%2.lock").arg(m_folder, owner);
}

} // namespace faceid
