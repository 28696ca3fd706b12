#include "history/historymodel.h"
#include "support/madeexchange.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace faceid;
using Column = HistoryModel::Column;

namespace {

HistoryRow issuedRow(const QString &bizNo, int secondsLeft)
{
    HistoryRow row = rowOf(made::ended(made::pending(bizNo), Outcome::Issued));
    // Half a second into the second shown, so that a slow moment changes nothing.
    row.expiresAt = QDateTime::currentDateTimeUtc().addMSecs(secondsLeft * 1000LL - 500);
    return row;
}

QString text(const QAbstractItemModel &model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role).toString();
}

} // namespace

class tst_HistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countdowns();
    void rowsOfExchanges();
    void texts();
    void texts_escapeWhatCameFromOutside();
    void headers();
    void changes();
    void ticks();
    void sorts();
    void searches();
};

void tst_HistoryModel::countdowns()
{
    QCOMPARE(countdownText(-3), QStringLiteral("0:00"));
    QCOMPARE(countdownText(9), QStringLiteral("0:09"));
    QCOMPARE(countdownText(59 * 60 + 12), QStringLiteral("59:12"));
    QCOMPARE(countdownText(3600), QStringLiteral("1:00:00"));
    QCOMPARE(countdownText(23 * 3600 + 59 * 60 + 12), QStringLiteral("23:59:12"));
}

void tst_HistoryModel::rowsOfExchanges()
{
    const Exchange e = made::ended(made::pending(QStringLiteral("b")), Outcome::Issued);
    const HistoryRow row = rowOf(e);
    QCOMPARE(row.id, e.id);
    QCOMPARE(row.token, e.reply.token);
    QCOMPARE(row.person, QStringLiteral("测* 1…8"));
    QCOMPARE(row.expiresAt, e.expiresAt());

    // Without a name, the uuid says whom it is about; a photo does not.
    Exchange other = e;
    other.endpointId = getBizToken().id;
    other.request = redacted(getBizToken(),
        {textPart(QStringLiteral("comparison_type"), QStringLiteral("0")),
            textPart(QStringLiteral("uuid"), QStringLiteral("user-7")),
            {QStringLiteral("image_ref1"), "x", QStringLiteral("image_ref1.jpg"), {}}});
    QCOMPARE(rowOf(other).person, QStringLiteral("user-7"));
    QCOMPARE(rowOf(other).comparison, QStringLiteral("0"));
    QVERIFY(rowOf(Exchange()).person.isEmpty());
}

void tst_HistoryModel::texts()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    HistoryRow row = issuedRow(QStringLiteral("b-1"), 59 * 60 + 12);
    row.startedAt = QDateTime(QDate(2026, 11, 22), QTime(5, 34, 32), Qt::LocalTime).toUTC();
    model.setRows(
        {row, issuedRow(QStringLiteral("b-2"), 23 * 3600 + 59 * 60 + 12), issuedRow(QStringLiteral("b-3"), 0),
            rowOf(made::ended(made::pending(QStringLiteral("b-4")), Outcome::Refused))});

    QCOMPARE(text(model, 0, Column::Time), QStringLiteral("2026-11-22 05:34:32"));
    QCOMPARE(text(model, 0, Column::Outcome), outcomeTitle(Outcome::Issued));
    QCOMPARE(text(model, 0, Column::Endpoint), QStringLiteral("PC"));
    QCOMPARE(text(model, 0, Column::Profile), QStringLiteral("测试 profile"));
    QCOMPARE(text(model, 0, Column::BizNo), QStringLiteral("b-1"));
    QCOMPARE(text(model, 0, Column::Token), QStringLiteral("0123…cdef"));
    QCOMPARE(text(model, 0, Column::RequestId), row.requestId);
    QCOMPARE(text(model, 0, Column::TimeLeft), QStringLiteral("59:12"));
    QCOMPARE(text(model, 0, Column::Person), QStringLiteral("测* 1…8"));
    QCOMPARE(text(model, 1, Column::TimeLeft), QStringLiteral("23:59:12"));
    QCOMPARE(text(model, 2, Column::TimeLeft), QStringLiteral("expired"));
    QCOMPARE(text(model, 3, Column::TimeLeft), QString());
    QCOMPARE(text(model, 3, Column::Outcome), outcomeTitle(Outcome::Refused));

    QCOMPARE(text(model, 0, Column::Outcome, Qt::AccessibleTextRole), QStringLiteral("Outcome: Issued"));
    QCOMPARE(text(model, 3, Column::TimeLeft, Qt::AccessibleTextRole), QStringLiteral("Time left: empty"));
    QVERIFY(
        text(model, 3, Column::Outcome, Qt::ToolTipRole).contains(QStringLiteral("HTTP 400 BAD_ARGUMENTS")));
    QCOMPARE(model.index(0, int(Column::TimeLeft)).data(Qt::TextAlignmentRole).toInt(),
        int(Qt::AlignRight | Qt::AlignVCenter));
    QCOMPARE(model.index(0, int(Column::Time)).data(HistoryModel::ValueRole).toDateTime(), row.startedAt);
    QCOMPARE(model.index(0, 0).data(HistoryModel::RowRole).value<HistoryRow>().token, row.token);

    // The token in full is nowhere to be read, searched or sorted by.
    for (int column = 0; column < HistoryModel::columns; ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                 int(Qt::EditRole), int(HistoryModel::ValueRole)})
            QVERIFY(!text(model, 0, Column(column), role).contains(row.token));
    }
}

