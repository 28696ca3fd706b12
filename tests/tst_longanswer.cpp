// That an answer of five megabytes does not stop the window.

#include "support/inspectorbench.h"
#include "support/madepicture.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <ctime>
#include <utility>

using namespace faceid;

namespace {

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

} // namespace

class TestLongAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        InspectorBench bench(answered("{}"));
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
};

QTEST_MAIN(TestLongAnswer)
#include "tst_longanswer.moc"
