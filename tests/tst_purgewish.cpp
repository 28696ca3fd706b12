// A purge by a wish or by the settings: which rows it takes, what it says of it, and who goes on meanwhile.

#include "credentials/personkey.h"
#include "history/retention.h"
#include "support/plantedrows.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using namespace made;

class tst_PurgeWish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRequestUnderWayIsNotTouched()
    {
        HistoryBench bench(path());
        Exchange asked = made::pending(QStringLiteral("b-1"));
        asked.startedAt = now.addDays(-40);
        bench.begin(asked);
        PurgeWish wish = personalBefore(0);
        wish.rowsBefore = now;
        const PurgeResult result = bench.purge(wish);
        QCOMPARE(result.personal + result.rows, 0);
        QCOMPARE(bench.row(asked.id).outcome, Outcome::Pending);
        QVERIFY(!bench.row(asked.id).person.isEmpty());
    }

    void onePersonGoesAndNobodyElse()
    {
        HistoryBench bench(path());
        const PersonKey key = PersonKey::random();
        const QString name = QStringLiteral("测试一");
        const auto issue = [&](const QString &bizNo, const QString &who, const QString &number) {
            Exchange asked = made::pending(bizNo);
            asked.nameKey = key.ofName(who);
            asked.numberKey = key.ofNumber(number);
            bench.begin(asked);
            bench.finish(made::ended(asked, Outcome::Refused));
            return asked.id;
        };
        const QUuid meant = issue(QStringLiteral("b-1"), name, made::idNumber);
        const QUuid other = issue(QStringLiteral("b-2"), name, QStringLiteral("110101199003070011"));
        const QUuid stranger =
            issue(QStringLiteral("b-3"), QStringLiteral("测试二"), QStringLiteral("11010119900307002X"));
        const Planted noKey = plant(bench, 1, 1);

        const auto purge = [&](const QString &text) {
            PurgeWish wish;
            wish.person = PersonCodes{key.ofName(text), key.ofNumber(text), text};
            return bench.purge(wish);
        };
        PurgeResult result = purge(QStringLiteral("110101199003070099"));
        QCOMPARE(result.personal, 0);
        QCOMPARE(result.unreachable, 1); // is said, not passed over
        result = purge(made::idNumber);
        QCOMPARE(result.personal, 1);
        QVERIFY(result.isTraceless);
        QVERIFY(bench.row(meant).person.isEmpty());
        QVERIFY(!bench.row(other).person.isEmpty());
        result = purge(name); // both of that name, but one is done
        QCOMPARE(result.personal, 1);
        QVERIFY(bench.row(other).person.isEmpty());
        QVERIFY(!bench.row(stranger).person.isEmpty());
        QCOMPARE(purge(noKey.uuid).personal, 1);
        QVERIFY(bench.row(noKey.exchange.id).note.isEmpty());
    }

    /// Without a key nothing is matched, and it is said of how many rows that is not known.
    void withoutAKeyNobodyIsTakenForThePerson()
    {
        HistoryBench bench(path());
        for (int i = 0; i < 3; ++i)
            plant(bench, i, 1);
        PurgeWish wish;
        wish.person = PersonCodes{{}, {}, made::idNumber};
        const PurgeResult result = bench.purge(wish);
        QCOMPARE(result.personal, 0);
        QCOMPARE(result.unreachable, 3);
    }

    /// The key of before is lost: whether those rows are this person's is not known, and that is said.
    void rowsWithCodesOfAnOlderKeyAreCounted()
    {
        HistoryBench bench(path());
        const PersonKey lost = PersonKey::random();
        Exchange asked = made::pending(QStringLiteral("b-1"));
        asked.startedAt = now.addDays(-2);
        asked.nameKey = lost.ofName(QStringLiteral("测试一"));
        asked.numberKey = lost.ofNumber(made::idNumber);
        bench.begin(asked);
        bench.finish(made::ended(asked, Outcome::Refused));
        const PersonKey key = PersonKey::random();
        PurgeWish wish;
        wish.person = personCodes(&key, made::idNumber);
        PurgeResult result = bench.purge(wish);
        QCOMPARE(result.personal, 0);
        QCOMPARE(result.unreachable, 1);
        wish.person = personCodes(&lost, QStringLiteral(" 测试一 "));
        wish.person->since = now.addDays(-3);
        result = bench.purge(wish);
        QCOMPARE(result.personal, 1);
        QCOMPARE(result.unreachable, 0);
    }

    void aPurgeIsWrittenDownWithoutThePerson()
    {
        HistoryBench bench(path());
        plant(bench, 1, 40);
        PurgeWish everyDay = personalBefore(30);
        everyDay.isByHand = false;
        bench.purge(everyDay);
        bench.purge(everyDay); // has nothing to do, and nothing to write down
        PurgeWish person;
        person.person = PersonCodes{{}, {}, QStringLiteral("somebody")};
        bench.purge(person);
        const QList<AuditEntry> entries = bench.auditEntries();
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries[0].detail.startsWith(QStringLiteral("retention, personal data before ")));
        QVERIFY(entries[0].detail.endsWith(QStringLiteral(": personal data of 1, 0 rows")));
        QCOMPARE(
            entries[1].detail, QStringLiteral("personal data of one person: personal data of 0, 0 rows"));
        QVERIFY(bench.auditVerdict().isWhole());
    }

    void retentionRunsAtStartByTheSettings()
    {
        {
            HistoryBench bench(path());
            plant(bench, 1, 1200);
            plant(bench, 1, 40);
            plant(bench, 1, 20);
            plant(bench, 1, 2);
        }
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        {
            HistoryBench bench(path());
            Retention retention(bench.store(), settings);
            QSignalSpy done(&retention, &Retention::done);
            QTRY_COMPARE(done.size(), 1);
            const auto result = done.constFirst().constFirst().value<PurgeResult>();
            QCOMPARE(result.rows, 1); // three years
            QCOMPARE(result.personal, 1); // thirty days
        }
        RetentionPolicy{10, 30}.save(settings);
        HistoryBench bench(path());
        Retention retention(bench.store(), settings);
        QSignalSpy done(&retention, &Retention::done);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(bench.rows().size(), 2);
        QCOMPARE(done.constFirst().constFirst().value<PurgeResult>().personal, 1);
    }

    void senselessSettingsAreTheUsualOnes()
    {
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        for (const char *value : {"0", "-5", "soon", ""}) {
            settings.setValue(QStringLiteral("history/personalDays"), QString::fromLatin1(value));
            QCOMPARE(RetentionPolicy::load(settings, {}).personalDays, 30);
        }
        settings.setValue(QStringLiteral("history/personalDays"), 2000);
        QCOMPARE(RetentionPolicy::load(settings, {}).personalDays, 1095); // not longer than the row
    }

    /// Requests go on while a purge works through many rows.
    void otherCallsAreAnsweredInBetween()
    {
        HistoryBench bench(path());
        for (int i = 0; i < 10; ++i)
            plant(bench, i, 40);
        bool isPurged = false;
        bool wasFirst = false;
        QObject context;
        bench.store().purge(
            personalBefore(30), &context, [&isPurged](const PurgeResult &) { isPurged = true; });
        bench.store().begin(
            made::pending(QStringLiteral("b-now")), &context, [&](Journal::Begin result, const QString &) {
                wasFirst = !isPurged && result == Journal::Begin::Saved;
            });
        QTRY_VERIFY(isPurged);
        QVERIFY(wasFirst);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_PurgeWish)
#include "tst_purgewish.moc"
