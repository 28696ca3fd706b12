// What an administrator sets: the file with its keys, and that what reads profiles, retention and requests
// keeps to it.

#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "history/retention.h"
#include "policy/policy.h"
#include "sandbox/sandboxserver.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutAFileEverythingIsAllowed()
    {
        qputenv("XDG_CONFIG_DIRS", m_folder->path().toUtf8());
        const Policy policy = systemPolicy();
        QVERIFY(policy.file.isEmpty());
        QVERIFY(policy.problem.isEmpty());
        QVERIFY(policy.allowsSecretEntry);
        QVERIFY(policy.allows(Feature::Batch));
        QVERIFY(policy.requestProblem(getToken(), QUrl(getToken().host), false).isEmpty());
    }

    void aUsersOwnFileIsNone()
    {
        QTemporaryDir own;
        qputenv("XDG_CONFIG_DIRS", m_folder->path().toUtf8());
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", own.path().toUtf8());
        QVERIFY(QDir(own.path()).mkpath(QStringLiteral("faceid-console")));
        put(own.filePath(QStringLiteral("faceid-console/policy.ini")), "nonsense");
        const Policy policy = systemPolicy();
        qputenv("XDG_CONFIG_HOME", before);
        QVERIFY(policy.file.isEmpty());
        QCOMPARE(policyPlaces().constFirst(), QStringLiteral("/etc/xdg/faceid-console/policy.ini"));
    }

    void everyKeyIsRead()
    {
        const Policy policy = read("[secrets]\nentry=false\n[privacy]\nmasking=true\n[tokens]\nsdkOnly=true\n"
                                   "[addresses]\nget_biz_token=https://a.example.com\n"
                                   "get_token=https://b.example.com/base\n"
                                   "[history]\npersonalDays=7\nrecordDays=90\n"
                                   "[features]\nbatch=false\ncallbacks=false\nexport=false\nsandbox=false\n");
        QCOMPARE(policy.problem, QString());
        QVERIFY(!policy.allowsSecretEntry);
        QVERIFY(policy.forcesMasking);
        QVERIFY(policy.allowsSdkOnly);
        QCOMPARE(policy.addresses.value(getBizToken().id), QUrl(QStringLiteral("https://a.example.com")));
        QCOMPARE(policy.addresses.value(getToken().id), QUrl(QStringLiteral("https://b.example.com/base")));
        QCOMPARE(policy.personalDays, 7);
        QCOMPARE(policy.recordDays, 90);
        for (const Feature feature : {Feature::Batch, Feature::Callbacks, Feature::Export, Feature::Sandbox})
            QVERIFY(!policy.allows(feature));
        QCOMPARE(policyRows().size(), 11); // every row has a line above
    }

    void whatIsNotUnderstoodForbidsEverything_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown key") << QByteArray("[tokens]\nsdkonly=true\n")
                                     << QStringLiteral("tokens/sdkonly");
        QTest::newRow("unknown section")
            << QByteArray("[feature]\nbatch=false\n") << QStringLiteral("feature/batch");
        QTest::newRow("no truth") << QByteArray("[tokens]\nsdkOnly=yes\n") << QStringLiteral("true, false");
        QTest::newRow("empty") << QByteArray("[tokens]\nsdkOnly=\n") << QStringLiteral("tokens/sdkOnly");
        QTest::newRow("no number") << QByteArray("[history]\npersonalDays=a week\n")
                                   << QStringLiteral("history/personalDays");
        QTest::newRow("no days") << QByteArray("[history]\nrecordDays=0\n")
                                 << QStringLiteral("history/recordDays");
        QTest::newRow("longer than the row")
            << QByteArray("[history]\npersonalDays=9\nrecordDays=8\n") << QStringLiteral("longer");
        QTest::newRow("in clear") << QByteArray("[addresses]\nget_token=http://example.com\n")
                                  << QStringLiteral("addresses/get_token");
        QTest::newRow("behind a section") << QByteArray("[features]batch=false\n") << QStringLiteral("INI");
        QTest::newRow("twice") << QByteArray("[features]\nbatch=false\nbatch=true\n")
                               << QStringLiteral("features/batch");
        QTest::newRow("twice, apart")
            << QByteArray("[features]\nbatch=false\n[tokens]\nsdkOnly=true\n[features]\nbatch = true\n")
            << QStringLiteral("features/batch");
        QTest::newRow("no INI") << QByteArray("batch: off\n") << QStringLiteral("INI");
    }

    void whatIsNotUnderstoodForbidsEverything()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, named);
        const Policy policy = read(content);
        QVERIFY2(policy.problem.contains(named), qPrintable(policy.problem));
        QVERIFY(policy.problem.contains(policy.file));
        QVERIFY(!policy.requestProblem(getBizToken(), QUrl(getBizToken().host), false).isEmpty());
    }

    void aFileThatCannotBeReadForbidsEverything()
    {
        const QString folder = m_folder->filePath(QStringLiteral("faceid-console"));
        QVERIFY(QDir().mkpath(
            folder + QStringLiteral("/policy.ini"))); // a folder: nobody can read it, root neither
        qputenv("XDG_CONFIG_DIRS", m_folder->path().toUtf8());
        QVERIFY(!systemPolicy().problem.isEmpty());
    }

    void aLinkToADriveThatIsGoneForbidsEverything()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("faceid-console")));
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("gone/policy.ini")),
            m_folder->filePath(QStringLiteral("faceid-console/policy.ini"))));
        qputenv("XDG_CONFIG_DIRS", m_folder->path().toUtf8());
        QVERIFY(!systemPolicy().problem.isEmpty());
    }

    void aFixedAddressHasNoWayRound()
    {
        const Policy policy = read("[addresses]\nget_token=https://b.example.com\n");
        const QUrl forwarder(QStringLiteral("http://127.0.0.1:9"));
        QVERIFY(!policy.requestProblem(getToken(), forwarder, false).isEmpty());
        QVERIFY(policy.requestProblem(getToken(), forwarder, true).isEmpty()); // the sandbox of this program
        QVERIFY(policy.requestProblem(getToken(), QUrl(QStringLiteral("https://b.example.com")), false)
                    .isEmpty());
    }

    void fixedAddressesAreInEveryProfile()
    {
        QSettings settings(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("mine");
        const QUrl own(QStringLiteral("https://own.example.com"));
        profile.baseUrls.insert(getToken().id, own);
        QCOMPARE(ProfileStore(settings).save(profile), QString());
        const Policy policy = read("[addresses]\nget_token=https://b.example.com\n");
        ProfileStore bound(settings, policy);
        const auto seen = bound.byName(profile.name);
        QVERIFY(seen);
        QCOMPARE(seen->baseUrl(getToken()), QUrl(QStringLiteral("https://b.example.com")));
        QCOMPARE(seen->baseUrl(getBizToken()), QUrl(getBizToken().host));
        QCOMPARE(bound.save(*seen), QString());
        QCOMPARE(ProfileStore(settings).byName(profile.name)->baseUrl(getToken()), own); // not lost
    }

    void fixedRetentionCounts()
    {
        QSettings settings(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        RetentionPolicy{100, 200}.save(settings);
        const auto days = [&settings](const char *content, TestPolicy *test) {
            const RetentionPolicy kept = RetentionPolicy::load(settings, test->read(content));
            return std::pair(kept.personalDays, kept.recordDays);
        };
        QCOMPARE(days("", this), std::pair(100, 200));
        QCOMPARE(days("[history]\npersonalDays=7\n", this), std::pair(7, 200));
        QCOMPARE(days("[history]\nrecordDays=50\n", this), std::pair(50, 50));
        QCOMPARE(days("[history]\npersonalDays=300\n", this), std::pair(300, 300));
    }

    /// The wire is never touched, whoever made the request.
    void forbiddenRequestsAreNotSent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<bool>("sent");
        QTest::newRow("SDK only, SDK") << QByteArray("[tokens]\nsdkOnly=true\n") << getBizToken().id << true;
        QTest::newRow("SDK only, PC") << QByteArray("[tokens]\nsdkOnly=true\n") << getToken().id << false;
        QTest::newRow("address, sandbox")
            << QByteArray("[addresses]\nget_token=https://b.example.com\n") << getToken().id << true;
        QTest::newRow("address, no sandbox")
            << QByteArray("[addresses]\nget_token=https://b.example.com\n[features]\nsandbox=false\n")
            << getToken().id << false;
        QTest::newRow("broken") << QByteArray("[tokens]\n=\n") << getBizToken().id << false;
    }

    void forbiddenRequestsAreNotSent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, endpoint);
        QFETCH(bool, sent);
        SandboxServer sandbox;
        QVERIFY(sandbox.start());
        CredentialStore credentials;
        credentials.keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
        TokenClient client(credentials, nullptr);
        client.setPolicy(read(content));
        TokenRequest request;
        request.endpoint = endpointById(endpoint);
        request.profile = sandboxProfile(sandbox.baseUrl(), QString::fromLatin1(sandboxApiKey));
        request.parts = person(*request.endpoint);
        std::optional<Exchange> end;
        connect(client.send(request), &TokenJob::finished, this,
            [&end](const Exchange &exchange) { end = exchange; });
        QTRY_VERIFY(end);
        QCOMPARE(end->posts, sent ? 1 : 0);
        QCOMPARE(end->outcome, sent ? Outcome::Issued : Outcome::NotSent);
        QCOMPARE(end->stop, sent ? Stop::None : Stop::Policy);
        QCOMPARE(stopSentence(*end).isEmpty(), sent);
    }

private:
    Policy read(const QByteArray &content)
    {
        const QString path = m_folder->filePath(QStringLiteral("policy.ini"));
        put(path, content);
        return readPolicy(path);
    }

    static void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Of somebody who does not exist.
    static Parts person(const EndpointSpec &spec)
    {
        return assembled(spec,
            {textPart(QStringLiteral("comparison_type"), QStringLiteral("1")),
                textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一")),
                textPart(QStringLiteral("idcard_number"), QStringLiteral("110101199003070038")),
                textPart(QStringLiteral("return_url"), QStringLiteral("https://example.com/r")),
                textPart(QStringLiteral("notify_url"), QStringLiteral("https://example.com/n")),
                textPart(QStringLiteral("biz_no"), QStringLiteral("b-1"))});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
