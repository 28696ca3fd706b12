// Ten states of a keychain, each met by a write, a read and a delete: what is said, and what is left in the
// keychain once it works again. The keychain is a real gnome-keyring, or there is none.

#include "support/keychainprogram.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

#include <utility>

namespace {

/// Milliseconds. A call that blocks takes the 25 s of D-Bus; what is below is a busy machine.
constexpr int longestGap = 5'000;

enum class Situation {
    NoBus,
    NoService,
    Locked,
    Frozen,
    Killed,
    Denied,
    EntryMissing,
    BackendChanged,
    TooLarge,
    UnlockedInBetween,
};

struct Row
{
    Situation situation;
    const char *name;
    /// What is answered to a write of another secret, a read and a delete.
    const char *written;
    const char *read;
    const char *removed;
    /// What the keychain holds afterwards, of "old", "new" and "none"; several where it may end late.
    const char *afterWrite;
    const char *afterRead;
    const char *afterRemove;
};

constexpr Row rows[] = {
    {Situation::NoBus, "no bus", "NoKeychain", "NoKeychain", "NoKeychain", "", "", ""},
    {Situation::NoService, "no service", "NoKeychain", "NoKeychain", "NoKeychain", "", "", ""},
    {Situation::Locked, "locked", "Locked", "Locked", "Locked", "old", "old", "old"},
    {Situation::Frozen, "frozen", "NoAnswer", "NoAnswer", "NoAnswer", "old new", "old", "old none"},
    {Situation::Killed, "killed", "NoKeychain", "NoKeychain", "NoKeychain", "old", "old", "old"},
    {Situation::Denied, "denied", "Denied", "Denied", "Denied", "old", "old", "old"},
    {Situation::EntryMissing, "entry missing", "InKeychain", "Missing", "Missing", "new", "none", "none"},
    {Situation::BackendChanged, "backend changed", "InKeychain", "Moved", "Moved", "new", "none", "none"},
    {Situation::TooLarge, "too large", "TooLarge", "InKeychain", "Missing", "old", "old", "none"},
    {Situation::UnlockedInBetween, "unlocked", "InKeychain", "InKeychain", "Missing", "new", "old", "none"},
};

bool hasKeyring(Situation situation)
{
    return situation != Situation::NoBus && situation != Situation::NoService;
}

bool hasEntry(Situation situation)
{
    return hasKeyring(situation) && situation != Situation::EntryMissing
        && situation != Situation::BackendChanged;
}

bool bringAbout(Situation situation, KeyringSession &session, RunningProgram &program)
{
    switch (situation) {
    case Situation::NoBus:
    case Situation::NoService:
    case Situation::EntryMissing:
    case Situation::TooLarge:
        return true;
    case Situation::Locked:
        return session.lockKeyring();
    case Situation::Frozen:
        program.tell("patience 400");
        session.keyring().freeze();
        return true;
    case Situation::Killed:
        session.stopKeyring();
        return true;
    case Situation::Denied:
        return session.denyKeyring(true);
    case Situation::BackendChanged:
        program.tell("moved p");
        program.tell("moved person-key");
        return true;
    case Situation::UnlockedInBetween:
        return session.lockKeyring() && program.state("read p") == "Locked" && session.unlockKeyring();
    }
    return false;
}

/// Brings the keyring back to where its owner can look into it.
bool mend(Situation situation, KeyringSession &session)
{
    switch (situation) {
    case Situation::Locked:
        return session.unlockKeyring();
    case Situation::Frozen:
        session.keyring().thaw();
        return true;
    case Situation::Killed:
        return session.startKeyring();
    case Situation::Denied:
        return session.denyKeyring(false);
    default: // nothing is broken
        return true;
    }
}

/// Of "old", "new" and "none" what a program that has just started finds.
QByteArray found(const KeyringSession &session)
{
    RunningProgram program(session);
    const QList<QByteArray> answer = program.ask("read p");
    if (answer.value(1) == QByteArray(keychainSecret).toHex())
        return "old";
    if (answer.value(1) == QByteArray("another").toHex())
        return "new";
    return answer.value(1).isEmpty() ? QByteArray("none") : answer.value(1);
}

/// The file below \a folder that holds a secret in clear or as Base64; empty when there is none.
QString fileWithASecret(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QFile::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret : {QByteArray(keychainSecret), QByteArray("another")}) {
            if (bytes.contains(secret) || bytes.contains(secret.toBase64()))
                return file.fileName();
        }
    }
    return {};
}

} // namespace

