// fillhistory COUNT: that many ended requests in the user's history, written by the real store. Their tokens
// have expired, so that no countdown runs.

#include "about.h"
#include "history/historystore.h"
#include "support/madeexchange.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace faceid;
    setApplicationNames();
    QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().value(1).toInt();
    constexpr Outcome outcomes[] = {Outcome::Issued, Outcome::Issued, Outcome::Refused, Outcome::Unknown};
    HistoryStore store(HistoryStore::defaultPath());
    int left = count;
    QString problem;
    for (int i = 0; i < count; ++i) {
        Exchange exchange = made::pending(QStringLiteral("bench-%1").arg(i));
        exchange.startedAt = exchange.startedAt.addDays(-2).addSecs(i - count);
        store.begin(exchange, &application, [&problem](Journal::Begin result, const QString &detail) {
            if (result != Journal::Begin::Saved)
                problem = detail;
        });
        store.finish(made::ended(exchange, outcomes[i % 4]), &application, [&](const QString &error) {
            if (!error.isEmpty())
                problem = error;
            if (--left == 0)
                QCoreApplication::quit();
        });
    }
    if (count > 0)
        QCoreApplication::exec();
    if (!problem.isEmpty())
        std::fprintf(stderr, "%s\n", problem.toLocal8Bit().constData());
    return problem.isEmpty() ? 0 : 1;
}
