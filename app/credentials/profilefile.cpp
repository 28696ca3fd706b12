#include "credentials/profilefile.h"

#include "credentials/profilefields.h"
#include "credentials/profilestore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace faceid {

namespace {

constexpr QLatin1String formatKey("format");
constexpr QLatin1String formatName("faceid-console-profiles");
constexpr QLatin1String versionKey("version");
constexpr int currentVersion = 1;
constexpr QLatin1String profilesKey("profiles");
constexpr QLatin1String addressesKey("addresses");

QJsonObject toObject(const Profile &profile)
{
    QJsonObject object;
    for (const ProfileField &field : profileFields()) {
        if (field.travels)
            object.insert(field.name, QJsonValue::fromVariant(field.save(profile)));
    }
    QJsonObject addresses;
    for (const EndpointSpec *spec : endpoints()) {
        const QUrl address = profile.baseUrls.value(spec->id);
        if (!address.isEmpty())
            addresses.insert(spec->id, address.toString(QUrl::FullyEncoded));
    }
    object.insert(addressesKey, addresses);
    return object;
}

Profile fromObject(const QJsonObject &object)
{
    Profile profile = ProfileStore::blank();
    for (const ProfileField &field : profileFields()) {
        const QJsonValue value = object.value(field.name);
        if (field.travels && !value.isUndefined() && !value.isNull())
            field.load(profile, value.toVariant());
    }
    const QJsonObject addresses = object.value(addressesKey).toObject();
    for (const EndpointSpec *spec : endpoints()) {
        const QString address = addresses.value(spec->id).toString();
        if (!address.isEmpty())
            profile.baseUrls.insert(spec->id, QUrl(address, QUrl::StrictMode));
    }
    return profile;
}

ProfileImport refused(const char *why)
{
    return {{}, QCoreApplication::translate("ProfileFile", why)};
}

} // namespace

QByteArray profilesToJson(const QList<Profile> &profiles)
{
    QJsonArray list;
    for (const Profile &profile : profiles)
        list.append(toObject(profile));
    return QJsonDocument(
        QJsonObject{{formatKey, formatName}, {versionKey, currentVersion}, {profilesKey, list}})
        .toJson();
}

ProfileImport profilesFromJson(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(formatKey).toString() != formatName)
        return refused(QT_TRANSLATE_NOOP("ProfileFile", "This is no file of profiles."));
    if (object.value(versionKey).toInt() > currentVersion)
        return refused(QT_TRANSLATE_NOOP(
            "ProfileFile", "This file of profiles was written by a newer version of the program."));
    ProfileImport result;
    const QJsonArray list = object.value(profilesKey).toArray();
    for (const QJsonValue &value : list)
        result.profiles.append(fromObject(value.toObject()));
    if (result.profiles.isEmpty())
        return refused(QT_TRANSLATE_NOOP("ProfileFile", "There is no profile in this file."));
    return result;
}

} // namespace faceid
