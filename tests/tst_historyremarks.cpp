// What operators say of rows after their exchange has ended, and files of older layouts.

#include "history/historyschema.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using Begin = Journal::Begin;

namespace {

/// The tables of layout 1, as the program of that time made them.
const QStringList layoutOne{
    QStringLiteral(
        "CREATE TABLE requests (id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, retry_of TEXT, "
        "started_at INTEGER NOT NULL, endpoint TEXT NOT NULL, comparison TEXT NOT NULL, profile_id TEXT NOT NULL, "
        "profile_name TEXT NOT NULL, environment TEXT NOT NULL, address TEXT NOT NULL, service TEXT NOT NULL, "
        "biz_no TEXT NOT NULL, person TEXT NOT NULL, request TEXT NOT NULL, outcome TEXT NOT NULL, "
        "stop TEXT NOT NULL, detail TEXT NOT NULL, key_fingerprint TEXT NOT NULL, http_status INTEGER NOT NULL, "
        "head TEXT NOT NULL, body BLOB NOT NULL, body_size INTEGER NOT NULL, token TEXT NOT NULL, "
        "request_id TEXT NOT NULL, time_used_ms INTEGER NOT NULL, expires_at INTEGER, error_text TEXT NOT NULL, "
        "error_code TEXT NOT NULL, error_field TEXT NOT NULL, location TEXT NOT NULL, timing TEXT NOT NULL, "
        "body_bytes INTEGER NOT NULL, bytes_handed_over INTEGER NOT NULL, posts INTEGER NOT NULL, "
        "clock_skew_ms INTEGER)"),
    QStringLiteral("CREATE UNIQUE INDEX requests_biz_no ON requests (service, biz_no) WHERE retry_of IS NULL "
                   "AND biz_no <> '' AND outcome IN ('Pending', 'Issued', 'Unknown', 'ServerError')"),
    QStringLiteral("CREATE INDEX requests_started_at ON requests (started_at)"),
    QStringLiteral(
        "INSERT INTO requests VALUES ('6f9619ff-8b86-4011-b42d-00c04fc964ff', 'gone', NULL, 1700000000000, "
        "'get_token', '1', 'p', 'Shop', 'Test', 'https://api.megvii.com/x', 'https://api.megvii.com:443', 'old-1', "
        "'', '[]', 'Unknown', '', '', '', 0, '[]', x'', 0, '', '', 0, NULL, '', '', '', '', '[]', 10, 10, 1, "
        "NULL)"),
    QStringLiteral("PRAGMA user_version = 1"),
};

} // namespace

