// What a sandbox remembers over a restart, and what may stand in the file for it.

#include "sandbox/sandboxserver.h"
#include "sandbox/statefile.h"
#include "support/handmade.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const RawResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

RawResponse get(quint16 port, const QByteArray &target)
{
    return exchange(port, "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

RawResponse sdkResult(quint16 port, const QByteArray &token)
{
    return get(port,
        "/face/v1.2/sdk/get_result?sign_version=hmac_sha1&sign=" + builtInSign().toPercentEncoding()
            + "&biz_token=" + token.toPercentEncoding());
}

RawResponse finish(quint16 port, const QByteArray &token, const QByteArray &outcome)
{
    return exchange(port,
        rawPost(
            "/sandbox/complete", urlEncoded, "token=" + token.toPercentEncoding() + "&outcome=" + outcome));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

IssuedToken madeToken(int number)
{
    IssuedToken token;
    token.spec = &getToken();
    token.token = u"t%1"_s.arg(number);
    token.bizId = u"b%1"_s.arg(number);
    token.apiKey = u"key"_s;
    token.issuedAt = number;
    token.usableUntil = number + 618;
    token.request = {textPart(u"biz_no"_s, u"流水 \"%1\"\n"_s.arg(number))};
    token.photos = {u"image_ref2"_s};
    return token;
}

} // namespace

class TestSandboxState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void survivesARestart();
    void holdsNothingSecret();
    void keepsATokenAsItIs();
    void dropsWhatACrashCutOff();
    void leavesOtherFilesAlone_data();
    void leavesOtherFilesAlone();
    void isOfOneProgram();
    void keepsTheNewest();
    void doesNotGrowForEver();
    void waitsAfterAFailedRewrite();
    void aFullDiskSpoilsNothing();

private:
    std::unique_ptr<SandboxServer> started(const SandboxRules &rules = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSandboxState::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"state.jsonl"_s);
}

std::unique_ptr<SandboxServer> TestSandboxState::started(const SandboxRules &rules) const
{
    auto server = std::make_unique<SandboxServer>(defaultSandboxKeys(), rules);
    if (!server->keepState(m_path) || !server->start())
        QTest::qFail(qPrintable(server->errorString()), __FILE__, __LINE__);
    return server;
}

void TestSandboxState::survivesARestart()
{
    const QByteArray once =
        rawPost(sdkPath, urlEncoded, sdkForm(signFor(u"sandbox-key"_s, sandboxApiSecret, 0)));
    QByteArray fresh, done, opened;
    {
        const auto server = started();
        const quint16 port = server->port();
        fresh = object(exchange(port, once)).value(u"biz_token").toString().toUtf8();
        done = object(exchange(port, rawPost(sdkPath, urlEncoded, sdkForm())))
                   .value(u"biz_token")
                   .toString()
                   .toUtf8();
        QCOMPARE(finish(port, done, "wrong-person").status, 200);
        opened =
            object(exchange(port, rawPost(pcPath, urlEncoded, pcForm()))).value(u"token").toString().toUtf8();
        QCOMPARE(get(port, "/faceid/liveness/v2/do?token=" + opened).status, 200);
    }
    SandboxRules strict;
    strict.refusesRepeatedBizNo = true;
    const auto server = started(strict);
    const quint16 port = server->port();
    QCOMPARE(object(sdkResult(port, fresh)).value(u"result_message").toString(), u"LIVING_NOT_START"_s);
    QCOMPARE(
        object(sdkResult(port, done)).value(u"result_message").toString(), u"PASS_LIVING_NOT_THE_SAME"_s);
    QCOMPARE(finish(port, done, "pass").status, 410); // finished already
    QCOMPARE(finish(port, fresh, "pass").status, 200);
    QCOMPARE(get(port, "/faceid/liveness/v2/do?token=" + opened).status, 410); // opened already
    QCOMPARE(verdict(exchange(port, once)), "403 AUTHORIZATION_ERROR:REPLAY_ATTACK");
    QCOMPARE(verdict(exchange(port, rawPost(pcPath, urlEncoded, pcForm()))), "400 BAD_ARGUMENTS:biz_no");
}

void TestSandboxState::holdsNothingSecret()
{
    const auto server = started();
    QCOMPARE(verdict(exchange(server->port(), rawPost(pcPath, urlEncoded, pcForm()))), "200 token");
    QCOMPARE(verdict(exchange(server->port(),
                 rawPost(sdkPath, urlEncoded, sdkForm(signFor(u"sandbox-key"_s, sandboxApiSecret, 0))))),
        "200 biz_token");
    const QByteArray content = contentOf(m_path);
    QVERIFY(content.contains("shop.example") && content.contains("used_sign")); // they are in it
    for (const char *planted : {sandboxApiSecret, "110101199003070038", "测试一", "6030070038"})
        QVERIFY2(!content.contains(planted), planted);
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
        QFile::Permissions());
}

