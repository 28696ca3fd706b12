// Serial numbers of rows that were deleted, and attempts that belong together.

#include "history/historyreader.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using Begin = Journal::Begin;

class tst_SerialNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void ofDeletedRows_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<Resolution>("resolution");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("issued") << Outcome::Issued << Resolution::None << true;
        QTest::newRow("unknown") << Outcome::Unknown << Resolution::None << true;
        QTest::newRow("unknown, issued") << Outcome::Unknown << Resolution::Issued << true;
        QTest::newRow("unknown, given up") << Outcome::Unknown << Resolution::GaveUp << true;
        QTest::newRow("unknown, not issued") << Outcome::Unknown << Resolution::NotIssued << false;
        QTest::newRow("server error") << Outcome::ServerError << Resolution::None << true;
        QTest::newRow("refused") << Outcome::Refused << Resolution::None << false;
        QTest::newRow("not sent") << Outcome::NotSent << Resolution::None << false;
        QTest::newRow("cut off") << Outcome::CutOff << Resolution::None << false;
    }
    /// A second token under a number must not go unnoticed because somebody tidied up; also not in another
    /// run.
    void ofDeletedRows()
    {
        QFETCH(Outcome, outcome);
        QFETCH(Resolution, resolution);
        QFETCH(bool, isTaken);
        const Exchange gone = made::pending(QStringLiteral("b-1"));
        {
            HistoryBench bench(path());
            put(bench, gone, outcome);
            if (resolution != Resolution::None)
                QCOMPARE(bench.remark(gone.id, ResolutionRemark{resolution, {}}), QString());
            QCOMPARE(erase(bench, gone.id), QString());
            QVERIFY(bench.rows().isEmpty());
        }
        HistoryBench bench(path());
        Exchange elsewhere = made::pending(QStringLiteral("b-1"));
        elsewhere.address = QUrl(QStringLiteral("https://other.example.com/x"));
        QCOMPARE(bench.begin(elsewhere).result, Begin::Saved); // another service counts for itself
        const HistoryBench::Begun again = bench.begin(made::pending(QStringLiteral("b-1")));
        QCOMPARE(again.result, isTaken ? Begin::DuplicateBizNo : Begin::Saved);
        QCOMPARE(again.detail, isTaken ? QStringLiteral("deleted") : QString());
        QCOMPARE(bench.begin(made::pending(QStringLiteral("b-1"), gone.id)).result, Begin::DuplicateBizNo);
        QCOMPARE(bench.begin(made::pending(QStringLiteral("b-2"))).result, Begin::Saved);
    }

    /// What is kept of a deleted row says nothing, and goes when its row would have gone.
    void littleIsKept()
    {
        HistoryBench bench(path());
        const Exchange gone = made::pending(QStringLiteral("order-4711"));
        put(bench, gone, Outcome::Issued);
        QCOMPARE(erase(bench, gone.id), QString());
        const RawHistory raw(path());
        QCOMPARE(raw.ask(QStringLiteral("SELECT group_concat(name) FROM pragma_table_info('spent_numbers')"))
                     .toString(),
            QStringLiteral("hash,started_at"));
        QCOMPARE(raw.ask(QStringLiteral("SELECT length(hash) FROM spent_numbers")).toInt(), 16);
        PurgeWish wish;
        wish.rowsBefore = gone.startedAt.addSecs(-1);
        QCOMPARE(bench.purge(wish).error, QString());
        QCOMPARE(bench.begin(made::pending(QStringLiteral("order-4711"))).result, Begin::DuplicateBizNo);
        wish.rowsBefore = gone.startedAt.addSecs(1);
        QCOMPARE(bench.purge(wish).error, QString());
        QCOMPARE(bench.begin(made::pending(QStringLiteral("order-4711"))).result, Begin::Saved);
    }

    void attemptsBelongTogether()
    {
        HistoryBench bench(path());
        const Exchange first = made::pending(QStringLiteral("b-1"));
        const Exchange second = made::pending(QStringLiteral("b-1"), first.id);
        const Exchange third = made::pending(QStringLiteral("b-1"), second.id);
        const Exchange aside = made::pending(QStringLiteral("b-2"), first.id);
        const Exchange alone = made::pending(QStringLiteral("b-3"));
        for (const Exchange &one : {first, second, alone, third, aside})
            put(bench, one, one.id == third.id ? Outcome::Issued : Outcome::Unknown);
        for (const Exchange &one : {first, second, third, aside})
            QCOMPARE(attempts(one.id), (QList<QUuid>{first.id, second.id, third.id, aside.id}));
        QCOMPARE(attempts(alone.id), QList<QUuid>{alone.id});
        QVERIFY(attempts(QUuid::createUuid()).isEmpty());
        // Also when the first one is gone.
        QCOMPARE(erase(bench, first.id), QString());
        QCOMPARE(attempts(third.id), (QList<QUuid>{second.id, third.id, aside.id}));
    }

    /// A file from elsewhere that goes in a circle ends all the same.
    void aCircleEnds()
    {
        const Exchange one = made::pending(QStringLiteral("b-1"));
        const Exchange two = made::pending(QStringLiteral("b-1"), one.id);
        {
            HistoryBench bench(path());
            put(bench, one, Outcome::Unknown);
            put(bench, two, Outcome::Unknown);
        }
        const RawHistory raw(path());
        raw.ask(QStringLiteral("UPDATE requests SET retry_of = (SELECT id FROM requests WHERE number = 2) "
                               "WHERE number = 1"));
        QCOMPARE(attempts(one.id), (QList<QUuid>{one.id, two.id}));
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

    static void put(HistoryBench &bench, const Exchange &exchange, Outcome outcome)
    {
        QCOMPARE(bench.begin(exchange).result, Begin::Saved);
        QCOMPARE(bench.finish(made::ended(exchange, outcome)), QString());
    }

    static QString erase(HistoryBench &bench, const QUuid &id)
    {
        std::optional<QString> error;
        QObject context;
        bench.store().erase(id, &context, [&error](const QString &why) { error = why; });
        (void)QTest::qWaitFor([&] { return error.has_value(); }, 20'000);
        return error.value_or(QStringLiteral("no answer"));
    }

    QList<QUuid> attempts(const QUuid &id) const
    {
        HistoryReader reader(path());
        reader.open();
        QList<QUuid> ids;
        for (const HistoryRow &row : reader.attempts(id))
            ids.append(row.id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SerialNumbers)
#include "tst_serialnumbers.moc"
