#include "client/connections.h"

#include "credentials/secret.h"

namespace faceid {

namespace {

constexpr int longestIdle = 1000; // milliseconds; servers close after some seconds

} // namespace

Connections::Connections()
{
    m_expiry.setSingleShot(true);
    QObject::connect(&m_expiry, &QTimer::timeout, &m_expiry, [this] { clear(); });
}

Connections::~Connections()
{
    clear();
}

void Connections::clear()
{
    m_idle.clear();
    overwriteFreedBlocks(); // what was sent on them
}

std::unique_ptr<QNetworkAccessManager> Connections::take()
{
    while (!m_idle.empty()) {
        Idle last = std::move(m_idle.back());
        m_idle.pop_back();
        if (!last.since.hasExpired(longestIdle))
            return std::move(last.manager);
        m_idle.clear(); // the others wait even longer
    }
    return std::make_unique<QNetworkAccessManager>();
}

void Connections::giveBack(std::unique_ptr<QNetworkAccessManager> manager, const QElapsedTimer &sinceEnd)
{
    m_idle.push_back({std::move(manager), sinceEnd});
    m_expiry.start(longestIdle);
}

} // namespace faceid