void tst_HistoryModel::texts_escapeWhatCameFromOutside()
{
    HistoryModel model;
    HistoryRow row = issuedRow(QStringLiteral("<b>bold</b>\u202egnp.exe\nline"), 60);
    row.errorCode = QStringLiteral("<img src=x>");
    model.setRows({row});
    QCOMPARE(text(model, 0, Column::BizNo), QStringLiteral("<b>bold</b>\ufffdgnp.exe\ufffdline"));
    QVERIFY(text(model, 0, Column::BizNo, Qt::ToolTipRole).contains(QStringLiteral("&lt;b&gt;")));
    QVERIFY(!text(model, 0, Column::Outcome, Qt::ToolTipRole).contains(QStringLiteral("<img")));
}

void tst_HistoryModel::headers()
{
    HistoryModel model;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    QCOMPARE(titles,
        QStringList({QStringLiteral("Time"), QStringLiteral("Outcome"), QStringLiteral("API"),
            QStringLiteral("Profile"), QStringLiteral("biz_no"), QStringLiteral("Token"),
            QStringLiteral("request_id"), QStringLiteral("Time left"), QStringLiteral("Person"),
            QStringLiteral("Note"), QStringLiteral("Tags"), QStringLiteral("Ticket"),
            QStringLiteral("Operator")}));
    QVERIFY(!model.headerData(99, Qt::Horizontal).isValid()
        || model.headerData(99, Qt::Horizontal).toInt() == 100);
    QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
    model.retranslate();
    QCOMPARE(headers.size(), 1);
}

void tst_HistoryModel::changes()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.rowCount(), 0);
    const Exchange first = made::pending(QStringLiteral("b-1"));
    model.put(rowOf(first));
    model.put(rowOf(made::pending(QStringLiteral("b-2"))));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, Column::BizNo), QStringLiteral("b-2")); // the newest on top
    QCOMPARE(model.indexOfId(first.id), 1);

    model.put(rowOf(made::ended(first, Outcome::Issued)));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(text(model, 1, Column::Outcome), outcomeTitle(Outcome::Issued));
    QCOMPARE(model.rowAt(1)->id, first.id);
    QVERIFY(!model.rowAt(2) && !model.rowAt(-1));
    QCOMPARE(model.indexOfId(QUuid::createUuid()), -1);
    model.retranslate();
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    model.retranslate();
    model.tick(0, 9);
}

void tst_HistoryModel::ticks()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({rowOf(made::pending(QStringLiteral("none"))), issuedRow(QStringLiteral("old"), -100),
        issuedRow(QStringLiteral("counting"), 2)});
    model.tick(0, 9);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY_WITH_TIMEOUT((model.tick(0, 9), changed.size() >= 2), 5'000);
    for (const QList<QVariant> &arguments : changed) { // only the cell that counts
        QCOMPARE(arguments[0].toModelIndex(), model.index(2, int(Column::TimeLeft)));
        QCOMPARE(arguments[1].toModelIndex(), model.index(2, int(Column::TimeLeft)));
    }
    QCOMPARE(text(model, 2, Column::TimeLeft), QStringLiteral("expired"));
    changed.clear();
    QTest::qWait(1'100); // longer than a step of the count
    model.tick(0, 9);
    QCOMPARE(changed.size(), 0);
}

void tst_HistoryModel::sorts()
{
    HistoryModel model;
    QSortFilterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.setSortRole(HistoryModel::ValueRole);
    // As texts, 9:00 comes after 1:00:00.
    model.setRows({issuedRow(QStringLiteral("b"), 3600), issuedRow(QStringLiteral("c"), 540),
        issuedRow(QStringLiteral("a"), 7200)});
    const auto order = [&proxy] {
        QString result;
        for (int row = 0; row < proxy.rowCount(); ++row)
            result += text(proxy, row, Column::BizNo);
        return result;
    };
    proxy.sort(int(Column::TimeLeft));
    QCOMPARE(order(), QStringLiteral("cba"));
    proxy.sort(int(Column::TimeLeft), Qt::DescendingOrder);
    QCOMPARE(order(), QStringLiteral("abc"));
    proxy.sort(int(Column::BizNo));
    QCOMPARE(order(), QStringLiteral("abc"));
    model.put(issuedRow(QStringLiteral("aa"), 30));
    QCOMPARE(order(), QStringLiteral("aaabc"));
}

void tst_HistoryModel::searches()
{
    HistoryModel model;
    QSortFilterProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    proxy.setFilterKeyColumn(-1);
    model.setRows({issuedRow(QStringLiteral("order-17"), 60), issuedRow(QStringLiteral("order-18"), 60)});
    proxy.setFilterFixedString(QStringLiteral("er-18"));
    QCOMPARE(proxy.rowCount(), 1);
    proxy.setFilterFixedString(QStringLiteral("测*"));
    QCOMPARE(proxy.rowCount(), 2);
}

QTEST_GUILESS_MAIN(tst_HistoryModel)
#include "tst_historymodel.moc"
