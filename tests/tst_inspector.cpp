// What the inspector makes of requests, answers and times.

#include "inspector/bodytext.h"
#include "inspector/hexview.h"
#include "inspector/jsonformat.h"
#include "inspector/jsonimage.h"
#include "inspector/jsontreemodel.h"
#include "inspector/jsontreeview.h"
#include "inspector/requestpage.h"
#include "inspector/responseinspector.h"
#include "inspector/responsepage.h"
#include "inspector/timelinepage.h"
#include "shell/findbar.h"
#include "shell/plaintext.h"
#include "shell/theme.h"
#include "support/madepicture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QTreeWidget>

#include <csignal>
#include <ctime>
#include <utility>

#include <sys/resource.h>

using namespace faceid;

namespace {

constexpr int waitMs = 30'000;

Exchange answered(const QByteArray &body)
{
    Exchange exchange;
    exchange.endpointId = getToken().id;
    exchange.address = QUrl(QStringLiteral("https://api.example.com/faceid/liveness/v2/get_token"));
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.reply.httpStatus = 200;
    exchange.reply.headers = {{"Content-Type", "application/json"}};
    exchange.reply.body = body;
    return exchange;
}

Parts madeRequest()
{
    const QByteArray photo = madePicture("jpeg", {320, 240});
    return {textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一")),
        textPart(QStringLiteral("biz_no"), QStringLiteral("b-1")),
        imagePart(QStringLiteral("image_ref1"), photo, inspectImage(photo))};
}

/// A model's texts, two blanks for each level.
QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells += model.index(row, column, parent).data().toString();
        text += QString(2 * depth, u' ') + cells.join(QStringLiteral(" = ")) + u'\n';
        text += printed(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

/// The longest time in which the event loop did not turn, as a timer sees it that is always due: by the
/// clock, and what this thread itself worked in one turn, which does not depend on what else the machine
/// does.
class GapMeter
{
public:
    GapMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
        m_clock.start();
        m_timer.start(0);
    }

    QString figures()
    {
        note();
        return QStringLiteral("%1 ms (%2 ms of work)").arg(m_longestMs).arg(m_mostWorkMs);
    }

private:
    static qint64 workedMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
    }

    void note()
    {
        m_longestMs = qMax(m_longestMs, m_clock.restart());
        const qint64 worked = workedMs();
        m_mostWorkMs = qMax(m_mostWorkMs, worked - std::exchange(m_workedMs, worked));
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longestMs = 0;
    qint64 m_workedMs = workedMs();
    qint64 m_mostWorkMs = 0;
};

/// An inspector that shows \a exchange, in \a view, completely.
class Bench
{
public:
    explicit Bench(const Exchange &exchange, ResponsePage::View view = ResponsePage::View::Text,
        const Parts &original = {})
        : m_theme(*qApp)
        , inspector(m_theme, nullptr)
    {
        inspector.resize(700, 400);
        inspector.show();
        inspector.showExchange(exchange, original);
        show(view);
    }

    void show(ResponsePage::View view)
    {
        QSignalSpy shown(page(), &ResponsePage::shown);
        page()->setView(view);
        QVERIFY(!shown.isEmpty() || shown.wait(waitMs));
    }

    ResponsePage *page() { return inspector.responsePage(); }
    BodyText *text() { return inspector.findChild<BodyText *>(QStringLiteral("response")); }
    BodyText *raw() { return inspector.findChild<BodyText *>(QStringLiteral("responseRaw")); }
    JsonTreeView *tree() { return inspector.findChild<JsonTreeView *>(); }
    HexView *hex() { return inspector.findChild<HexView *>(); }

    /// Types into the search line; the number of matches.
    int find(const QString &needle)
    {
        FindBar *bar = inspector.findBar();
        bar->open();
        QSignalSpy counted(bar, &FindBar::counted);
        bar->findChild<QLineEdit *>()->setText(needle);
        if (counted.isEmpty())
            counted.wait(waitMs);
        return bar->matches();
    }

