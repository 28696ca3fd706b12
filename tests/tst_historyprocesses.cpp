#include "history/historybrowser.h"
#include "history/historystore.h"
#include "support/historybench.h"
#include "support/madeexchange.h"
#include "support/oldhistory.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QStorageInfo>
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

/// Begins one row, whose request is sent where a third argument says so, says how that went and stays until
/// its stdin is closed.
int beginner(const QStringList &arguments)
{
    HistoryBench bench(arguments[0]);
    const Exchange e = made::pending(arguments[1]);
    std::getc(stdin); // everybody starts together
    switch (bench.begin(e).result) {
    case Begin::Saved:
        if (arguments.value(2) == u"sent")
            bench.store().depart(e.id);
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

/// Mounts a small disk over a folder, in this process only: it goes with it. Says why, where that is not
/// allowed.
bool mountDisk(const QString &folder, const char *size)
{
    if (unshare(geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) == 0
        && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, size) == 0)
        return true;
    say("skip " + QByteArray(std::strerror(errno)));
    return false;
}

/// Opens an older file on a disk that has ever more room: what does not go leaves the file as it was.
int fullDiskMigration(const QStringList &arguments)
{
    constexpr int rows = 1500;
    if (!mountDisk(arguments[0], "size=16m"))
        return 0;
    const QString path = arguments[0] + QStringLiteral("/history.sqlite");
    say("made " + old::makeLayoutTwo(path, rows).toUtf8());
    const qint64 size = QFileInfo(path).size();
    QFile filler(arguments[0] + QStringLiteral("/filler"));
    for (const double room : {0.5, 1.2, 1.5, 2.0, 3.0}) { // times the file's size
        if (!filler.open(QFile::WriteOnly | QFile::Unbuffered))
            return 1;
        const qint64 free = QStorageInfo(arguments[0]).bytesAvailable();
        filler.write(QByteArray(qMax(0LL, free - qint64(room * double(size))), 'x'));
        filler.close();
        QByteArray problem;
        {
            HistoryBench bench(path);
            problem = bench.openError().toUtf8();
        }
        const RawHistory raw(path);
        const QByteArray layout = raw.ask(QStringLiteral("PRAGMA user_version")).toByteArray();
        const QByteArray count = raw.ask(QStringLiteral("SELECT count(*) FROM requests")).toByteArray();
        say("tried " + layout + ' ' + count + ' ' + problem);
        filler.remove();
    }
    HistoryBench bench(path);
    say("reopened " + bench.openError().toUtf8());
    say("rows " + QByteArray::number(bench.rows().size()));
    bench.close();
    say("check " + RawHistory(path).ask(QStringLiteral("PRAGMA integrity_check")).toByteArray());
    return 0;
}

/// Fills a small disk to the last byte while a request is under way.
int fullDisk(const QStringList &arguments)
{
    if (!mountDisk(arguments[0], "size=2m"))
        return 0;
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

// FACEID_LONG_TESTS in the environment: as often as the goals want it.
const bool isLong = qEnvironmentVariableIsSet("FACEID_LONG_TESTS");
const int killRounds = isLong ? 20 : 1;
const int races = isLong ? 1000 : 8;

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
    void diskThatIsTooFullForAMigration();

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
    RunningRole living(
        {QStringLiteral("--beginner"), path(), QStringLiteral("alive"), QStringLiteral("sent")});
    living.write("\n");
    const QByteArray alive = living.words().value(1);
    QByteArray dead;
    QByteArray cutOff; // died a moment sooner
    {
        RunningRole waiting(
            {QStringLiteral("--beginner"), path(), QStringLiteral("dead"), QStringLiteral("sent")});
        RunningRole sending({QStringLiteral("--beginner"), path(), QStringLiteral("cut")});
        waiting.write("\n");
        sending.write("\n");
        dead = waiting.words().value(1);
        cutOff = sending.words().value(1);
        waiting.killNow();
        sending.killNow();
    }
    QVERIFY(!alive.isEmpty() && !dead.isEmpty() && !cutOff.isEmpty());
    {
        HistoryBench bench(path());
        const Exchange own = made::pending(QStringLiteral("own"));
        QCOMPARE(bench.unfinished(), 1);
        QCOMPARE(bench.row(QUuid(QString::fromLatin1(dead))).outcome, Outcome::Unknown);
        QCOMPARE(bench.row(QUuid(QString::fromLatin1(cutOff))).outcome, Outcome::CutOff);
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
    const Exchange again = made::pending(QStringLiteral("cut"));
    QCOMPARE(bench.begin(again).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(again, Outcome::Issued)), QString());
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

void tst_HistoryProcesses::diskThatIsTooFullForAMigration()
{
    RunningRole role({QStringLiteral("--full-disk-migration"), m_folder->path()});
    int refused = 0;
    QHash<QByteArray, QByteArray> said;
    for (QList<QByteArray> words = role.words(); !words.isEmpty(); words = role.words()) {
        if (words[0] == "skip")
            QSKIP(("no file system may be mounted here: " + words.mid(1).join(' ')).constData());
        said.insert(words[0], words.mid(1).join(' '));
        if (words[0] != "tried")
            continue;
        const bool isRefused = words.size() > 4;
        refused += isRefused ? 1 : 0;
        QCOMPARE(words[1], QByteArray(isRefused ? "2" : "3"));
        QCOMPARE(words[2], QByteArray("1500"));
    }
    QCOMPARE(said["made"], QByteArray());
    QVERIFY2(refused >= 2, "the disk was large enough for everything"); // the backup, and what follows it
    QCOMPARE(said["reopened"], QByteArray());
    QCOMPARE(said["rows"], QByteArray("1500"));
    QCOMPARE(said["check"], QByteArray("ok"));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QHash<QString, int (*)(const QStringList &)> roles{{QStringLiteral("--writer"), writer},
        {QStringLiteral("--beginner"), beginner}, {QStringLiteral("--racer"), racer},
        {QStringLiteral("--full-disk"), fullDisk},
        {QStringLiteral("--full-disk-migration"), fullDiskMigration}};
    if (const auto role = roles.value(arguments.value(1)))
        return role(arguments.mid(2));
    tst_HistoryProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historyprocesses.moc"
