// The list's side of the history: what a search finds, in what order, and the window of it in memory.

#include "bench/manyrows.h"
#include "history/historybrowser.h"
#include "history/historymodel.h"
#include "history/historyreader.h"
#include "history/historyrows.h"
#include "history/querystatement.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

namespace {

constexpr int manyRows = 2200; // more than the pass over the newest, and than the model keeps

const auto never = [] { return false; };

QList<QUuid> idsOf(const QList<HistoryRow> &rows)
{
    QList<QUuid> ids;
    for (const HistoryRow &row : rows)
        ids.append(row.id);
    return ids;
}

} // namespace

class tst_HistoryBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(bench::fill(path(), manyRows, [](int) {}), QString());
        HistoryReader reader(path());
        reader.open();
        m_all = reader.firstRows({}, manyRows + 1, never);
        QCOMPARE(m_all.size(), manyRows);
    }

    void searches_data()
    {
        QTest::addColumn<QString>("text");
        const HistoryRow &old = m_all.at(manyRows - 3);
        const QStringList texts{QStringLiteral("2"), QStringLiteral("-"), QStringLiteral("Q"),
            QStringLiteral("17"), QStringLiteral("vI"), QStringLiteral("客"), QStringLiteral("回电"),
            QStringLiteral("客户已"), QStringLiteral("重拍"), QStringLiteral("BAD_argu"),
            QStringLiteral("T-5"), QStringLiteral("nothing like it"), QStringLiteral("%"),
            QStringLiteral("_a"), QStringLiteral("\""), QStringLiteral("*"), QStringLiteral("\"a\" OR b"),
            QStringLiteral(" wait"), QStringLiteral("5"), old.bizNo, old.bizNo.last(1), old.bizNo.last(2),
            old.requestId.mid(7, 9), old.bizNo.toLower()};
        for (const QString &text : texts)
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    /// Against a look at every row.
    void searches()
    {
        QFETCH(QString, text);
        HistoryQuery query;
        query.text = text;
        compareWithEveryRow(query);
        query.outcomes = {Outcome::Refused, Outcome::Unknown};
        compareWithEveryRow(query);
    }

    void filters()
    {
        HistoryQuery query;
        const auto now = QDateTime::currentDateTimeUtc();
        for (const Outcome outcome : {Outcome::Issued, Outcome::Unknown, Outcome::Pending}) {
            query.outcomes = {outcome};
            compareWithEveryRow(query);
        }
        query = {};
        query.endpointId = QStringLiteral("get_token");
        compareWithEveryRow(query);
        query.environment = Environment::Test;
        compareWithEveryRow(query);
        query.profileId = QStringLiteral("p-sdk");
        compareWithEveryRow(query);
        query = {};
        query.from = m_all.at(100).startedAt;
        query.until = m_all.at(10).startedAt;
        compareWithEveryRow(query);
        query = {};
        for (const auto validity : {HistoryQuery::Validity::Open, HistoryQuery::Validity::Expired}) {
            query.validity = validity;
            compareWithEveryRow(query);
        }
        QVERIFY(std::all_of(m_all.cbegin(), m_all.cend(),
            [&now](const HistoryRow &row) { return !row.expiresAt.isValid() || row.expiresAt < now; }));
    }

    void persons()
    {
        const auto some = std::find_if(
            m_all.cbegin(), m_all.cend(), [](const HistoryRow &row) { return !row.nameKey.isEmpty(); });
        const auto uploaded = std::find_if(
            m_all.cbegin(), m_all.cend(), [](const HistoryRow &row) { return !row.uuid.isEmpty(); });
        QVERIFY(some != m_all.cend() && uploaded != m_all.cend());
        const QByteArray nobody(16, 'x');
        for (const auto &[codes, isThere] : {std::pair(PersonCodes{some->nameKey, nobody, {}, {}}, true),
                 std::pair(PersonCodes{nobody, some->numberKey, {}, {}}, true),
                 std::pair(PersonCodes{nobody, nobody, uploaded->uuid, {}}, true),
                 std::pair(PersonCodes{{}, {}, uploaded->uuid, {}}, true),
                 std::pair(PersonCodes{nobody, nobody, uploaded->uuid.chopped(1), {}}, false),
                 std::pair(PersonCodes{{}, {}, {}, {}}, false)}) {
            HistoryQuery query;
            query.person = codes;
            HistoryReader reader(path());
            reader.open();
            QCOMPARE(!reader.firstRows(query, 10, never).isEmpty(), isThere);
            compareWithEveryRow(query);
            query.text = QStringLiteral("2");
            compareWithEveryRow(query);
            QVERIFY(query.isNarrow());
            QVERIFY(!(query == HistoryQuery()));
        }
    }

    /// A person and a token are looked up, not looked for.
    void lookUpsGoThroughNoTable()
    {
        HistoryDatabase database(path());
        QVERIFY(!database.open(std::chrono::seconds(3)).isValid());
        const auto plan = [&database](const QString &sql, const QVariantList &values) {
            QStringList steps;
            database.each(
                QStringLiteral("EXPLAIN QUERY PLAN ") + sql, values, [&steps](const QVariantList &row) {
                    steps.append(row.value(3).toString());
                    return QSqlError();
                });
            return steps.join(u'\n');
        };
        HistoryQuery query;
        query.person = PersonCodes{QByteArray(16, 'a'), QByteArray(16, 'b'), QStringLiteral("somebody"), {}};
        const QueryStatement statement(query, QDateTime::currentDateTimeUtc());
        const QString steps = plan(statement.sql(), statement.values());
        QVERIFY2(!steps.contains(QStringLiteral("SCAN requests")), qPrintable(steps));
        QVERIFY2(steps.contains(QStringLiteral("requests_name_key")), qPrintable(steps));
        QVERIFY2(steps.contains(QStringLiteral("requests_number_key")), qPrintable(steps));

        const QString holder = plan(QStringLiteral("SELECT id FROM requests WHERE %1 AND %2")
                                        .arg(schema::sameSerial(), schema::occupying()),
            {QStringLiteral("b"), QStringLiteral("s")});
        QVERIFY2(holder.contains(QStringLiteral("requests_biz_no")), qPrintable(holder));

        const auto issued = std::find_if(
            m_all.cbegin(), m_all.cend(), [](const HistoryRow &row) { return !row.token.isEmpty(); });
        for (const QString &text : {issued->token, issued->requestId})
            QCOMPARE(idsOf(rowsOfToken(database, text).rows), QList<QUuid>{issued->id});
        QVERIFY(rowsOfToken(database, issued->token.chopped(1)).rows.isEmpty());
        QVERIFY(rowsOfToken(database, QString()).rows.isEmpty());
    }

    void sorts_data()
    {
        QTest::addColumn<HistoryColumn>("column");
        for (int column = 0; column < HistoryModel::columns; ++column)
            QTest::addRow("%d", column) << HistoryColumn(column);
    }
    /// Up and down, with a search and without: the same rows, one order the other one's reverse.
    void sorts()
    {
        QFETCH(HistoryColumn, column);
        HistoryReader reader(path());
        reader.open();
        for (const QString &text : {QString(), QStringLiteral("17"), QStringLiteral("BAD_ARG")}) {
            HistoryQuery query;
            query.text = text;
            query.sortBy = column;
            query.order = Qt::AscendingOrder;
            QList<qint64> up = reader.order(query, never);
            QCOMPARE(reader.error(), QString());
            query.order = Qt::DescendingOrder;
            const QList<qint64> down = reader.order(query, never);
            const QList<HistoryRow> first = reader.firstRows(query, 50, never);
            for (qsizetype i = 0; i < first.size(); ++i)
                QCOMPARE(first[i].number, down[i]);
            std::reverse(up.begin(), up.end());
            QCOMPARE(up, down);
            QVERIFY(!down.isEmpty());
        }
    }

    void givesUpWhatNobodyWaitsFor()
    {
        HistoryReader reader(path());
        reader.open();
        int asked = 0;
        QVERIFY(reader.order({}, [&asked] { return ++asked > 10; }).isEmpty());
        QVERIFY(asked < 20);
        QCOMPARE(reader.error(), QString());
    }

    void saysWhatIsWrong()
    {
        HistoryReader reader(m_folder.filePath(QStringLiteral("none/history.sqlite")));
        reader.open();
        QVERIFY(!reader.error().isEmpty());
    }

    void onlyTheLastQuestionIsAnswered()
    {
        HistoryBrowser browser(path());
        QSignalSpy first(&browser, &HistoryBrowser::firstRows);
        QSignalSpy order(&browser, &HistoryBrowser::order);
        browser.open();
        HistoryQuery query;
        for (const char16_t *text : {u"1", u"17", u"170", u"vip"}) {
            query.text = QString::fromUtf16(text);
            browser.ask(query);
        }
        QTRY_COMPARE(first.size(), 1);
        if (!first.constFirst().at(1).toBool())
            QTRY_COMPARE(order.size(), 1);
        const auto rows = first.constFirst().constFirst().value<QList<HistoryRow>>();
        QVERIFY(!rows.isEmpty());
        for (const HistoryRow &row : rows)
            QCOMPARE(row.tags, QStringLiteral("vip"));
    }

    void theModelHoldsAWindow()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        HistoryBrowser browser(path());
        join(model, browser);
        browser.open();
        model.reload();
        QTRY_COMPARE(model.rowCount(), manyRows);
        QTRY_VERIFY(model.isComplete());
        QVERIFY(model.rowAt(0));
        QVERIFY(!model.rowAt(manyRows - 1));
        // Whoever paints a cell gets its row soon.
        const QModelIndex last = model.index(manyRows - 1, int(HistoryColumn::BizNo));
        QCOMPARE(last.data().toString(), QStringLiteral("…"));
        QTRY_VERIFY(model.rowAt(manyRows - 1));
        QCOMPARE(last.data().toString(), m_all.constLast().bizNo);
        QCOMPARE(model.indexOfId(m_all.constLast().id), manyRows - 1);
        // From end to end, and not everything stays.
        for (int row = 0; row < manyRows; row += 50) {
            model.index(row, 0).data();
            QTRY_VERIFY(model.rowAt(row));
        }
        int kept = 0;
        for (int row = 0; row < manyRows; ++row)
            kept += model.rowAt(row) ? 1 : 0;
        QVERIFY2(kept < manyRows - 100, qPrintable(QString::number(kept)));

        model.sort(int(HistoryColumn::Time), Qt::AscendingOrder);
        QTRY_VERIFY(model.isComplete() && model.rowAt(0) && model.rowAt(0)->id == m_all.constLast().id);
        QCOMPARE(model.rowCount(), manyRows);
    }

    void rowsComeGoAndComeBack()
    {
        HistoryBench bench(m_folder.filePath(QStringLiteral("live/history.sqlite")));
        QCOMPARE(bench.openError(), QString());
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        HistoryBrowser browser(bench.store().path());
        join(model, browser);
        connect(&bench.store(), &HistoryStore::changed, &model, &HistoryModel::put);
        browser.open();
        model.reload();
        const Exchange asked = made::pending(QStringLiteral("mine"));
        bench.begin(asked);
        QTRY_COMPARE(model.rowCount(), 1);
        // Another program writes, and this one hears of it by the file.
        HistoryBench other(bench.store().path());
        const Exchange theirs = made::pending(QStringLiteral("theirs"));
        other.begin(theirs);
        QTRY_COMPARE(model.rowCount(), 2);
        other.finish(made::ended(theirs, Outcome::Issued));
        QTRY_COMPARE(model.rowAt(0)->outcome, Outcome::Issued);

        model.hide(theirs.id);
        QCOMPARE(model.rowCount(), 1);
        model.reload();
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(model.rowCount(), 1);
        model.showAgain(theirs.id);
        QTRY_COMPARE(model.rowCount(), 2);

        std::optional<QString> error;
        other.store().erase(theirs.id, this, [&error](const QString &why) { error = why; });
        QTRY_COMPARE(error, QString());
        QTRY_COMPARE(model.rowCount(), 1);
        error.reset();
        bench.store().erase(asked.id, this, [&error](const QString &why) { error = why; });
        QTRY_VERIFY(error && !error->isEmpty()); // it is under way
        QCOMPARE(
            RawHistory(bench.store().path()).ask(QStringLiteral("SELECT count(*) FROM details")).toInt(), 1);
    }

    void whatIsTypedIsSaidOfTheRow()
    {
        HistoryModel model;
        model.setRows({m_all.constFirst()});
        QSignalSpy edited(&model, &HistoryModel::edited);
        const QModelIndex ticket = model.index(0, int(HistoryColumn::Ticket));
        QVERIFY(model.flags(ticket).testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.flags(model.index(0, int(HistoryColumn::Token))).testFlag(Qt::ItemIsEditable));
        QVERIFY(model.setData(ticket, QStringLiteral(" T-7 ")));
        QCOMPARE(edited.size(), 1);
        const auto remark = edited.constFirst().at(1).value<Remark>();
        QCOMPARE(std::get<TicketRemark>(remark).ticket, QStringLiteral("T-7"));
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("x")));
        QCOMPARE(edited.size(), 1);
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("many/history.sqlite")); }

    static void join(HistoryModel &model, HistoryBrowser &browser)
    {
        connect(&model, &HistoryModel::asked, &browser, &HistoryBrowser::ask);
        connect(&model, &HistoryModel::rowsWanted, &browser, &HistoryBrowser::fetch);
        connect(&browser, &HistoryBrowser::firstRows, &model, &HistoryModel::showFirst);
        connect(&browser, &HistoryBrowser::order, &model, &HistoryModel::setOrder);
        connect(&browser, &HistoryBrowser::fetched, &model, &HistoryModel::supply);
        connect(
            &browser, &HistoryBrowser::changedElsewhere, &model, [&model](const QList<HistoryRow> &added) {
                for (const HistoryRow &row : added)
                    model.put(row);
                model.refresh();
            });
    }

    void compareWithEveryRow(const HistoryQuery &query)
    {
        HistoryReader reader(path());
        reader.open();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<HistoryRow> expected;
        for (const HistoryRow &row : std::as_const(m_all)) {
            if (query.matches(row, now))
                expected.append(row);
        }
        QCOMPARE(idsOf(reader.rows(reader.order(query, never))), idsOf(expected));
        QCOMPARE(
            idsOf(reader.firstRows(query, 100, never)), idsOf(expected.first(qMin(expected.size(), 100))));
        QCOMPARE(reader.error(), QString());
    }

    QTemporaryDir m_folder;
    QList<HistoryRow> m_all; ///< newest first
};

QTEST_GUILESS_MAIN(tst_HistoryBrowser)
#include "tst_historybrowser.moc"
