// historyrows FILE COUNT: a history file of that many rows, for the bench of the history; see manyrows.h.

#include "bench/manyrows.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 64;
    QElapsedTimer clock;
    clock.start();
    const QString problem = bench::fill(arguments[1], arguments[2].toInt(), [&](int done) {
        std::fprintf(stderr, "%d rows, %lld s\n", done, static_cast<long long>(clock.elapsed() / 1000));
    });
    std::fputs(qPrintable(problem), stderr);
    return problem.isEmpty() ? 0 : 1;
}
