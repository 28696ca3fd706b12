// The sign of the SDK service: the published vector, and every mistake that a reader should name.

#include "contract/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSet>
#include <QTest>

using namespace faceid;
using namespace faceid::signature;

using Flaws = QList<Flaw>;

namespace {

// Printed on the service's public page about signing.
const QByteArray publishedSecret = "UjYGdN9CBZKsDBLB5-5v3DykPXY6dw3q";
const QByteArray publishedRaw = "a=ICVvC_xUs6177WEtyUNwIH8J6NfGu50t&b=1530762218&c=1530762118&d=0799687066";
const QByteArray publishedSign =
    "SPzLRbDBgTGC2A8YdDaa7Jrny+5hPUlDVnZDX3hVczYxNzdXRXR5VU53SUg4SjZOZkd1NTB0JmI9MTUzMDc2MjIxOCZjPTE1MzA3NjIxMTgm"
    "ZD0wNzk5Njg3MDY2";

const Claims published{
    QStringLiteral("ICVvC_xUs6177WEtyUNwIH8J6NfGu50t"), 1530762218, 1530762118, "0799687066"};

/// HMAC-SHA1 by its definition, for texts that make() would never write.
QByteArray signOf(const QByteArray &raw, const QByteArray &secret = publishedSecret)
{
    const QByteArray key = secret.leftJustified(64, '\0');
    QByteArray inner = key;
    QByteArray outer = key;
    for (int i = 0; i < 64; ++i) {
        inner[i] = char(inner[i] ^ 0x36);
        outer[i] = char(outer[i] ^ 0x5c);
    }
    const auto sha1 = [](const QByteArray &data) {
        return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
    };
    return (sha1(outer + sha1(inner + raw)) + raw).toBase64();
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedVector();
    void computedVector();
    void signsDifferByEveryClaim();
    void randomNumbers();
    void flaw_data();
    void flaw();
    void lenient_data();
    void lenient();
    void plusInFront();
    void wrongKeyOrSecret();
    void anyBytes();
    void everyFlawHasWords();
    void statedWithoutTheHmac();
};

void TestSignature::publishedVector()
{
    QCOMPARE(rawText(published), publishedRaw);
    QCOMPARE(make(published, publishedSecret), publishedSign);
    QCOMPARE(signOf(publishedRaw), publishedSign);

    const Reading reading = read(publishedSign);
    QVERIFY(reading.readable);
    QCOMPARE(reading.flaws, Flaws());
    QCOMPARE(reading.digest.size(), 20);
    QCOMPARE(reading.raw, publishedRaw);
    QCOMPARE(reading.claims.apiKey, published.apiKey);
    QCOMPARE(reading.claims.expiresAt, 1530762218LL);
    QCOMPARE(reading.claims.issuedAt, 1530762118LL);
    QCOMPARE(reading.claims.random, QByteArray("0799687066")); // its leading zero is signed too
    QVERIFY(matches(reading, publishedSecret));
}

void TestSignature::computedVector()
{
    const Claims claims{QStringLiteral("demo_key"), 0, 1530762118, "1234567890"};
    QCOMPARE(make(claims, "demo_secret"),
        QByteArray("TCKwYlACcApoztGTE2cvFmt1JWBhPWRlbW9fa2V5JmI9MCZjPTE1MzA3NjIxMTgmZD0xMjM0NTY3ODkw"));
    const Reading reading = read(make(claims, "demo_secret"));
    QVERIFY(reading.readable);
    QCOMPARE(reading.flaws, Flaws()); // b=0 is a single-use sign, not one that expired before it was made
    QCOMPARE(reading.claims.expiresAt, 0LL);
}

void TestSignature::signsDifferByEveryClaim()
{
    QSet<QByteArray> signs{make(published, publishedSecret), make(published, "other")};
    for (int i = 0; i < 4; ++i) {
        Claims claims = published;
        if (i == 0)
            claims.apiKey += u'x';
        else if (i == 1)
            claims.expiresAt += 1;
        else if (i == 2)
            claims.issuedAt += 1;
        else
            claims.random = "1";
        signs.insert(make(claims, publishedSecret));
    }
    QCOMPARE(signs.size(), 6);
    for (const QByteArray &sign : signs)
        QVERIFY(!sign.contains('\n'));
}

void TestSignature::randomNumbers()
{
    QSet<QByteArray> numbers;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray number = randomNumber();
        QVERIFY2(number.size() == 10 && number[0] != '0', number.constData());
        for (const char digit : number)
            QVERIFY(digit >= '0' && digit <= '9');
        numbers.insert(number);
    }
    QVERIFY(numbers.size() > 990);
}

