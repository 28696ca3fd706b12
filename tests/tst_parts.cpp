// A request as parts: put in order, and made fit to be kept.

#include "support/madepicture.h"

#include "contract/masking.h"
#include "contract/parts.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrl>

using namespace faceid;

namespace {

const QString personName = QStringLiteral("测试一");
const QString idNumber = QStringLiteral("11010519491231002X");

QStringList names(const Parts &parts)
{
    QStringList list;
    for (const Part &part : parts)
        list.append(part.name);
    return list;
}

/// Everything that a copy holds, as bytes to search in.
QByteArray allBytes(const Parts &parts)
{
    QByteArray bytes;
    for (const Part &part : parts)
        bytes += part.name.toUtf8() + '\n' + part.value + '\n' + part.fileName.toUtf8() + '\n';
    return bytes;
}

Part text(const char *name, const QString &value)
{
    return textPart(QString::fromLatin1(name), value);
}

} // namespace

class TestParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assembledInTableOrder();
    void assembledDropsWhatIsNotSent();
    void assembledAddsConstants();
    void assembledWithoutACase();
    void photoPart();
    void caseOfParts();
    void nothingPersonalIsLeft_data();
    void nothingPersonalIsLeft();
    void redactedKeepsTheRest();
    void redactedPhotos();
    void redactedCredentials();
    void redactedText();
    void masks();
};

void TestParts::assembledInTableOrder()
{
    const Parts parts{text("biz_no", QStringLiteral("b")), text("uuid", QStringLiteral("u")),
        imagePart(QStringLiteral("image_ref2"), "2", {}), imagePart(QStringLiteral("image_ref1"), "1", {}),
        text("comparison_type", QStringLiteral("0"))};
    QCOMPARE(names(assembled(getBizToken(), parts)),
        QStringList(
            {QStringLiteral("liveness_type"), QStringLiteral("comparison_type"), QStringLiteral("image_ref1"),
                QStringLiteral("image_ref2"), QStringLiteral("uuid"), QStringLiteral("biz_no")}));
}

void TestParts::assembledDropsWhatIsNotSent()
{
    const Parts parts{text("comparison_type", QStringLiteral("1")), text("idcard_name", personName),
        text("idcard_number", idNumber), text("uuid", QStringLiteral("of another case")),
        text("scene_id", QString()), text("api_key", QStringLiteral("k")),
        text("api_secret", QStringLiteral("s")), text("verbose", QStringLiteral("1")),
        text("bizno", QString()), text("biz_no", QStringLiteral("b"))};
    QStringList dropped;
    QCOMPARE(names(assembled(getToken(), parts, &dropped)),
        QStringList({QStringLiteral("comparison_type"), QStringLiteral("idcard_name"),
            QStringLiteral("idcard_number"), QStringLiteral("biz_no")}));
    // Empty values are no loss; everything else that was given and is not sent is named.
    QCOMPARE(dropped,
        QStringList({QStringLiteral("uuid"), QStringLiteral("api_key"), QStringLiteral("api_secret"),
            QStringLiteral("verbose")}));

    // An empty file was chosen by somebody: it stays, and validate() has a word about it.
    const Parts emptyFile{
        text("comparison_type", QStringLiteral("0")), imagePart(QStringLiteral("image_ref1"), {}, {})};
    QVERIFY(findPart(assembled(getToken(), emptyFile), u"image_ref1"));
}

void TestParts::assembledAddsConstants()
{
    const Parts parts{text("comparison_type", QStringLiteral("0"))};
    QCOMPARE(partText(assembled(getBizToken(), parts), u"liveness_type"), QStringLiteral("meglive"));
    QVERIFY(!findPart(assembled(getToken(), parts), u"liveness_type"));
    // A constant given otherwise goes out as given, so that it can be refused.
    const Parts given{
        text("comparison_type", QStringLiteral("0")), text("liveness_type", QStringLiteral("still"))};
    QCOMPARE(partText(assembled(getBizToken(), given), u"liveness_type"), QStringLiteral("still"));
    // Defaults of the service are not spelled out.
    QVERIFY(!findPart(assembled(getBizToken(), parts), u"security_level"));
}

void TestParts::assembledWithoutACase()
{
    const Parts parts{text("comparison_type", QStringLiteral("7")), text("uuid", QStringLiteral("u")),
        text("idcard_name", personName)};
    QCOMPARE(names(assembled(getToken(), parts)),
        QStringList(
            {QStringLiteral("comparison_type"), QStringLiteral("idcard_name"), QStringLiteral("uuid")}));
}

