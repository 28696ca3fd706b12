// Two exchanges compared: what counts as a difference, what differs each time, and what nobody can know.

#include "export/exchangediff.h"
#include "support/madeexchange.h"

#include <QTest>

using namespace faceid;

namespace {

Exchange answered(const QByteArray &body, const QString &bizNo = QStringLiteral("b-1"))
{
    Exchange e = made::ended(made::pending(bizNo), Outcome::Issued);
    e.reply.body = body;
    return e;
}

/// The rows of one section, one a line: name, difference and both sides.
QString printed(const QList<DiffRow> &rows, DiffSection section)
{
    QStringList lines;
    for (const DiffRow &row : rows) {
        if (row.section == section)
            lines.append(
                QStringLiteral("%1 %2 %3 | %4")
                    .arg(row.name, differenceName(row.difference), row.left.value_or(QStringLiteral("-")),
                        row.right.value_or(QStringLiteral("-"))));
    }
    return lines.join(u'\n');
}

Difference differenceOf(const QList<DiffRow> &rows, const QString &name)
{
    for (const DiffRow &row : rows) {
        if (row.name == name)
            return row.difference;
    }
    return Difference::None;
}

void setPart(Exchange &e, const QString &name, const QString &value)
{
    for (Part &part : e.request) {
        if (part.name == name)
            part.value = value.toUtf8();
    }
}

} // namespace