class tst_KeychainStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void every_data();
    void every();
    void thePersonKey_data();
    void thePersonKey();
    void namesTheKeychain();
    void namesTheKeychainBefore();
    void takesTheLongestEntry();
    void worksAgainAfterARestart();
};

void tst_KeychainStates::initTestCase()
{
    for (const char *program : {"dbus-daemon", "dbus-send", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP("needs dbus-daemon and gnome-keyring");
    }
}

void tst_KeychainStates::every_data()
{
    QTest::addColumn<int>("situation");
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("after");
    for (const Row &row : rows) {
        const QByteArray write = row.situation == Situation::TooLarge ? "write-long p 2561" : "write-other p";
        QTest::addRow("%s, write", row.name)
            << int(row.situation) << write << QByteArray(row.written) << QByteArray(row.afterWrite);
        QTest::addRow("%s, read", row.name) << int(row.situation) << QByteArray("read p")
                                            << QByteArray(row.read) << QByteArray(row.afterRead);
        QTest::addRow("%s, delete", row.name) << int(row.situation) << QByteArray("remove p")
                                              << QByteArray(row.removed) << QByteArray(row.afterRemove);
    }
}

void tst_KeychainStates::every()
{
    QFETCH(int, situation);
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, after);
    const auto now = Situation(situation);

    KeyringSession session;
    QVERIFY(now == Situation::NoBus || session.startBus());
    QVERIFY(!hasKeyring(now) || session.startKeyring());
    RunningProgram program(session); // was there before it happened
    if (hasEntry(now))
        QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    QVERIFY(bringAbout(now, session, program));

    const QList<QByteArray> words = program.ask(command);
    QCOMPARE(words.constFirst(), answer);
    const bool showsSecret = words.constFirst() == "InKeychain" && command.startsWith("read");
    QCOMPARE(words.value(1), showsSecret ? QByteArray(keychainSecret).toHex() : QByteArray());
    const QByteArray gap = program.ask("gap").constFirst();
    QVERIFY2(gap.toInt() < longestGap, "the event loop stood still for ms: " + gap);

    QVERIFY(mend(now, session));
    if (hasKeyring(now)) {
        const QByteArray left = found(session);
        QVERIFY2(after.split(' ').contains(left), "left: " + left);
    }
    QCOMPARE(fileWithASecret(session.home()), QString());
}

void tst_KeychainStates::thePersonKey_data()
{
    QTest::addColumn<int>("situation");
    QTest::addColumn<bool>("isGiven");
    QTest::addColumn<QByteArray>("word"); // of what is said instead
    const auto add = [](Situation situation, const char *name, const char *word) {
        QTest::newRow(name) << int(situation) << (*word == '\0') << QByteArray(word);
    };
    add(Situation::NoBus, "no bus", "no keychain service");
    add(Situation::NoService, "no service", "no keychain service");
    add(Situation::Locked, "locked", "locked");
    add(Situation::Frozen, "frozen", "did not answer");
    add(Situation::Killed, "killed", "no keychain service");
    add(Situation::Denied, "denied", "refuses");
    add(Situation::EntryMissing, "entry missing", "");
    add(Situation::BackendChanged, "backend changed", "KWallet");
    add(Situation::UnlockedInBetween, "unlocked", "");
}

