#include "history/departures.h"

#include "places.h"

#include <QCryptographicHash>
#include <QSysInfo>

namespace faceid {

namespace {

constexpr qsizetype idBytes = 16;

/// First in the file: the same as long as the computer runs. Empty where the system does not tell.
QByteArray thisBoot()
{
    const QByteArray name = QSysInfo::bootUniqueId();
    return name.isEmpty() ? name : QCryptographicHash::hash(name, QCryptographicHash::Sha256);
}

} // namespace

void Departures::open(const QString &path)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray boot = thisBoot();
    if (boot.isEmpty())
        return;
    m_file.setFileName(path);
    const bool isOpen = m_file.open(QFile::WriteOnly | QFile::Truncate | QFile::Unbuffered, ownerOnly);
    if (isOpen && m_file.write(boot) != boot.size())
        m_file.remove();
}

void Departures::add(const QUuid &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_file.isOpen() && m_file.write(id.toRfc4122()) != idBytes)
        m_file.remove(); // closes it, too
}

void Departures::remove()
{
    const QMutexLocker lock(&m_mutex);
    m_file.remove();
}

std::optional<QSet<QUuid>> Departures::of(const QString &path)
{
    QFile file(path);
    const QByteArray boot = thisBoot();
    if (boot.isEmpty() || !file.open(QFile::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    const qsizetype noted = bytes.size() - boot.size();
    if (!bytes.startsWith(boot) || noted % idBytes != 0)
        return std::nullopt;
    QSet<QUuid> ids;
    for (qsizetype i = boot.size(); i < bytes.size(); i += idBytes)
        ids.insert(QUuid::fromRfc4122(QByteArrayView(bytes).sliced(i, idBytes)));
    return ids;
}

} // namespace faceid
