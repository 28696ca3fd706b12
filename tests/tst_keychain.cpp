#include "credentials/credentialstore.h"
#include "support/keyringsession.h"
#include "support/lyingsecretservice.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace faceid;

namespace {

/// Milliseconds. A call that blocks takes seconds; what is below is a busy machine.
constexpr int longestGap = 250;

const char secretText[] = "s3cret-of-a-test/密+==";

QString stateName(CredentialState state)
{
    switch (state) {
    case CredentialState::InKeychain:
        return QStringLiteral("InKeychain");
    case CredentialState::InMemory:
        return QStringLiteral("InMemory");
    case CredentialState::Missing:
        return QStringLiteral("Missing");
    case CredentialState::NoKeychain:
        return QStringLiteral("NoKeychain");
    case CredentialState::Locked:
        return QStringLiteral("Locked");
    case CredentialState::Denied:
        return QStringLiteral("Denied");
    case CredentialState::NoAnswer:
        return QStringLiteral("NoAnswer");
    case CredentialState::NotVerified:
        return QStringLiteral("NotVerified");
    case CredentialState::Failed:
        return QStringLiteral("Failed");
    }
    return {};
}

/// The program under test: reads commands from stdin and answers each by a line. libsecret and QtDBus keep
/// the bus they found first, so that every situation takes a process of its own.
class Program : public QObject
{
public:
    Program()
        : m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Program::readCommands);
        connect(&m_heart, &QTimer::timeout, this,
            [this] { m_longestGap = qMax(m_longestGap, m_beat.restart()); });
        m_beat.start();
        m_heart.start(5);
    }

private:
    void readCommands()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::quit();
        for (const QByteArray &line : QByteArray(bytes, count).split('\n')) {
            if (!line.isEmpty())
                carryOut(line.split(' '));
        }
    }

    void carryOut(const QList<QByteArray> &words)
    {
        const QByteArray verb = words.value(0);
        const QString id = QString::fromLatin1(words.value(1));
        const auto answer = [this](CredentialResult result) {
            ++m_answers;
            say(stateName(result.state).toLatin1() + ' ' + result.secret.bytes().toByteArray().toHex() + ' '
                + result.detail.toUtf8().replace('\n', ' '));
        };
        if (verb == "read")
            m_store.read(id, this, answer);
        else if (verb == "write")
            m_store.write(id, Secret(QByteArray(secretText)), this, answer);
        else if (verb == "remove")
            m_store.remove(id, this, answer);
        else if (verb == "keep")
            m_store.keepForSession(id, Secret(QByteArray("of this session")));
        else if (verb == "patience")
            m_store.setPatience(std::chrono::milliseconds(words.value(1).toInt()));
        else if (verb == "gap")
            say(QByteArray::number(std::exchange(m_longestGap, 0)));
        else if (verb == "answers")
            say(QByteArray::number(m_answers));
        else
            say("?");
    }

    static void say(const QByteArray &line)
    {
        std::fputs((line + '\n').constData(), stdout);
        std::fflush(stdout);
    }

    CredentialStore m_store;
    QSocketNotifier m_input;
    QTimer m_heart;
    QElapsedTimer m_beat;
    qint64 m_longestGap = 0; ///< milliseconds in which the event loop did not turn
    int m_answers = 0;
};

/// A Program in a session, as the tests see it.
class RunningProgram
{
public:
    explicit RunningProgram(const KeyringSession &session)
    {
        m_process.setProcessEnvironment(session.environment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--program")});
        m_process.waitForStarted();
    }

    void tell(const QByteArray &command) { m_process.write(command + '\n'); }

    /// The answer's words; empty when none came within 20 s.
    QList<QByteArray> ask(const QByteArray &command)
    {
        tell(command);
        (void)QTest::qWaitFor(
            [this] { return m_process.canReadLine() || m_process.state() != QProcess::Running; }, 20'000);
        return m_process.readLine().trimmed().split(' ');
    }

    QByteArray state(const QByteArray &command) { return ask(command).constFirst(); }

private:
    OwnedProcess m_process;
};

} // namespace

class tst_Keychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutDBus();
    void withoutSecretService();
    void openKeyring();
    void lockedKeyring();
    void frozenKeyring();
    void muteBus();
    void keyringThatDies();
    void memoryOnly();
    void keychainThatForgets();
    void keychainThatClings();
};

void tst_Keychain::initTestCase()
{
    for (const char *program : {"dbus-daemon", "dbus-send", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP("needs dbus-daemon and gnome-keyring");
    }
}

void tst_Keychain::withoutDBus()
{
    const KeyringSession session;
    RunningProgram program(session);
    QCOMPARE(program.state("read p"), QByteArray("NoKeychain"));
    QCOMPARE(program.state("write p"), QByteArray("NoKeychain"));
    QCOMPARE(program.state("remove p"), QByteArray("NoKeychain"));

    // There is no plain-text fallback.
    QDirIterator files(session.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(secretText), qPrintable(file.fileName()));
        QVERIFY2(!bytes.contains(QByteArray(secretText).toBase64()), qPrintable(file.fileName()));
    }
}

