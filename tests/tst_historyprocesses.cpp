#include "history/historybrowser.h"
#include "history/historystore.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <functional>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace faceid;
using Begin = Journal::Begin;

namespace {

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

QByteArray idOf(const Exchange &e)
{
    return e.id.toByteArray(QUuid::WithoutBraces);
}

/// Writes row after row until it is killed and says what it was told is saved: "begun ID", "ended ID
/// OUTCOME".
class Writer : public QObject
{
public:
    explicit Writer(const QString &path)
        : m_store(path)
    {
        next();
    }

private:
    void next()
    {
        const Exchange e = made::pending(QUuid::createUuid().toString());
        m_store.begin(e, this, [this, e](Begin result, const QString &detail) {
            if (result != Begin::Saved)
                return say("failed " + detail.toUtf8());
            say("begun " + idOf(e));
            const Outcome outcomes[] = {
                Outcome::Issued, Outcome::Unknown, Outcome::Refused, Outcome::NotSent};
            const Outcome outcome = outcomes[m_count++ % 4];
            m_store.finish(made::ended(e, outcome), this, [this, e, outcome](const QString &error) {
                say(error.isEmpty() ? "ended " + idOf(e) + ' ' + outcomeName(outcome).toLatin1()
                                    : "failed " + error.toUtf8());
                next();
            });
        });
    }

