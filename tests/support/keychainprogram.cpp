#include "support/keychainprogram.h"

#include "credentials/personkeyring.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>
#include <utility>

using namespace faceid;

namespace {

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

} // namespace

KeychainProgram::KeychainProgram()
    : m_settings(std::make_unique<QSettings>(
        QDir::home().filePath(QStringLiteral("settings.ini")), QSettings::IniFormat))
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_store.rememberPlacesIn(*m_settings);
    connect(&m_input, &QSocketNotifier::activated, this, &KeychainProgram::readCommands);
    connect(
        &m_heart, &QTimer::timeout, this, [this] { m_longestGap = qMax(m_longestGap, m_beat.restart()); });
    m_beat.start();
    m_heart.start(5);
}

int KeychainProgram::runOr(int argc, char **argv, const std::function<int()> &tests)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) != u"--program")
        return tests();
    const KeychainProgram program;
    return QCoreApplication::exec();
}

void KeychainProgram::readCommands()
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

void KeychainProgram::carryOut(const QList<QByteArray> &words)
{
    const QByteArray verb = words.value(0);
    const QString id = QString::fromLatin1(words.value(1));
    const auto answerIt = [this](CredentialResult result) { answer(std::move(result)); };
    if (verb == "read")
        m_store.read(id, this, answerIt);
    else if (verb == "examine")
        m_store.examine(id, this, answerIt);
    else if (verb == "write")
        m_store.write(id, Secret(QByteArray(keychainSecret)), this, answerIt);
    else if (verb == "write-other")
        m_store.write(id, Secret(QByteArray("another")), this, answerIt);
    else if (verb == "write-long")
        m_store.write(id, Secret(QByteArray(words.value(2).toInt(), 'x')), this, answerIt);
    else if (verb == "remove")
        m_store.remove(id, this, answerIt);
    else if (verb == "person")
        sayPersonKey();
    else if (verb == "keep")
        m_store.keepForSession(id, Secret(QByteArray("of this session")));
    else if (verb == "moved")
        m_settings->setValue(QStringLiteral("keychain/") + id,
            QStringList{
                QStringLiteral("KWallet"), QStringLiteral("kdewallet"), QStringLiteral("/kdewallet")});
    else if (verb == "patience")
        m_store.setPatience(std::chrono::milliseconds(words.value(1).toInt()));
    else if (verb == "gap")
        say(QByteArray::number(std::exchange(m_longestGap, 0)));
    else if (verb == "answers")
        say(QByteArray::number(m_answers));
    else
        say("?");
}

void KeychainProgram::sayPersonKey()
{
    auto *ring = new PersonKeyring(m_store, this); // a new one each time: it remembers the key
    ring->get(ring, [ring](const std::shared_ptr<const PersonKey> &key, const QString &why) {
        say(key ? "key " + key->ofName(QStringLiteral("n")).toHex() : "none " + why.toUtf8());
        ring->deleteLater();
    });
}

void KeychainProgram::answer(CredentialResult result)
{
    ++m_answers;
    const auto word = [](const QString &text) { return text.toUtf8().replace('\n', ' ').replace(' ', '_'); };
    say(credentialStateName(result.state).toLatin1() + ' ' + result.secret.bytes().toByteArray().toHex() + ' '
        + word(result.place.keychain + u'/' + result.place.collection) + ' ' + word(result.earlier.keychain)
        + ' ' + word(result.detail));
}

RunningProgram::RunningProgram(const KeyringSession &session)
{
    m_process.setProcessEnvironment(session.environment());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--program")});
    m_process.waitForStarted();
}

QList<QByteArray> RunningProgram::ask(const QByteArray &command)
{
    tell(command);
    (void)QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() != QProcess::Running; }, 20'000);
    return m_process.readLine().trimmed().split(' ');
}