void TestSandboxState::keepsATokenAsItIs()
{
    IssuedToken token = madeToken(7);
    {
        StateFile file(m_path);
        QVERIFY2(file.open(), qPrintable(file.errorString()));
        QVERIFY(file.add(token));
        QVERIFY(file.add(madeToken(8)));
        QVERIFY(file.add(QByteArray("\0\xff digest", 9)));
        token.progress = IssuedToken::Progress::Done;
        token.outcome = outcomeNamed(u"attack");
        QVERIFY(file.add(token));
    }
    StateFile file(m_path);
    QVERIFY2(file.open(), qPrintable(file.errorString()));
    const SandboxMemory memory = file.takeMemory();
    QCOMPARE(memory.usedSigns, QByteArrayList{QByteArray("\0\xff digest", 9)});
    QCOMPARE(memory.tokens.size(), 2);
    const IssuedToken &read = memory.tokens.constFirst();
    QCOMPARE(read.token, token.token);
    QCOMPARE(read.spec, token.spec);
    QCOMPARE(read.bizId, token.bizId);
    QCOMPARE(read.apiKey, token.apiKey);
    QCOMPARE(read.issuedAt, token.issuedAt);
    QCOMPARE(read.usableUntil, token.usableUntil);
    QCOMPARE(read.text(u"biz_no"), token.text(u"biz_no"));
    QCOMPARE(read.photos, token.photos);
    QCOMPARE(int(read.progress), int(IssuedToken::Progress::Done));
    QCOMPARE(read.outcome, token.outcome);
    QCOMPARE(int(memory.tokens.constLast().progress), int(IssuedToken::Progress::NotStarted));
}

void TestSandboxState::dropsWhatACrashCutOff()
{
    {
        StateFile file(m_path);
        QVERIFY(file.open() && file.add(madeToken(1)) && file.add(madeToken(2)));
    }
    QVERIFY(write(m_path, contentOf(m_path).chopped(20)));
    StateFile file(m_path);
    QVERIFY2(file.open(), qPrintable(file.errorString()));
    QCOMPARE(file.takeMemory().tokens.size(), 1);
    QVERIFY(file.add(madeToken(3))); // on a line of its own
    QCOMPARE(contentOf(m_path).count('\n'), 3);
}

void TestSandboxState::leavesOtherFilesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("somebody's notes") << QByteArray("call Mum\n");
    QTest::newRow("JSON") << QByteArray("{}\n");
    QTest::newRow("a later version") << QByteArray("{\"faceid_sandbox_state\":2}\n");
    QTest::newRow("a line of nonsense") << QByteArray("{\"faceid_sandbox_state\":1}\nx\n");
}

void TestSandboxState::leavesOtherFilesAlone()
{
    QFETCH(QByteArray, content);
    QVERIFY(write(m_path, content));
    SandboxServer server;
    QVERIFY(!server.keepState(m_path));
    QVERIFY(!server.errorString().isEmpty());
    QCOMPARE(contentOf(m_path), content);
}

