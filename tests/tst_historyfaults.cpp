// A history that cannot be written, as it is none, gone, locked or full, and the answers rescued beside it.

#include "support/folderfiles.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace faceid;
using Begin = Journal::Begin;

class tst_HistoryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWhatIsNoHistory_data();
    void refusesWhatIsNoHistory();
    void refusesAfterRemoval();
    void anotherProgramKeepsTheFile();
    void rescuesWhenTheFileCannotGrow();
    void rescueFileThatIsBroken();
    void settledRowsOutliveOldRescues();

private:
    void rescue(HistoryBench &bench, const Exchange &e, Outcome outcome) const;
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }
    QString rescuePath() const { return m_folder->filePath(QStringLiteral("data/history-rescue.jsonl")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HistoryFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_HistoryFaults::refusesWhatIsNoHistory_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("newer version") << "newer"
                                   << "newer version";
    QTest::newRow("garbage") << "garbage"
                             << "damaged";
    QTest::newRow("broken pages") << "pages"
                                  << "damaged";
    QTest::newRow("another database") << "other"
                                      << "not a history file";
    QTest::newRow("folder") << "folder"
                            << "cannot be written";
    QTest::newRow("below a file") << "below"
                                  << "cannot be made";
}

void tst_HistoryFaults::refusesWhatIsNoHistory()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    QString target = path();
    {
        HistoryBench bench(path());
        QCOMPARE(bench.openError(), QString());
        QCOMPARE(bench.begin(made::pending(QStringLiteral("a"))).result, Begin::Saved);
    }
    if (what == u"newer") {
        RawHistory(target).ask(QStringLiteral("PRAGMA user_version = 1000"));
    } else if (what == u"other") {
        QVERIFY(QFile::remove(target));
        RawHistory(target).ask(QStringLiteral("CREATE TABLE recipes (cake TEXT)"));
    } else if (what == u"folder") {
        QVERIFY(QFile::remove(target));
        QVERIFY(QDir().mkpath(target));
    } else if (what == u"below") {
        target = path() + QStringLiteral("/history.sqlite");
    } else {
        QFile file(target);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(what == u"garbage" || file.seek(100)); // behind the header
        file.write(QByteArray(4000, 'x'));
    }
    const QByteArray before = [&] {
        QFile file(target);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }();

    HistoryBench bench(target);
    QVERIFY2(bench.openError().contains(word), qPrintable(bench.openError()));
    const HistoryBench::Begun begun = bench.begin(made::pending(QStringLiteral("b")));
    QCOMPARE(begun.result, Begin::Unavailable);
    QCOMPARE(begun.detail, bench.openError());
    QString listError;
    const QList<HistoryRow> rows = bench.rows(&listError);
    const bool isReadable = what == u"newer";
    QCOMPARE(rows.size(), isReadable ? 1 : 0);
    QCOMPARE(listError, isReadable ? QString() : bench.openError());
    bench.close();
    QFile file(target);
    if (file.open(QFile::ReadOnly))
        QCOMPARE(file.readAll(), before); // nothing of it is touched
}

void tst_HistoryFaults::refusesAfterRemoval()
{
    HistoryBench bench(path());
    QCOMPARE(bench.begin(made::pending(QStringLiteral("a"))).result, Begin::Saved);
    QVERIFY(QFile::remove(path()));
    const HistoryBench::Begun begun = bench.begin(made::pending(QStringLiteral("b")));
    QCOMPARE(begun.result, Begin::Unavailable);
    QVERIFY2(begun.detail.contains(QStringLiteral("removed")), qPrintable(begun.detail));
}

void tst_HistoryFaults::anotherProgramKeepsTheFile()
{
    HistoryBench bench(path());
    const Exchange first = made::pending(QStringLiteral("a"));
    QCOMPARE(bench.begin(first).result, Begin::Saved);
    bench.store().setPatience(std::chrono::milliseconds(300));

    QElapsedTimer beat;
    qint64 longestGap = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longestGap = qMax(longestGap, beat.restart()); });
    beat.start();
    heart.start(5);
    {
        const RawHistory other(path());
        other.ask(QStringLiteral("BEGIN EXCLUSIVE"));
        const HistoryBench::Begun begun = bench.begin(made::pending(QStringLiteral("b")));
        QCOMPARE(begun.result, Begin::Unavailable);
        QVERIFY2(begun.detail.contains(QStringLiteral("Another program")), qPrintable(begun.detail));
        const QString error = bench.finish(made::ended(first, Outcome::Issued));
        QVERIFY2(error.contains(rescuePath()), qPrintable(error));
        other.ask(QStringLiteral("ROLLBACK"));
    }
    heart.stop();
    QVERIFY2(longestGap < 250, qPrintable(QString::number(longestGap))); // a call that blocks: 300 and more

    QVERIFY(!(QFile::permissions(rescuePath()) & anybodyElse));
    QFile rescued(rescuePath());
    QVERIFY(rescued.open(QFile::ReadOnly));
    const QByteArray line = rescued.readAll();
    QVERIFY(line.contains("0123456789abcdef0123456789abcdef"));
    QVERIFY(!line.contains(made::personName.toUtf8()) && !line.contains(made::idNumber.toUtf8()));
    QCOMPARE(bench.row(first.id).outcome, Outcome::Pending);

    // The next one to write takes it in.
    QCOMPARE(bench.begin(made::pending(QStringLiteral("c"))).result, Begin::Saved);
    QVERIFY(!QFile::exists(rescuePath()));
    QCOMPARE(bench.row(first.id).outcome, Outcome::Issued);
    QVERIFY(!bench.row(first.id).token.isEmpty());
}

