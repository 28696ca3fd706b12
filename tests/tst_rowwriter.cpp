// Rows as CSV and JSON: what a spreadsheet and a parser make of them.

#include "export/csv.h"
#include "export/har.h"
#include "export/outfile.h"
#include "export/rowexport.h"
#include "support/madeexchange.h"

#include <QBuffer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using Format = ExportWish::Format;

namespace {

HistoryRow issued(const QString &bizNo)
{
    HistoryRow row = rowOf(made::ended(made::pending(bizNo), Outcome::Issued));
    row.note = QStringLiteral("=SUM(A1), \"客户\"");
    return row;
}

QByteArray written(const QList<HistoryRow> &rows, const ExportWish &wish)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    RowWriter writer(buffer, wish);
    bool ok = writer.begin();
    for (const HistoryRow &row : rows)
        ok = ok && writer.add(row);
    return ok && writer.end() ? bytes : QByteArray();
}

/// A source of \a count rows, \a pageSize at a time.
RowExport::Source sourceOf(int count, int pageSize)
{
    return [count, pageSize, given = std::make_shared<int>(0)](
               QObject *context, const RowExport::Answer &answer) {
        RowExport::Page page;
        for (; *given < count && page.rows.size() < pageSize; ++*given)
            page.rows.append(issued(QString::number(*given)));
        QMetaObject::invokeMethod(
            context, [answer, page] { answer(page); }, Qt::QueuedConnection);
    };
}

} // namespace

