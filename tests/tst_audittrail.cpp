// The audit trail in a real file: what it keeps, and what it notices.

#include "history/audittrail.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

class tst_AuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theChainIsWhatIsDocumented()
    {
        AuditEntry entry{1, 1700000000123, QStringLiteral("li"), QStringLiteral("copy"),
            QStringLiteral("row"), QStringLiteral("客户 \"T\""), {}};
        QCOMPARE(chainHash("aa", entry),
            QCryptographicHash::hash("aa\n[1,1700000000123,\"li\",\"copy\",\"row\",\"客户 \\\"T\\\"\"]",
                QCryptographicHash::Sha256)
                .toHex());
    }

    void entriesFollowEachOther()
    {
        HistoryBench bench(path());
        QVERIFY(bench.auditVerdict().isWhole()); // nothing was written yet
        QCOMPARE(bench.auditVerdict().entries, 0);
        for (const Deed deed : {Deed::Reveal, Deed::Copy, Deed::Export})
            QCOMPARE(bench.audit({deed, QStringLiteral("row-1"), {}}), QString());
        const QList<AuditEntry> entries = bench.auditEntries();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[1].number, 2);
        QCOMPARE(entries[1].deed, QStringLiteral("copy"));
        QCOMPARE(entries[1].subject, QStringLiteral("row-1"));
        QCOMPARE(entries[1].hash, chainHash(entries[0].hash, entries[1]));
        QVERIFY(!entries[0].who.isEmpty());
        const AuditVerdict verdict = bench.auditVerdict();
        QVERIFY(verdict.isWhole());
        QCOMPARE(verdict.entries, 3);
        QCOMPARE(verdict.head, entries[2].hash);
    }

    void severalProgramsWriteOneChain()
    {
        HistoryBench first(path());
        HistoryBench second(path());
        for (int i = 0; i < 20; ++i)
            QCOMPARE((i % 2 ? first : second).audit({Deed::Copy, QString::number(i), {}}), QString());
        QCOMPARE(first.auditVerdict().entries, 20);
        QVERIFY(second.auditVerdict().isWhole());
    }

    void aCopiedTokenIsAnEntry()
    {
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        bench.begin(asked);
        bench.finish(made::ended(asked, Outcome::Issued));
        QCOMPARE(bench.remark(asked.id, CopiedRemark{QDateTime::currentDateTimeUtc()}), QString());
        QCOMPARE(bench.remark(asked.id, NoteRemark{QStringLiteral("a note is no entry")}), QString());
        const QList<AuditEntry> entries = bench.auditEntries();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].deed, QStringLiteral("copy"));
        QCOMPARE(entries[0].subject, asked.id.toString(QUuid::WithoutBraces));
        QVERIFY(!entries[0].detail.contains(QStringLiteral("0123456789abcdef"))); // the token
    }

    /// The table refuses changes; whoever goes around that is noticed.
    void tampering_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<qint64>("firstBroken");
        const QString off = QStringLiteral("DROP TRIGGER audit_no_update");
        const QString offToo = QStringLiteral("DROP TRIGGER audit_no_delete");
        const auto row = [](const char *name, const QStringList &statements, qint64 firstBroken) {
            QTest::newRow(name) << statements << firstBroken;
        };
        row("nothing", {}, 0);
        for (const char *column : {"at", "who", "deed", "subject", "detail", "hash"})
            row(column,
                {off,
                    QStringLiteral("UPDATE audit SET %1 = '7' WHERE number = 3").arg(QLatin1String(column))},
                3);
        row("the last", {off, QStringLiteral("UPDATE audit SET who = 'nobody' WHERE number = 5")}, 5);
        row("one out of the middle", {offToo, QStringLiteral("DELETE FROM audit WHERE number = 2")}, 2);
        row("the first", {offToo, QStringLiteral("DELETE FROM audit WHERE number = 1")}, 1);
        row("the end", {offToo, QStringLiteral("DELETE FROM audit WHERE number > 3")}, 4);
        row("all", {offToo, QStringLiteral("DELETE FROM audit")}, 1);
        row("two changed places",
            {off, QStringLiteral("UPDATE audit SET number = 9 WHERE number = 2"),
                QStringLiteral("UPDATE audit SET number = 2 WHERE number = 3"),
                QStringLiteral("UPDATE audit SET number = 3 WHERE number = 9")},
            2);
        row("one slipped in",
            {QStringLiteral(
                "INSERT INTO audit SELECT 6, at, who, deed, subject, detail, hash FROM audit WHERE "
                "number = 5")},
            6);
    }

    void tampering()
    {
        QFETCH(const QStringList, statements);
        {
            HistoryBench bench(path());
            for (int i = 0; i < 5; ++i)
                QCOMPARE(bench.audit({Deed::Copy, QString::number(i), {}}), QString());
        }
        {
            const RawHistory raw(path());
            for (const QString &statement : statements)
                QCOMPARE(raw.ask(statement), QVariant());
        }
        HistoryBench bench(path());
        const AuditVerdict verdict = bench.auditVerdict();
        QTEST(verdict.firstBroken, "firstBroken");
        QCOMPARE(verdict.isWhole(), verdict.firstBroken == 0);

        // What is written afterwards does not heal it.
        QCOMPARE(bench.audit({Deed::Copy, {}, {}}), QString());
        QTEST(bench.auditVerdict().firstBroken, "firstBroken");
    }

    void theTableRefusesChanges()
    {
        HistoryBench bench(path());
        bench.audit({Deed::Copy, {}, {}});
        const RawHistory raw(path());
        for (const char *sql : {"UPDATE audit SET who = 'x'", "DELETE FROM audit"})
            QVERIFY2(
                raw.ask(QString::fromLatin1(sql)).toString().contains(QStringLiteral("append-only")), sql);
        QVERIFY(bench.auditVerdict().isWhole());
    }

    /// All of it made anew, in order: only a hash kept somewhere else tells.
    void anAnchorHoldsTheWholeTrail()
    {
        QByteArray head;
        {
            HistoryBench bench(path());
            bench.audit({Deed::Export, {}, QStringLiteral("with personal data")});
            head = bench.auditVerdict().head;
            bench.audit({Deed::Copy, {}, {}});
            QVERIFY(bench.auditVerdict(head).isWhole());
        }
        {
            const RawHistory raw(path());
            raw.ask(QStringLiteral("DROP TABLE audit"));
        }
        HistoryBench bench(path());
        bench.audit({Deed::Copy, {}, {}});
        QVERIFY(bench.auditVerdict().isWhole());
        QVERIFY(!bench.auditVerdict(head).isWhole());
    }

    /// The operator's work goes on and is kept; that it could not be written down is said.
    void aFailingTrailLosesNoWork()
    {
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        bench.begin(asked);
        bench.finish(made::ended(asked, Outcome::Issued));
        {
            const RawHistory raw(path());
            raw.ask(QStringLiteral("CREATE TABLE audit (other TEXT)"));
        }
        QVERIFY(!bench.remark(asked.id, CopiedRemark{QDateTime::currentDateTimeUtc()}).isEmpty());
        QVERIFY(bench.row(asked.id).copiedAt.isValid());
        QVERIFY(!bench.auditVerdict().error.isEmpty());
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_AuditTrail)
#include "tst_audittrail.moc"
