#include "policy/address.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace faceid {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Profile", text);
}

} // namespace

QString addressProblem(const QUrl &address)
{
    const QString scheme = address.scheme();
    if (!address.isValid() || address.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return say(QT_TRANSLATE_NOOP(
            "Profile", "This is no address of a service. It looks like https://api.example.com."));
    if (!address.userInfo().isEmpty())
        return say(QT_TRANSLATE_NOOP("Profile", "Leave user name and password out of the address."));
    if (address.hasQuery() || address.hasFragment())
        return say(QT_TRANSLATE_NOOP("Profile", "Leave ? and # and what follows out of the address."));
    if (scheme == u"http" && !isLoopback(address))
        return say(QT_TRANSLATE_NOOP("Profile",
            "Use https:// here: over http:// the secret and the photos could be read on the way. http:// is "
            "for this machine only (127.0.0.1, ::1, localhost)."));
    return {};
}

bool isLoopback(const QUrl &address)
{
    static const QRegularExpression fourNumbers(
        QStringLiteral("\\A127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\z"));
    const QString host = address.host();
    return host == u"localhost" || host == u"::1" || fourNumbers.match(host).hasMatch();
}

} // namespace faceid
