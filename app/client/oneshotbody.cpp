#include "client/oneshotbody.h"

#include "credentials/secret.h"

#include <cstring>

namespace faceid {

OneShotBody::OneShotBody(QByteArray &&bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
    , m_size(m_bytes.size())
{
    // Unbuffered: what QIODevice reads ahead would count as handed over, and would be one more copy.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OneShotBody::~OneShotBody()
{
    wipe();
}

bool OneShotBody::reset()
{
    return seek(0);
}

bool OneShotBody::seek(qint64 position)
{
    return position == 0 && !isStarted() && QIODevice::seek(0);
}

void OneShotBody::wipe()
{
    faceid::wipe(m_bytes);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = qMin(maxSize, m_size - m_handedOver);
    if (count <= 0)
        return 0;
    if (m_bytes.isEmpty()) // wiped before its end: the request is being given up
        return -1;
    Q_EMIT aboutToHandOver(count);
    std::memcpy(data, m_bytes.constData() + m_handedOver, size_t(count));
    m_handedOver += count;
    if (isFinished())
        wipe();
    Q_EMIT bytesHandedOver(count);
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace faceid