/// The file name on the wire comes from the part and the format, never from the operator's disk.
void TestParts::photoPart()
{
    const auto nameFor = [](ImageFacts::Format format) {
        ImageFacts facts;
        facts.format = format;
        const Part part = imagePart(QStringLiteral("image_ref1"), "x", facts);
        return part.isFile() ? part.fileName : QString();
    };
    QCOMPARE(nameFor(ImageFacts::Format::Jpeg), QStringLiteral("image_ref1.jpg"));
    QCOMPARE(nameFor(ImageFacts::Format::Png), QStringLiteral("image_ref1.png"));
    QCOMPARE(nameFor(ImageFacts::Format::Bmp), QStringLiteral("image_ref1.bmp"));
    QCOMPARE(nameFor(ImageFacts::Format::Webp), QStringLiteral("image_ref1.webp"));
    QCOMPARE(nameFor(ImageFacts::Format::None), QStringLiteral("image_ref1.bin"));
}

void TestParts::caseOfParts()
{
    const auto caseFor = [](const EndpointSpec &spec, const char *value) {
        return caseOf(spec, {text("comparison_type", QString::fromLatin1(value))});
    };
    QCOMPARE(caseFor(getToken(), "-1"), LivenessOnly);
    QCOMPARE(caseFor(getBizToken(), "-1"), NoCase); // the SDK does not offer it
    QCOMPARE(caseFor(getBizToken(), "0"), Uploaded);
    QCOMPARE(caseFor(getBizToken(), "1"), Source);
    QCOMPARE(caseFor(getBizToken(), ""), NoCase);
    QCOMPARE(caseOf(getToken(), {}), NoCase);
    QCOMPARE(uniqueText(getToken(), {text("biz_no", QStringLiteral("b"))}), QStringLiteral("b"));
    QCOMPARE(uniqueText(getToken(), {}), QString());
}

void TestParts::nothingPersonalIsLeft_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("number");
    const auto number = idNumber;
    QTest::newRow("usual") << personName << number;
    QTest::newRow("two characters") << QStringLiteral("测试") << number;
    QTest::newRow("compound surname") << QStringLiteral("欧阳测试") << number;
    QTest::newRow("compound surname alone") << QStringLiteral("欧阳") << number;
    QTest::newRow("latin") << QStringLiteral("Zhang Ceshi") << number;
    QTest::newRow("blanks around") << QStringLiteral(" 测试一 ") << QString(number + u' ');
    QTest::newRow("outside the BMP") << QStringLiteral("𠮷测试") << number;
    QTest::newRow("number mistyped") << personName << number.left(17);
    QTest::newRow("fields swapped") << number << personName;
    QTest::newRow("lower-case x") << personName << number.toLower();
    QTest::newRow("letters special to patterns") << QStringLiteral("A.(B)* [C]") << number;
}

/// Name and number stand in their own fields and, in several spellings, inside others.
void TestParts::nothingPersonalIsLeft()
{
    QFETCH(QString, name);
    QFETCH(QString, number);
    const QString bare = name.trimmed();
    QString escaped;
    for (const QChar c : bare)
        escaped += c.unicode() < 0x80 ? QString(c)
                                      : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(bare));
    const QByteArray photo = madePicture("jpeg", {64, 64});
    const Parts parts{
        text("comparison_type", QStringLiteral("1")),
        text("idcard_name", name),
        text("idcard_number", number),
        imagePart(QStringLiteral("image_ref1"), photo, inspectImage(photo)),
        {QStringLiteral("image_ref2"), photo, bare + QStringLiteral(".jpg"), {}},
        {QStringLiteral("image_ref3"), photo.toBase64(), {}, {}}, // a photo sent as a text by mistake
        text("return_url",
            QStringLiteral("https://example.com/?n=%1&l=%2&id=%3").arg(percent, percent.toLower(), number)),
        text("notify_url", QStringLiteral("https://example.com/%1/%2").arg(bare, number.trimmed().toLower())),
        text("biz_no", QStringLiteral("b-%1-%2").arg(number.trimmed(), bare)),
        text("biz_extra_data",
            QStringLiteral("{\"n\":\"%1\",\"m\":\"%2\"}")
                .arg(escaped, escaped.toUpper().replace(QStringLiteral("\\U"), QStringLiteral("\\u")))),
        text("verbose", bare + bare),
        text("uuid", bare.toUpper() + u' ' + bare.toLower()),
    };
    const QByteArray kept = allBytes(redacted(getToken(), parts));
    const QByteArray lower = QString::fromUtf8(kept).toLower().toUtf8();
    for (const QString &secret : {bare, number.trimmed(), escaped, percent})
        QVERIFY2(!lower.contains(secret.toLower().toUtf8()), kept.constData());
    QVERIFY(!kept.contains(photo.mid(20, 40)));
    QVERIFY(!kept.contains(photo.toBase64().mid(20, 40)));
}

