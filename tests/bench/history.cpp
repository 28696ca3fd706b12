// history [--rows N] [--file FILE]: how the history's list does with a million rows, row for row of the table
// in the issue, with the yardsticks of the same run: an empty history, and LIKE over the same columns. FILE
// is used where it is there and made where it is not. Prints a table with the goals; times depend on the
// machine, so only what breaks makes it fail.

#include "bench/manyrows.h"
#include "bench/measuring.h"
#include "history/historydatabase.h"
#include "history/historydesk.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "history/historytable.h"
#include "history/historytables.h"
#include "history/historyview.h"
#include "shell/presentation.h"
#include "shell/theme.h"
#include "support/madeexchange.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace faceid;
using bench::figure;
using bench::Heart;
using bench::milliseconds;
using bench::Times;
using bench::until;

namespace {

/// The list on a history file, as in the program.
struct List
{
    explicit List(const QString &path)
        : theme(*qApp)
        , store(path)
        , desk(store, nullptr)
        , view(desk.model(), {}, theme, presentation, nullptr)
    {
        view.resize(1600, 700);
        view.show();
    }
    QTableView &table() { return *view.table(); }
    HistoryModel &model() { return desk.model(); }
    bool isPainted() { return model().rowCount() > 0 && model().rowAt(table().rowAt(0)); }

    Theme theme;
    Presentation presentation;
    HistoryStore store;
    HistoryDesk desk;
    HistoryView view;
};

double openTime(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    List list(path);
    if (!until([&] { return list.isPainted(); }))
        return -1;
    list.table().viewport()->repaint();
    return milliseconds(clock);
}

/// From a keystroke to the new first page on the screen.
double keystroke(List &list, const QString &text)
{
    bool isAnswered = false;
    QObject context;
    QObject::connect(
        &list.model(), &QAbstractItemModel::modelReset, &context, [&isAnswered] { isAnswered = true; });
    QObject::connect(
        &list.model(), &QAbstractItemModel::dataChanged, &context, [&isAnswered] { isAnswered = true; });
    QElapsedTimer clock;
    clock.start();
    list.view.findChild<QLineEdit *>()->setText(text);
    until([&] { return isAnswered; });
    list.table().viewport()->repaint();
    return milliseconds(clock);
}

/// Words that are typed letter by letter: common and rare ones, of one row, and of none.
QStringList typedWords(const HistoryRow &someRow)
{
    return {QStringLiteral("2026"), QStringLiteral("17"), QStringLiteral("BAD_ARGUMENTS:uuid"),
        QStringLiteral("vip"), QStringLiteral("客户已回电"), QString::fromUtf16(bench::rareWord),
        QStringLiteral("T-5012"), someRow.bizNo, someRow.requestId, someRow.token,
        QStringLiteral("no such text"), QStringLiteral("xyzzy"), QStringLiteral("鑫"), QStringLiteral("q"),
        QStringLiteral("z9z9")};
}

struct Searched
{
    Times shortTexts; ///< one and two letters
    Times longTexts;
    double gap = 0;
    QStringList rare; ///< texts whose first page was not full, so that LIKE reads everything
    Times rareTimes;
};

Searched search(List &list, Heart &heart)
{
    Searched result;
    until([&] { return list.model().isComplete(); });
    const HistoryQuery all = list.model().query();
    HistoryRow some;
    list.table().scrollTo(list.table().model()->index(list.model().rowCount() / 3, 0));
    until([&] { return list.isPainted(); });
    for (int row = list.table().rowAt(0); some.token.isEmpty() || some.uuid.isEmpty(); ++row) {
        if (!until([&] { return list.model().index(row, 0).data().isValid() && list.model().rowAt(row); }))
            break;
        some = *list.model().rowAt(row);
    }
    heart.longestGap();
    for (const QString &word : typedWords(some)) {
        for (qsizetype letters = 1; letters <= word.size(); ++letters) {
            const QString text = word.first(letters);
            const double time = keystroke(list, text);
            (letters < 3 ? result.shortTexts : result.longTexts).all.append(time);
            if (letters >= 3 && list.model().rowCount() < 100) {
                result.rare.append(text);
                result.rareTimes.all.append(time);
            }
        }
    }
    result.gap = heart.longestGap();
    keystroke(list, QString());
    until([&] { return list.model().isComplete(); });
    return result;
}

double scrollGap(List &list, Heart &heart)
{
    QScrollBar *bar = list.table().verticalScrollBar();
    heart.longestGap();
    for (int step = 0; step <= 400; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * step / 400));
        QCoreApplication::processEvents();
    }
    until([&] { return list.isPainted(); });
    return heart.longestGap();
}

