// Sheets as people and spreadsheets write them: the reader, the columns, the check of all rows, the plan.

#include "batch/batchplan.h"
#include "batch/sheetcheck.h"

#include <QBuffer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

namespace {

/// The records of a CSV as text: cells in [], or the error.
QString recordsOf(const QByteArray &csv)
{
    QBuffer buffer;
    buffer.setData(csv);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    QString text;
    QList<QByteArray> cells;
    while (reader.next(cells)) {
        for (const QByteArray &cell : cells)
            text += u'[' + QString::fromUtf8(cell) + u']';
        text += u'|';
    }
    return reader.error().isEmpty() ? text : QStringLiteral("error");
}

/// A sheet on a drive that is gone after some bytes.
class LostDrive : public QIODevice
{
public:
    explicit LostDrive(const QByteArray &start)
        : m_left(start)
    { }

protected:
    qint64 readData(char *bytes, qint64 size) override
    {
        if (m_left.isEmpty()) {
            setErrorString(QStringLiteral("gone"));
            return -1;
        }
        const qsizetype count = qMin(qsizetype(size), m_left.size());
        memcpy(bytes, m_left.constData(), size_t(count));
        m_left.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_left;
};

const Parts uploaded{textPart(QStringLiteral("comparison_type"), QStringLiteral("0"))};
const Parts source{textPart(QStringLiteral("comparison_type"), QStringLiteral("1"))};

} // namespace

class tst_BatchSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsBlockByBlock();
    void aLostDriveIsNoEnd();
    void knowsItsColumns_data();
    void knowsItsColumns();
    void guessesTheApi_data();
    void guessesTheApi();
    void checksEveryCell();
    void warnsAndRefuses_data();
    void warnsAndRefuses();
    void fixedFieldsStepBack();
    void keepsThePlan();
    void aPlanOfAnotherVersionIsNone();

private:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("sheet.csv"))
    {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(content);
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void tst_BatchSheet::reads_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("records");
    const auto row = [](const char *name, const QByteArray &csv, const char *records) {
        QTest::newRow(name) << csv << QString::fromUtf8(records);
    };
    row("LF", "a,b\n1,2\n", "[a][b]|[1][2]|");
    row("CR LF, no end", "a,b\r\n1,2", "[a][b]|[1][2]|");
    row("old Mac", "a,b\r1,2\r", "[a][b]|[1][2]|");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a,b\n1,2\n",
        "[a][b]|[1][2]|");
    row("semicolons", "a;b\n1,5;2\n", "[a][b]|[1,5][2]|");
    row("tabs", "a\tb\n1\t2\n", "[a][b]|[1][2]|");
    row("quotes", "a,b\n\"1,\n\"\"x\"\"\",2\n", "[a][b]|[1,\n\"x\"][2]|");
    row("a quote within", "a,b\n1\"x,2\n", "[a][b]|[1\"x][2]|");
    row("empty cells", "a,b,c\n,,\n\"\",x,\n", "[a][b][c]|[][][]|[][x][]|");
    row("empty lines", "a\n\n\n1\n\n", "[a]|[1]|");
    row("blanks around", " a , b \n 1 ,\" 2 \"\n", "[a][b]|[1][ 2 ]|");
    row("Chinese", "姓名,号\n测试一,1\n", "[姓名][号]|[测试一][1]|");
    row("a quote never closed", "a,b\n\"1,2\n3,4\n", "error");
    row("nothing", "", "");
    row("GBK", "idcard_name\n\xD5\xC5\xC8\xFD\n", "error");
    row("UTF-16", QByteArray("\xFF\xFE\x61\0\x0A\0", 6), "error");
    row("UTF-16 without a mark", QByteArray("a\0\n\0", 4), "error");
    row("a picture", "\xFF\xD8\xFF\xE0", "error");
}

void tst_BatchSheet::reads()
{
    QFETCH(const QByteArray, csv);
    QTEST(recordsOf(csv), "records");
}

