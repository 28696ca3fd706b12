#include "credentials/secret.h"

#include <QCryptographicHash>
#include <QString>

#include <cstdlib>
#include <cstring>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace faceid {

namespace {

/// memset that the optimiser may not drop: it cannot know what is called. A loop over volatile bytes takes
/// ten milliseconds for a large photo.
void overwrite(void *data, size_t bytes)
{
    static void *(*const volatile fill)(void *, int, size_t) = std::memset;
    fill(data, 0, bytes);
}

} // namespace

Secret::Secret(QByteArray &&bytes)
    : m_bytes(std::move(bytes))
{
    bytes = QByteArray();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, QByteArray()))
{ }

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, QByteArray());
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

Secret Secret::duplicate() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

void Secret::wipe()
{
    faceid::wipe(m_bytes);
}

QByteArray Secret::fingerprint() const
{
    return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().first(8);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), size_t(bytes.size()));
    bytes = QByteArray();
}

void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        overwrite(text.data(), size_t(text.size()) * sizeof(QChar));
    text = QString();
}

void wipeShared(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        overwrite(const_cast<char *>(bytes.constData()), size_t(bytes.size()));
    bytes = QByteArray();
}

void overwriteFreedBlocks()
{
#ifdef __GLIBC__
    constexpr size_t largest = 1032; // bytes that such a block holds, in steps of 16 from 24
    constexpr size_t step = 16;
    constexpr int ofEachSize = 7;
    std::vector<void *> blocks; // all at once: one that is given back would be handed out again
    blocks.reserve(largest / step * ofEachSize);
    for (size_t bytes = 24; bytes <= largest; bytes += step) {
        for (int i = 0; i < ofEachSize; ++i) {
            void *block = std::malloc(bytes);
            if (!block)
                break;
            overwrite(block, bytes);
            blocks.push_back(block);
        }
    }
    for (void *block : blocks)
        std::free(block);
#endif
}

void hardenProcessMemory()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef __GLIBC__
    mallopt(M_PERTURB, 0xa5);
#endif
}

} // namespace faceid