void TestSignature::flaw_data()
{
    QTest::addColumn<QByteArray>("sign");
    QTest::addColumn<Flaws>("flaws");
    QTest::addColumn<bool>("readable");

    QByteArray lines = publishedSign;
    lines.insert(76, "\r\n");
    QTest::newRow("line breaks inside") << lines << Flaws{Flaw::Whitespace} << true;
    QTest::newRow("trailing newline") << publishedSign + "\n" << Flaws{Flaw::Whitespace} << true;
    QTest::newRow("blanks around") << " " + publishedSign + "  " << Flaws{Flaw::Whitespace} << true;
    QTest::newRow("indented lines") << "    " + lines.replace("\r\n", "\n    ") << Flaws{Flaw::Whitespace}
                                    << true;
    QByteArray tabbed = publishedSign;
    QTest::newRow("tab inside") << tabbed.insert(40, '\t') << Flaws{Flaw::Whitespace} << true;
    QByteArray oldMac = publishedSign;
    QTest::newRow("lone carriage return") << oldMac.insert(76, '\r') << Flaws{Flaw::Whitespace} << true;
    QByteArray blank = publishedSign;
    blank.replace('+', ' ');
    QTest::newRow("blank for plus") << blank << Flaws{Flaw::SpaceForPlus} << true;
    QByteArray both = blank;
    both.insert(76, '\n');
    QTest::newRow("blank for plus, line break")
        << both << Flaws{Flaw::Whitespace, Flaw::SpaceForPlus} << true;
    QTest::newRow("url-encoded") << publishedSign.toPercentEncoding() << Flaws{Flaw::PercentEncoded} << true;
    QByteArray urlSafe = publishedSign;
    urlSafe.replace('+', '-').replace('/', '_');
    QTest::newRow("url-safe") << urlSafe << Flaws{Flaw::UrlSafeAlphabet} << true;
    QTest::newRow("not base64") << QByteArray("!!!!") << Flaws{Flaw::NotBase64} << false;
    QTest::newRow("raw text itself") << publishedRaw << Flaws{Flaw::UrlSafeAlphabet, Flaw::NotBase64}
                                     << false;
    QTest::newRow("empty") << QByteArray() << Flaws{Flaw::TooShort} << false;
    QTest::newRow("digest alone") << QByteArray(20, 'x').toBase64() << Flaws{Flaw::TooShort} << false;
    const QByteArray hex =
        QMessageAuthenticationCode::hash(publishedRaw, publishedSecret, QCryptographicHash::Sha1).toHex();
    QTest::newRow("hex digest") << (hex + publishedRaw).toBase64() << Flaws{Flaw::HexDigest} << true;
    QTest::newRow("hex digest, upper case")
        << (hex.toUpper() + publishedRaw).toBase64() << Flaws{Flaw::HexDigest} << true;

    const auto claims = [](const char *name, const QByteArray &raw, const Flaws &flaws, bool readable) {
        QTest::newRow(name) << signOf(raw) << flaws << readable;
    };
    claims("other order", "b=2&a=key&c=1&d=3", {Flaw::UnreadableClaims}, false);
    claims("no d", "a=key&b=2&c=1", {Flaw::UnreadableClaims}, false);
    claims("d has letters", "a=key&b=2&c=1&d=x3", {Flaw::UnreadableClaims}, false);
    claims("d has 12 digits", "a=key&b=2&c=1&d=123456789012", {Flaw::UnreadableClaims}, false);
    claims("time is no number", "a=key&b=soon&c=1&d=3", {Flaw::UnreadableClaims}, false);
    claims("time is fractional", "a=key&b=2.5&c=1&d=3", {Flaw::UnreadableClaims}, false);
    claims("newline signed", publishedRaw + "\n", {Flaw::NewlineInText}, true);
    claims("CRLF signed", publishedRaw + "\r\n", {Flaw::NewlineInText}, true);
    claims("ms expiry", "a=key&b=1530762218000&c=1530762118&d=1", {Flaw::Milliseconds}, true);
    claims("ms issue", "a=key&b=1530762218000&c=1530762118000&d=1", {Flaw::Milliseconds}, true);
    claims("b is c", "a=key&b=1530762118&c=1530762118&d=1", {Flaw::ExpiryAtIssue}, true);
    claims("b before c", "a=key&b=1530762117&c=1530762118&d=1", {Flaw::ExpiryBeforeIssue}, true);
}

void TestSignature::flaw()
{
    QFETCH(QByteArray, sign);
    QFETCH(Flaws, flaws);
    QFETCH(bool, readable);
    const Reading reading = read(sign);
    QCOMPARE(reading.flaws, flaws);
    QCOMPARE(reading.readable, readable);
    // A flaw in the spelling does not hide whether the secret is the right one.
    QCOMPARE(matches(reading, publishedSecret), readable);
    QVERIFY(!matches(reading, "another secret"));
}