void tst_BatchSheet::readsBlockByBlock()
{
    QByteArray csv = "a,b\n";
    for (int i = 0; i < 50'000; ++i)
        csv += QByteArray::number(i) + ",\"x\n" + QByteArray(i % 50, 'y') + "\"\n";
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    QList<QByteArray> cells;
    QVERIFY(reader.next(cells));
    for (int i = 0; i < 50'000; ++i) {
        QVERIFY(reader.next(cells));
        QCOMPARE(cells.at(0), QByteArray::number(i));
        QCOMPARE(cells.at(1).size(), 2 + i % 50);
    }
    QVERIFY(!reader.next(cells));
    QCOMPARE(reader.error(), QString());
    QCOMPARE(recordsOf("a\n\"" + QByteArray(3'000'000, 'x') + "\"\n"), QStringLiteral("error"));
    QCOMPARE(recordsOf("a\n" + QByteArray(2'000'000, ',') + "\n"), QStringLiteral("error"));
    // The first block, which is looked at for its encoding, ends within a letter.
    QVERIFY(recordsOf("a\n" + QByteArray(64 * 1024 - 3, 'x') + "测\n").endsWith(QStringLiteral("x测]|")));
}

/// Otherwise a batch would be done after half of its rows.
void tst_BatchSheet::aLostDriveIsNoEnd()
{
    LostDrive drive("a,b\n" + QByteArray("1,2\n").repeated(100'000));
    QVERIFY(drive.open(QIODevice::ReadOnly));
    CsvReader reader(drive);
    QList<QByteArray> cells;
    while (reader.next(cells)) { }
    QCOMPARE(reader.error(), QStringLiteral("gone"));
}

void tst_BatchSheet::knowsItsColumns_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("words"); // of the refusal; empty: taken
    const auto row = [](const char *header, const char *words) {
        QTest::newRow(header) << QByteArray(header) << QString::fromLatin1(words);
    };
    row("idcard_name,idcard_number", "");
    row("#note,idcard_name,,image_ref1,image_ref2", "");
    row("idcard_nmae", "idcard_nmae");
    row("api_key", "api_key");
    row("sign,uuid", "credential");
    row("uuid,uuid", "twice");
    row("image_ref9", "image_ref9");
    row("", "empty");
}

void tst_BatchSheet::knowsItsColumns()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, words);
    const QByteArray content = header.isEmpty() ? header : header + "\n1\n";
    const auto opened = BatchSheet::open(write(content), getBizToken(), {});
    const QString *problem = std::get_if<QString>(&opened);
    QCOMPARE(problem == nullptr, words.isEmpty());
    if (problem)
        QVERIFY2(problem->contains(words), qPrintable(*problem));
    QVERIFY(std::holds_alternative<QString>(BatchSheet::open(m_folder.path(), getBizToken(), {})));
}

void tst_BatchSheet::guessesTheApi_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Parts>("fixed");
    QTest::addColumn<QString>("endpoint");
    const auto row = [](const char *header, const Parts &fixed, const char *endpoint) {
        QTest::newRow(header) << QByteArray(header) << fixed << QString::fromLatin1(endpoint);
    };
    row("idcard_name,idcard_number", {}, "get_biz_token");
    row("idcard_name,return_url,notify_url", {}, "get_token");
    row("uuid,image_ref1", {textPart(QStringLiteral("notify_url"), QStringLiteral("https://x"))},
        "get_token");
    row("security_level,uuid", {}, "get_biz_token");
}

void tst_BatchSheet::guessesTheApi()
{
    QFETCH(const QByteArray, header);
    QFETCH(const Parts, fixed);
    QTEST(BatchSheet::guessedEndpoint(write(header), fixed).id, "endpoint");
}

void tst_BatchSheet::checksEveryCell()
{
    const QString sheet = write("idcard_name,idcard_number,biz_no\n"
                                "测试一,110101199003070038,b1\n"
                                ",110101199003070038,b2\n"
                                "测试一,1101,b3\n"
                                "测试一,110101199003070038,b1\n"
                                "测试一,110101199003070038,b4,too many\n");
    const SheetCheck check = checkSheet(sheet, getBizToken(), source);
    QCOMPARE(check.error, QString());
    QCOMPARE(check.rows, 5);
    QCOMPARE(check.refusedRows, 4);
    QStringList where;
    for (const CellProblem &problem : check.first) {
        QVERIFY(!problem.message.isEmpty());
        where.append(QStringLiteral("%1 %2 %3").arg(problem.row).arg(problem.column, problem.code));
    }
    QCOMPARE(where,
        QStringList({QStringLiteral("3 idcard_name MISSING_ARGUMENTS:idcard_name"),
            QStringLiteral("4 idcard_number BAD_ARGUMENTS:idcard_number"), QStringLiteral("5 biz_no "),
            QStringLiteral("6  ")}));
    QCOMPARE(check.hash, fileHash(sheet));
    QCOMPARE(checkSheet(write("idcard_name\n"), getBizToken(), source).isGood(), false);
}