void tst_HistoryFaults::rescuesWhenTheFileCannotGrow()
{
#ifdef Q_OS_UNIX
    Exchange e = made::pending(QStringLiteral("a"));
    {
        HistoryBench bench(path());
        QCOMPARE(bench.begin(e).result, Begin::Saved);
        // As on a disk that is full for this file, and only for this one.
        const qint64 size = QFileInfo(path() + QStringLiteral("-wal")).size();
        QVERIFY(size > 10'000);
        rlimit before;
        getrlimit(RLIMIT_FSIZE, &before);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{rlim_t(size), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        e = made::ended(e, Outcome::Issued);
        const QString error = bench.finish(e);
        const HistoryBench::Begun begun = bench.begin(made::pending(QStringLiteral("b")));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY2(error.contains(rescuePath()), qPrintable(error));
        QVERIFY(!error.contains(QStringLiteral("saved nowhere")));
        QCOMPARE(begun.result, Begin::Unavailable);
        QVERIFY(QFile::exists(rescuePath()));
    }
    HistoryBench bench(path());
    QCOMPARE(bench.unfinished(), 0); // it was known how it ended
    QCOMPARE(bench.row(e.id).outcome, Outcome::Issued);
    QCOMPARE(bench.row(e.id).token, e.reply.token);
    QVERIFY(!QFile::exists(rescuePath()));
    QCOMPARE(
        RawHistory(path()).ask(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
#else
    QSKIP("needs RLIMIT_FSIZE");
#endif
}

/// Begins the row of \a e and ends it while another program keeps the file to itself.
void tst_HistoryFaults::rescue(HistoryBench &bench, const Exchange &e, Outcome outcome) const
{
    QCOMPARE(bench.begin(e).result, Begin::Saved);
    bench.store().setPatience(std::chrono::milliseconds(50));
    const RawHistory other(path());
    other.ask(QStringLiteral("BEGIN EXCLUSIVE"));
    QVERIFY(!bench.finish(made::ended(e, outcome)).isEmpty());
    QVERIFY(QFile::exists(rescuePath()));
}

void tst_HistoryFaults::rescueFileThatIsBroken()
{
    Exchange e = made::pending(QStringLiteral("a"));
    {
        HistoryBench bench(path());
        rescue(bench, e, Outcome::Issued);
    }
    {
        QFile file(rescuePath());
        QVERIFY(file.open(QFile::Append));
        file.write("{\"id\":\"1\",\"owner\":null}\n{\"id\": torn\n");
    }
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    QCOMPARE(bench.row(e.id).outcome, Outcome::Issued);
    QCOMPARE(bench.rows().size(), 1);
    QVERIFY(!QFile::exists(rescuePath()));
    // What nobody understands is still there.
    const QStringList aside = filesIn(m_folder->path()).filter(QStringLiteral("unreadable"));
    QCOMPARE(aside.size(), 1);
    QFile file(aside.constFirst());
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().contains("torn"));
}

void tst_HistoryFaults::settledRowsOutliveOldRescues()
{
    Exchange e = made::pending(QStringLiteral("a"));
    HistoryBench bench(path());
    rescue(bench, e, Outcome::Unknown);
    QCOMPARE(bench.finish(made::ended(e, Outcome::Issued)), QString()); // later, and better
    QCOMPARE(bench.begin(made::pending(QStringLiteral("b"))).result, Begin::Saved);
    QVERIFY(!QFile::exists(rescuePath()));
    QCOMPARE(bench.row(e.id).outcome, Outcome::Issued);
}

QTEST_GUILESS_MAIN(tst_HistoryFaults)
#include "tst_historyfaults.moc"
