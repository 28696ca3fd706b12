#include "support/keychainprogram.h"
#include "support/lyingsecretservice.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>

namespace {

/// Milliseconds. A call that blocks takes seconds; what is below is a busy machine.
constexpr int longestGap = 250;

const char *const secretText = keychainSecret;

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
    return KeychainProgram::runOr(argc, argv, [&] {
        tst_Keychain test;
        return QTest::qExec(&test, argc, argv);
    });
}

#include "tst_keychain.moc"
