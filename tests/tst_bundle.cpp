// The support bundle: what is personal leaves under another name, the same for the same value, and nothing of
// it stands in the zip.

#include "export/bundle.h"
#include "export/har.h"
#include "export/redaction.h"
#include "support/madeexchange.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace faceid;

namespace {

const QDateTime madeAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
const QString userId = QStringLiteral("customer-用户-77");

Exchange issued(const QByteArray &nameKey = "name-1", const QByteArray &numberKey = "number-1")
{
    Exchange e = made::ended(made::pending(QStringLiteral("b-1")), Outcome::Issued);
    e.nameKey = nameKey;
    e.numberKey = numberKey;
    return e;
}

void addPart(Exchange &e, const char *name, const QString &value)
{
    e.request.append(textPart(QLatin1String(name), value));
}

QString textOf(const Bundle &bundle, const QString &name)
{
    for (const ZipEntry &file : bundle.files) {
        if (file.name == name)
            return QString::fromUtf8(file.content);
    }
    return {};
}

QString allText(const Bundle &bundle)
{
    QString text;
    for (const ZipEntry &file : bundle.files)
        text += file.name + u'\n' + QString::fromUtf8(file.content) + u'\n';
    return text;
}

/// The part of a request as the bundle has it.
QString partOf(const Bundle &bundle, int request, const char *name)
{
    const QString text = textOf(bundle, QStringLiteral("request-%1/request.json").arg(request));
    const QJsonArray parts = QJsonDocument::fromJson(text.toUtf8())[QStringLiteral("parts")].toArray();
    for (const QJsonValue &part : parts) {
        if (part[QStringLiteral("name")].toString() == QLatin1String(name))
            return part[QStringLiteral("value")].toString();
    }
    return {};
}

QByteArray zipped(const Bundle &bundle)
{
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::ReadWrite);
    return writeBundle(out, bundle) ? bytes : QByteArray();
}

Bundle unzipped(QByteArray bytes)
{
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    return readBundle(in);
}

} // namespace

