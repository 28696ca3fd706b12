#include "sandbox/socketaddress.h"

#include <algorithm>
#include <iterator>

#include <netinet/in.h>

namespace faceid {

sockaddr_storage socketAddress(const QHostAddress &address, quint16 port)
{
    sockaddr_storage storage{};
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(v6->sin6_addr.s6_addr));
        return storage;
    }
    auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
    v4->sin_addr.s_addr = htonl(address.toIPv4Address());
    return storage;
}

QString hostText(const QHostAddress &address)
{
    const QString text = address.toString();
    return address.protocol() == QAbstractSocket::IPv6Protocol ? QString(u'[' + text + u']') : text;
}

} // namespace faceid
