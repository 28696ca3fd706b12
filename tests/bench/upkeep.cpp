// upkeep [--rows N] [--file FILE] [--old N]: what is done to a whole history of a million rows (export,
// erasing what is personal, bringing an older file to this layout) and whether the window can go on issuing
// meanwhile. FILE, made by bench_history, is copied first. Prints a table; times depend on the machine, so
// only what breaks makes it fail.

#include "bench/manyrows.h"
#include "bench/measuring.h"
#include "export/rowexport.h"
#include "history/historyreader.h"
#include "history/historystore.h"
#include "support/madeexchange.h"
#include "support/oldhistory.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace faceid;
using bench::figure;
using bench::Heart;
using bench::milliseconds;
using bench::Times;
using bench::until;

namespace {

constexpr qint64 longPatience = 30 * 60 * 1000; // milliseconds

double megabytes(const QString &path)
{
    return double(QFileInfo(path).size()) / 1e6;
}

/// How long each request has to wait for its row while something else goes on, one after the other.
class Requests : public QObject
{
public:
    explicit Requests(HistoryStore &store)
        : m_store(store)
    {
        next();
    }
    ~Requests() override { m_isOver = true; }
    const Times &times() const { return m_times; }

private:
    void next()
    {
        m_asked = made::pending(QUuid::createUuid().toString());
        m_clock.start();
        m_store.begin(m_asked, this, [this](Journal::Begin result, const QString &detail) {
            m_times.all.append(milliseconds(m_clock));
            if (result != Journal::Begin::Saved)
                std::printf("    a request was not saved: %s\n", qPrintable(detail));
            m_store.finish(made::ended(m_asked, Outcome::Refused), this, [this](const QString &) {
                if (!m_isOver)
                    QTimer::singleShot(20, this, [this] { next(); });
            });
        });
    }

    HistoryStore &m_store;
    Exchange m_asked;
    QElapsedTimer m_clock;
    Times m_times;
    bool m_isOver = false;
};

bool open(HistoryStore &store)
{
    bool isOpen = false;
    store.list(0, qApp, [&isOpen](const QList<HistoryRow> &, const QString &error) {
        isOpen = true;
        if (!error.isEmpty())
            std::printf("    %s\n", qPrintable(error));
    });
    return until([&isOpen] { return isOpen; }, longPatience);
}

void exportAll(const QString &path, const QString &target)
{
    HistoryStore store(path);
    open(store);
    QFile out(target);
    if (!out.open(QFile::WriteOnly))
        return;
    Heart heart;
    Times waits;
    bool isOver = false;
    QElapsedTimer clock;
    RowExport job(out, {}, rowsOf(store, [](const HistoryRow &) { return true; }));
    QObject::connect(&job, &RowExport::finished, qApp, [&isOver](const QString &) { isOver = true; });
    {
        const Requests requests(store);
        clock.start();
        job.start();
        until([&isOver] { return isOver; }, longPatience);
        waits = requests.times();
    }
    std::printf("    export of %lld rows as CSV, %.0f MB: %.1f s\n", static_cast<long long>(job.rows()),
        megabytes(target), milliseconds(clock) / 1000);
    figure("export: a request waits for its row, worst", waits.worst(), "ms", 300, QStringLiteral("300"));
    figure("... the window's longest gap", heart.longestGap(), "ms", 100, QStringLiteral("100"));
}

void purge(const char *what, const QString &path, const PurgeWish &wish)
{
    HistoryStore store(path);
    open(store);
    Heart heart;
    Times waits;
    std::optional<PurgeResult> result;
    QElapsedTimer clock;
    {
        const Requests requests(store);
        clock.start();
        store.purge(wish, qApp, [&result](const PurgeResult &purged) { result = purged; });
        until([&result] { return result.has_value(); }, longPatience);
        waits = requests.times();
    }
    if (!result)
        return;
    std::printf(
        "    %s: %lld rows emptied, %lld gone, %s, in %.1f s; %d requests, median wait %.1f ms; the file has "
        "%.0f MB\n",
        what, static_cast<long long>(result->personal), static_cast<long long>(result->rows),
        result->isTraceless ? "without a trace" : "TRACES LEFT", milliseconds(clock) / 1000,
        int(waits.all.size()), waits.median(), megabytes(path));
    figure("... a request waits for its row, worst", waits.worst(), "ms", 500, QStringLiteral("500"));
    figure("... the window's longest gap", heart.longestGap(), "ms", 100, QStringLiteral("100"));
}

void lookUp(const QString &path)
{
    HistoryReader reader(path);
    reader.open();
    const auto never = [] { return false; };
    HistoryRow some;
    for (const HistoryRow &candidate : reader.firstRows({}, 200, never)) {
        if (!candidate.nameKey.isEmpty() && !candidate.token.isEmpty())
            some = candidate;
    }
    HistoryQuery query;
    query.person = PersonCodes{some.nameKey, some.numberKey, QStringLiteral("nobody")};
    QElapsedTimer clock;
    clock.start();
    const qsizetype found = reader.firstRows(query, 100, never).size();
    figure("rows of one person", milliseconds(clock), "ms", 30, QStringLiteral("30"));
    HistoryStore store(path);
    open(store);
    bool isAnswered = false;
    clock.start();
    store.rowsOfToken(
        some.token, qApp, [&isAnswered](const QList<HistoryRow> &, const QString &) { isAnswered = true; });
    until([&isAnswered] { return isAnswered; });
    figure("row of a token", milliseconds(clock), "ms", 30, QStringLiteral("30"));
    std::printf("    %d rows of that person\n", int(found));
}

void bringOver(const QString &path, int rows)
{
    if (const QString problem = old::makeLayoutTwo(path, rows); !problem.isEmpty())
        return void(std::printf("%s\n", qPrintable(problem)));
    const double before = megabytes(path);
    Heart heart;
    QElapsedTimer clock;
    clock.start();
    HistoryStore store(path);
    open(store);
    std::printf("    %d rows of layout 2, %.0f MB, brought over in %.1f s, now %.0f MB\n", rows, before,
        milliseconds(clock) / 1000, megabytes(path));
    figure("... the window's longest gap", heart.longestGap(), "ms", 100, QStringLiteral("100"));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QCommandLineOption rows(
        QStringLiteral("rows"), QString(), QStringLiteral("N"), QStringLiteral("1000000"));
    const QCommandLineOption file(QStringLiteral("file"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption old(
        QStringLiteral("old"), QString(), QStringLiteral("N"), QStringLiteral("100000"));
    QCommandLineParser parser;
    parser.addOptions({rows, file, old});
    parser.process(application);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.sqlite"));
    const int count = parser.value(rows).toInt();
    if (parser.isSet(file) ? !QFile::copy(parser.value(file), path)
                           : !bench::fill(path, count, [](int) {}).isEmpty()) {
        std::fputs("no file\n", stderr);
        return 1;
    }
    std::printf("    the file has %.0f MB\n", megabytes(path));
    lookUp(path);
    exportAll(path, folder.filePath(QStringLiteral("rows.csv")));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    PurgeWish day; // what is due every day
    day.personalBefore = now.addDays(-int(qint64(count) * 20 / 86'400) - 1).addDays(1);
    purge("one day's personal data", path, day);
    PurgeWish person;
    person.person = PersonCodes{{}, {}, QStringLiteral("nobody")};
    purge("one person", path, person);
    PurgeWish all;
    all.personalBefore = now;
    purge("all personal data", path, all);
    bringOver(folder.filePath(QStringLiteral("old.sqlite")), parser.value(old).toInt());
    return 0;
}