class tst_RowWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("record");
        const auto row = [](const char *name, const QStringList &cells, const QByteArray &record) {
            QTest::newRow(name) << cells << record;
        };
        row("plain", {QStringLiteral("a"), QStringLiteral("1")}, "a,1\r\n");
        row("comma", {QStringLiteral("a,b")}, "\"a,b\"\r\n");
        row("quote", {QStringLiteral("a\"b")}, "\"a\"\"b\"\r\n");
        row("lines", {QStringLiteral("a\nb")}, "\"a\nb\"\r\n");
        row("spaces", {QStringLiteral(" a ")}, "\" a \"\r\n");
        row("nothing", {QString()}, "\"\"\r\n");
        row("two of nothing", {QString(), QString()}, ",\r\n");
        row("Chinese", {QStringLiteral("测试")}, "测试\r\n");
        row("equals", {QStringLiteral("=1+1")}, "'=1+1\r\n");
        row("plus", {QStringLiteral("+86 10")}, "'+86 10\r\n");
        row("minus", {QStringLiteral("-1")}, "'-1\r\n");
        row("at", {QStringLiteral("@SUM(1)")}, "'@SUM(1)\r\n");
        row("tab", {QStringLiteral("\t=1")}, "'\t=1\r\n");
        row("return", {QStringLiteral("\r=1")}, "\"'\r=1\"\r\n");
        row("wide equals", {QStringLiteral("＝1")}, "'＝1\r\n");
        row("a formula with a comma", {QStringLiteral("=A(1,2)")}, "\"'=A(1,2)\"\r\n");
        row("further in", {QStringLiteral("a=1")}, "a=1\r\n");
    }

    void cells()
    {
        QFETCH(const QStringList, cells);
        QTEST(csvRecord(cells), "record");
    }

    void csvHasNothingPersonalUnlessAsked()
    {
        const HistoryRow row = issued(QStringLiteral("b-1"));
        QVERIFY(!row.person.isEmpty());
        const QByteArray open = written({row}, {Format::Csv, false, false});
        QVERIFY(open.startsWith("id,"));
        QVERIFY(open.contains("b-1"));
        for (const QString &personal : {row.person, row.note, QStringLiteral("客户"), row.token})
            QVERIFY2(!open.contains(personal.toUtf8()), qPrintable(personal));

        const QByteArray all = written({row}, {Format::Csv, true, true});
        QVERIFY(all.startsWith("\xEF\xBB\xBFid,"));
        QVERIFY(all.contains(row.person.toUtf8()));
        QVERIFY(all.contains(",\"'=SUM(A1), \"\"客户\"\"\","));
        QVERIFY(!all.contains(row.token.toUtf8())); // never in full
        const QList<QByteArray> lines = all.split('\n');
        QCOMPARE(lines.size(), 3); // head, row, nothing behind the last line end
        QVERIFY(lines.constLast().isEmpty());
    }

    void jsonIsAnArrayOfTheSame()
    {
        const QList<HistoryRow> rows{issued(QStringLiteral("b-1")), issued(QStringLiteral("b-2"))};
        const QJsonArray array = QJsonDocument::fromJson(written(rows, {Format::Json, false, false})).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array[1].toObject().value(QStringLiteral("biz_no")).toString(), QStringLiteral("b-2"));
        QVERIFY(!array[0].toObject().contains(QStringLiteral("person")));
        QVERIFY(!array[0].toObject().contains(QStringLiteral("note")));
        const QJsonArray all = QJsonDocument::fromJson(written(rows, {Format::Json, true, false})).array();
        QCOMPARE(all[0].toObject().value(QStringLiteral("note")).toString(), rows[0].note);
        QCOMPARE(written({}, {Format::Json, false, false}), QByteArray("[\n]\n"));
    }

    void harIsTheArchiveOfTheirExchanges()
    {
        const QList<Exchange> exchanges{made::ended(made::pending(QStringLiteral("b-1")), Outcome::Issued),
            made::ended(made::pending(QStringLiteral("b-2")), Outcome::Refused)};
        for (int count = 0; count <= 2; ++count) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            RowWriter writer(buffer, {Format::Har, true, false});
            QVERIFY(writer.begin());
            for (const Exchange &exchange : exchanges.first(count))
                QVERIFY(writer.add(rowOf(exchange), exchange));
            QVERIFY(writer.add(issued(QStringLiteral("gone")))); // nothing is kept of it any more
            QVERIFY(writer.end());
            QJsonParseError problem;
            QCOMPARE(QJsonDocument::fromJson(bytes, &problem).object(), harOf(exchanges.first(count)));
            QCOMPARE(problem.error, QJsonParseError::NoError);
        }
    }

    void harHasPseudonymsUnlessAsked()
    {
        Exchange first = made::ended(made::pending(QStringLiteral("b-1")), Outcome::Issued);
        first.request.append(textPart(QStringLiteral("uuid"), QStringLiteral("customer-77")));
        first.reply.headers += QList<QPair<QByteArray, QByteArray>>{
            {"Set-Cookie", "sid=s3cr3t"}, {"X-Token", first.reply.token.toLatin1()}};
        first.reply.location = QUrl(QStringLiteral("https://example.com/?user=customer-77"));
        Exchange second = made::ended(made::pending(QStringLiteral("b-2")), Outcome::Refused);
        second.request.append(textPart(QStringLiteral("uuid"), QStringLiteral("customer-77")));
        const auto archive = [&](bool withPersonal) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            RowWriter writer(buffer, {Format::Har, withPersonal, false});
            const bool ok = writer.begin() && writer.add(rowOf(first), first)
                && writer.add(rowOf(second), second) && writer.end();
            return ok ? QString::fromUtf8(bytes) : QString();
        };
        const QString masked = archive(true);
        QVERIFY(masked.contains(QStringLiteral("测*")));
        QVERIFY(masked.contains(QStringLiteral("customer-77")));
        QVERIFY(!masked.contains(first.reply.token)); // not in a header either

        const QString open = archive(false);
        for (const QString &personal : {QStringLiteral("测*"), QStringLiteral("1…8"),
                 QStringLiteral("customer-77"), QStringLiteral("s3cr3t"), first.reply.token})
            QVERIFY2(!open.contains(personal), qPrintable(personal + u'\n' + open));
        QCOMPARE(open.count(QStringLiteral("\"value\":\"[user 1]\"")), 2); // it is the same one
        for (const QString &needed : {QStringLiteral("b-1"), QStringLiteral("b-2"),
                 QStringLiteral("[token 1]"), QStringLiteral("sha256")})
            QVERIFY2(open.contains(needed), qPrintable(needed + u'\n' + open));

        // What comes back of it is nothing that a form could send.
        const HarReading reading = readHar(open.toUtf8());
        QCOMPARE(reading.entries.size(), 2);
        for (const Part &part : reading.entries.constFirst().parts)
            QVERIFY2(!holdsPseudonym(QString::fromUtf8(part.value)), qPrintable(part.name));
        QStringList left;
        for (const FillFinding &finding : reading.entries.constFirst().findings) {
            if (finding.kind == FillFinding::Kind::Masked)
                left.append(finding.name);
        }
        QCOMPARE(left.join(u' '), QStringLiteral("idcard_name idcard_number return_url uuid"));
    }

    /// The client takes no token out of such an answer, and so knows none to mask.
    void harLeavesOutWhatIsNoText()
    {
        Exchange exchange = made::ended(made::pending(QStringLiteral("b-1")), Outcome::Unknown);
        const QByteArray token = "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46";
        exchange.reply.body = "{\"biz_token\":\"" + token + "\",\"name\":\"\xc4\xe3\"}";
        exchange.reply.token.clear();
        const QByteArray archive = harEntry(exchange);
        QVERIFY(!archive.contains(token));
        const QJsonObject response =
            QJsonDocument::fromJson(archive).object().value(QStringLiteral("response")).toObject();
        const QJsonObject content = response.value(QStringLiteral("content")).toObject();
        QCOMPARE(content.value(QStringLiteral("text")), QJsonValue(QString()));
        QCOMPARE(content.value(QStringLiteral("size")).toInteger(), exchange.reply.body.size());
        QVERIFY(!content.contains(QStringLiteral("encoding")));
        QVERIFY(content.value(QStringLiteral("comment")).toString().startsWith(QStringLiteral("left out")));
    }

    /// Browsers write decimals; anybody may write anything.
    void timesOfOtherProgramsAreRead_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("whole") << QByteArray("12") << qint64(12);
        QTest::newRow("decimals") << QByteArray("12.6250000001") << qint64(13);
        QTest::newRow("none") << QByteArray("null") << qint64(-1);
        QTest::newRow("text") << QByteArray("\"12\"") << qint64(-1);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("no time") << QByteArray("1e300") << qint64(-1);
    }

    void timesOfOtherProgramsAreRead()
    {
        QFETCH(QByteArray, time);
        const HarReading reading = readHar("{\"log\":{\"entries\":[{\"time\":" + time
            + ",\"request\":{\"method\":\"POST\",\"url\":\"" + (getToken().host + getToken().path).toUtf8()
            + "\"}}]}}");
        QCOMPARE(reading.entries.size(), 1);
        QTEST(reading.entries.constFirst().exchange.timing.finished, "ms");
    }

    void pagesAreAskedForUntilThereAreNone()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        RowExport job(buffer, {Format::Json, false, false}, sourceOf(25, 10));
        QSignalSpy progress(&job, &RowExport::progress);
        QSignalSpy finished(&job, &RowExport::finished);
        job.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.constFirst().constFirst().toString(), QString());
        QCOMPARE(job.rows(), 25);
        QCOMPARE(progress.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(buffer.data()).array().size(), 25);
    }

    void anErrorOfTheSourceEndsIt()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        RowExport job(buffer, {}, [](QObject *context, const RowExport::Answer &answer) {
            QMetaObject::invokeMethod(
                context,
                [answer] {
                    answer({{}, QStringLiteral("locked")});
                },
                Qt::QueuedConnection);
        });
        QSignalSpy finished(&job, &RowExport::finished);
        job.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.constFirst().constFirst().toString(), QStringLiteral("locked"));
    }

    void aFullDiskIsSaid()
    {
        if (!QFileInfo::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full here");
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QFile::WriteOnly | QFile::Unbuffered));
        RowExport job(full, {}, sourceOf(5, 5));
        QSignalSpy finished(&job, &RowExport::finished);
        job.start();
        QVERIFY(finished.wait());
        QVERIFY(!finished.constFirst().constFirst().toString().isEmpty());
        QCOMPARE(finished.size(), 1);
    }

    void aCancelledExportSaysNothing()
    {
        QBuffer closed; // takes nothing
        RowExport job(closed, {}, sourceOf(5, 5));
        QSignalSpy finished(&job, &RowExport::finished);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
        job.start();
        job.cancel();
        QCoreApplication::processEvents();
        QVERIFY(finished.isEmpty());
    }

    void aCancelledExportLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.csv"));
        {
            OutFile file(path);
            QVERIFY(file.begin());
            RowExport job(file, {}, sourceOf(1000, 1));
            QSignalSpy finished(&job, &RowExport::finished);
            connect(&job, &RowExport::progress, &job, [&job](qint64 rows) {
                if (rows == 3)
                    job.cancel();
            });
            job.start();
            QTRY_COMPARE(job.rows(), 3);
            QCoreApplication::processEvents();
            QCOMPARE(job.rows(), 3);
            QVERIFY(finished.isEmpty());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFileIsForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.csv"));
        QFile older(path);
        QVERIFY(older.open(QFile::WriteOnly));
        older.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        older.close();
        OutFile file(path);
        QVERIFY(file.begin());
        file.write("x");
        QVERIFY(file.commit());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }
};

QTEST_GUILESS_MAIN(tst_RowWriter)
#include "tst_rowwriter.moc"