    QModelIndex row(const QString &name)
    {
        const auto found = tree()->model()->match(
            tree()->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }

private:
    Theme m_theme;

public:
    ResponseInspector inspector;
};

} // namespace

class TestInspector : public QObject
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

    void showsAnAnswer()
    {
        Bench bench(answered("{\"token\":\"0123\",\"request_id\":\"1,2\"}"));
        const QString head = QStringLiteral("HTTP 200\nContent-Type: application/json\n\n");
        QCOMPARE(bench.text()->toPlainText(),
            head + QStringLiteral("{\n  \"token\": \"0123\",\n  \"request_id\": \"1,2\"\n}"));
        bench.show(ResponsePage::View::Raw);
        QCOMPARE(
            bench.raw()->toPlainText(), head + QStringLiteral("{\"token\":\"0123\",\"request_id\":\"1,2\"}"));
        bench.show(ResponsePage::View::Tree);
        QCOMPARE(printed(*bench.tree()->model()), QStringLiteral("token = 0123\nrequest_id = 1,2\n"));
        bench.show(ResponsePage::View::Hex);
        QVERIFY(printed(*bench.hex()->model()).startsWith(QStringLiteral("00000000 = 7b 22 74 6f")));

        bench.inspector.clear();
        QCOMPARE(bench.text()->toPlainText(), QString());
        QCOMPARE(bench.tree()->model()->rowCount(), 0);
        QCOMPARE(bench.hex()->model()->rowCount(), 0);
    }

    void showsWhatIsNoJsonAsItCame()
    {
        Bench bench(answered("<b>\xff\xfe \xe2\x80\xae</b>"));
        QVERIFY(bench.text()->toPlainText().endsWith(QStringLiteral("<b>\\xff\\xfe \\xe2\\x80\\xae</b>")));
        bench.inspector.showExchange(answered("a\xe2\x80\xae"
                                              "b\0c"));
        bench.show(ResponsePage::View::Raw);
        QTRY_VERIFY(bench.raw()->toPlainText().endsWith(QStringLiteral("a\\u202eb")));
        bench.show(ResponsePage::View::Tree);
        QVERIFY(!bench.tree()->isVisible()); // a sentence stands in its place
    }

