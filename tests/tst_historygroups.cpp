// Requests that are written into the history at the same time: one transaction for all, an answer for each.

#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QtEndian>

#include <algorithm>

using namespace faceid;
using Begin = Journal::Begin;

namespace {

/// How many transactions stand in SQLite's write-ahead log: those of its frames that end one say so.
int transactionsIn(const QString &log)
{
    constexpr qsizetype logHeader = 32;
    constexpr qsizetype frameHeader = 24;
    QFile file(log);
    if (!file.open(QFile::ReadOnly))
        return -1;
    const QByteArray bytes = file.readAll();
    const auto number = [&bytes](qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    const qsizetype frame = frameHeader + qsizetype(number(8)); // a page
    const QByteArrayView salts = QByteArrayView(bytes).sliced(16, 8);
    int count = 0;
    for (qsizetype at = logHeader; at + frame <= bytes.size(); at += frame) {
        if (QByteArrayView(bytes).sliced(at + 8, 8) != salts)
            break; // left from a log before
        count += number(at + 4) != 0 ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_HistoryGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void waitsForTheDiskOnce();
    void answersEachByItself();
    void oneThatFailsTakesNobodyAlong();
    void keepsTheOrderOfOtherCalls();
    void keepsWhatWasRemarkedMeanwhile_data();
    void keepsWhatWasRemarkedMeanwhile();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    static Exchange numbered(int number)
    {
        return made::pending(QStringLiteral("row-%1").arg(number, 3, 10, QLatin1Char('0')));
    }
    /// Hands all of them in, and waits for the answers.
    QList<Begin> begin(HistoryStore &store, const QList<Exchange> &exchanges)
    {
        QList<Begin> results(exchanges.size(), Begin::Unavailable);
        int answered = 0;
        for (qsizetype i = 0; i < exchanges.size(); ++i) {
            store.begin(exchanges[i], this, [&results, &answered, i](Begin result, const QString &) {
                results[i] = result;
                ++answered;
            });
        }
        (void)QTest::qWaitFor([&] { return answered == exchanges.size(); }, 30'000);
        return results;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HistoryGroups::waitsForTheDiskOnce()
{
    constexpr int rows = 40;
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    const RawHistory raw(path());
    raw.ask(QStringLiteral("BEGIN IMMEDIATE")); // holds the first of them up until all are there
    QTimer::singleShot(0, this, [&raw] { raw.ask(QStringLiteral("ROLLBACK")); });
    const int before = transactionsIn(path() + QStringLiteral("-wal"));
    QVERIFY(before > 0);
    QList<Exchange> exchanges;
    for (int i = 0; i < rows; ++i)
        exchanges.append(numbered(i));
    QCOMPARE(begin(bench.store(), exchanges), QList<Begin>(rows, Begin::Saved));
    const int taken = transactionsIn(path() + QStringLiteral("-wal")) - before;
    QVERIFY2(taken <= 2, qPrintable(QString::number(taken))); // the first may have gone alone

    const QList<HistoryRow> kept = bench.rows();
    QCOMPARE(kept.size(), rows);
    for (qsizetype i = 0; i < rows; ++i) { // numbered as they were handed in
        const auto row = std::find_if(kept.cbegin(), kept.cend(),
            [id = exchanges[i].id](const HistoryRow &one) { return one.id == id; });
        QVERIFY(row != kept.cend());
        QCOMPARE(row->number, i + 1);
        QCOMPARE(row->outcome, Outcome::Pending);
    }
}

void tst_HistoryGroups::answersEachByItself()
{
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    const QList<Exchange> exchanges{numbered(1), numbered(2), numbered(1), numbered(3)};
    QCOMPARE(begin(bench.store(), exchanges),
        (QList<Begin>{Begin::Saved, Begin::Saved, Begin::DuplicateBizNo, Begin::Saved}));
    QStringList errors;
    for (qsizetype i = 0; i < exchanges.size(); ++i)
        bench.store().finish(made::ended(exchanges[i], i == 1 ? Outcome::Refused : Outcome::Issued), this,
            [&errors](const QString &error) { errors.append(error); });
    QTRY_COMPARE(errors.size(), exchanges.size());
    QCOMPARE(errors, QStringList(exchanges.size(), QString()));
    QCOMPARE(bench.row(exchanges[0].id).outcome, Outcome::Issued);
    QCOMPARE(bench.row(exchanges[1].id).outcome, Outcome::Refused);
    // It was not begun, but there is a token: it must not be lost, and stands as another attempt.
    QCOMPARE(bench.row(exchanges[2].id).retryOf, exchanges[0].id);
    QCOMPARE(
        bench.exchange(exchanges[3].id).reply.token, made::ended(exchanges[3], Outcome::Issued).reply.token);
}

void tst_HistoryGroups::oneThatFailsTakesNobodyAlong()
{
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    {
        const RawHistory raw(path());
        raw.ask(
            QStringLiteral("CREATE TRIGGER fails BEFORE INSERT ON requests WHEN new.biz_no = 'row-002' BEGIN "
                           "SELECT raise(ABORT, 'of this row only'); END"));
    }
    const QList<Exchange> exchanges{numbered(1), numbered(2), numbered(3), numbered(4)};
    QCOMPARE(begin(bench.store(), exchanges),
        (QList<Begin>{Begin::Saved, Begin::Unavailable, Begin::Saved, Begin::Saved}));
    QCOMPARE(bench.rows().size(), 3);
}

void tst_HistoryGroups::keepsTheOrderOfOtherCalls()
{
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    QList<qsizetype> counts;
    QStringList errors;
    const Exchange first = numbered(1);
    bench.store().begin(first, this, [](Begin, const QString &) {});
    bench.store().list(
        9, this, [&counts](const QList<HistoryRow> &rows, const QString &) { counts.append(rows.size()); });
    bench.store().begin(numbered(2), this, [](Begin, const QString &) {});
    // Under way: it must not be deleted, though its end is handed in before that is answered.
    bench.store().erase(first.id, this, [&errors](const QString &error) { errors.append(error); });
    bench.store().finish(
        made::ended(first, Outcome::Issued), this, [&errors](const QString &error) { errors.append(error); });
    bench.store().list(
        9, this, [&counts](const QList<HistoryRow> &rows, const QString &) { counts.append(rows.size()); });
    QTRY_COMPARE(counts.size(), 2);
    QCOMPARE(counts, (QList<qsizetype>{1, 2}));
    QCOMPARE(errors.size(), 2);
    QVERIFY(!errors.constFirst().isEmpty());
    QVERIFY(errors.constLast().isEmpty());
}

void tst_HistoryGroups::keepsWhatWasRemarkedMeanwhile_data()
{
    QTest::addColumn<bool>("byAnother");
    QTest::newRow("here") << false;
    QTest::newRow("by another program") << true;
}

void tst_HistoryGroups::keepsWhatWasRemarkedMeanwhile()
{
    QFETCH(bool, byAnother);
    HistoryBench bench(path());
    HistoryBench another(path());
    QCOMPARE(bench.openError() + another.openError(), QString());
    const Exchange exchange = numbered(1);
    QCOMPARE(bench.begin(exchange).result, Begin::Saved);
    QCOMPARE((byAnother ? another : bench).remark(exchange.id, NoteRemark{QStringLiteral("called back")}),
        QString());
    QCOMPARE(bench.finish(made::ended(exchange, Outcome::Issued)), QString());
    const HistoryRow row = bench.row(exchange.id);
    QCOMPARE(row.outcome, Outcome::Issued);
    QCOMPARE(row.note, QStringLiteral("called back"));
}

QTEST_GUILESS_MAIN(tst_HistoryGroups)
#include "tst_historygroups.moc"
