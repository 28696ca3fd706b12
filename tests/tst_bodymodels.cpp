// What the body of an answer becomes before a widget shows it: indented text, a tree, rows of bytes.

#include "inspector/hexview.h"
#include "inspector/jsonformat.h"
#include "inspector/jsontree.h"
#include "inspector/jsontreemodel.h"
#include "shell/plaintext.h"
#include "shell/theme.h"
#include "support/printedmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTest>

using namespace faceid;

class TestBodyModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indentsJson_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("indented");
        QTest::newRow("flat") << QStringLiteral("{\"b\":1,\"a\":\"x\"}")
                              << QStringLiteral("{\n  \"b\": 1,\n  \"a\": \"x\"\n}");
        QTest::newRow("nested") << QStringLiteral("{\"a\":[1,{\"b\":null}]}")
                                << QStringLiteral(
                                       "{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ]\n}");
        QTest::newRow("empty") << QStringLiteral("{ \"a\" : { }, \"b\":[ ] }")
                               << QStringLiteral("{\n  \"a\": {},\n  \"b\": []\n}");
        QTest::newRow("structure inside a string")
            << QStringLiteral("{\"a\":\"{\\\"b\\\":[1,2]}\\\\\"}")
            << QStringLiteral("{\n  \"a\": \"{\\\"b\\\":[1,2]}\\\\\"\n}");
        QTest::newRow("cut off") << QStringLiteral("{\"a\":\"x") << QStringLiteral("{\n  \"a\": \"x");
    }

    void indentsJson()
    {
        QFETCH(QString, json);
        QFETCH(QString, indented);
        QCOMPARE(indentedJson(json).text, indented);
    }

    void indentingChangesNoValue()
    {
        const QString json =
            QStringLiteral("{\"z\":\"a b\",\"list\":[1.50,true,{\"k\":\"\\u4e2d\"}],\"e\":{}}");
        QCOMPARE(QJsonDocument::fromJson(indentedJson(json).text.toUtf8()),
            QJsonDocument::fromJson(json.toUtf8()));
    }

    void hiddenCharactersAreShown()
    {
        QCOMPARE(
            visibleText(QString::fromUtf16(u"a\u202eb\0c\n", 6)), QStringLiteral("a\\u202eb\\u0000c\\u000a"));
        QCOMPARE(visibleText(QStringLiteral("a\n\tb"), true), QStringLiteral("a\n\tb"));
        QCOMPARE(visibleText(QStringLiteral("张三 <b>")), QStringLiteral("张三 <b>"));
    }

    void shortensLongStringsAndSaysByHowMuch()
    {
        JsonLimits limits;
        limits.longestString = 100;
        limits.leftOut = QStringLiteral("[%1]");
        const QString longText(500, u'x');
        const IndentedJson json = indentedJson(
            QStringLiteral("{\"a\":\"%1\",\"b\":\"%2\"}").arg(longText, QString(100, u'y')), limits);
        QCOMPARE(json.shortened, 1);
        QCOMPARE(json.text,
            QStringLiteral("{\n  \"a\": \"%1[420]\",\n  \"b\": \"%2\"\n}")
                .arg(QString(80, u'x'), QString(100, u'y')));
        // No cut within an escape sequence.
        const IndentedJson escaped =
            indentedJson(u'"' + QStringLiteral("\\u4e2d").repeated(50) + u'"', limits);
        QCOMPARE(escaped.text, u'"' + QStringLiteral("\\u4e2d").repeated(14) + QStringLiteral("[216]\""));
    }

    void noAnswerBlowsUpTheText()
    {
        JsonLimits limits;
        limits.maxLines = 1000;
        const QString deep = QString(100'000, u'[') + QStringLiteral("1,").repeated(100'000);
        const IndentedJson json = indentedJson(deep, limits);
        QVERIFY(json.cutOff);
        QVERIFY(json.text.size() < 200 * 1000);
    }

    void parsesWithoutLoss()
    {
        const JsonTree tree = JsonTree::parse(
            QStringLiteral(" {\"z\":1.50,\"a\":[true,null,{}],\"z\":\"\\u4e2d\\/\\n\",\"odd key\":-1E+5} "));
        QVERIFY(tree.isValid());
        QCOMPARE(tree.childCount(JsonTree::root), 4);
        QStringList names;
        for (int row = 0; row < 4; ++row)
            names += tree.name(tree.child(JsonTree::root, row));
        QCOMPARE(names.join(u','), QStringLiteral("z,a,z,odd key"));
        QCOMPARE(tree.value(tree.child(0, 0)), QStringLiteral("1.50"));
        QCOMPARE(tree.value(tree.child(0, 2)), QStringLiteral("中/\n"));
        QCOMPARE(tree.path(tree.child(0, 3)), QStringLiteral("$['odd key']"));
        QCOMPARE(tree.path(tree.child(tree.child(0, 1), 2)), QStringLiteral("$.a[2]"));
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("errorAt");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("trailing comma") << QStringLiteral("[1,]") << 3;
        QTest::newRow("missing comma") << QStringLiteral("[1 2]") << 3;
        QTest::newRow("trailing data") << QStringLiteral("{} x") << 3;
        QTest::newRow("cut off") << QStringLiteral("{\"a\":\"b") << 7;
        QTest::newRow("bad escape") << QStringLiteral("[\"\\x\"]") << 3;
        QTest::newRow("half an escape") << QStringLiteral("[\"\\u12\"]") << 6;
        QTest::newRow("line feed in a string") << QStringLiteral("[\"\n\"]") << 2;
        QTest::newRow("leading zero") << QStringLiteral("[01]") << 2;
        QTest::newRow("no key") << QStringLiteral("{1:2}") << 1;
        QTest::newRow("wrong bracket") << QStringLiteral("[1}") << 2;
        QTest::newRow("two commas") << QStringLiteral("[1,,2]") << 3;
        QTest::newRow("html") << QStringLiteral("<html>") << 0;
    }

    void refusesWhatIsNoJson()
    {
        QFETCH(QString, text);
        QFETCH(int, errorAt);
        const JsonTree tree = JsonTree::parse(text);
        QVERIFY(!tree.isValid());
        QCOMPARE(tree.errorAt(), qsizetype(errorAt));
    }

    void depthAndWidthHaveNoLimit()
    {
        const JsonTree deep = JsonTree::parse(QString(200'000, u'[') + QString(200'000, u']'));
        QCOMPARE(deep.size(), 200'000);
        const JsonTree wide =
            JsonTree::parse(u'[' + QStringLiteral("7,").repeated(2499) + QStringLiteral("{\"k\":8}]"));
        QCOMPARE(wide.memberCount(JsonTree::root), 2500);
        QCOMPARE(wide.childCount(JsonTree::root), 3); // in groups
        const int last = wide.child(JsonTree::root, 2);
        QCOMPARE(wide.name(last), QStringLiteral("2000 … 2499"));
        QCOMPARE(wide.path(wide.child(wide.child(last, 499), 0)), QStringLiteral("$[2499].k"));
    }

    void treeModelKeepsItsPromises()
    {
        Theme theme(*qApp);
        JsonTreeModel model(theme);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(std::make_shared<const JsonTree>(JsonTree::parse(
            QStringLiteral("{\"b\":1.0,\"a\":{\"x\":\"t\\u202et\",\"list\":[false,[]]},\"b\":null}"))));
        QCOMPARE(printed(model),
            QStringLiteral("b = 1.0\na = 2 member(s)\n  x = t\\u202et\n  list = 2 element(s)\n    0 = false\n"
                           "    1 = 0 element(s)\nb = null\n"));
        model.setTree(std::make_shared<const JsonTree>(
            JsonTree::parse(u'[' + QStringLiteral("1,").repeated(1500) + QStringLiteral("2]"))));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(1, 0)), 501);
        model.setTree(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void hexModelShowsBytes()
    {
        HexModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QByteArray bytes("{\"a\":\"\xe4\xb8\xad\"}\r\n\0\x7fz<>", 18);
        model.setBytes(bytes);
        QCOMPARE(printed(model),
            QStringLiteral(
                "00000000 = 7b 22 61 22 3a 22 e4 b8 ad 22 7d 0d 0a 00 7f 7a = {\"a\":\"...\"}....z\n"
                "00000010 = 3c 3e = <>\n"));
        model.setBytesPerRow(HexModel::narrowRow);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(
            hexLine(bytes, 2, HexModel::narrowRow), QStringLiteral("00000010  3c 3e                    <>"));
        model.setBytes({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestBodyModels)
#include "tst_bodymodels.moc"