void TestSandboxState::isOfOneProgram()
{
    auto first = started();
    SandboxServer second;
    QVERIFY(!second.keepState(m_path));
    QVERIFY2(second.errorString().contains(u"Another"), qPrintable(second.errorString()));
    first.reset();
    QVERIFY2(second.keepState(m_path), qPrintable(second.errorString()));
    QVERIFY(!SandboxServer().keepState(m_folder->filePath(u"no/such/folder"_s)));
}

void TestSandboxState::keepsTheNewest()
{
    const int extra = 3;
    {
        StateFile file(m_path);
        QVERIFY(file.open());
        for (int i = 0; i < TokenLedger::maxTokens + extra; ++i)
            QVERIFY(file.add(madeToken(i)));
    }
    StateFile file(m_path);
    QVERIFY(file.open());
    const SandboxMemory memory = file.takeMemory();
    QCOMPARE(memory.tokens.size(), TokenLedger::maxTokens);
    QCOMPARE(memory.tokens.constFirst().token, u"t%1"_s.arg(extra));
}

/// A sandbox that runs for months.
void TestSandboxState::doesNotGrowForEver()
{
    constexpr int mebibyte = 1024 * 1024;
    IssuedToken token = madeToken(1);
    token.request = {textPart(u"biz_extra_data"_s, QString(mebibyte, u'x'))};
    {
        StateFile file(m_path);
        QVERIFY(file.open());
        for (int i = 0; i < 70; ++i)
            QVERIFY2(file.add(token), qPrintable(file.errorString()));
        QVERIFY(file.add(madeToken(2)));
        QVERIFY(QFileInfo(m_path).size() < 10 * mebibyte);
    }
    StateFile file(m_path);
    QVERIFY2(file.open(), qPrintable(file.errorString()));
    QCOMPARE(file.takeMemory().tokens.size(), 2);
}

/// It is not read again for every line, and goes on taking lines.
void TestSandboxState::waitsAfterAFailedRewrite()
{
    const auto size = [this] { return QFileInfo(m_path).size(); };
    StateFile file(m_path, 1000);
    QVERIFY(file.open());
    while (size() <= 1000)
        QVERIFY(file.add(madeToken(1)));
    const qint64 tried = size(); // the next line comes behind a rewrite
    const QByteArray whole = contentOf(m_path);
    const auto spoil = [&](char start) { // of the second line, in the same file
        QFile opened(m_path);
        return opened.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
            && opened.seek(whole.indexOf('\n') + 1) && opened.putChar(start);
    };
    QVERIFY(spoil('x'));
    QVERIFY2(file.add(madeToken(1)), qPrintable(file.errorString()));
    QVERIFY(size() > tried);
    QVERIFY(spoil('{'));
    while (size() <= tried + tried / 2) {
        const qint64 before = size();
        QVERIFY(file.add(madeToken(1)));
        QVERIFY(size() > before);
    }
    QVERIFY(file.add(madeToken(2)));
    QVERIFY(size() < tried);
    QCOMPARE(contentOf(m_path).count('\n'), 3);
}

void TestSandboxState::aFullDiskSpoilsNothing()
{
    StateFile file(m_path);
    QVERIFY(file.open() && file.add(madeToken(1)));
    const QByteArray before = contentOf(m_path);
    {
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const rlimit full{rlim_t(before.size() + 10), old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
        const bool isAdded = file.add(madeToken(2));
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!isAdded);
    }
    QVERIFY(!file.errorString().isEmpty());
    QCOMPARE(contentOf(m_path), before);
    QVERIFY(file.add(madeToken(3))); // there is room again
    QCOMPARE(contentOf(m_path).count('\n'), 3);
}

QTEST_GUILESS_MAIN(TestSandboxState)
#include "tst_sandboxstate.moc"
