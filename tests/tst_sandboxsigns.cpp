// Whom the sandbox believes: signs, keys and secrets, without a socket. Every expected code is typed from the
// two documents.

#include "support/serviceforms.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test::service;
using namespace Qt::StringLiterals;

class TestSandboxSigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksSigns_data();
    void checksSigns();
    void ordersAuthenticationBeforeParameters();
    void knowsSeveralKeys();
    void usesASignOnce();
    void usesASignOnceAcrossThreads();
};

void TestSandboxSigns::checksSigns_data()
{
    QTest::addColumn<QByteArray>("sign");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *tag, const QByteArray &sign, const char *expected) {
        QTest::newRow(tag) << sign << QString::fromLatin1(expected);
    };
    // Of these random numbers one gives a sign with + and one gives a sign with /.
    QByteArray withPlus, withSlash;
    for (int i = 0; withPlus.isEmpty() || withSlash.isEmpty(); ++i) {
        const QByteArray sign = signOf(now + 100, u"sandbox-key"_s, "sandbox-secret", QByteArray::number(i));
        if (sign.contains('+'))
            withPlus = sign;
        if (sign.contains('/'))
            withSlash = sign;
    }
    const QByteArray good = signOf(now + 100);
    const QByteArray raw = "a=sandbox-key&b=1718000100&c=1718000000&d=0123456789";

    row("good", good, "200");
    row("one digit", signOf(now + 100, u"sandbox-key"_s, "sandbox-secret", "7"), "200");
    row("eleven digits, leading zeros", signOf(now + 100, u"sandbox-key"_s, "sandbox-secret", "00000000007"),
        "200");
    row("line breaks", QByteArray(good).insert(76, "\r\n") + "\n", "200");
    row("blank for plus", QByteArray(withPlus).replace('+', ' '), "200");
    row("last second", signOf(now, u"sandbox-key"_s, "sandbox-secret", "1", now - 100), "200");
    row("made in the future", signOf(now + 9000, u"sandbox-key"_s, "sandbox-secret", "1", now + 3600), "200");
    row("expired", signOf(now - 1, u"sandbox-key"_s, "sandbox-secret", "1", now - 100),
        "403 AUTHORIZATION_ERROR:EXPIRED_SIGN");
    row("b equals c", signOf(now), "403 AUTHORIZATION_ERROR:EXPIRED_SIGN");
    row("b before c", signOf(now + 1, u"sandbox-key"_s, "sandbox-secret", "1", now + 2),
        "403 AUTHORIZATION_ERROR:EXPIRED_SIGN");
    row("expired, wrong secret", signOf(now - 1, u"sandbox-key"_s, "other", "1", now - 100),
        "403 INVALID_SIGN");
    row("wrong secret", signOf(now + 100, u"sandbox-key"_s, "other"), "403 INVALID_SIGN");
    row("unknown key", signOf(now + 100, u"other-key"_s), "403 AUTHENTICATION_ERROR");
    row("changed text", (QByteArray::fromBase64(good).chopped(1) + "8").toBase64(), "403 INVALID_SIGN");
    row("no base64", "!!!!", "403 INVALID_SIGN");
    row("too short", "QUJD", "403 INVALID_SIGN");
    row("text only", raw.toBase64(), "403 INVALID_SIGN");
    row("url-safe", QByteArray(withSlash).replace('/', '_').replace('+', '-'), "403 INVALID_SIGN");
    row("url-encoded", withPlus.toPercentEncoding(), "403 INVALID_SIGN");
    row("hex digest", (QByteArray::fromBase64(good).first(20).toHex() + raw).toBase64(), "403 INVALID_SIGN");
    row("milliseconds", signOf((now + 100) * 1000, u"sandbox-key"_s, "sandbox-secret", "1", now * 1000),
        "403 INVALID_SIGN");
    row("other order",
        ("01234567890123456789b=1718000100&a=sandbox-key&c=1718000000&d=1" + QByteArray()).toBase64(),
        "403 INVALID_SIGN");
}

void TestSandboxSigns::checksSigns()
{
    QFETCH(QByteArray, sign);
    QFETCH(QString, expected);
    QCOMPARE(verdict(sdkForm(u"1"_s).with({u"sign"_s, sign, {}, {}})), expected);
}