/// With a second key beside one that only cannot be read at the moment, a person's rows would fall apart into
/// two halves of which each is taken for all.
void tst_KeychainStates::thePersonKey()
{
    QFETCH(int, situation);
    QFETCH(bool, isGiven);
    QFETCH(QByteArray, word);
    const auto now = Situation(situation);
    KeyringSession session;
    QVERIFY(now == Situation::NoBus || session.startBus());
    QVERIFY(!hasKeyring(now) || session.startKeyring());
    RunningProgram program(session);
    QByteArray before;
    if (hasEntry(now)) {
        before = program.ask("person").value(1);
        QVERIFY(!before.isEmpty());
        QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    }
    QVERIFY(bringAbout(now, session, program));

    const QList<QByteArray> words = program.ask("person");
    QCOMPARE(words.constFirst(), QByteArray(isGiven ? "key" : "none"));
    if (!isGiven)
        QVERIFY2(words.join(' ').contains(word), words.join(' ').constData());

    QVERIFY(mend(now, session));
    if (!hasKeyring(now))
        return;
    RunningProgram next(session);
    const QList<QByteArray> left = next.ask("person");
    if (now == Situation::BackendChanged)
        QCOMPARE(left.constFirst(), QByteArray("none")); // and none was made in between
    else
        QCOMPARE(left.value(1), before.isEmpty() ? words.value(1) : before);
}

void tst_KeychainStates::namesTheKeychain()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.ask("write p").value(2), QByteArray("GNOME_Keyring/Login"));
    QCOMPARE(program.ask("examine p").value(2), QByteArray("GNOME_Keyring/Login"));
    QCOMPARE(program.ask("read p").value(2), QByteArray("/")); // not asked for
}

void tst_KeychainStates::namesTheKeychainBefore()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    program.tell("moved p");
    QCOMPARE(program.ask("remove p").mid(0, 4),
        QList<QByteArray>({"Moved", "", "GNOME_Keyring/Login", "KWallet"}));
    // The entry that is written now is known to be where it is; the one in KWallet is mentioned once.
    QCOMPARE(program.ask("write p").value(3), QByteArray("KWallet"));
    QCOMPARE(program.ask("examine p").value(3), QByteArray());
    QCOMPARE(program.state("remove p"), QByteArray("Missing"));

    // A keychain that is gone is named too, so that nobody takes its entry for deleted.
    QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
    session.stopKeyring();
    QCOMPARE(program.ask("remove p").value(0), QByteArray("NoKeychain"));
    QCOMPARE(program.ask("remove p").value(3), QByteArray("GNOME_Keyring"));
}

void tst_KeychainStates::takesTheLongestEntry()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring());
    RunningProgram program(session);
    QCOMPARE(program.state("write-long p 2560"), QByteArray("InKeychain"));
    QCOMPARE(program.ask("read p").value(1), QByteArray(2560, 'x').toHex());
}

void tst_KeychainStates::worksAgainAfterARestart()
{
    // libsecret holds on to the session it had with the keyring that died; a write, a read and a delete each
    // find the new one at the first try.
    using Case = std::pair<const char *, const char *>;
    for (const auto &[command, answer] :
        {Case("write p", "InKeychain"), Case("read p", "InKeychain"), Case("remove p", "Missing")}) {
        KeyringSession session;
        QVERIFY(session.startBus());
        QVERIFY(session.startKeyring());
        RunningProgram program(session);
        QCOMPARE(program.state("write p"), QByteArray("InKeychain"));
        session.stopKeyring();
        QVERIFY(session.startKeyring());
        QCOMPARE(program.state(command), QByteArray(answer));
    }
}

int main(int argc, char *argv[])
{
    return KeychainProgram::runOr(argc, argv, [&] {
        tst_KeychainStates test;
        return QTest::qExec(&test, argc, argv);
    });
}

#include "tst_keychainstates.moc"