double sortGap(List &list, Heart &heart, Times &sorted)
{
    heart.longestGap();
    for (int column = 0; column < HistoryModel::columns; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QElapsedTimer clock;
            clock.start();
            list.table().sortByColumn(column, order);
            until([&] { return list.model().isComplete(); });
            sorted.all.append(milliseconds(clock));
        }
    }
    list.table().sortByColumn(0, Qt::DescendingOrder);
    until([&] { return list.model().isComplete(); });
    return heart.longestGap();
}

/// Requests saved while searches run; the gap is the window's.
Times appends(List &list, Heart &heart, double &gap)
{
    Times times;
    heart.longestGap();
    for (int i = 0; i < 100; ++i) {
        const Exchange asked = made::pending(QUuid::createUuid().toString());
        bool isSaved = false;
        QElapsedTimer clock;
        clock.start();
        list.view.findChild<QLineEdit *>()->setText(QString::number(i));
        list.store.begin(asked, qApp, [&](Journal::Begin, const QString &) { isSaved = true; });
        until([&] { return isSaved; });
        times.all.append(milliseconds(clock));
        list.store.finish(made::ended(asked, Outcome::Refused), qApp, [](const QString &) {});
    }
    gap = heart.longestGap();
    return times;
}

qint64 residentKb()
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (!rollup.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : rollup.readAll().split('\n')) {
        if (line.startsWith("Rss:"))
            return line.mid(4).trimmed().split(' ').constFirst().toLongLong();
    }
    return 0;
}

/// Memory of a program that shows the list and has been scrolled through; printed by a child of its own.
int printMemory(const QString &path)
{
    Heart heart;
    List list(path);
    bool isAnswered = false;
    QObject::connect(&list.model(), &HistoryModel::completed, qApp, [&isAnswered] { isAnswered = true; });
    until([&] { return isAnswered; });
    if (list.model().rowCount() > 0)
        scrollGap(list, heart);
    std::printf("%lld\n", static_cast<long long>(residentKb()));
    return 0;
}

double memoryMiB(const QString &path)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--memory"), path});
    child.waitForFinished(300'000);
    return child.readAllStandardOutput().trimmed().toDouble() / 1024;
}

