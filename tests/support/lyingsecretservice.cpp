#include "support/lyingsecretservice.h"

#include "support/wiresecret.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QUuid>

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
const QDBusObjectPath noPrompt(QStringLiteral("/"));
const QDBusObjectPath session(QStringLiteral("/org/freedesktop/secrets/session/1"));
const QDBusObjectPath collection(QStringLiteral("/org/freedesktop/secrets/collection/login"));
const QDBusObjectPath item(QStringLiteral("/org/freedesktop/secrets/collection/login/1"));

} // namespace

LyingSecretService::LyingSecretService(Lie lie)
    : m_lie(lie)
    , m_connection(QUuid::createUuid().toString())
{
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<WireSecrets>();
}

LyingSecretService::~LyingSecretService()
{
    QDBusConnection::disconnectFromBus(m_connection);
}

bool LyingSecretService::start(const QString &busAddress)
{
    QDBusConnection bus = QDBusConnection::connectToBus(busAddress, m_connection);
    return bus.registerVirtualObject(servicePath, this, QDBusConnection::SubPath)
        && bus.registerService(serviceName);
}

QString LyingSecretService::introspect(const QString &) const
{
    return {};
}

bool LyingSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    if (message.member() == u"OpenSession" && message.arguments().value(0).toString() != u"plain")
        return connection.send(message.createErrorReply(
            QStringLiteral("org.freedesktop.DBus.Error.NotSupported"), QStringLiteral("plain only")));
    return connection.send(message.createReply(answer(message)));
}

QVariantList LyingSecretService::answer(const QDBusMessage &message) const
{
    const QString member = message.member();
    const auto paths = [](const QList<QDBusObjectPath> &list) { return QVariant::fromValue(list); };
    const auto path = [](const QDBusObjectPath &one) { return QVariant::fromValue(one); };
    const auto variant = [](const QVariant &value) { return QVariant::fromValue(QDBusVariant(value)); };
    if (member == u"OpenSession")
        return {variant(QString()), path(session)};
    if (member == u"ReadAlias")
        return {path(collection)};
    if (member == u"Get") // Locked
        return {variant(false)};
    if (member == u"GetAll")
        return {QVariantMap()};
    if (member == u"CreateItem")
        return {path(item), path(noPrompt)};
    if (member == u"Delete")
        return {path(noPrompt)};
    if (member == u"SearchItems")
        return {paths(m_lie == Lie::Clings ? QList{item} : QList<QDBusObjectPath>()), paths({})};
    if (member == u"Unlock")
        return {paths({item}), path(noPrompt)};
    if (member == u"GetSecrets") {
        const WireSecret old{session, {}, "an old secret", QStringLiteral("text/plain")};
        return {QVariant::fromValue(WireSecrets{{item, old}})};
    }
    qWarning("LyingSecretService: %s?", qPrintable(member));
    return {};
}