class tst_ExchangeDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameButForWhatIsNeverTheSame()
    {
        Exchange left = answered(R"({"token":"aaaabbbbccccddddeeee","request_id":"r-1","time_used":7})");
        Exchange right = answered(
            R"({"token":"ffffbbbbccccddddeeee","request_id":"r-2","time_used":9})", QStringLiteral("b-2"));
        left.timing = {1, 2, 3, 4, 5, 6};
        right.timing = {2, 4, 6, 8, 10, 12};
        left.nameKey = right.nameKey = "name-code";
        left.numberKey = right.numberKey = "number-code";
        int differences = 0;
        for (const DiffRow &row : compared(left, right)) {
            QVERIFY2(row.difference == Difference::None || row.difference == Difference::EachTime,
                qPrintable(row.name));
            differences += row.difference == Difference::EachTime ? 1 : 0;
        }
        QVERIFY(differences > 8);
        const QList<DiffRow> rows = compared(left, right);
        for (const char *name : {"id", "biz_no", "$.token", "$.request_id", "$.time_used", "total_ms"})
            QVERIFY2(differenceOf(rows, QLatin1String(name)) == Difference::EachTime, name);
    }

    void partsOfTheRequest()
    {
        const Exchange left = answered("{}");
        Exchange right = left;
        setPart(right, QStringLiteral("comparison_type"), QStringLiteral("0"));
        right.request.remove(4); // biz_no
        right.request.insert(0, textPart(QStringLiteral("scene_id"), QStringLiteral("s")));
        right.request.last().value = "JPEG 2x2, 3 B, sha256 00";
        const QString photo = QString::fromUtf8(left.request.constLast().value);
        QCOMPARE(printed(compared(left, right), DiffSection::Request),
            QStringLiteral("scene_id real - | s\n"
                           "comparison_type real 1 | 0\n"
                           "idcard_name unclear 测* | 测*\n"
                           "idcard_number unclear 1…8 | 1…8\n"
                           "return_url none https://example.com/?who=测* | https://example.com/?who=测*\n"
                           "biz_no each-time b-1 | -\n"
                           "image_ref1 real %1 | JPEG 2x2, 3 B, sha256 00")
                .arg(photo));
    }

    void masks_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("difference");
        QTest::newRow("one person") << QByteArray("a") << QByteArray("a") << QStringLiteral("none");
        QTest::newRow("two persons") << QByteArray("a") << QByteArray("b") << QStringLiteral("real");
        QTest::newRow("one code") << QByteArray("a") << QByteArray() << QStringLiteral("unclear");
        QTest::newRow("no codes") << QByteArray() << QByteArray() << QStringLiteral("unclear");
    }

    /// Two people have the same mask sooner than one thinks.
    void masks()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QString, difference);
        Exchange one = answered("{}");
        Exchange other = one;
        one.nameKey = left;
        other.nameKey = right;
        QCOMPARE(
            differenceName(differenceOf(compared(one, other), QStringLiteral("idcard_name"))), difference);
        setPart(other, QStringLiteral("idcard_name"), QStringLiteral("王*"));
        QCOMPARE(differenceOf(compared(one, other), QStringLiteral("idcard_name")), Difference::Real);
    }

    void membersByTheirPath()
    {
        const Exchange left = answered(R"({"a":{"b":[1,2,{"c":null}],"odd key":true},"s":"1","only":[]})");
        const Exchange right = answered(R"({"a":{"b":[1,3,{"c":null},4],"odd key":true},"s":1,"z":{}})");
        QCOMPARE(printed(compared(left, right), DiffSection::Answer),
            QStringLiteral("http_status none 200 | 200\n"
                           "$.a.b[0] none 1 | 1\n"
                           "$.a.b[1] real 2 | 3\n"
                           "$.a.b[2].c none null | null\n"
                           "$.a.b[3] real - | 4\n"
                           "$.a['odd key'] none true | true\n"
                           "$.only real [] | -\n"
                           "$.s real \"1\" | 1\n"
                           "$.z real - | {}"));
    }

    void answersThatAreNoJson()
    {
        const Exchange html = answered("<h1>502</h1>");
        QCOMPARE(printed(compared(html, answered("{\"a\":1}")), DiffSection::Answer),
            QStringLiteral("http_status none 200 | 200\n$.a real - | 1\nbody real <h1>502</h1> | -"));
        const QString bytes = printed(compared(html, answered("\xff\xfe")), DiffSection::Answer);
        QVERIFY2(bytes.contains(QStringLiteral("body real <h1>502</h1> | 2 B, sha256 ")), qPrintable(bytes));
        const Exchange none = made::ended(made::pending(QStringLiteral("b")), Outcome::Unknown);
        QCOMPARE(printed(compared(none, none), DiffSection::Answer), QString());
    }

    /// Not even in a header, and two of them differ however alike their masks are.
    void tokensAreMasked()
    {
        Exchange left = answered(R"({"token":"0123456789abcdef0123456789abcdef"})");
        Exchange right = answered(R"({"token":"0123xxxxxxxxxxxxxxxxxxxxxxxxcdef"})");
        right.reply.token = QStringLiteral("0123xxxxxxxxxxxxxxxxxxxxxxxxcdef");
        left.reply.headers.append({"X-Token", left.reply.token.toLatin1()});
        const QList<DiffRow> rows = compared(left, right);
        for (const DiffRow &row : rows) {
            QVERIFY(!row.left.value_or(QString()).contains(left.reply.token));
            QVERIFY(!row.right.value_or(QString()).contains(right.reply.token));
        }
        QVERIFY(printed(rows, DiffSection::Answer)
                    .endsWith(QStringLiteral("$.token each-time \"0123…cdef\" | \"0123…cdef\"")));
        QVERIFY(printed(rows, DiffSection::Headers).contains(QStringLiteral("x-token real 0123…cdef | -")));
    }

    /// A sandbox of this program has another port at every start; a service that moves is news.
    void addresses()
    {
        Exchange left = answered("{}");
        Exchange right = left;
        right.address.setPort(8443);
        QCOMPARE(differenceOf(compared(left, right), QStringLiteral("address")), Difference::Real);
        left.environment = Environment::Sandbox;
        QCOMPARE(differenceOf(compared(left, right), QStringLiteral("address")), Difference::Real);
        right.environment = Environment::Sandbox;
        QCOMPARE(differenceOf(compared(left, right), QStringLiteral("address")), Difference::EachTime);
    }

    void headersWhateverTheirLetters()
    {
        Exchange left = answered("{}");
        Exchange right = left;
        left.reply.headers = {{"Date", "1"}, {"Content-Length", "9"}, {"VIA", "a"}, {"Via", "b"}};
        right.reply.headers = {{"via", "a"}, {"date", "2"}, {"content-length", "10"}, {"via", "c"}};
        QCOMPARE(printed(compared(left, right), DiffSection::Headers),
            QStringLiteral(
                "date each-time 1 | 2\ncontent-length each-time 9 | 10\nvia none a | a\nvia (2) real b | c"));
    }

    void timesDifferEachTime()
    {
        Exchange left = answered("{}");
        Exchange right = left;
        left.timing = {1, 2, 3, 4, 5, 6};
        left.reply.timeUsedMs = 40;
        right.timing = {-1, -1, -1, -1, -1, 9};
        right.clockSkewMs = -3;
        QCOMPARE(printed(compared(left, right), DiffSection::Timings),
            QStringLiteral("prepare_ms each-time 1 | 9\n"
                           "resolve_ms each-time 1 | -\n"
                           "connect_ms each-time 1 | -\n"
                           "upload_ms each-time 1 | -\n"
                           "wait_ms each-time 1 | -\n"
                           "download_ms each-time 1 | -\n"
                           "total_ms each-time 6 | 9\n"
                           "clock_skew_ms each-time - | -3\n"
                           "time_used_ms each-time 40 | -"));
    }

    void everyFactAndTimeHasATitle()
    {
        Exchange e = made::ended(made::pending(QStringLiteral("b")), Outcome::Refused);
        e.timing = {1, 2, 3, 4, 5, 6};
        e.reply.timeUsedMs = 1;
        e.clockSkewMs = 1;
        e.stop = Stop::Deadline;
        for (const DiffRow &row : compared(e, e)) {
            const bool isFact = row.section == DiffSection::Facts || row.section == DiffSection::Timings;
            QVERIFY2(!isFact || diffTitle(row) != row.name, qPrintable(row.name));
            QVERIFY(!sectionTitle(row.section).isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(tst_ExchangeDiff)
#include "tst_exchangediff.moc"