/// LIKE over the searched columns in a table that has nothing else, as plain text.
Times likeTimes(const QString &history, const QString &plain, const QStringList &texts)
{
    Times times;
    QStringList names;
    for (const qsizetype place : schema::searchedColumns())
        names.append(QLatin1String(schema::columns()[size_t(place)].name));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain"));
    database.setDatabaseName(plain);
    database.open();
    QSqlQuery(database).exec(QStringLiteral("CREATE TABLE plain (%1)").arg(names.join(QStringLiteral(", "))));
    QSqlQuery insert(database);
    insert.prepare(QStringLiteral("INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    HistoryDatabase rows(history);
    rows.open(std::chrono::seconds(3));
    database.transaction();
    rows.each(schema::selectStatement(schema::Wanted::Lists) + QStringLiteral("ORDER BY requests.number"), {},
        [&](const QVariantList &values) {
            const schema::Record record = schema::recordFromFile(values);
            for (size_t i = 0; i < schema::searchedColumns().size(); ++i)
                insert.bindValue(int(i), record.at(schema::searchedColumns()[i]));
            insert.exec();
            return QSqlError();
        });
    database.commit();
    const QString sql =
        QStringLiteral("SELECT rowid FROM plain WHERE %1 LIKE :x ORDER BY rowid DESC LIMIT 100")
            .arg(names.join(QStringLiteral(" LIKE :x OR ")));
    for (qsizetype i = 0; i < texts.size(); i += std::max<qsizetype>(1, texts.size() / 16)) { // seconds each
        const QString &text = texts.at(i);
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.prepare(sql);
        QString escaped = text;
        query.bindValue(QStringLiteral(":x"), u'%' + escaped.replace(u'_', u'?') + u'%');
        QElapsedTimer clock;
        clock.start();
        query.exec();
        while (query.next()) { }
        times.all.append(milliseconds(clock));
    }
    return times;
}

void measure(const QString &path, int count, const QString &folder)
{
    const QString small = folder + QStringLiteral("/small/history.sqlite");
    const QString none = folder + QStringLiteral("/none/history.sqlite");
    bench::fill(small, 1000, [](int) {});
    figure("size of the file, a row", double(QFileInfo(path).size()) / count, "bytes", 500,
        QStringLiteral("500"));
    Times large;
    Times little;
    for (int i = 0; i < 7; ++i) {
        large.all.append(openTime(path));
        little.all.append(openTime(small));
    }
    figure("open to the first painted rows, median of 7", large.median(), "ms", 100, QStringLiteral("100"));
    figure("... with 1,000 rows", little.median(), "ms", 100, QStringLiteral("not growing with the rows"));

    Heart heart;
    Searched searched;
    {
        List list(path);
        until([&] { return list.isPainted() && list.model().isComplete(); });
        figure("scroll end to end by the bar: longest gap", scrollGap(list, heart), "ms", 100,
            QStringLiteral("100"));
        Times sorted;
        figure("sort by any column: longest gap", sortGap(list, heart, sorted), "ms", 100,
            QStringLiteral("100"));
        std::printf("    whole order there after %.0f ms (median), %.0f ms (worst)\n", sorted.median(),
            sorted.worst());
        searched = search(list, heart);
        figure("keystroke to first page, 3 letters and more: median", searched.longTexts.median(), "ms", 30,
            QStringLiteral("30"));
        figure("... worst", searched.longTexts.worst(), "ms", 100, QStringLiteral("100"));
        figure("keystroke to first page, 1 or 2 letters: worst", searched.shortTexts.worst(), "ms", 300,
            QStringLiteral("300"));
        figure("... the window's longest gap", searched.gap, "ms", 100, QStringLiteral("100"));
    }
    const Times like = likeTimes(path, folder + QStringLiteral("/plain.sqlite"), searched.rare);
    const double factor = like.median() / std::max(searched.rareTimes.median(), 0.001);
    std::printf("    LIKE %.1f ms, here %.1f ms: medians of %d rare texts\n", like.median(),
        searched.rareTimes.median(), int(searched.rare.size()));
    figure("rare text: LIKE takes so many times as long", -factor, "x", -5, QStringLiteral("5 x at least"));
    const double base = memoryMiB(none);
    figure("memory over that of an empty history, scrolled through", memoryMiB(path) - base, "MiB", 60,
        QStringLiteral("60"));
    List list(path);
    until([&] { return list.isPainted(); });
    double gap = 0;
    const Times appended = appends(list, heart, gap);
    std::printf("    append with full sync while searching: %.1f ms (median), %.1f ms (worst)\n",
        appended.median(), appended.worst());
    figure("append while a search runs: the window's longest gap", gap, "ms", 100, QStringLiteral("100"));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QCommandLineOption rows(
        QStringLiteral("rows"), QString(), QStringLiteral("N"), QStringLiteral("1000000"));
    const QCommandLineOption file(QStringLiteral("file"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption memory(QStringLiteral("memory"), QString(), QStringLiteral("FILE"));
    QCommandLineParser parser;
    parser.addOptions({rows, file, memory});
    parser.process(application);
    if (parser.isSet(memory))
        return printMemory(parser.value(memory));
    const QTemporaryDir folder;
    const int count = parser.value(rows).toInt();
    const QString path =
        parser.isSet(file) ? parser.value(file) : folder.filePath(QStringLiteral("full/history.sqlite"));
    if (!QFile::exists(path)) {
        const QString problem =
            bench::fill(path, count, [](int done) { std::fprintf(stderr, "\r%d rows", done); });
        std::fputs(qPrintable(problem + u'\n'), stderr);
        if (!problem.isEmpty())
            return 1;
    }
    measure(path, count, folder.path());
    return 0;
}
