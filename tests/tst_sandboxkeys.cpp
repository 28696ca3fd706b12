// What a key's account allows, and the choices where the documents are silent. Every expected code is typed
// from the two documents.

#include "contract/signature.h"
#include "sandbox/sandboxservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1718000000;

SandboxKey keyWith(void (*change)(SandboxKey &key) = nullptr)
{
    SandboxKey key{u"key"_s, "secret"};
    if (change)
        change(key);
    return key;
}

Parts pcForm(const QString &comparison = u"1"_s)
{
    Parts parts{textPart(u"api_key"_s, u"key"_s), textPart(u"api_secret"_s, u"secret"_s),
        textPart(u"comparison_type"_s, comparison), textPart(u"return_url"_s, u"https://shop.example/r"_s),
        textPart(u"notify_url"_s, u"https://shop.example/n"_s), textPart(u"biz_no"_s, u"b-1"_s)};
    if (comparison == u"1")
        parts +=
            {textPart(u"idcard_name"_s, u"测试一"_s), textPart(u"idcard_number"_s, u"110101199003070038"_s)};
    return parts;
}

Parts sdkForm(const QByteArray &secret = "secret")
{
    const QByteArray sign = signature::make({u"key"_s, now + 100, now, "12345"}, secret);
    return {textPart(u"sign"_s, QString::fromLatin1(sign)), textPart(u"sign_version"_s, u"hmac_sha1"_s),
        textPart(u"liveness_type"_s, u"meglive"_s), textPart(u"comparison_type"_s, u"1"_s),
        textPart(u"idcard_name"_s, u"测试一"_s), textPart(u"idcard_number"_s, u"11010119900307003x"_s)};
}

QString verdict(const SandboxAnswer &answer)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const QString error = body.value(body.contains(u"error") ? u"error" : u"error_message").toString();
    return (QString::number(answer.httpStatus) + u' ' + error).trimmed();
}

SandboxAnswer pc(SandboxService &service, const Parts &parts = pcForm())
{
    return service.answer({"POST", getToken().path, parts, now, {}});
}

SandboxAnswer sdk(SandboxService &service, const Parts &parts = sdkForm())
{
    return service.answer({"POST", getBizToken().path, parts, now, {}});
}

} // namespace

class TestSandboxKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesOfAKey()
    {
        SandboxService gone({keyWith([](SandboxKey &key) { key.discontinued = true; })});
        QCOMPARE(verdict(sdk(gone)), u"403 AUTHORIZATION_ERROR:API_KEY_BE_DISCONTINUED"_s);
        QCOMPARE(verdict(pc(gone)), u"403 AUTHORIZATION_ERROR:API_KEY_BE_DISCONTINUED"_s);
        QCOMPARE(verdict(sdk(gone, sdkForm("wrong"))), u"403 INVALID_SIGN"_s); // first who it is

        SandboxService sdkOnly({keyWith([](SandboxKey &key) { key.apis = {u"get_biz_token"_s}; })});
        QCOMPARE(verdict(sdk(sdkOnly)), u"200"_s);
        QCOMPARE(verdict(pc(sdkOnly)), u"403 AUTHORIZATION_ERROR:Denied."_s);

        SandboxService noSource({keyWith([](SandboxKey &key) { key.dataSource = false; })});
        QCOMPARE(verdict(pc(noSource)), u"403 AUTHORIZATION_ERROR:No data source permission."_s);
        QCOMPARE(verdict(sdk(noSource)), u"403 AUTHORIZATION_ERROR:No data source permission."_s);
        QCOMPARE(verdict(pc(noSource, pcForm(u"-1"_s))), u"200"_s);
    }

    void networksOfAKey()
    {
        SandboxService service(
            {keyWith([](SandboxKey &key) { key.networks = {QHostAddress::parseSubnet(u"10.1.0.0/16"_s)}; })});
        SandboxRequest request{"POST", getBizToken().path, sdkForm(), now, {}};
        QCOMPARE(verdict(service.answer(request)), u"403 AUTHORIZATION_ERROR:IP_NOT_ALLOWED"_s);
        request.client = QHostAddress(u"10.1.2.3"_s);
        QCOMPARE(verdict(service.answer(request)), u"200"_s);
    }

    void requestsAtOneTime()
    {
        SandboxService service({keyWith([](SandboxKey &key) { key.concurrency = 2; })});
        {
            const SandboxAnswer first = pc(service);
            const SandboxAnswer second = sdk(service);
            QCOMPARE(verdict(second), u"200"_s);
            QCOMPARE(verdict(pc(service)), u"403 CONCURRENCY_LIMIT_EXCEEDED"_s);
            QCOMPARE(verdict(sdk(service)), u"429 TOO_MANY_REQUESTS"_s);
        }
        QCOMPARE(verdict(pc(service)), u"200"_s); // both have been answered
    }

    void tokensForOnePerson()
    {
        SandboxService service({keyWith([](SandboxKey &key) { key.attempts = 2; })});
        QCOMPARE(verdict(sdk(service)), u"200"_s);
        QCOMPARE(verdict(sdk(service)), u"200"_s);
        QCOMPARE(verdict(sdk(service)), u"403 AUTHORIZATION_ERROR:MORE_RETRY_TIMES"_s);
        QCOMPARE(verdict(pc(service)), u"200"_s); // another person
        QCOMPARE(verdict(pc(service, pcForm(u"-1"_s))), u"200"_s); // nobody in particular
    }

    void repeatedBizNo()
    {
        SandboxService service({keyWith()});
        QCOMPARE(verdict(pc(service)), u"200"_s);
        QCOMPARE(verdict(pc(service)), u"200"_s);
        SandboxRules rules;
        rules.refusesRepeatedBizNo = true;
        SandboxService strict({keyWith()}, rules);
        QCOMPARE(verdict(pc(strict)), u"200"_s);
        QCOMPARE(verdict(pc(strict)), u"400 BAD_ARGUMENTS:biz_no"_s);
        QCOMPARE(verdict(sdk(strict)), u"200"_s); // without one
        QCOMPARE(verdict(sdk(strict)), u"200"_s);
    }

    void bothSpellings()
    {
        SandboxRules rules;
        rules.spacedColon = true;
        SandboxService service({keyWith()}, rules);
        QCOMPARE(verdict(pc(service, {})), u"400 MISSING_ARGUMENTS: api_key"_s);
        QCOMPARE(verdict(sdk(service, sdkForm("wrong"))), u"403 INVALID_SIGN"_s);
    }

    void readsAKeysFile()
    {
        const auto read = readSandboxKeys(R"([
            {"api_key": "a", "api_secret": "密", "discontinued": true, "data_source": false, "apis": ["get_token"],
             "networks": ["10.0.0.0/8", "::1"], "concurrency": 3, "attempts": 4},
            {"api_key": "b", "api_secret": "s"}])");
        const QString *problem = std::get_if<QString>(&read);
        QVERIFY2(!problem, problem ? qPrintable(*problem) : "");
        const auto keys = std::get<QList<SandboxKey>>(read);
        QCOMPARE(keys.size(), 2);
        const SandboxKey &first = keys.constFirst();
        QCOMPARE(first.apiKey, u"a"_s);
        QCOMPARE(first.secret, "密");
        QVERIFY(first.discontinued && !first.dataSource);
        QCOMPARE(first.apis, QStringList(u"get_token"_s));
        QCOMPARE(first.networks.size(), 2);
        QCOMPARE(first.concurrency, 3);
        QCOMPARE(first.attempts, 4);
        QVERIFY(!keys.constLast().discontinued && keys.constLast().dataSource);
    }

    void saysWhatIsWrongWithAKeysFile_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *json, const QString &named) {
            QTest::newRow(json) << QByteArray(json) << named;
        };
        row("", {});
        row("{}", {});
        row("[]", {});
        row("[1]", u"api_secret"_s);
        row(R"([{"api_key": "a"}])", u"api_secret"_s);
        row(R"([{"api_key": "", "api_secret": "s"}])", u"api_key"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "typo": 1}])", u"typo"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "concurrency": "2"}])", u"concurrency"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "attempts": -1}])", u"attempts"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "apis": ["get_tokens"]}])", u"apis"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "apis": "get_token"}])", u"apis"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "networks": ["10.0.0.0/99"]}])", u"networks"_s);
        row(R"([{"api_key": "a", "api_secret": "s", "discontinued": "no"}])", u"discontinued"_s);
    }

    void saysWhatIsWrongWithAKeysFile()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto read = readSandboxKeys(json);
        QVERIFY(std::holds_alternative<QString>(read));
        const QString problem = std::get<QString>(read);
        QVERIFY2(!problem.isEmpty() && problem.contains(named), qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(TestSandboxKeys)

#include "tst_sandboxkeys.moc"