    HistoryStore m_store;
    int m_count = 0;
};

int writer(const QStringList &arguments)
{
    Writer writer(arguments[0]);
    return QCoreApplication::exec();
}

/// Begins one row, says how that went and stays until its stdin is closed.
int beginner(const QStringList &arguments)
{
    HistoryBench bench(arguments[0]);
    const Exchange e = made::pending(arguments[1]);
    std::getc(stdin); // everybody starts together
    switch (bench.begin(e).result) {
    case Begin::Saved:
        say("saved " + idOf(e));
        break;
    case Begin::DuplicateBizNo:
        say("duplicate");
        break;
    case Begin::Unavailable:
        say("unavailable");
        break;
    }
    while (std::getc(stdin) != EOF) { }
    return 0;
}

/// Begins a row for each serial number on stdin, and says how that went.
int racer(const QStringList &arguments)
{
    HistoryBench bench(arguments[0]);
    char line[200];
    while (std::fgets(line, sizeof line, stdin)) {
        const Exchange e = made::pending(QString::fromLatin1(line).trimmed());
        const Begin result = bench.begin(e).result;
        if (result == Begin::Saved)
            bench.finish(made::ended(e, Outcome::Issued));
        say(result == Begin::Saved ? "saved" : result == Begin::DuplicateBizNo ? "duplicate" : "unavailable");
    }
    return 0;
}

/// Fills a small disk of its own to the last byte while a request is under way. The disk is mounted in this
/// process only and goes with it.
int fullDisk(const QStringList &arguments)
{
    const QByteArray disk = QFile::encodeName(arguments[0]);
    if (unshare(geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0
        || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || mount("none", disk.constData(), "tmpfs", 0, "size=2m") != 0) {
        say("skip " + QByteArray(std::strerror(errno)));
        return 0;
    }
    const QString path = arguments[0] + QStringLiteral("/history.sqlite");
    Exchange e = made::pending(QStringLiteral("b"));
    {
        HistoryBench bench(path);
        say("begun " + QByteArray::number(int(bench.begin(e).result)));
        QFile filler(arguments[0] + QStringLiteral("/filler"));
        if (!filler.open(QFile::WriteOnly | QFile::Unbuffered))
            return 1;
        while (filler.write(QByteArray(4096, 'x')) > 0) { }
        filler.close();
        // What the log has room for already would still be taken; a large answer needs more.
        e = made::ended(e, Outcome::Issued);
        e.reply.body = QByteArray(60'000, ' ') + e.reply.body;
        const QString error = bench.finish(e);
        say("error " + error.toUtf8());
        say("next " + QByteArray::number(int(bench.begin(made::pending(QStringLiteral("c"))).result)));
        bench.close();
        filler.remove();
    }
    HistoryBench bench(path);
    say("reopened " + bench.openError().toUtf8());
    say("token " + bench.row(e.id).token.toLatin1());
    say("check " + RawHistory(path).ask(QStringLiteral("PRAGMA integrity_check")).toByteArray());
    return 0;
}

/// This program in one of the roles above; killed with this object.
class RunningRole : public QProcess
{
public:
    explicit RunningRole(const QStringList &arguments)
    {
        setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(QCoreApplication::applicationFilePath(), arguments);
        waitForStarted();
    }

    ~RunningRole() override { killNow(); }

    void killNow()
    {
        if (state() == QProcess::NotRunning)
            return;
        kill();
        waitForFinished(10'000);
    }

    /// The next line's words; empty at the end, or when none comes for 20 s.
    QList<QByteArray> words()
    {
        while (!canReadLine()) {
            if (!waitForReadyRead(20'000))
                return {};
        }
        return readLine().trimmed().split(' ');
    }
};

#ifdef FACEID_LONG_TESTS
constexpr int killRounds = 20;
constexpr int races = 1000;
#else
constexpr int killRounds = 1;
constexpr int races = 8;
#endif

} // namespace

class tst_HistoryProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void killedWhileWriting_data();
    void killedWhileWriting();
    void onlyTheDeadLeaveUnknownRows();
    void raceForASerialNumber();
    void openingTogether();
    void severalWriters();
    void diskThatIsFull();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HistoryProcesses::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_HistoryProcesses::killedWhileWriting_data()
{
    QTest::addColumn<int>("kills");
    for (int round = 0; round < killRounds;
         ++round) // in rows, because QtTest ends a function after five minutes
        QTest::addRow("%d", round) << (killRounds > 1 ? 50 : 30);
}

void tst_HistoryProcesses::killedWhileWriting()
{
    QFETCH(int, kills);
    QSet<QByteArray> begun;
    QHash<QByteArray, QByteArray> ended;
    const auto note = [&](const QList<QByteArray> &words) {
        QVERIFY2(words.value(0) != "failed", words.join(' ').constData());
        if (words.value(0) == "begun" && words.size() == 2)
            begun.insert(words[1]);
        else if (words.value(0) == "ended" && words.size() == 3)
            ended.insert(words[1], words[2]);
    };
    auto *random = QRandomGenerator::global();
    std::unique_ptr<HistoryBrowser> browser; // searches all the while, as a console beside would
    HistoryQuery query;
    query.text = QStringLiteral("17");
    for (int round = 0; round < kills; ++round) {
        if (round == 1) {
            browser = std::make_unique<HistoryBrowser>(path());
            browser->open();
        }
        if (browser)
            browser->ask(query);
        RunningRole writer({QStringLiteral("--writer"), path()});
        for (int lines = int(random->bounded(1, 60)); lines > 0; --lines)
            note(writer.words());
        usleep(random->bounded(3000u)); // anywhere between two lines
        writer.killNow();
        while (writer.canReadLine())
            note(writer.words());
        if (round % 10 == 9 || round + 1 == kills) {
            HistoryBench bench(path());
            QCOMPARE(bench.openError(), QString());
        }
    }
    QVERIFY(begun.size() > kills);

    HistoryBench bench(path());
    QHash<QByteArray, HistoryRow> rows;
    const QList<HistoryRow> all = bench.rows();
    for (const HistoryRow &row : all)
        rows.insert(row.id.toByteArray(QUuid::WithoutBraces), row);
    for (const QByteArray &id : std::as_const(begun)) {
        QVERIFY2(rows.contains(id), "a row that was reported as saved is lost");
        QVERIFY(rows[id].outcome != Outcome::Pending);
    }
    for (auto it = ended.cbegin(); it != ended.cend(); ++it) {
        QCOMPARE(outcomeName(rows[it.key()].outcome).toLatin1(), it.value());
        QCOMPARE(rows[it.key()].token.isEmpty(), it.value() != "Issued");
    }
    QCOMPARE(
        RawHistory(path()).ask(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
    qInfo("%d kills, %d rows acknowledged, %d of them ended, 0 lost", kills, int(begun.size()),
        int(ended.size()));
    // Nobody is left but this store.
    bench.close();
    QCOMPARE(
        QDir(m_folder->filePath(QStringLiteral("history-owners"))).entryList(QDir::Files), QStringList());
}

void tst_HistoryProcesses::onlyTheDeadLeaveUnknownRows()
{
    RunningRole living({QStringLiteral("--beginner"), path(), QStringLiteral("alive")});
    living.write("\n");
    const QByteArray alive = living.words().value(1);
    QByteArray dead;
    {
        RunningRole dying({QStringLiteral("--beginner"), path(), QStringLiteral("dead")});
        dying.write("\n");
        dead = dying.words().value(1);
        dying.killNow();
    }
    QVERIFY(!alive.isEmpty() && !dead.isEmpty());
    {
        HistoryBench bench(path());
        const Exchange own = made::pending(QStringLiteral("own"));
        QCOMPARE(bench.unfinished(), 1);
        QCOMPARE(bench.row(QUuid(QString::fromLatin1(dead))).outcome, Outcome::Unknown);
        QCOMPARE(bench.row(QUuid(QString::fromLatin1(alive))).outcome, Outcome::Pending);
        QCOMPARE(bench.begin(own).result, Begin::Saved);
        HistoryBench second(path()); // in the same program, too
        QCOMPARE(second.unfinished(), 0);
        QCOMPARE(second.row(own.id).outcome, Outcome::Pending);
        QCOMPARE(bench.finish(made::ended(own, Outcome::Issued)), QString());
    }
    // The one that died keeps its serial number: a token may have been issued.
    HistoryBench bench(path());
    QCOMPARE(bench.begin(made::pending(QStringLiteral("dead"))).result, Begin::DuplicateBizNo);
    bench.close();

    living.closeWriteChannel();
    QVERIFY(living.waitForFinished());
    HistoryBench last(path()); // it went in order, but never said how its request ended
    QCOMPARE(last.unfinished(), 1);
    QCOMPARE(last.row(QUuid(QString::fromLatin1(alive))).outcome, Outcome::Unknown);
}

void tst_HistoryProcesses::raceForASerialNumber()
{
    // Three programs that stay, as two consoles and a faceidctl would.
    std::vector<std::unique_ptr<RunningRole>> programs;
    for (int i = 0; i < 3; ++i)
        programs.push_back(std::make_unique<RunningRole>(QStringList{QStringLiteral("--racer"), path()}));
    for (int round = 0; round < races; ++round) {
        const QByteArray line = "race-" + QByteArray::number(round) + '\n';
        for (const auto &program : programs)
            program->write(line);
        for (const auto &program : programs)
            program->waitForBytesWritten();
        QList<QByteArray> said;
        for (const auto &program : programs)
            said.append(program->words().value(0));
        std::sort(said.begin(), said.end());
        QCOMPARE(said, QList<QByteArray>({"duplicate", "duplicate", "saved"}));
    }
    programs.clear();
    HistoryBench bench(path());
    QCOMPARE(bench.rows().size(), races);
}

void tst_HistoryProcesses::openingTogether()
{
    // The file is made, changed to WAL and given its tables by one of them; nobody meets it half made.
    std::vector<std::unique_ptr<RunningRole>> roles;
    for (int i = 0; i < 6; ++i)
        roles.push_back(std::make_unique<RunningRole>(
            QStringList{QStringLiteral("--beginner"), path(), QStringLiteral("together-%1").arg(i)}));
    for (const auto &role : roles) {
        role->write("\n");
        QCOMPARE(role->words().value(0), QByteArray("saved"));
    }
}

void tst_HistoryProcesses::severalWriters()
{
    std::vector<std::unique_ptr<RunningRole>> roles;
    for (int i = 0; i < 3; ++i)
        roles.push_back(std::make_unique<RunningRole>(QStringList{QStringLiteral("--writer"), path()}));
    for (int line = 0; line < 100; ++line) {
        for (const auto &role : roles) {
            const QList<QByteArray> words = role->words();
            QVERIFY2(words.value(0) == "begun" || words.value(0) == "ended", words.join(' ').constData());
        }
    }
    roles.clear();
    HistoryBench bench(path());
    QVERIFY(bench.rows().size() >= 150);
}

void tst_HistoryProcesses::diskThatIsFull()
{
    RunningRole role({QStringLiteral("--full-disk"), m_folder->path()});
    QHash<QByteArray, QByteArray> said;
    for (QList<QByteArray> words = role.words(); !words.isEmpty(); words = role.words())
        said.insert(words[0], words.mid(1).join(' '));
    if (said.contains("skip"))
        QSKIP(("no file system may be mounted here: " + said["skip"]).constData());
    QCOMPARE(said["begun"], QByteArray::number(int(Begin::Saved)));
    QVERIFY2(said["error"].contains("history-rescue.jsonl"), said["error"].constData());
    QVERIFY2(!said["error"].contains("nowhere"), said["error"].constData());
    QCOMPARE(said["next"], QByteArray::number(int(Begin::Unavailable)));
    QCOMPARE(said["reopened"], QByteArray());
    QCOMPARE(said["token"], QByteArray("0123456789abcdef0123456789abcdef"));
    QCOMPARE(said["check"], QByteArray("ok"));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QHash<QString, int (*)(const QStringList &)> roles{{QStringLiteral("--writer"), writer},
        {QStringLiteral("--beginner"), beginner}, {QStringLiteral("--racer"), racer},
        {QStringLiteral("--full-disk"), fullDisk}};
    if (const auto role = roles.value(arguments.value(1)))
        return role(arguments.mid(2));
    tst_HistoryProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historyprocesses.moc"
