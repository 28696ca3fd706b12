// How the inspector shows, searches, copies and saves an answer.

#include "inspector/requestpage.h"
#include "support/inspectorbench.h"
#include "support/madepicture.h"
#include "support/printedmodel.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <csignal>

#include <sys/resource.h>

using namespace faceid;

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnAnswer()
    {
        InspectorBench bench(answered("{\"token\":\"0123\",\"request_id\":\"1,2\"}"));
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
        InspectorBench bench(answered("<b>\xff\xfe \xe2\x80\xae</b>"));
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
        InspectorBench bench(answered("{}"));
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
        InspectorBench bench(answered("{\"a\":[{\"b c\":\"x\\ny\"}],\"n\":1.50}"), ResponsePage::View::Tree);
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
        InspectorBench bench(answered(QByteArray(40, 'A')), ResponsePage::View::Hex);
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
        InspectorBench bench(
            answered("{\"alpha\":\"one\",\"list\":[\"ALPHA\",{\"deep\":\"alphabet\"}],\"b\":2}"),
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
        InspectorBench bench(answered("{\"a\":\"x\",\"b\":\"x\"}"), ResponsePage::View::Tree);
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
        InspectorBench bench(answered("{\"images\":{\"image_best\":\"data:image/jpeg;base64," + jpeg
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

    void savesTheBody()
    {
        QTemporaryDir folder;
        const QByteArray body("{\"token\":\"\xff\"}");
        InspectorBench bench(answered(body));
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
        InspectorBench bench(answered(QByteArray(100'000, 'x')));
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

    void languageAndThemeChangeLive()
    {
        InspectorBench bench(answered("{\"a\":1}"), ResponsePage::View::Text, madeRequest());
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