class tst_Bundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A pattern has its limits, and a request may name more than one can hold.
    void whatIsTooLongToBeSoughtHidesEverything()
    {
        Exchange e = issued();
        addPart(e, "uuid", userId);
        addPart(e, "return_url", QStringLiteral("https://example.com/r?s=") + QString(20'000, u'a'));
        addPart(e, "notify_url", QStringLiteral("https://example.com/n?s=") + QString(20'000, u'b'));
        e.reply.body =
            QStringLiteral("{\"token\":\"%1\",\"user\":\"%2\"}").arg(e.reply.token, userId).toUtf8();
        const Bundle bundle = supportBundle({e}, madeAt);
        const QString all = allText(bundle);
        for (const QString &planted : {userId, e.reply.token, QString(100, u'a'), QString(100, u'b')})
            QVERIFY2(!all.contains(planted), qPrintable(planted));
        Pseudonyms pseudonyms;
        const Exchange copy = pseudonymized(e, pseudonyms);
        QVERIFY(!copy.reply.body.contains(userId.toUtf8()));
        QVERIFY(!copy.reply.body.contains(e.reply.token.toUtf8()));
    }

    void nothingPersonalStandsInIt()
    {
        Exchange e = issued();
        addPart(e, "uuid", userId);
        addPart(e, "biz_extra_data", QStringLiteral("phone=13800000000"));
        addPart(e, "notify_url", QStringLiteral("https://user:pw@example.com/n?session=s3cr3t&empty=#frag"));
        const QString escapedUser = spellings(userId).at(2);
        e.reply.body =
            QStringLiteral("{\"token\":\"%1\",\"user\":\"%2\",\"again\":\"%3\",\"number\":%4,"
                           "\"extra\":\"phone=13800000000\",\"url\":\"https:\\/\\/user:pw@example.com\\/"
                           "n?session=s3cr3t&empty=#frag\",\"picture\":\"%5\"}")
                .arg(e.reply.token, userId, escapedUser, made::idNumber,
                    QString::fromLatin1(QByteArray(600, 'x').toBase64()))
                .toUtf8();
        e.reply.isJson = true;
        e.reply.headers = {{"Set-Cookie", "sid=s3cr3t"}, {"Location", "https://example.com/?t=s3cr3t"},
            {"X-Token", e.reply.token.toLatin1()}, {"X-User", userId.toUtf8()}};
        e.reply.errorText = QStringLiteral("no such user: ") + userId;
        const QString all = allText(supportBundle({e}, madeAt));
        for (const QString &planted :
            {made::personName, made::idNumber, QStringLiteral("测*"), QStringLiteral("1…8"), e.reply.token,
                userId, escapedUser, QString::fromLatin1(QUrl::toPercentEncoding(userId)),
                QStringLiteral("13800000000"), QStringLiteral("s3cr3t"), QStringLiteral("user:pw"),
                QStringLiteral("frag"), QStringLiteral("eHh4eHh4"), e.profileName})
            QVERIFY2(!all.contains(planted, Qt::CaseInsensitive), qPrintable(planted + u'\n' + all));
        // What support needs is there.
        for (const QString &needed : {e.bizNo, e.reply.requestId, e.keyFingerprint, QStringLiteral("sha256"),
                 QString::fromLatin1(qVersion()), QStringLiteral("example.com/n?session=[url value ")})
            QVERIFY2(all.contains(needed), qPrintable(needed + u'\n' + all));
    }

    void theSameValueHasTheSameName()
    {
        Exchange one = issued();
        addPart(one, "uuid", userId);
        one.reply.body = "who: " + userId.toUtf8();
        Exchange other = issued("name-2", "number-1");
        other.id = QUuid::createUuid();
        addPart(other, "uuid", userId);
        Exchange third = issued("name-1", "number-2");
        addPart(third, "uuid", userId + u'x');
        const Bundle bundle = supportBundle({one, other, third}, madeAt);
        QCOMPARE(partOf(bundle, 1, "idcard_name"), QStringLiteral("[name 1]"));
        QCOMPARE(partOf(bundle, 2, "idcard_name"), QStringLiteral("[name 2]"));
        QCOMPARE(partOf(bundle, 3, "idcard_name"), QStringLiteral("[name 1]"));
        QCOMPARE(partOf(bundle, 1, "idcard_number"), partOf(bundle, 2, "idcard_number"));
        QVERIFY(partOf(bundle, 1, "idcard_number") != partOf(bundle, 3, "idcard_number"));
        QCOMPARE(partOf(bundle, 1, "uuid"), partOf(bundle, 2, "uuid"));
        QVERIFY(partOf(bundle, 1, "uuid") != partOf(bundle, 3, "uuid"));
        // In a query and in an answer, too.
        QCOMPARE(partOf(bundle, 1, "return_url"), QStringLiteral("https://example.com/?who=[name 1]"));
        QCOMPARE(textOf(bundle, QStringLiteral("request-1/answer-body.txt")),
            QStringLiteral("who: ") + partOf(bundle, 1, "uuid"));
        QSet<QString> names;
        for (const Replacement &replacement : bundle.replacements) {
            QVERIFY2(!names.contains(replacement.pseudonym), qPrintable(replacement.pseudonym));
            names.insert(replacement.pseudonym);
            QVERIFY(replacement.times > 0);
        }
    }

    /// Without a key nobody can say whether two masks are one person.
    void masksAloneAreNoPerson()
    {
        Exchange one = issued({}, {});
        Exchange other = issued({}, {});
        const Bundle bundle = supportBundle({one, other}, madeAt);
        QCOMPARE(partOf(bundle, 1, "idcard_name"), QStringLiteral("[name 1]"));
        QCOMPARE(partOf(bundle, 2, "idcard_name"), QStringLiteral("[name 2]"));
    }

    /// Short values are not looked for in other texts, and pseudonyms not in pseudonyms.
    void shortAndNastyValues()
    {
        Exchange e = issued();
        addPart(e, "uuid", QStringLiteral("a"));
        e.reply.body = "a banana, name 1 and [name 1]";
        const Bundle bundle = supportBundle({e}, madeAt);
        QCOMPARE(partOf(bundle, 1, "uuid"), QStringLiteral("[user 1]"));
        QCOMPARE(textOf(bundle, QStringLiteral("request-1/answer-body.txt")),
            QStringLiteral("a banana, name 1 and [name 1]"));
        Exchange nasty = issued();
        addPart(nasty, "uuid", QStringLiteral("(name|.*"));
        nasty.reply.body = "x (name|.* y";
        QCOMPARE(textOf(supportBundle({nasty}, madeAt), QStringLiteral("request-1/answer-body.txt")),
            QStringLiteral("x [user 1] y"));
    }

    void numbersThatAreNoIdNumbersStay()
    {
        Exchange e = issued();
        e.reply.body =
            "{\"at\":1700000000000,\"id\":123456789012345678,\"born\":" + made::idNumber.toUtf8() + "}";
        e.reply.isJson = true;
        QCOMPARE(textOf(supportBundle({e}, madeAt), QStringLiteral("request-1/answer-body.json")),
            QStringLiteral("{\"at\":1700000000000,\"id\":123456789012345678,\"born\":[id number 2]}"));
    }

    void theSignWithoutItsHmac()
    {
        Exchange e = issued();
        e.sign = QStringLiteral("a=abcd…wxyz&b=1700000600&c=1700000000&d=0123456789");
        const QString text = textOf(supportBundle({e}, madeAt), QStringLiteral("request-1/request.json"));
        const QJsonValue sign = QJsonDocument::fromJson(text.toUtf8())[QStringLiteral("sign_without_hmac")];
        QCOMPARE(sign[QStringLiteral("a")].toString(), QStringLiteral("abcd…wxyz"));
        QCOMPARE(sign[QStringLiteral("b")].toString(), QStringLiteral("1700000600"));
        QCOMPARE(sign[QStringLiteral("d")].toString(), QStringLiteral("0123456789"));
    }

    void tokensOfAnswersThatAreNotValid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("of a failure")
            << QByteArray("{'error':'INTERNAL_ERROR','biz_token':'PLANTED-0123456789'}");
        QTest::addRow("a doubled key")
            << QByteArray("{'token' : 'PLANTED-0123456789','token':'PLANTED-9876543210'}");
        QTest::addRow("cut off") << QByteArray("{'time_used':3,'biz_token':'PLANTED-01234");
    }

    void tokensOfAnswersThatAreNotValid()
    {
        QFETCH(QByteArray, body);
        Exchange e = issued();
        e.reply.token.clear();
        e.reply.body = body.replace('\'', '"');
        const Bundle bundle = supportBundle({e}, madeAt);
        QVERIFY2(!allText(bundle).contains(u"PLANTED"), qPrintable(allText(bundle)));
        QVERIFY(textOf(bundle, QStringLiteral("request-1/answer-body.txt")).contains(u"[token 1]"));
        QVERIFY(!harEntry(e).contains("PLANTED"));
    }

    void aBinaryAnswerIsToldBySizeAndCheckSum()
    {
        Exchange e = issued();
        e.reply.body = QByteArray::fromHex("ff00fe");
        const Bundle bundle = supportBundle({e}, madeAt);
        QVERIFY(textOf(bundle, QStringLiteral("request-1/answer-body.txt"))
                    .startsWith(QStringLiteral("[3 bytes, sha256 ")));
    }

    void savedAndReadAgain()
    {
        Exchange e = issued();
        addPart(e, "uuid", userId);
        const Bundle bundle =
            supportBundle({e, made::ended(made::pending(QStringLiteral("b-2")), Outcome::Unknown)}, madeAt);
        const QByteArray zip = zipped(bundle);
        QVERIFY(zip.startsWith("PK"));
        const Bundle again = unzipped(zip);
        QCOMPARE(again.error, QString());
        QCOMPARE(again.madeAt, madeAt);
        QCOMPARE(allText(again), allText(bundle));
        QCOMPARE(again.replacements.size(), bundle.replacements.size());
        for (qsizetype i = 0; i < again.replacements.size(); ++i) {
            QCOMPARE(again.replacements[i].pseudonym, bundle.replacements[i].pseudonym);
            QCOMPARE(again.replacements[i].times, bundle.replacements[i].times);
            QVERIFY(again.replacements[i].original.isEmpty());
        }
        QCOMPARE(zipped(again), zip);
    }

    void marks()
    {
        const QList<Replacement> replacements{
            {QStringLiteral("[name 1]"), {}, {}, 0}, {QStringLiteral("[name 10]"), {}, {}, 0}};
        const QList<BundleMark> found =
            marksIn(QStringLiteral("[[\"[name 10]\"], [other], [name 1]x"), replacements);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].replacement, 1);
        QCOMPARE(found[0].at, 3);
        QCOMPARE(found[0].length, 9);
        QCOMPARE(found[1].replacement, 0);
    }

    void zipsOfStrangers()
    {
        QVERIFY(!unzipped("").error.isEmpty());
        QVERIFY(!unzipped("PK no zip").error.isEmpty());
        const QByteArray zip = zipped(supportBundle({issued()}, madeAt));
        // Every cut and every changed byte either tells of itself or changes nothing that is read.
        for (qsizetype length = 0; length < zip.size(); length += length + 30 < zip.size() ? 7 : 1)
            QVERIFY2(!unzipped(zip.first(length)).error.isEmpty(),
                qPrintable(QString::number(zip.size() - length)));
        const auto contents = [](const Bundle &bundle) { // names have no check sum
            QByteArrayList all;
            for (const ZipEntry &file : bundle.files)
                all.append(file.content);
            return all;
        };
        const QByteArrayList whole = contents(unzipped(zip));
        int told = 0;
        for (qsizetype at = 0; at < zip.size(); ++at) {
            QByteArray changed = zip;
            changed[at] = char(changed[at] ^ 0x55);
            const Bundle bundle = unzipped(changed);
            if (bundle.error.isEmpty())
                QCOMPARE(contents(bundle), whole);
            else
                ++told;
        }
        QVERIFY(told > zip.size() / 2);
        QVERIFY(!unzipped(zipped({{{QStringLiteral("other.json"), "{}"}}, {}, madeAt, {}})).error.isEmpty());
    }

    void zipsHaveLimits()
    {
        const auto readOf = [](const QList<ZipEntry> &entries) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::ReadWrite);
            return writeZip(buffer, entries, madeAt) ? readZip(buffer) : ZipReading{{}, QStringLiteral("?")};
        };
        const ZipReading odd = readOf({{QStringLiteral("../../etc/passwd"), "x"}});
        QCOMPARE(odd.error, QString());
        QCOMPARE(odd.entries.size(), 1);
        const QByteArray large(63 * 1024 * 1024, '0');
        const QByteArray rest(2 * 1024 * 1024, '0');
        QCOMPARE(readOf({{QStringLiteral("large"), large}}).error, QString());
        QVERIFY(!readOf({{QStringLiteral("bomb"), large}, {QStringLiteral("rest"), rest}}).error.isEmpty());
        QCOMPARE(readOf(QList<ZipEntry>(256, {QStringLiteral("many"), "x"})).error, QString());
        QVERIFY(!readOf(QList<ZipEntry>(257, {QStringLiteral("more"), "x"})).error.isEmpty());
    }

    void aFullDiskIsTold()
    {
        class Small : public QBuffer
        {
        protected:
            qint64 writeData(const char *data, qint64 size) override
            {
                return pos() + size > 600 ? -1 : QBuffer::writeData(data, size);
            }
        };
        Small out;
        out.open(QIODevice::ReadWrite);
        QVERIFY(!writeBundle(out, supportBundle({issued()}, madeAt)));
    }
};

QTEST_GUILESS_MAIN(tst_Bundle)
#include "tst_bundle.moc"