void TestParts::redactedKeepsTheRest()
{
    const Parts parts{text("comparison_type", QStringLiteral("1")), text("idcard_name", personName),
        text("idcard_number", idNumber), text("return_url", QStringLiteral("https://example.com/back?x=1")),
        text("biz_no", QStringLiteral("b-1"))};
    const Parts copy = redacted(getToken(), parts);
    QCOMPARE(names(copy), names(parts));
    QCOMPARE(partText(copy, u"comparison_type"), QStringLiteral("1"));
    QCOMPARE(partText(copy, u"idcard_name"), QStringLiteral("测*"));
    QCOMPARE(partText(copy, u"idcard_number"), QStringLiteral("1…X"));
    QCOMPARE(partText(copy, u"return_url"), QStringLiteral("https://example.com/back?x=1"));
    QCOMPARE(partText(copy, u"biz_no"), QStringLiteral("b-1"));
    // A name of one letter is no reason to take the other texts apart.
    const Parts oneLetter{
        text("idcard_name", QStringLiteral("e")), text("return_url", QStringLiteral("https://example.com"))};
    QCOMPARE(partText(redacted(getToken(), oneLetter), u"return_url"), QStringLiteral("https://example.com"));
}

void TestParts::redactedPhotos()
{
    const QByteArray photo = madePicture("png", {30, 20});
    const Parts copy = redacted(getToken(),
        {imagePart(QStringLiteral("image_ref1"), photo, inspectImage(photo)),
            {QStringLiteral("image_ref2"), "no picture", QStringLiteral("x"), {}}});
    const QByteArray hash = QCryptographicHash::hash(photo, QCryptographicHash::Sha256).toHex();
    QCOMPARE(copy[0].value, "PNG 30x20, " + QByteArray::number(photo.size()) + " B, sha256 " + hash);
    QCOMPARE(copy[0].fileName, QStringLiteral("image_ref1.png"));
    QVERIFY(copy[1].value.startsWith("? "));
}

void TestParts::redactedCredentials()
{
    const Parts sdk = redacted(getBizToken(),
        {text("sign", QStringLiteral("s")), text("sign_version", QStringLiteral("hmac_sha1")),
            text("uuid", QStringLiteral("u"))});
    QCOMPARE(names(sdk), QStringList(QStringLiteral("uuid")));
    const Parts pc = redacted(getToken(),
        {text("api_key", QStringLiteral("k")), text("api_secret", QStringLiteral("s")),
            text("uuid", QStringLiteral("u"))});
    QCOMPARE(names(pc), QStringList(QStringLiteral("uuid")));
}

void TestParts::redactedText()
{
    const Parts parts{text("idcard_name", personName), text("idcard_number", idNumber)};
    QCOMPARE(faceid::redactedText(getToken(), parts, QStringLiteral("no 测试一, no 11010519491231002x!")),
        QStringLiteral("no 测*, no 1…X!"));
    QCOMPARE(faceid::redactedText(getToken(), {}, QStringLiteral("测试一")), QStringLiteral("测试一"));
}

void TestParts::masks()
{
    QCOMPARE(maskedName(QString()), QString());
    QCOMPARE(maskedName(QStringLiteral("  ")), QString());
    QCOMPARE(maskedName(QStringLiteral("李")), QStringLiteral("李*"));
    QCOMPARE(maskedName(QStringLiteral("欧阳测试")), QStringLiteral("欧阳*"));
    QCOMPARE(maskedName(QStringLiteral("欧阳")), QStringLiteral("欧*")); // here 阳 is the given name
    QCOMPARE(maskedName(QStringLiteral("𠮷测")), QStringLiteral("𠮷*")); // never half a surrogate pair
    QCOMPARE(maskedIdNumber(idNumber), QStringLiteral("1…X"));
    QCOMPARE(maskedIdNumber(idNumber, Mask::Detail), QStringLiteral("110…002X"));
    QCOMPARE(maskedIdNumber(QString()), QString());
    QCOMPARE(maskedIdNumber(QStringLiteral("测试一")), QStringLiteral("…"));
    QCOMPARE(maskedIdNumber(QStringLiteral("1234567890123"), Mask::Detail), QStringLiteral("…"));
    QCOMPARE(maskedToken(QStringLiteral("34fb21937e47ae719f11cbc719615687")), QStringLiteral("34fb…5687"));
    QCOMPARE(maskedToken(QStringLiteral("short")), QStringLiteral("…"));
    QCOMPARE(maskedToken(QString()), QString());
}

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