void TestSandboxSigns::ordersAuthenticationBeforeParameters()
{
    const Form bad = sdkForm(u"1"_s).without(u"idcard_name"_s);
    QCOMPARE(verdict(bad), u"400 MISSING_ARGUMENTS:idcard_name");
    QCOMPARE(verdict(bad.with(u"sign"_s, u"x"_s)), u"403 INVALID_SIGN");
    QCOMPARE(verdict(bad.with(u"sign"_s, u"x"_s).without(u"sign_version"_s)),
        u"400 MISSING_ARGUMENTS:sign_version");
    QCOMPARE(verdict(pcForm(u"1"_s).without(u"biz_no"_s).with(u"api_secret"_s, u"x"_s)),
        u"403 AUTHENTICATION_ERROR");
}

void TestSandboxSigns::knowsSeveralKeys()
{
    SandboxService service({{u"key-1"_s, "secret-1"}, {u"key-2"_s, "密钥"}});
    const auto pc = [&service](const QString &key, const QString &secret) {
        return verdict(post(service, pcForm(u"-1"_s).with(u"api_key"_s, key).with(u"api_secret"_s, secret)));
    };
    QCOMPARE(pc(u"key-1"_s, u"secret-1"_s), u"200");
    QCOMPARE(pc(u"key-2"_s, u"密钥"_s), u"200");
    QCOMPARE(pc(u"key-2"_s, u"secret-1"_s), u"403 AUTHENTICATION_ERROR");
    QCOMPARE(pc(u"sandbox-key"_s, u"sandbox-secret"_s), u"403 AUTHENTICATION_ERROR");
    const auto sdk = [&service](const QString &key, const QByteArray &secret) {
        const QByteArray sign = signOf(now + 100, key, secret);
        return verdict(post(service, sdkForm(u"1"_s).with({u"sign"_s, sign, {}, {}})));
    };
    QCOMPARE(sdk(u"key-2"_s, "密钥"), u"200");
    QCOMPARE(sdk(u"key-1"_s, "密钥"), u"403 INVALID_SIGN");
}

void TestSandboxSigns::usesASignOnce()
{
    SandboxService service(defaultSandboxKeys(), oneFace);
    const QByteArray once = signOf(0);
    const Form form = sdkForm(u"1"_s).with({u"sign"_s, once, {}, {}});
    QCOMPARE(verdict(post(service, form, now + 100'000)), u"200"); // it never expires
    QCOMPARE(verdict(post(service, form)), u"403 AUTHORIZATION_ERROR:REPLAY_ATTACK");
    QCOMPARE(verdict(post(service, form.with({u"sign"_s, once + "\n", {}, {}}))),
        u"403 AUTHORIZATION_ERROR:REPLAY_ATTACK");
    const QByteArray other = signOf(0, u"sandbox-key"_s, "sandbox-secret", "2");
    const Form second = form.with({u"sign"_s, other, {}, {}});
    QCOMPARE(verdict(post(service, second.without(u"idcard_name"_s))), u"400 MISSING_ARGUMENTS:idcard_name");
    QCOMPARE(verdict(post(service, second)), u"403 AUTHORIZATION_ERROR:REPLAY_ATTACK");
    const QByteArray forged = signOf(0, u"sandbox-key"_s, "other", "3");
    QCOMPARE(verdict(post(service, form.with({u"sign"_s, forged, {}, {}}))), u"403 INVALID_SIGN");
    // A sign with an expiry may be used again.
    QCOMPARE(verdict(post(service, sdkForm(u"1"_s))), u"200");
    QCOMPARE(verdict(post(service, sdkForm(u"1"_s))), u"200");
}

void TestSandboxSigns::usesASignOnceAcrossThreads()
{
    SandboxService service(defaultSandboxKeys(), oneFace);
    std::vector<Form> forms;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray sign = signOf(0, u"sandbox-key"_s, "sandbox-secret", QByteArray::number(i));
        forms.push_back(sdkForm(u"1"_s).with({u"sign"_s, sign, {}, {}}));
    }
    std::atomic_int tokens = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (const Form &form : forms)
                tokens += post(service, form).httpStatus == 200 ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(tokens.load(), 2000);
}

QTEST_GUILESS_MAIN(TestSandboxSigns)
#include "tst_sandboxsigns.moc"