class tst_HistoryRemarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("data")));
    }

    void aResolutionIsKept()
    {
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        {
            HistoryBench bench(path());
            bench.begin(asked);
            bench.finish(made::ended(asked, Outcome::Unknown));
            QSignalSpy changed(&bench.store(), &HistoryStore::changed);
            QCOMPARE(say(bench, asked.id,
                         ResolutionRemark{Resolution::Issued, QStringLiteral("客户收到了 the link")}),
                QString());
            QCOMPARE(changed.size(), 1);
            const auto row = changed.constFirst().constFirst().value<HistoryRow>();
            QCOMPARE(row.id, asked.id);
            QCOMPARE(row.resolution, Resolution::Issued);
        }
        HistoryBench bench(path());
        const HistoryRow row = bench.row(asked.id);
        QCOMPARE(row.outcome, Outcome::Unknown); // what the program saw stays what it saw
        QCOMPARE(row.resolution, Resolution::Issued);
        QCOMPARE(row.note, QStringLiteral("客户收到了 the link"));
        QVERIFY(qAbs(row.resolvedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);

        QCOMPARE(say(bench, asked.id, ResolutionRemark{Resolution::None, {}}), QString());
        QCOMPARE(bench.row(asked.id).resolution, Resolution::None);
        QVERIFY(!bench.row(asked.id).resolvedAt.isValid());
    }

    void onlyOpenOutcomesAreResolved_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("can");
        QTest::newRow("unknown") << Outcome::Unknown << true;
        QTest::newRow("server error") << Outcome::ServerError << true;
        QTest::newRow("issued") << Outcome::Issued << false;
        QTest::newRow("refused") << Outcome::Refused << false;
        QTest::newRow("not sent") << Outcome::NotSent << false;
        QTest::newRow("cut off") << Outcome::CutOff << false;
    }
    void onlyOpenOutcomesAreResolved()
    {
        QFETCH(Outcome, outcome);
        QFETCH(bool, can);
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        bench.begin(asked);
        bench.finish(made::ended(asked, outcome));
        const QString error =
            say(bench, asked.id, ResolutionRemark{Resolution::NotIssued, QStringLiteral("n")});
        QCOMPARE(error.isEmpty(), can);
        QCOMPARE(bench.row(asked.id).resolution, can ? Resolution::NotIssued : Resolution::None);
        QCOMPARE(bench.row(asked.id).note, can ? QStringLiteral("n") : QString());
    }

    void nobodyKnowsThatRow()
    {
        HistoryBench bench(path());
        QSignalSpy changed(&bench.store(), &HistoryStore::changed);
        QVERIFY(!say(bench, QUuid::createUuid(), NoteRemark{QStringLiteral("n")}).isEmpty());
        QVERIFY(changed.isEmpty());
    }

    /// A serial number of which it was found out that nothing was issued may be used again, and the row that
    /// used it first steps aside when it turns out otherwise.
    void notIssuedFreesTheSerialNumber()
    {
        HistoryBench bench(path());
        const Exchange first = made::pending(QStringLiteral("b-1"));
        const Exchange second = made::pending(QStringLiteral("b-1"));
        bench.begin(first);
        bench.finish(made::ended(first, Outcome::Unknown));
        QCOMPARE(bench.begin(second).result, Begin::DuplicateBizNo);
        QCOMPARE(say(bench, first.id, ResolutionRemark{Resolution::NotIssued, {}}), QString());
        QCOMPARE(bench.begin(second).result, Begin::Saved);
        bench.finish(made::ended(second, Outcome::Issued));

        QCOMPARE(say(bench, first.id, ResolutionRemark{Resolution::Issued, {}}), QString());
        QCOMPARE(bench.row(first.id).resolution, Resolution::Issued);
        QCOMPARE(bench.row(first.id).retryOf, second.id);
        QCOMPARE(bench.row(second.id).retryOf, QUuid());
    }

    void notesAndCopiesStandOnAnyRow()
    {
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        bench.begin(asked);
        bench.finish(made::ended(asked, Outcome::Issued));
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        QCOMPARE(say(bench, asked.id, NoteRemark{QStringLiteral("T-1001")}), QString());
        QCOMPARE(say(bench, asked.id, CopiedRemark{when}), QString());
        const HistoryRow row = bench.row(asked.id);
        QCOMPARE(row.note, QStringLiteral("T-1001"));
        QCOMPARE(row.copiedAt, when);
        QCOMPARE(row.token, made::ended(asked, Outcome::Issued).reply.token);
        QCOMPARE(say(bench, asked.id, NoteRemark{QString()}), QString());
        QCOMPARE(bench.row(asked.id).note, QString());
    }

    void anOlderFileIsBackedUpAndGoesOn()
    {
        makeLayoutOne();
        const QUuid id(QStringLiteral("6f9619ff-8b86-4011-b42d-00c04fc964ff"));
        {
            HistoryBench bench(path());
            QCOMPARE(bench.openError(), QString());
            QCOMPARE(bench.row(id).bizNo, QStringLiteral("old-1"));
            QCOMPARE(bench.row(id).resolution, Resolution::None);
            QCOMPARE(say(bench, id, ResolutionRemark{Resolution::NotIssued, QStringLiteral("n")}), QString());
        }
        QCOMPARE(RawHistory(path()).ask(QStringLiteral("PRAGMA user_version")).toInt(), schema::version);
        const QFile backup(backupPath());
        QVERIFY(backup.exists());
        QCOMPARE(backup.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const RawHistory old(backupPath());
        QCOMPARE(old.ask(QStringLiteral("PRAGMA user_version")).toInt(), 1);
        QCOMPARE(old.ask(QStringLiteral("SELECT biz_no FROM requests")).toString(), QStringLiteral("old-1"));
        QVERIFY(!QFile::exists(backupPath() + QStringLiteral(".part")));

        // The same as one made anew.
        const QString sql =
            QStringLiteral("SELECT group_concat(name || ' ' || type) FROM pragma_table_info('requests')");
        const QString fresh = m_folder->filePath(QStringLiteral("data/fresh.sqlite"));
        {
            HistoryBench bench(fresh);
            QCOMPARE(bench.openError(), QString());
        }
        QCOMPARE(RawHistory(path()).ask(sql), RawHistory(fresh).ask(sql));
        const QString index = QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'requests_biz_no'");
        QCOMPARE(RawHistory(path()).ask(index), RawHistory(fresh).ask(index));
    }

    void withoutABackupNothingChanges()
    {
        makeLayoutOne();
        QVERIFY(
            QDir(m_folder->filePath(QStringLiteral("data"))).mkdir(QStringLiteral("history.v1.sqlite.part")));
        {
            HistoryBench bench(path());
            QVERIFY2(bench.openError().contains(QStringLiteral("backup")), qPrintable(bench.openError()));
            QCOMPARE(bench.begin(made::pending(QStringLiteral("b"))).result, Begin::Unavailable);
        }
        QCOMPARE(RawHistory(path()).ask(QStringLiteral("PRAGMA user_version")).toInt(), 1);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }
    QString backupPath() const { return m_folder->filePath(QStringLiteral("data/history.v1.sqlite")); }

    void makeLayoutOne() const
    {
        const RawHistory raw(path());
        for (const QString &statement : layoutOne) {
            const QVariant answer = raw.ask(statement);
            QVERIFY2(!answer.isValid(), qPrintable(answer.toString()));
        }
    }

    static QString say(HistoryBench &bench, const QUuid &id, const Remark &remark)
    {
        std::optional<QString> error;
        QObject context;
        bench.store().remark(id, remark, &context, [&error](const QString &text) { error = text; });
        [&error] { QTRY_VERIFY(error); }();
        QCoreApplication::processEvents();
        return error.value_or(QStringLiteral("no answer"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_HistoryRemarks)
#include "tst_historyremarks.moc"
