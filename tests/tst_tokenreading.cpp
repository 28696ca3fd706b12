#include "contract/tokenreading.h"

#include <QTest>

using namespace faceid;
using Shape = TokenReading::Shape;

class tst_TokenReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        const QString stamped = QStringLiteral("1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46");
        const QString hex = QStringLiteral("34fb21937e47ae719f11cbc719615687");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &pasted, Shape shape, const QString &text) {
            QTest::newRow(name) << pasted << shape << text;
        };
        row("biz_token", stamped, Shape::Stamped, stamped);
        row("token", hex, Shape::Hex, hex);
        row("spaces and a line break", QStringLiteral("  %1\r\n").arg(stamped), Shape::Stamped, stamped);
        row("capitals", stamped.toUpper(), Shape::Stamped, stamped);
        row("capitals, hex", hex.toUpper(), Shape::Hex, hex);
        row("an answer", QStringLiteral("{\"biz_token\":\"%1\"}").arg(stamped), Shape::Stamped, stamped);
        row("an address", QStringLiteral("https://example.com/do?token=%1&x=1").arg(hex), Shape::Hex, hex);
        row("a Chinese message", QStringLiteral("您的令牌：%1。").arg(stamped), Shape::Stamped, stamped);
        row("the first of two", stamped + u' ' + hex, Shape::Stamped, stamped);
        row("nothing", {}, Shape::None, {});
        row("a serial number", QStringLiteral("20261121-2317-ABCD"), Shape::None, {});
        row("a SHA-1", hex + QStringLiteral("01234567"), Shape::None, {});
        row("a digit short", stamped.chopped(1), Shape::None, {});
        row("a digit too many", stamped + u'0', Shape::None, {});
        row("milliseconds", QStringLiteral("1532412036123") + stamped.mid(10), Shape::None, {});
        row("a UUID alone", stamped.mid(11), Shape::None, {});
    }

    void reads()
    {
        QFETCH(const QString, pasted);
        const TokenReading reading = readToken(pasted);
        QTEST(reading.shape, "shape");
        QTEST(reading.text, "text");
        const auto issued = QDateTime::fromSecsSinceEpoch(1532412036, Qt::UTC); // 2018-07-24T06:00:36Z
        QCOMPARE(reading.issuedAt, reading.shape == Shape::Stamped ? issued : QDateTime());
    }
};

QTEST_GUILESS_MAIN(tst_TokenReading)
#include "tst_tokenreading.moc"