/// What clients send and the service takes without a word.
void TestSignature::lenient_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("apiKey");
    QTest::newRow("1 random digit") << QByteArray("a=key&b=2&c=1&d=7") << QStringLiteral("key");
    QTest::newRow("11 random digits") << QByteArray("a=key&b=2&c=1&d=12345678901") << QStringLiteral("key");
    QTest::newRow("leading zeros") << QByteArray("a=key&b=2&c=1&d=0000000001") << QStringLiteral("key");
    QTest::newRow("empty key") << QByteArray("a=&b=2&c=1&d=1") << QString();
    QTest::newRow("key with &b=") << QByteArray("a=k&b=9&b=2&c=1&d=1") << QStringLiteral("k&b=9");
    QTest::newRow("unicode key") << QByteArray("a=\xe6\xb5\x8b&b=2&c=1&d=1") << QStringLiteral("测");
}

void TestSignature::lenient()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, apiKey);
    const Reading reading = read(signOf(raw));
    QVERIFY(reading.readable);
    QCOMPARE(reading.flaws, Flaws());
    QCOMPARE(reading.raw, raw);
    QCOMPARE(reading.claims.apiKey, apiKey);
    QCOMPARE(reading.claims.expiresAt, 2LL);
    QCOMPARE(reading.claims.issuedAt, 1LL);
    QVERIFY(matches(reading, publishedSecret));
}

/// One sign in 64 begins with a plus, which a form decoder turns into a blank that no trimming may eat.
void TestSignature::plusInFront()
{
    int seen = 0;
    for (int d = 0; d < 100'000 && seen < 3; ++d) {
        Claims claims = published;
        claims.random = QByteArray::number(d);
        QByteArray sign = make(claims, publishedSecret);
        if (!sign.startsWith('+'))
            continue;
        ++seen;
        QVERIFY(matches(read(sign), publishedSecret));
        sign.replace('+', ' ');
        const Reading reading = read(sign);
        QCOMPARE(reading.flaws, Flaws{Flaw::SpaceForPlus});
        QVERIFY(matches(reading, publishedSecret));
    }
    QCOMPARE(seen, 3);
}

void TestSignature::wrongKeyOrSecret()
{
    QVERIFY(!matches(read(publishedSign), "UjYGdN9CBZKsDBLB5-5v3DykPXY6dw3Q"));
    QVERIFY(!matches(read(publishedSign), publishedSecret + "\n"));
    QVERIFY(!matches(read(publishedSign), QByteArray()));
    QByteArray tampered = QByteArray::fromBase64(publishedSign);
    tampered.replace("c=15307621", "c=15307622"); // another time under the old digest
    QVERIFY(read(tampered.toBase64()).readable);
    QVERIFY(!matches(read(tampered.toBase64()), publishedSecret));
    QVERIFY(!matches(Reading{}, publishedSecret));
    // A secret longer than one block of SHA-1 is hashed first.
    const QByteArray longSecret(100, 'k');
    QVERIFY(matches(read(make(published, longSecret)), longSecret));
}

/// Whatever is pasted into the sign reader: no crash, and no sign found where there is none.
void TestSignature::anyBytes()
{
    quint32 state = 1;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        state = state * 1664525 + 1013904223;
        const int length = int(state >> 24);
        for (int i = 0; i < length; ++i) {
            state = state * 1664525 + 1013904223;
            bytes.append(char(state >> 24));
        }
        QVERIFY(!matches(read(bytes), publishedSecret));
        QVERIFY(!matches(read(bytes.toBase64()), publishedSecret));
        QByteArray mutated = publishedSign;
        if (length > 0) {
            mutated[length % mutated.size()] = bytes[0];
            read(mutated);
        }
    }
}

void TestSignature::everyFlawHasWords()
{
    QSet<QString> texts;
    const int last = int(Flaw::ExpiryBeforeIssue);
    for (int i = 0; i <= last; ++i)
        texts.insert(describe(Flaw(i)));
    QVERIFY(!texts.contains(QString()));
    QCOMPARE(texts.size(), last + 1);
}

/// For a history and for others: when it was good, and nothing by which it could be made again.
void TestSignature::statedWithoutTheHmac()
{
    const QString key = QStringLiteral("an-api-key-of-some-length");
    const QByteArray sign = make({key, 1700000600, 1700000000, "0123456789"}, "a-secret");
    QCOMPARE(statement(sign), QStringLiteral("a=an-a…ngth&b=1700000600&c=1700000000&d=0123456789"));
    QCOMPARE(statement("no sign"), QString());
    QCOMPARE(statement(""), QString());
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
