#include "contract/proposal.h"

#include "contract/endpointspec.h"

#include <QSet>
#include <QTest>

using namespace faceid;

class TestProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheTime();
    void isNewEachTime();
    void fitsEveryRow_data();
    void fitsEveryRow();
};

void TestProposal::startsWithTheTime()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(23, 17, 59));
    const QString value = proposedValue(*getToken().field(u"biz_no"), now);
    const QRegularExpression shape(QStringLiteral("^20261121-2317(-[0-9A-HJKMNP-TV-Z]{4}){3}$"));
    QVERIFY2(shape.match(value).hasMatch(), qPrintable(value));
}

void TestProposal::isNewEachTime()
{
    const QDateTime now = QDateTime::currentDateTime();
    QSet<QString> values;
    for (int i = 0; i < 10'000; ++i)
        values.insert(proposedValue(*getToken().field(u"biz_no"), now));
    QCOMPARE(values.size(), 10'000);
}

void TestProposal::fitsEveryRow_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("isProposed");
    QTest::newRow("SDK biz_no") << QStringLiteral("get_biz_token") << QStringLiteral("biz_no") << true;
    QTest::newRow("SDK uuid") << QStringLiteral("get_biz_token") << QStringLiteral("uuid") << true;
    QTest::newRow("SDK idcard_number")
        << QStringLiteral("get_biz_token") << QStringLiteral("idcard_number") << false;
    QTest::newRow("PC biz_no") << QStringLiteral("get_token") << QStringLiteral("biz_no") << true;
    QTest::newRow("PC uuid") << QStringLiteral("get_token") << QStringLiteral("uuid") << true;
    QTest::newRow("PC scene_id") << QStringLiteral("get_token") << QStringLiteral("scene_id") << false;
}

void TestProposal::fitsEveryRow()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, row);
    QFETCH(bool, isProposed);
    const FieldSpec *spec = endpointById(endpoint)->field(row);
    const QString value = proposedValue(*spec);
    QCOMPARE(!value.isEmpty(), isProposed);
    QVERIFY(value.toUtf8().size() <= 128);
}

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
