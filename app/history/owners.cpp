#include "history/owners.h"

#include "places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace faceid {

namespace {

constexpr QLatin1String departuresEnding(".sent");

} // namespace

Owners::Owners(const QString &folder)
    : m_folder(folder)
    , m_self(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_life(fileName(m_self))
{ }

Owners::~Owners()
{
    if (m_departures)
        m_departures->remove();
    m_life.remove();
}

bool Owners::enter(Departures &departures)
{
    // Another program that sweeps may hold the new file for a moment.
    if (!m_life.lock(std::chrono::seconds(1)))
        return false;
    m_departures = &departures;
    if (portableFolder().isEmpty()) // a memory stick may be pulled out before the notes are on it
        departures.open(departuresName(m_self));
    return true;
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

bool Owners::mayHaveSent(const QString &owner, const QUuid &id) const
{
    const std::optional<QSet<QUuid>> departed = Departures::of(departuresName(owner));
    return !departed || departed->contains(id);
}

void Owners::sweep() const
{
    const auto files = QDir(m_folder).entryInfoList({QStringLiteral("*.lock")}, QDir::Files);
    for (const QFileInfo &file : files)
        isAlive(file.completeBaseName());
    const auto notes = QDir(m_folder).entryInfoList({QLatin1Char('*') + departuresEnding}, QDir::Files);
    for (const QFileInfo &file : notes) {
        if (!QFile::exists(fileName(file.completeBaseName())))
            QFile::remove(file.filePath());
    }
}

QString Owners::fileName(const QString &owner) const
{
    return QStringLiteral("%1/%2.lock").arg(m_folder, owner);
}

QString Owners::departuresName(const QString &owner) const
{
    return m_folder + QLatin1Char('/') + owner + departuresEnding;
}

} // namespace faceid
