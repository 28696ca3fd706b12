#include "cli/rowids.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/verb.h"

namespace faceid {

QUuid idFrom(const QString &word)
{
    const QUuid id(word);
    if (id.isNull())
        throw UsageError{Cli::tr("'%1' is no id. faceidctl history list --json shows them.").arg(word)};
    return id;
}

QList<QUuid> idsFrom(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        throw UsageError{Cli::tr("Give %1.").arg(Cli::tr("the ids of rows"))};
    QList<QUuid> ids;
    for (const QString &word : words)
        ids.append(idFrom(word));
    return ids;
}

QList<Exchange> exchangesOf(const QList<QUuid> &ids, QString &error)
{
    QList<Exchange> exchanges;
    QString missing;
    QString problem;
    qsizetype left = ids.size();
    const QString failed = askHistory([&](HistoryStore &store, const auto &done) {
        for (const QUuid &id : ids) { // answered in the order asked
            store.exchange(id, &store, [&, id, done](const auto &found, const QString &why) {
                if (found)
                    exchanges.append(*found);
                else if (missing.isEmpty())
                    missing = id.toString(QUuid::WithoutBraces);
                if (problem.isEmpty())
                    problem = why;
                if (--left == 0)
                    done(problem);
            });
        }
    });
    if (failed.isEmpty() && !missing.isEmpty())
        error = Cli::tr("The history has no row %1.").arg(missing);
    else
        error = failed;
    return exchanges;
}

} // namespace faceid
