#include "cli/savedprofile.h"

#include "cli/console.h"
#include "cli/verb.h"

#include <memory>

namespace faceid {

Profile savedProfile(const ProfileStore &store, const QString &name)
{
    const std::optional<Profile> profile = store.byName(name);
    if (profile)
        return *profile;
    QStringList names;
    for (const Profile &known : store.profiles())
        names.append(known.name);
    const QString known = names.isEmpty() ? Cli::tr("none is saved yet") : names.join(QStringLiteral(", "));
    throw UsageError{
        Cli::tr("There is no profile '%1' (saved: %2). Make one with faceidctl profile add or in "
                "faceid-console; the built-in sandbox is --sandbox.")
            .arg(name, known)};
}

CredentialResult awaited(const std::function<void(QObject *, CredentialStore::Callback)> &ask)
{
    QObject context;
    const auto held = std::make_shared<CredentialResult>(); // a std::function is copied
    ask(&context, [held](CredentialResult result) {
        *held = std::move(result);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return std::move(*held);
}

} // namespace faceid
