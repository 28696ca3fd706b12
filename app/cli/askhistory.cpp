#include "cli/askhistory.h"

#include "cli/console.h"

namespace faceid {

QString askHistory(const std::function<void(HistoryStore &, std::function<void(const QString &)>)> &ask)
{
    QString error;
    HistoryStore store(HistoryStore::defaultPath());
    QObject::connect(&store, &HistoryStore::opened, &store, [](int unfinished) {
        if (unfinished > 0)
            note(Cli::tr(
                "%n request(s) of an earlier run never ended and are Unknown now: a token may have been "
                "issued.",
                nullptr, unfinished));
    });
    ask(store, [&error](const QString &why) {
        error = why;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return error;
}

void writeDown(const AuditNote &what)
{
    const QString error =
        askHistory([&what](HistoryStore &store, const auto &done) { store.audit(what, &store, done); });
    if (!error.isEmpty())
        note(error);
}

} // namespace faceid
