#include "policy/address.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace faceid {

QString addressProblem(const QUrl &address)
{
    const QString scheme = address.scheme();
    if (!address.isValid() || address.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return QCoreApplication::translate(
            "Profile", "This is no address of a service. It looks like https://api.example.com.");
    if (!address.userInfo().isEmpty())
        return QCoreApplication::translate("Profile", "Leave user name and password out of the address.");
    if (address.hasQuery() || address.hasFragment())
        return QCoreApplication::translate("Profile", "Leave ? and # and what follows out of the address.");
    if (scheme == u"http" && !isLoopback(address))
        return QCoreApplication::translate("Profile",
            "Use https:// here: over http:// the secret and the photos could be read on the way. http:// is "
            "for this machine only (127.0.0.1, ::1, localhost).");
    return {};
}

bool isLoopback(const QUrl &address)
{
    static const QRegularExpression fourNumbers(
        QStringLiteral("\\A127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\z"));
    const QString host = address.host();
    return host == u"localhost" || host == u"::1" || fourNumbers.match(host).hasMatch();
}

QString hostAndPort(const QUrl &address)
{
    QString host = address.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return host + u':' + QString::number(address.port(address.scheme() == u"http" ? 80 : 443));
}

} // namespace faceid