void tst_Keychain::withoutSecretService()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    RunningProgram program(session);
    QCOMPARE(program.state("read p"), QByteArray("NoKeychain"));
    QCOMPARE(program.state("write p"), QByteArray("NoKeychain"));
    QCOMPARE(program.state("remove p"), QByteArray("NoKeychain"));
}

void tst_Keychain::openKeyring()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    const QByteArray hex = QByteArray(secretText).toHex();
    {
        RunningProgram program(session);
        QCOMPARE(program.state("read p"), QByteArray("Missing"));
        QCOMPARE(program.state("remove p"), QByteArray("Missing"));
        QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
        QCOMPARE(program.ask("read p").mid(0, 2), QList<QByteArray>({"InKeychain", hex}));
        QCOMPARE(program.state("read another"), QByteArray("Missing"));
    }
    RunningProgram next(session);
    QCOMPARE(next.ask("read p").mid(0, 2), QList<QByteArray>({"InKeychain", hex}));
    QCOMPARE(next.state("remove p"), QByteArray("Missing"));
    QCOMPARE(next.state("read p"), QByteArray("Missing"));
    QVERIFY2(next.ask("gap").constFirst().toInt() < longestGap, "the event loop stood still");
}

void tst_Keychain::lockedKeyring()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    {
        RunningProgram program(session);
        QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
        QVERIFY(session.lockKeyring());
        // QtKeychain says EntryNotFound, AccessDenied and NoError here.
        QCOMPARE(program.state("read p"), QByteArray("Locked"));
        QCOMPARE(program.state("read another"), QByteArray("Locked"));
        QCOMPARE(program.state("write p"), QByteArray("Locked"));
        QCOMPARE(program.state("remove p"), QByteArray("Locked"));
    }
    session.stopKeyring();
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.state("read p"), QByteArray("InKeychain")); // it was never gone
}

void tst_Keychain::frozenKeyring()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    program.ask("gap");

    program.tell("patience 600");
    session.keyring().freeze();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(program.state("read p"), QByteArray("NoAnswer"));
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(program.state("remove p"), QByteArray("NoAnswer"));
    QVERIFY2(program.ask("gap").constFirst().toInt() < longestGap, "the event loop stood still");

    // Late answers are heard by nobody, and the next question is answered again.
    session.keyring().thaw();
    program.tell("patience 10000");
    QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    QCOMPARE(program.ask("read p").value(1), QByteArray(secretText).toHex());
    QCOMPARE(program.ask("answers").constFirst(), QByteArray("5"));
}

void tst_Keychain::muteBus()
{
    KeyringSession session;
    QVERIFY(session.startMuteBus());
    RunningProgram program(session);
    program.tell("patience 600");
    QCOMPARE(program.state("read p"), QByteArray("NoAnswer"));
    QCOMPARE(program.state("write p"), QByteArray("NoAnswer"));
    QVERIFY2(program.ask("gap").constFirst().toInt() < longestGap, "the event loop stood still");
}

void tst_Keychain::keyringThatDies()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    session.stopKeyring();
    QCOMPARE(program.state("read p"), QByteArray("NoKeychain"));
    QVERIFY(session.startKeyring());
    // libsecret holds on to the session it had with the one that died, until it is told to let go.
    QCOMPARE(program.state("read p"), QByteArray("Failed"));
    QCOMPARE(program.state("read p"), QByteArray("InKeychain"));
}

void tst_Keychain::memoryOnly()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    program.tell("keep p");
    QCOMPARE(program.ask("read p").mid(0, 2),
        QList<QByteArray>({"InMemory", QByteArray("of this session").toHex()}));
    QCOMPARE(program.state("write p"), QByteArray("InKeychain")); // the newer wish counts
    QCOMPARE(program.ask("read p").value(1), QByteArray(secretText).toHex());
    program.tell("keep p");
    QCOMPARE(program.state("remove p"), QByteArray("Missing")); // from both
    QCOMPARE(program.state("read p"), QByteArray("Missing"));
}

void tst_Keychain::keychainThatForgets()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    LyingSecretService service(LyingSecretService::Lie::Forgets);
    QVERIFY(service.start(session.busAddress()));
    RunningProgram program(session);
    QCOMPARE(program.state("write p"), QByteArray("NotVerified"));
    QCOMPARE(program.state("read p"), QByteArray("Missing"));
    QCOMPARE(program.state("remove p"), QByteArray("Missing"));
}

void tst_Keychain::keychainThatClings()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    LyingSecretService service(LyingSecretService::Lie::Clings);
    QVERIFY(service.start(session.busAddress()));
    RunningProgram program(session);
    QCOMPARE(program.ask("read p").mid(0, 2),
        QList<QByteArray>({"InKeychain", QByteArray("an old secret").toHex()}));
    QCOMPARE(program.state("write p"), QByteArray("NotVerified"));
    QCOMPARE(program.state("remove p"), QByteArray("NotVerified"));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--program") {
        Program program;
        return QCoreApplication::exec();
    }
    tst_Keychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
