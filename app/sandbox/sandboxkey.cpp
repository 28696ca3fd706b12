#include "sandbox/sandboxkey.h"

#include "contract/endpointspec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace faceid {

namespace {

/// Takes one value into \a key; false when it is not of the right kind.
bool take(SandboxKey &key, const QString &name, const QJsonValue &value)
{
    const auto flag = [&value](bool &target) {
        target = value.toBool();
        return value.isBool();
    };
    const auto number = [&value](int &target) {
        target = value.toInt(-1);
        return target >= 0;
    };
    const QString text = value.toString();
    if (name == u"api_key") {
        key.apiKey = text;
        return !text.isEmpty();
    }
    if (name == u"api_secret") {
        key.secret = text.toUtf8();
        return !text.isEmpty();
    }
    if (name == u"discontinued")
        return flag(key.discontinued);
    if (name == u"data_source")
        return flag(key.dataSource);
    if (name == u"concurrency")
        return number(key.concurrency);
    if (name == u"attempts")
        return number(key.attempts);
    if (name == u"balance")
        return number(key.balance.emplace());
    if (name != u"apis" && name != u"networks")
        return false;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        if (name == u"apis") {
            if (!endpointById(entry.toString()))
                return false;
            key.apis.append(entry.toString());
        } else {
            key.networks.append(QHostAddress::parseSubnet(entry.toString()));
            if (key.networks.constLast().second < 0)
                return false;
        }
    }
    return value.isArray();
}

} // namespace

QList<SandboxKey> defaultSandboxKeys()
{
    return {{QString::fromLatin1(sandboxApiKey), sandboxApiSecret}};
}

std::variant<QList<SandboxKey>, QString> readSandboxKeys(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isArray()) {
        return QCoreApplication::translate("SandboxKey", "The keys are no JSON array: %1")
            .arg(error.error == QJsonParseError::NoError ? QString() : error.errorString());
    }
    QList<SandboxKey> keys;
    const QJsonArray array = document.array();
    for (const QJsonValue &entry : array) {
        SandboxKey key;
        const QJsonObject object = entry.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (!take(key, it.key(), it.value())) {
                return QCoreApplication::translate(
                    "SandboxKey", "Key %1: '%2' is not known or has a wrong value.")
                    .arg(keys.size() + 1)
                    .arg(it.key());
            }
        }
        if (key.apiKey.isEmpty() || key.secret.isEmpty()) {
            return QCoreApplication::translate("SandboxKey", "Key %1 needs api_key and api_secret.")
                .arg(keys.size() + 1);
        }
        keys.append(key);
    }
    if (keys.isEmpty())
        return QCoreApplication::translate("SandboxKey", "There is no key.");
    return keys;
}

} // namespace faceid
