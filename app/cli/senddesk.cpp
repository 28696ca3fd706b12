#include "cli/senddesk.h"

#include "cli/console.h"
#include "cli/stopsignal.h"
#include "cli/target.h"
#include "credentials/personkeyring.h"

namespace faceid {

SendDesk::SendDesk(Target &target, const Policy &policy)
    : shelf(policy)
    , history(HistoryStore::defaultPath())
    , client(shelf.credentials, &history)
{
    if (!target.secret.isEmpty())
        shelf.credentials.keepForSession(target.profile.secretEntry(), std::move(target.secret));
    QObject::connect(&history, &HistoryStore::opened, &history, [](int unfinished) {
        if (unfinished > 0)
            note(Cli::tr("%n request(s) of an earlier run never ended: see faceidctl history list.", nullptr,
                unfinished));
    });
    client.setPolicy(policy);
}

bool SendDesk::awaitPersonKey(const StopSignal &stop)
{
    bool isStopped = false;
    PersonKeyring persons(shelf.credentials);
    QObject::connect(&stop, &StopSignal::raised, &persons, [&isStopped] {
        isStopped = true;
        QCoreApplication::quit();
    });
    persons.get(&persons, [this](const std::shared_ptr<const PersonKey> &key, const QString &) {
        client.setPersonKey(key);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return !isStopped;
}

} // namespace faceid
