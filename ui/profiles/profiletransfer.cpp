#include "profiles/profiletransfer.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace faceid {

namespace {

class TransferWords
{
    Q_DECLARE_TR_FUNCTIONS(ProfileTransfer)
};

} // namespace

QString exportProfiles(const QList<Profile> &profiles, const QString &path)
{
    QSaveFile file(path);
    const QByteArray json = profilesToJson(profiles);
    const bool isDone = file.open(QSaveFile::WriteOnly) && file.write(json) == json.size() && file.commit();
    return isDone ? QString() : TransferWords::tr("%1 cannot be written: %2").arg(path, file.errorString());
}

ImportResult importProfiles(ProfileStore &store, const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {{}, TransferWords::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    const QByteArray bytes = file.read(maxProfileFileBytes + 1);
    if (bytes.size() > maxProfileFileBytes)
        return {{}, TransferWords::tr("The file is too large to be one of profiles.")};
    const ProfileImport read = profilesFromJson(bytes);
    ImportResult result{{}, read.problem};
    for (Profile profile : read.profiles) {
        profile.name = store.freeName(profile.name);
        const QString problem = store.save(profile);
        if (problem.isEmpty())
            result.ids.append(profile.id);
        else if (result.problem.isEmpty())
            result.problem = QStringLiteral("%1: %2").arg(profile.name, problem);
    }
    return result;
}

} // namespace faceid