    /// What was asked for first and answers last must not win.
    void onlyTheLatestAnswerIsShown()
    {
        Bench bench(answered("{}"));
        bench.inspector.showExchange(answered('[' + QByteArray("1,").repeated(200'000) + "2]"));
        bench.inspector.showExchange(answered("{\"n\":2}"));
        QTRY_VERIFY(bench.text()->toPlainText().endsWith(QStringLiteral("\"n\": 2\n}")));
        QVERIFY(QThreadPool::globalInstance()->waitForDone(waitMs));
        QCoreApplication::processEvents();
        QVERIFY(bench.text()->toPlainText().endsWith(QStringLiteral("\"n\": 2\n}")));
    }

    void longLinesAreCopiedWhole()
    {
        Theme theme(*qApp);
        BodyText view(theme, nullptr);
        QString text =
            QString(3500, u'x') + QStringLiteral("\n中") + QString(1200, u'y') + QStringLiteral("\nend");
        text[1500] = u'N';
        view.setBody(text);
        QVERIFY(QSignalSpy(&view, &BodyText::completed).wait(waitMs));
        QCOMPARE(view.blockCount(), 4 + 2 + 1);
        view.selectAll();
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        int matches = -1;
        view.search(QStringLiteral("xxNxx"), [&matches](int found) { matches = found; });
        QTRY_COMPARE(matches, 1);
        view.showMatch(0);
        QCOMPARE(view.textCursor().selectedText(), QStringLiteral("xxNxx"));
        view.search(QStringLiteral("YEND"), [&matches](int found) { matches = found; });
        QTRY_COMPARE(matches, 0);
        view.search(QStringLiteral("END"), [&matches](int found) { matches = found; });
        QTRY_COMPARE(matches, 1);
        view.showMatch(0);
        QCOMPARE(view.textCursor().selectedText(), QStringLiteral("end"));
    }

    void copiesValuesAndPaths()
    {
        Bench bench(answered("{\"a\":[{\"b c\":\"x\\ny\"}],\"n\":1.50}"), ResponsePage::View::Tree);
        QSignalSpy copied(&bench.inspector, &ResponseInspector::copyText);
        bench.tree()->setCurrentIndex(bench.row(QStringLiteral("b c")));
        bench.tree()->setFocus();
        QTest::keyClick(bench.tree(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(bench.tree(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        bench.tree()->setCurrentIndex(bench.row(QStringLiteral("a")));
        QTest::keyClick(bench.tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 3);
        QCOMPARE(copied.at(0).first().toString(), QStringLiteral("x\ny"));
        QCOMPARE(copied.at(1).first().toString(), QStringLiteral("$.a[0]['b c']"));
        QCOMPARE(copied.at(2).first().toString(), QStringLiteral("[{\"b c\":\"x\\ny\"}]"));
    }

    void copiesHexRows()
    {
        Bench bench(answered(QByteArray(40, 'A')), ResponsePage::View::Hex);
        QSignalSpy copied(&bench.inspector, &ResponseInspector::copyText);
        bench.hex()->selectAll();
        QTest::keyClick(bench.hex(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(copied.wait(waitMs));
        const QStringList lines = copied.first().first().toString().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), bench.hex()->model()->rowCount());
        QVERIFY(lines.first().startsWith(QStringLiteral("00000000  41 41 41 41 41 41 41 41")));
    }

    void searchesEveryView()
    {
        Bench bench(answered("{\"alpha\":\"one\",\"list\":[\"ALPHA\",{\"deep\":\"alphabet\"}],\"b\":2}"),
            ResponsePage::View::Tree, madeRequest());
        bench.inspector.requestPage()->setRequest(answered({}), {});
        QCOMPARE(bench.find(QStringLiteral("alpha")), 3);
        QCOMPARE(bench.tree()->currentIndex(), bench.row(QStringLiteral("alpha")));
        bench.inspector.findBar()->previous();
        QCOMPARE(bench.inspector.findBar()->current(), 2);
        QCOMPARE(bench.tree()->currentIndex(), bench.row(QStringLiteral("deep")));
        bench.inspector.findBar()->next();
        QCOMPARE(bench.inspector.findBar()->current(), 0);
        QCOMPARE(bench.find(QStringLiteral("nothing of the kind")), 0);

        bench.show(ResponsePage::View::Text);
        QCOMPARE(bench.find(QStringLiteral("alpha")), 3);
        QCOMPARE(bench.text()->textCursor().selectedText(), QStringLiteral("alpha"));
        bench.show(ResponsePage::View::Hex);
        QCOMPARE(bench.find(QStringLiteral("alpha ")), 0);
        QCOMPARE(bench.find(QStringLiteral("Alpha")), 3);
        QCOMPARE(bench.hex()->matchStart(), qsizetype(2));
        QCOMPARE(bench.find(QStringLiteral("0x22 3a 32")), 1);
        QCOMPARE(bench.hex()->bytes().mid(bench.hex()->matchStart(), bench.hex()->matchLength()),
            QByteArray("\":2"));
        bench.inspector.tabs()->setCurrentWidget(bench.inspector.requestPage());
        QCOMPARE(bench.find(QStringLiteral("get_token")), 1);
    }

    /// The keys, as an operator presses them.
    void searchesByKeyboard()
    {
        Bench bench(answered("{\"a\":\"x\",\"b\":\"x\"}"), ResponsePage::View::Tree);
        FindBar *bar = bench.inspector.findBar();
        QVERIFY(!bar->isVisible());
        bench.inspector.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.inspector));
        bench.tree()->setFocus();
        QTest::keyClick(bench.tree(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bar->isVisible());
        auto *line = bar->findChild<QLineEdit *>();
        QVERIFY(line->hasFocus());
        QTest::keyClick(line, Qt::Key_X);
        QTRY_COMPARE(bar->matches(), 2);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(bar->current(), 1);
        QTest::keyClick(line, Qt::Key_F3);
        QCOMPARE(bar->current(), 0);
        QTest::keyClick(line, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(bar->current(), 1);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    void showsPicturesInStrings()
    {
        const QByteArray jpeg = madePicture("jpeg", {640, 480}).toBase64();
        const QByteArray png = madePicture("png", {32, 32}).toBase64();
        QByteArray escaped = jpeg;
        escaped.replace('/', "\\/");
        Bench bench(answered("{\"images\":{\"image_best\":\"data:image/jpeg;base64," + jpeg
                        + "\"},\"bare\":\"" + png + "\",\"escaped\":\"" + escaped
                        + "\",\"broken\":\"iVBORw0KGgo" + QByteArray(100, '!') + "\"}"),
            ResponsePage::View::Tree);
        const auto decoration = [&bench](const char16_t *name) {
            const QModelIndex value = bench.row(QString::fromUtf16(name)).siblingAtColumn(1);
            return value.data(Qt::DecorationRole).value<QImage>();
        };
        QVERIFY(decoration(u"image_best").isNull()); // not on this thread
        QTRY_VERIFY(!decoration(u"image_best").isNull());
        QCOMPARE(decoration(u"image_best").height(), 64);
        QVERIFY(bench.row(QStringLiteral("image_best"))
                    .siblingAtColumn(1)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("JPEG  640 × 480")));
        QTRY_COMPARE(decoration(u"bare").size(), QSize(32, 32));
        QTRY_VERIFY(!decoration(u"escaped").isNull());
        decoration(u"broken");
        QVERIFY(QThreadPool::globalInstance()->waitForDone(waitMs));
        QCoreApplication::processEvents();
        QVERIFY(decoration(u"broken").isNull());
        QVERIFY(bench.row(QStringLiteral("broken"))
                    .siblingAtColumn(1)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("iVBORw0KGgo!!")));
    }

    /// 5 MB of JSON with pictures in Base64, and 5 MB of small values.
    void fiveMegabytesDoNotStopTheWindow_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray picture = madePicture("png", {700, 700}).toBase64();
        QByteArray pictures = "{\"images\":[";
        while (pictures.size() < 5'000'000)
            pictures += "{\"image\":\"data:image/png;base64," + picture + "\"},";
        QTest::newRow("pictures") << pictures + "{}]}";
        QByteArray values = "{\"list\":[";
        while (values.size() < 5'000'000)
            values += "{\"confidence\":68.9,\"1e-3\":[1,2,3]},";
        QTest::newRow("values") << values + "{}]}";
        QTest::newRow("one string") << "{\"log\":\"" + QByteArray(5'000'000, 'x') + "\"}";
    }

    void fiveMegabytesDoNotStopTheWindow()
    {
        QFETCH(QByteArray, body);
        const Exchange exchange = answered(body);
        Bench bench(answered("{}"));
        QStringList figures;
        const std::pair<ResponsePage::View, QString> views[] = {
            {ResponsePage::View::Text, QStringLiteral("text")},
            {ResponsePage::View::Tree, QStringLiteral("tree")},
            {ResponsePage::View::Raw, QStringLiteral("raw")},
            {ResponsePage::View::Hex, QStringLiteral("hex")}};
        bool isOpen = false;
        for (const auto &[view, name] : views) {
            GapMeter meter;
            QSignalSpy shown(bench.page(), &ResponsePage::shown);
            if (!isOpen) {
                bench.inspector.showExchange(exchange);
                isOpen = true;
                QVERIFY(shown.isEmpty() || bench.text()->toPlainText().isEmpty());
                QCOMPARE(bench.text()->toPlainText(), QString()); // it comes from another thread
                shown.clear();
            } else {
                bench.page()->setView(view);
            }
            QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), waitMs);
            QTest::qWait(50); // what was shown is painted
            figures += name + u' ' + meter.figures();
        }
        QVERIFY(!bench.text()->toPlainText().isEmpty());
        QVERIFY(bench.tree()->model()->rowCount() > 0);
        QCOMPARE(bench.hex()->bytes(), body);
        GapMeter meter;
        bench.inspector.clear();
        QCoreApplication::processEvents();
        figures += QStringLiteral("clear ") + meter.figures();
        qInfo().noquote() << "longest event-loop gap:" << figures.join(QStringLiteral(", "));
    }

    void savesTheBody()
    {
        QTemporaryDir folder;
        const QByteArray body("{\"token\":\"\xff\"}");
        Bench bench(answered(body));
        const QString path = folder.filePath(QStringLiteral("answer.json"));
        QSignalSpy saved(bench.page(), &ResponsePage::saved);
        bench.page()->saveTo(path);
        QVERIFY(saved.wait(waitMs));
        QCOMPARE(saved.first().first().toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), body);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
    }

    void saysWhyTheBodyIsNotSaved()
    {
        QTemporaryDir folder;
        Bench bench(answered(QByteArray(100'000, 'x')));
        const auto errorOf = [&bench](const QString &path) {
            QSignalSpy saved(bench.page(), &ResponsePage::saved);
            bench.page()->saveTo(path);
            return saved.wait(waitMs) ? saved.first().first().toString() : QString();
        };
        QVERIFY(!errorOf(folder.filePath(QStringLiteral("no/such/folder"))).isEmpty());
        QVERIFY(!errorOf(folder.path()).isEmpty());
        QVERIFY(!errorOf(QStringLiteral("/dev/null")).isEmpty());

        // No more room: the kernel refuses to let the file grow, and what stood there stays.
        const QString path = folder.filePath(QStringLiteral("kept.json"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const rlimit small{4096, old.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        const QString error = errorOf(path);
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!error.isEmpty());
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).join(u','), QStringLiteral("kept.json"));
    }

    void showsTheMaskedRequest()
    {
        const Parts original = madeRequest();
        Exchange exchange = answered("{}");
        exchange.request = redacted(getToken(), original);
        exchange.bodyBytes = 4711;
        Theme theme(*qApp);
        RequestPage page(theme, nullptr);
        page.setRequest(exchange, original);
        const QByteArray photo = original.last().value;
        const QString hash =
            QLatin1String(QCryptographicHash::hash(photo, QCryptographicHash::Sha256).toHex());
        const QString credential = QStringLiteral("a credential: never kept, never shown");
        QCOMPARE(printed(*page.tree()->model()),
            QStringLiteral(
                "POST = https://api.example.com/faceid/liveness/v2/get_token = \n"
                "api_key = %1 = \napi_secret = %1 = \n"
                "idcard_name = 测* = masked\n"
                "  Content-Disposition = form-data; name=\"idcard_name\" = \n"
                "biz_no = b-1 = 3 B\n"
                "  Content-Disposition = form-data; name=\"biz_no\" = \n"
                "image_ref1 = JPEG 320x240 = %2 B\n"
                "  SHA-256 = %3 = \n"
                "  Content-Disposition = form-data; name=\"image_ref1\"; filename=\"image_ref1.jpg\" = \n"
                "  Content-Type = image/jpeg = \n"
                "whole body =  = 4,711 B\n")
                .arg(credential, QLocale().toString(photo.size()), hash));
        QTreeWidgetItem *file = page.tree()->topLevelItem(5);
        QVERIFY(file->data(1, Qt::DecorationRole).isNull()); // decoded on another thread
        QVERIFY(QSignalSpy(&page, &RequestPage::thumbnailShown).wait(waitMs));
        QVERIFY(!file->data(1, Qt::DecorationRole).value<QImage>().isNull());

        page.setRequest(exchange, {}); // from history: no bytes, no thumbnail
        QVERIFY(QThreadPool::globalInstance()->waitForDone(waitMs));
        QCoreApplication::processEvents();
        QVERIFY(page.tree()->topLevelItem(5)->data(1, Qt::DecorationRole).isNull());
    }

    void phasesOfATime_data()
    {
        QTest::addColumn<Timing>("timing");
        QTest::addColumn<QString>("phases");
        QTest::newRow("whole") << Timing{2, 5, 10, 30, 100, 105}
                               << QStringLiteral("0:0-2 1:2-5 2:5-10 3:10-30 4:30-100 5:100-105");
        QTest::newRow("not asked for") << Timing{-1, -1, -1, -1, -1, 50} << QStringLiteral("0:0-50");
        QTest::newRow("not found") << Timing{2, -1, -1, -1, -1, 50} << QStringLiteral("0:0-2 1:2-50");
        QTest::newRow("not connected")
            << Timing{2, 5, -1, -1, -1, 50} << QStringLiteral("0:0-2 1:2-5 2:5-50");
        QTest::newRow("cut off") << Timing{2, 5, 10, -1, -1, 50}
                                 << QStringLiteral("0:0-2 1:2-5 2:5-10 3:10-50");
        QTest::newRow("no answer") << Timing{2, 5, 10, 20, -1, 50}
                                   << QStringLiteral("0:0-2 1:2-5 2:5-10 3:10-20 4:20-50");
        QTest::newRow("early answer")
            << Timing{2, 5, 10, 40, 30, 50} << QStringLiteral("0:0-2 1:2-5 2:5-10 3:10-30 4:30-30 5:30-50");
        QTest::newRow("nothing") << Timing{} << QString();
    }

    void phasesOfATime()
    {
        QFETCH(Timing, timing);
        QFETCH(QString, phases);
        QStringList found;
        for (const TimePhase &phase : phasesOf(timing))
            found += QStringLiteral("%1:%2-%3").arg(int(phase.kind)).arg(phase.start).arg(phase.end);
        QCOMPARE(found.join(u' '), phases);
    }

    void timelineSaysItsFigures()
    {
        Exchange exchange = answered("{}");
        exchange.timing = {2, 5, 10, 30, 100, 1105};
        exchange.reply.timeUsedMs = 42;
        exchange.clockSkewMs = -2500;
        Theme theme(*qApp);
        TimelinePage page(theme, nullptr);
        page.setExchange(exchange);
        QCOMPARE(printed(*page.table()->model()),
            QStringLiteral("1  Save the row, read the secret = 0 ms = 2 ms = 0%\n"
                           "2  Resolve the host = 2 ms = 3 ms = 0%\n"
                           "3  Connect and TLS = 5 ms = 5 ms = 0%\n"
                           "4  Upload = 10 ms = 20 ms = 2%\n"
                           "5  Wait for the answer = 30 ms = 70 ms = 6%\n"
                           "6  Download = 100 ms = 1,005 ms = 91%\n"
                           "In all =  = 1,105 ms = \n"
                           "The service's own time (time_used, hatched) =  = 42 ms = \n"
                           "This computer's clock =  = 2.5 s behind = \n"));
    }

    void languageAndThemeChangeLive()
    {
        Bench bench(answered("{\"a\":1}"), ResponsePage::View::Text, madeRequest());
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(bench.page(), &change);
        QTRY_VERIFY(bench.text()->toPlainText().contains(QStringLiteral("\"a\": 1")));
        // Everything that can be reached by keyboard has a name.
        const QList<QWidget *> widgets = bench.inspector.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isReached =
                widget->focusPolicy() & Qt::TabFocus && widget->objectName() != u"qt_scrollarea_viewport";
            const QVariant text = widget->property("text");
            if (isReached && widget->accessibleName().isEmpty() && text.toString().isEmpty())
                QFAIL(qPrintable(
                    QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
