#include "callback/notifyurl.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

using Weight = NotifyFinding::Weight;

constexpr char formAdvice[] = QT_TRANSLATE_NOOP("Callback", "Write it as https://HOST/PATH.");

NotifyFinding schemeOf(const QUrl &url)
{
    if (url.scheme() == u"https")
        return {Weight::Good, QT_TRANSLATE_NOOP("Callback", "The address is HTTPS."), url.scheme()};
    if (url.scheme() == u"http")
        return {Weight::Warning,
            QT_TRANSLATE_NOOP("Callback",
                "The address is plain HTTP: anybody on the way can read it, so check the sign of every callback."),
            url.scheme(), QT_TRANSLATE_NOOP("Callback", "Use HTTPS before real people are checked.")};
    return {Weight::Bad, QT_TRANSLATE_NOOP("Callback", "The address is no web address."), url.scheme(),
        formAdvice};
}

NotifyFinding portOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == u"http" ? 80 : 443);
    const QString detail = QString::number(port);
    if (std::find(notifyPorts.begin(), notifyPorts.end(), port) != notifyPorts.end())
        return {
            Weight::Good, QT_TRANSLATE_NOOP("Callback", "The port is one that the service calls."), detail};
    return {Weight::Warning,
        QT_TRANSLATE_NOOP("Callback", "The port is none of those that related pages of the service allow."),
        QCoreApplication::translate("Callback", "%1, not one of %2").arg(detail, notifyPortList()),
        QT_TRANSLATE_NOOP("Callback", "Receive on one of these, best on 443, or put a reverse proxy there.")};
}

NotifyFinding hostOf(const QUrl &url)
{
    const QString host = url.host();
    const bool isLocalName = host == u"localhost" || host.endsWith(u".localhost") || host.endsWith(u".local")
        || !host.contains(u'.');
    if (host.isEmpty())
        return {Weight::Bad, QT_TRANSLATE_NOOP("Callback", "The address names no host."), {}, formAdvice};
    if (isPrivateAddress(QHostAddress(host)) || (isLocalName && !host.contains(u':')))
        return {Weight::Bad,
            QT_TRANSLATE_NOOP("Callback",
                "The host is on this machine or in a private network, where the service "
                "cannot reach it."),
            host, publicNameAdvice};
    return {Weight::Good, QT_TRANSLATE_NOOP("Callback", "The host is a public name."), host};
}

} // namespace

QString notifyPortList()
{
    QStringList numbers;
    for (const int port : notifyPorts)
        numbers.append(QString::number(port));
    return numbers.join(QStringLiteral(", "));
}

bool isPrivateAddress(const QHostAddress &address)
{
    static const QList<std::pair<QHostAddress, int>> ranges = [] {
        QList<std::pair<QHostAddress, int>> all;
        for (const char *range :
            {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "0.0.0.0/8"})
            all.append(QHostAddress::parseSubnet(QLatin1String(range)));
        return all;
    }();
    if (address.isNull())
        return false;
    bool isMapped = false; // also as ::ffff:10.0.0.1
    if (const quint32 v4 = address.toIPv4Address(&isMapped);
        isMapped && address.protocol() != QHostAddress::IPv4Protocol)
        return isPrivateAddress(QHostAddress(v4));
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
        || std::any_of(ranges.cbegin(), ranges.cend(),
            [&address](const auto &range) { return address.isInSubnet(range); });
}

QList<NotifyFinding> inspectNotifyUrl(const QUrl &url)
{
    QList<NotifyFinding> findings{schemeOf(url), portOf(url), hostOf(url)};
    if (!url.userInfo().isEmpty() || url.hasFragment())
        findings.append({Weight::Warning,
            QT_TRANSLATE_NOOP("Callback", "A user name or a # part does not reach the receiver."),
            url.toString(QUrl::RemoveUserInfo),
            QT_TRANSLATE_NOOP("Callback", "Put what it must know into the path or the query.")});
    return findings;
}

} // namespace faceid
