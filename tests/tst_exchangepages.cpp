// The inspector's pages beside the answer: the request as it was sent, and where its time went.

#include "client/timephase.h"
#include "inspector/requestpage.h"
#include "inspector/timelinepage.h"
#include "shell/theme.h"
#include "support/inspectorbench.h"
#include "support/printedmodel.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTreeWidget>

using namespace faceid;

class TestExchangePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(TestExchangePages)
#include "tst_exchangepages.moc"
