// A request of one API made one of the other, with what changes. The differences are typed from the two
// documents.

#include "contract/carryover.h"
#include "support/madepicture.h"

#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

Part text(const char *name, const QString &value)
{
    return textPart(QString::fromLatin1(name), value);
}

Part photo(const char *name)
{
    const QByteArray bytes = madePicture("jpeg", {200, 200});
    return imagePart(QString::fromLatin1(name), bytes, inspectImage(bytes));
}

QStringList names(const Parts &parts)
{
    QStringList list;
    for (const Part &part : parts)
        list.append(part.isFile() ? part.name : part.name + u'=' + QString::fromUtf8(part.value));
    return list;
}

QStringList notes(const CarryOver &carry)
{
    static const char *const words[] = {"said", "no field", "no value", "other case"};
    QStringList list;
    for (const CarryNote &note : carry.notes)
        list.append(note.name + u' ' + QString::fromLatin1(words[int(note.kind)]));
    return list;
}

QStringList codes(const CarryOver &carry)
{
    QStringList list;
    for (const Problem &problem : carry.wanted)
        list.append(problem.code);
    return list;
}

} // namespace

class TestCarryOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromSdkToPc()
    {
        const CarryOver carry = carriedOver(getBizToken(), getToken(),
            {text("liveness_type", u"meglive"_s), text("comparison_type", u"0"_s), text("uuid", u"u-1"_s),
                photo("image_ref1"), photo("image_ref2"), text("biz_no", u"b-1"_s),
                text("liveness_timeout", u"30"_s), text("security_level", u"3"_s)});
        QCOMPARE(names(carry.parts),
            (QStringList{u"comparison_type=0"_s, u"uuid=u-1"_s, u"image_ref1"_s, u"image_ref2"_s,
                u"biz_no=b-1"_s, u"multi_oriented_detection=1"_s}));
        QCOMPARE(notes(carry),
            (QStringList{u"liveness_timeout no field"_s, u"security_level no field"_s,
                u"multi_oriented_detection said"_s}));
        QCOMPARE(codes(carry),
            (QStringList{u"MISSING_ARGUMENTS:return_url"_s, u"MISSING_ARGUMENTS:notify_url"_s}));
        QVERIFY(describe(carry.notes.constLast(), getToken()).contains(u"would assume 0"_s));
    }

    void fromPcToSdk()
    {
        const CarryOver carry = carriedOver(getToken(), getBizToken(),
            {text("comparison_type", u"1"_s), text("idcard_name", u"测试一"_s),
                text("idcard_number", u"110101199003070038"_s), photo("image_ref1"), photo("image_ref3"),
                text("return_url", u"https://example.com/r"_s),
                text("notify_url", u"https://example.com/n"_s), text("biz_no", u"b-1"_s),
                text("multi_oriented_detection", u"1"_s), text("scene_id", u"s"_s)});
        QCOMPARE(names(carry.parts),
            (QStringList{u"liveness_type=meglive"_s, u"comparison_type=1"_s, u"idcard_name=测试一"_s,
                u"idcard_number=110101199003070038"_s, u"image_ref1"_s, u"biz_no=b-1"_s,
                u"multi_oriented_detection=1"_s}));
        QCOMPARE(notes(carry),
            (QStringList{u"image_ref3 no field"_s, u"return_url no field"_s, u"notify_url no field"_s,
                u"scene_id no field"_s}));
        QCOMPARE(codes(carry), QStringList());
    }

    void livenessOnlyHasNoCounterpart()
    {
        const CarryOver carry = carriedOver(
            getToken(), getBizToken(), {text("comparison_type", u"-1"_s), text("biz_no", u"b-1"_s)});
        QVERIFY(notes(carry).contains(u"comparison_type no value"_s));
        QVERIFY(describe(carry.notes.constFirst(), getBizToken()).contains(u"-1"_s));
        QVERIFY(!findPart(carry.parts, u"comparison_type"_s));
        QVERIFY(codes(carry).contains(u"MISSING_ARGUMENTS:comparison_type"_s));
    }

    void whatIsTooLongThereIsSaid()
    {
        const CarryOver carry = carriedOver(getToken(), getBizToken(),
            {text("comparison_type", u"0"_s), text("uuid", QString(200, u'x')), photo("image_ref1")});
        QVERIFY(codes(carry).contains(u"BAD_ARGUMENTS:uuid"_s));
    }

    void credentialsStayWhereTheyAre()
    {
        const CarryOver carry = carriedOver(getToken(), getBizToken(),
            {text("api_key", u"k"_s), text("api_secret", u"s"_s), text("sign", u"x"_s),
                text("comparison_type", u"0"_s)});
        for (const Part &part : carry.parts)
            QVERIFY(part.name != u"api_key"_s && part.name != u"api_secret"_s && part.name != u"sign"_s);
    }

    /// There and back again: what both have is as it was, defaults said outright included.
    void thereAndBack()
    {
        for (const EndpointSpec *from : endpoints()) {
            const EndpointSpec *to = from == &getToken() ? &getBizToken() : &getToken();
            const Parts parts = assembled(*from,
                {text("comparison_type", u"0"_s), text("uuid", u"u-1"_s), text("biz_no", u"b-1"_s),
                    photo("image_ref1")});
            const CarryOver there = carriedOver(*from, *to, parts);
            const CarryOver back = carriedOver(*to, *from, there.parts);
            QStringList expected = names(parts);
            expected.append(
                u"multi_oriented_detection="_s + from->field(u"multi_oriented_detection"_s)->assumedValue);
            QCOMPARE(names(back.parts), expected);
            QCOMPARE(notes(back), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestCarryOver)
#include "tst_carryover.moc"
