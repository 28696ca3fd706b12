// What is purged is nowhere any more: looked for in the raw bytes of every file of the history.

#include "history/packedtext.h"
#include "history/pageroom.h"
#include "history/purge.h"
#include "history/retention.h"
#include "support/plantedrows.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using namespace made;

namespace {

constexpr int rowsOfEach = 50; // enough for pages to be split

} // namespace

class tst_Purge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("data")));
    }

    /// Old rows and new ones side by side on every page, so that SQLite has moved them about.
    void whatIsPersonalLeavesNoTrace()
    {
        QList<Planted> old;
        QList<Planted> fresh;
        HistoryBench bench(path());
        for (int i = 0; i < rowsOfEach; ++i) {
            old.append(ask(bench, i, 40));
            fresh.append(ask(bench, i, 2));
        }
        for (int i = 0; i < rowsOfEach; ++i) { // rows grow in another order than they were made in
            const int turn = i * 17 % rowsOfEach;
            issue(bench, turn, old[turn]);
            issue(bench, turn, fresh[turn]);
        }
        QList<QByteArray> details = packedDetails(old);
        QVERIFY(!details.isEmpty());
        QVERIFY(hits(tracesOf(old) + details) > 6 * rowsOfEach); // what is looked for can be found

        QSignalSpy purged(&bench.store(), &HistoryStore::purged);
        const PurgeResult result = bench.purge(personalBefore(30));
        QCOMPARE(result.error, QString());
        QCOMPARE(result.personal, rowsOfEach);
        QCOMPARE(result.rows, 0);
        QVERIFY(result.isTraceless);
        QCOMPARE(purged.size(), 1);
        QCOMPARE(hits(tracesOf(old) + details), 0);

        // The record stays, and so do the others.
        QCOMPARE(bench.rows().size(), 2 * rowsOfEach);
        const HistoryRow row = bench.row(old[7].exchange.id);
        QCOMPARE(row.bizNo, old[7].exchange.bizNo);
        QCOMPARE(row.outcome, Outcome::Issued);
        QCOMPARE(row.requestId, old[7].exchange.reply.requestId);
        QVERIFY(row.token.isEmpty() && row.person.isEmpty() && row.note.isEmpty());
        const HistoryRow kept = bench.row(fresh[7].exchange.id);
        QCOMPARE(kept.token, fresh[7].token());
        QCOMPARE(kept.note, fresh[7].note);
        QCOMPARE(bench.exchange(fresh[7].exchange.id).reply.body, fresh[7].exchange.reply.body);
        QVERIFY(bench.exchange(old[7].exchange.id).request.isEmpty());

        // The open file is as clean as the closed one.
        bench.close();
        QCOMPARE(hits(tracesOf(old) + details), 0);
        HistoryBench again(path());
        QCOMPARE(again.rows().size(), 2 * rowsOfEach);
    }

    /// Serial numbers stand in an index, whose pages are split as they come in no order. SQLite leaves copies
    /// of moved entries behind on them, whatever its secure_delete says.
    void wholeRowsLeaveNoTrace()
    {
        constexpr int count = 1500;
        const QList<QByteArray> traces = fillAtRandom(count);
        const QList<QByteArray> piece{rareOf(40).right(2).toUtf8()};
        QCOMPARE(hits(traces), count / 2);
        QCOMPARE(hits(piece), 1);
        HistoryBench bench(path());
        PurgeWish person;
        person.person = PersonCodes{{}, {}, QStringLiteral("somebody")};
        QCOMPARE(bench.purge(person).personal, 1);
        QCOMPARE(hits(piece), 0);

        PurgeWish wish;
        wish.rowsBefore = now.addDays(-1095);
        const PurgeResult result = bench.purge(wish);
        QCOMPARE(result.error, QString());
        QCOMPARE(result.rows, count / 2);
        QCOMPARE(result.personal, 0);
        QCOMPARE(hits(traces), 0);
        QCOMPARE(bench.rows().size(), count / 2);
    }

    /// A connection that remembers pages writes them as it remembers them, unless it is made to forget.
    void nobodyBringsTracesBack_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::newRow("who has purged") << false;
        QTest::newRow("another program") << true;
    }
    void nobodyBringsTracesBack()
    {
        QFETCH(bool, isOther);
        constexpr int count = 1500;
        const QList<QByteArray> traces = fillAtRandom(count);
        HistoryDatabase own(path());
        HistoryDatabase other(path());
        const auto onBoth = [&](const char *sql) {
            for (const HistoryDatabase *database : {&own, &other}) {
                const QSqlError error =
                    database->each(QLatin1String(sql), {}, [](const QVariantList &) { return QSqlError(); });
                QVERIFY2(!error.isValid(), qPrintable(error.text()));
            }
        };
        for (HistoryDatabase *database : {&own, &other})
            QVERIFY(!database->open(std::chrono::seconds(5)).isValid());
        onBoth("PRAGMA cache_size = 10000");
        RecordStore records(own);
        const AuditTrail audit(own);
        PurgeWish wish;
        wish.rowsBefore = now.addDays(-1095);
        Purge purge(own, records, audit, wish);
        do { // every page is read, of tables and of indexes
            onBoth("PRAGMA integrity_check");
        } while (purge.step());
        QCOMPARE(purge.result().rows, count / 2);
        QVERIFY(purge.result().isTraceless);
        // Just enough for many pages of the index to be written once more as they are.
        QVERIFY(!(isOther ? other : own)
                     .run(QStringLiteral("UPDATE requests SET biz_no = NULL WHERE number % 8 = 1"))
                     .isValid());
        onBoth("PRAGMA wal_checkpoint(TRUNCATE)");
        QCOMPARE(hits(traces), 0);
    }

    /// A leaf with two cells, a freed block, and something in the room between pointers and cells.
    void unusedRoomOfAPage()
    {
        QByteArray page(512, '\0');
        const auto put = [&page](qsizetype at, int number) {
            page[at] = char(number >> 8);
            page[at + 1] = char(number);
        };
        page[0] = 13;
        put(1, 480); // freed block
        put(3, 2); // cells
        put(5, 440); // where they begin
        put(8, 500);
        put(10, 440);
        put(482, 20); // its size
        QCOMPARE(unusedRoom(page).size(), 0); // there is nothing in it
        page[438] = 'x';
        page[490] = 'x';
        const QList<PageRoom> room = unusedRoom(page);
        QCOMPARE(room.size(), 2);
        QCOMPARE(std::pair(room[0].from, room[0].size), std::pair(qsizetype(12), qsizetype(428)));
        QCOMPARE(std::pair(room[1].from, room[1].size), std::pair(qsizetype(484), qsizetype(16)));
        page[0] = 0; // begins with the number of a page: no b-tree
        QCOMPARE(unusedRoom(page).size(), 0);
        page[0] = 5; // an interior one, whose pointers begin later
        QCOMPARE(unusedRoom(page).constFirst().from, qsizetype(16));
        for (const auto &[at, number] : {std::pair(5, 600), std::pair(3, 300), std::pair(1, 300),
                 std::pair(480, 470), std::pair(482, 100), std::pair(482, 0)}) { // not in order: left alone
            QByteArray broken = page;
            broken[at] = char(number >> 8);
            broken[at + 1] = char(number);
            QCOMPARE(unusedRoom(broken).size(), 0);
        }
        QCOMPARE(unusedRoom(QByteArray()).size(), 0);
    }

    /// What cannot be told apart goes whole, as it is about the same persons.
    void copiesBesideTheFileGoToo()
    {
        HistoryBench bench(path());
        plant(bench, 1, 40);
        for (const char *name :
            {"history.v1.sqlite", "history.v2.sqlite", "history-rescue-unreadable-1.jsonl"}) {
            QFile copy(m_folder->filePath(QStringLiteral("data/") + QString::fromLatin1(name)));
            QVERIFY(copy.open(QFile::WriteOnly));
            copy.write("planted-uuid-040x00001");
        }
        PurgeWish everyDay = personalBefore(30);
        everyDay.isByHand = false;
        bench.purge(everyDay); // they are of today
        QCOMPARE(hits({"planted-uuid-040x00001"}), 3);
        bench.purge(personalBefore(30));
        QCOMPARE(hits({"planted-uuid-040x00001"}), 0);
        QVERIFY(QFile::exists(path()));
    }

    /// Somebody else who reads keeps the log from being emptied. That is said, and the next run does it.
    void anotherReaderIsWaitedFor()
    {
        HistoryBench bench(path());
        const Planted old = plant(bench, 1, 40);
        bench.store().setPatience(std::chrono::milliseconds(50));
        {
            const RawHistory raw(path());
            raw.ask(QStringLiteral("BEGIN"));
            raw.ask(QStringLiteral("SELECT count(*) FROM requests"));
            QVERIFY(!bench.purge(personalBefore(30)).isTraceless);
        }
        PurgeWish everyDay = personalBefore(30);
        everyDay.isByHand = false;
        QVERIFY(bench.purge(everyDay).isTraceless);
        QCOMPARE(hits(tracesOf({old})), 0);
    }

    void whatAnEarlierRunLeftIsDoneByTheNext()
    {
        const Planted old = [this] {
            HistoryBench bench(path());
            return plant(bench, 1, 40);
        }();
        {
            HistoryDatabase database(path());
            QVERIFY(!database.open(std::chrono::seconds(5)).isValid());
            RecordStore records(database);
            const AuditTrail audit(database);
            Purge purge(database, records, audit, personalBefore(30));
            while (purge.result().personal == 0)
                QVERIFY(purge.step());
        } // and here it is killed
        HistoryBench bench(path());
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Retention retention(bench.store(), settings);
        QSignalSpy done(&retention, &Retention::done);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(done.constFirst().constFirst().value<PurgeResult>().isTraceless);
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("data/history-purging"))));
        QCOMPARE(hits(tracesOf({old})), 0);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

    /// A file whose rows, every second one old, stand in its indexes in no order. Returns what the old ones
    /// can be found by; one of the others has pieces of a text that nobody else has.
    QList<QByteArray> fillAtRandom(int count)
    {
        {
            HistoryBench makesTheFile(path());
            makesTheFile.rows();
        }
        QList<QByteArray> traces;
        {
            HistoryDatabase database(path());
            if (database.open(std::chrono::seconds(5)).isValid())
                return {};
            RecordStore records(database);
            QRandomGenerator random(7);
            const auto insert = [&](int i) {
                const bool isOld = i % 2;
                const QString mark = QStringLiteral("~planted~%1~").arg(i, 5, 10, QChar(u'0'));
                Exchange exchange = made::pending(
                    QString::number(random.generate(), 16) + mark + QString(int(random.bounded(700)), u'x'));
                exchange.startedAt = now.addDays(isOld ? -1200 : -20);
                if (isOld)
                    traces.append(mark.toUtf8());
                schema::Record record = schema::recordOf(made::ended(exchange, Outcome::Issued), QString());
                if (i == count / 2) { // one of whom the search has pieces that nobody else has
                    record[schema::indexOf("uuid")] = QStringLiteral("somebody");
                    record[schema::indexOf("note")] = rareOf(40);
                }
                qint64 number = 0;
                return records.insert(record, number);
            };
            for (int done = 0; done < count; done += 50) {
                const QSqlError error = records.transaction([&] {
                    QSqlError failed;
                    for (int i = done; i < done + 50 && !failed.isValid(); ++i)
                        failed = insert(i);
                    return failed;
                });
                if (error.isValid())
                    qWarning("%s", qPrintable(error.text()));
            }
        }
        return traces;
    }

    /// What a file could hold of these persons: texts as they are, as the file packs them, and as pieces of
    /// the search.
    static QList<QByteArray> tracesOf(const QList<Planted> &all)
    {
        QList<QByteArray> traces;
        for (const Planted &planted : all) {
            for (const QString &text :
                {planted.uuid, planted.token(), planted.note, planted.note.mid(14, 2)}) {
                traces.append(text.toUtf8());
                const QVariant packed = packedText(text);
                if (packed.typeId() == QMetaType::QByteArray)
                    traces.append(packed.toByteArray());
            }
            traces.append(planted.exchange.reply.body);
        }
        return traces;
    }

    /// The details of those rows as the file holds them.
    QList<QByteArray> packedDetails(const QList<Planted> &all) const
    {
        QList<QByteArray> details;
        const RawHistory raw(path());
        for (const Planted &planted : all) {
            const QByteArray packed =
                raw.ask(QStringLiteral(
                            "SELECT packed FROM details WHERE number = (SELECT number FROM requests "
                            "WHERE id = x'%1')")
                            .arg(QString::fromLatin1(planted.exchange.id.toRfc4122().toHex())))
                    .toByteArray();
            if (packed.size() > 40)
                details.append(packed);
        }
        return details;
    }

    /// How many of them stand in any file of the folder.
    int hits(const QList<QByteArray> &traces) const
    {
        int count = 0;
        QDirIterator files(
            m_folder->filePath(QStringLiteral("data")), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QFile::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            for (const QByteArray &trace : traces)
                count += content.contains(trace) ? 1 : 0;
        }
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_Purge)
#include "tst_purge.moc"