void tst_BatchSheet::warnsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("photo"); // cell; "photo.jpg" is there
    QTest::addColumn<int>("refused");
    QTest::newRow("there") << QByteArray("photo.png") << 0;
    QTest::newRow("not there") << QByteArray("gone.png") << 1;
    QTest::newRow("a folder") << QByteArray(".") << 1;
    QTest::newRow("no picture") << QByteArray("sheet.csv") << 1;
    QTest::newRow("none") << QByteArray() << 1;
}

void tst_BatchSheet::warnsAndRefuses()
{
    QFETCH(const QByteArray, photo);
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QVERIFY(image.save(m_folder.filePath(QStringLiteral("photo.png"))));
    const SheetCheck check =
        checkSheet(write("uuid,image_ref1,idcard_name\nu-1," + photo + ",x\n"), getBizToken(), uploaded);
    QTEST(check.refusedRows, "refused");
    QVERIFY(!check.first.isEmpty()); // idcard_name has no place in this case: a warning
    int refusals = 0;
    for (const CellProblem &problem : check.first)
        refusals += problem.isRefusal ? 1 : 0;
    QTEST(refusals, "refused"); // one for each cell, not two
}

void tst_BatchSheet::fixedFieldsStepBack()
{
    const Parts fixed{textPart(QStringLiteral("security_level"), QStringLiteral("2"))};
    auto opened = BatchSheet::open(write("uuid,security_level\na,4\nb,\n"), getBizToken(), fixed);
    auto &sheet = *std::get<std::unique_ptr<BatchSheet>>(opened);
    SheetRow row;
    QVERIFY(sheet.next(row));
    QCOMPARE(row.number, 2);
    QCOMPARE(partText(row.texts, u"security_level"), QStringLiteral("4"));
    QVERIFY(sheet.next(row));
    QCOMPARE(partText(row.texts, u"security_level"), QStringLiteral("2"));
    QCOMPARE(sheet.plainColumns(), QStringList({QStringLiteral("uuid"), QStringLiteral("security_level")}));
}

void tst_BatchSheet::keepsThePlan()
{
    const QString sheet = write("uuid\na\n", QStringLiteral("plan.csv"));
    QVERIFY(!BatchPlan::exists(sheet));
    QVERIFY(std::holds_alternative<QString>(BatchPlan::load(sheet)));
    BatchPlan plan;
    plan.sheetHash = QStringLiteral("ab");
    plan.endpointId = getToken().id;
    plan.service = QStringLiteral("https://x key");
    plan.seed = BatchPlan::freshSeed(getToken());
    plan.rows = 12;
    plan.fixed = source;
    QCOMPARE(plan.save(sheet), QString());
    const auto loaded = BatchPlan::load(sheet);
    QVERIFY(std::holds_alternative<BatchPlan>(loaded));
    const auto &back = std::get<BatchPlan>(loaded);
    QCOMPARE(back.seed, plan.seed);
    QCOMPARE(back.rows, 12);
    QCOMPARE(back.fixed.size(), 1);
    QCOMPARE(back.bizNo(7), plan.seed + QStringLiteral("-00007"));
    QVERIFY(back.bizNo(123456).toUtf8().size() <= 128);
    QCOMPARE(QFileInfo(BatchPlan::pathOf(sheet)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
    QVERIFY(BatchPlan::freshSeed(getToken()) != plan.seed);
}

void tst_BatchSheet::aPlanOfAnotherVersionIsNone()
{
    const QString sheet = write("uuid\na\n", QStringLiteral("odd.csv"));
    for (const char *content : {"", "{}", R"({"version":2,"seed":"s","endpoint":"get_token"})",
             R"({"version":1,"seed":"","endpoint":"get_token"})",
             R"({"version":1,"seed":"s","endpoint":"x"})"}) {
        write(content, QStringLiteral("odd.csv.batch"));
        QVERIFY(std::holds_alternative<QString>(BatchPlan::load(sheet)));
    }
}

QTEST_GUILESS_MAIN(tst_BatchSheet)
#include "tst_batchsheet.moc"
