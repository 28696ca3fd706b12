// The history in a file of its own: what it keeps, what it leaves out, and whose a serial number is.

#include "history/historyschema.h"
#include "history/historystore.h"
#include "support/folderfiles.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using Begin = Journal::Begin;

namespace {

/// What is kept of each part: its name, value and file name.
QByteArrayList fieldsOf(const Parts &parts)
{
    QByteArrayList fields;
    for (const Part &part : parts)
        fields << part.name.toUtf8() << part.value << part.fileName.toUtf8();
    return fields;
}

} // namespace

class tst_HistoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAFileOfItsOwn();
    void keepsRows();
    void tellsOfChanges();
    void holdsNothingPersonal();
    void cutsBodiesOfUnknownAnswers();
    void serialNumbers_data();
    void serialNumbers();
    void serialNumbersElsewhere();
    void retries();
    void aTokenIsNeverLostToASerialNumber();
    void finishWithoutBegin();
    void writesWhatWasHandedInBeforeItEnds();
    void forgetsContextsThatAreGone();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HistoryStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_HistoryStore::makesAFileOfItsOwn()
{
    HistoryBench bench(path());
    QCOMPARE(bench.openError(), QString());
    QCOMPARE(bench.unfinished(), 0);
    QCOMPARE(bench.begin(made::pending(QStringLiteral("b-1"))).result, Begin::Saved);

    const QFile::Permissions folder = QFile::permissions(m_folder->filePath(QStringLiteral("data")));
    QVERIFY(!(folder & anybodyElse));
    const QStringList files = filesIn(m_folder->path());
    QVERIFY(files.contains(path()));
    QVERIFY(files.contains(path() + QStringLiteral("-wal")));
    for (const QString &file : files)
        QVERIFY2(!(QFile::permissions(file) & anybodyElse), qPrintable(file));

    const RawHistory raw(path());
    QCOMPARE(raw.ask(QStringLiteral("PRAGMA user_version")).toInt(), schema::version);
    QCOMPARE(raw.ask(QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));

    // A file that somebody opened up is closed again.
    bench.close();
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    HistoryBench again(path());
    QCOMPARE(again.openError(), QString());
    QVERIFY(!(QFile::permissions(path()) & anybodyElse));
}

void tst_HistoryStore::keepsRows()
{
    const Exchange first = made::pending(QStringLiteral("b-1"));
    Exchange second = made::pending(QStringLiteral("b-2"));
    second.startedAt = first.startedAt.addMSecs(5);
    {
        HistoryBench bench(path());
        QCOMPARE(bench.begin(first).result, Begin::Saved);
        const HistoryRow pending = bench.row(first.id);
        QCOMPARE(pending.outcome, Outcome::Pending);
        QVERIFY(pending.token.isEmpty());
        QVERIFY(!pending.expiresAt.isValid());
        QCOMPARE(bench.finish(made::ended(first, Outcome::Issued)), QString());
        QCOMPARE(bench.begin(second).result, Begin::Saved);
        QCOMPARE(bench.finish(made::ended(second, Outcome::Refused)), QString());
    }
    HistoryBench bench(path());
    QCOMPARE(bench.unfinished(), 0);
    const QList<HistoryRow> rows = bench.rows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, second.id); // newest first
    QCOMPARE(rows[0].outcome, Outcome::Refused);
    QCOMPARE(rows[0].errorCode, QStringLiteral("BAD_ARGUMENTS"));
    QCOMPARE(rows[0].httpStatus, 400);

    const Exchange issued = made::ended(first, Outcome::Issued);
    const HistoryRow &row = rows[1];
    QCOMPARE(row.id, first.id);
    QVERIFY(row.retryOf.isNull());
    QCOMPARE(row.startedAt, first.startedAt);
    QCOMPARE(row.startedAt.timeSpec(), Qt::UTC);
    QCOMPARE(row.endpointId, QStringLiteral("get_token"));
    QCOMPARE(row.comparison, QStringLiteral("1"));
    QCOMPARE(row.profileId, first.profileId);
    QCOMPARE(row.profileName, first.profileName);
    QCOMPARE(row.environment, Environment::Test);
    QCOMPARE(row.outcome, Outcome::Issued);
    QCOMPARE(row.bizNo, QStringLiteral("b-1"));
    QCOMPARE(row.token, issued.reply.token);
    QCOMPARE(row.requestId, issued.reply.requestId);
    QCOMPARE(row.expiresAt, issued.reply.expiresAt);
    QCOMPARE(row.person, QStringLiteral("测* 1…8"));
    QCOMPARE(row.errorCode, QString());
    QCOMPARE(row.httpStatus, 200);

    // And all the rest of it, for who looks closer.
    const Exchange kept = bench.exchange(first.id);
    QCOMPARE(kept.reply.body, issued.reply.body);
    QCOMPARE(kept.reply.headers, issued.reply.headers);
    QCOMPARE(kept.address, first.address);
    QCOMPARE(kept.keyFingerprint, issued.keyFingerprint);
    QCOMPARE(kept.posts, 1);
    QCOMPARE(fieldsOf(kept.request), fieldsOf(first.request));
    QCOMPARE(kept.timing.finished, issued.timing.finished);
    QVERIFY(bench.exchange(QUuid::createUuid()).id.isNull());
}

void tst_HistoryStore::tellsOfChanges()
{
    HistoryBench bench(path());
    QSignalSpy changed(&bench.store(), &HistoryStore::changed);
    const Exchange first = made::pending(QStringLiteral("b-1"));
    QCOMPARE(bench.begin(first).result, Begin::Saved);
    QCOMPARE(changed.size(), 1); // before the answer
    QCOMPARE(bench.begin(made::pending(QStringLiteral("b-1"))).result, Begin::DuplicateBizNo);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.finish(made::ended(first, Outcome::Issued)), QString());
    QCOMPARE(changed.size(), 2);
    const auto row = changed[1][0].value<HistoryRow>();
    QCOMPARE(row.id, first.id);
    QCOMPARE(row.outcome, Outcome::Issued);
}

void tst_HistoryStore::holdsNothingPersonal()
{
    const QList<QByteArray> planted{made::personName.toUtf8(), made::idNumber.toUtf8(),
        made::personName.toUtf8().toPercentEncoding(), "photo-bytes-that-no-file-may-hold"};
    const auto check = [&](const char *when) {
        for (const QString &name : filesIn(m_folder->path())) {
            QFile file(name);
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &text : planted)
                QVERIFY2(!bytes.contains(text),
                    qPrintable(QStringLiteral("%1 %2").arg(name, QLatin1String(when))));
        }
    };
    HistoryBench bench(path());
    for (const Outcome outcome : {Outcome::Issued, Outcome::Refused, Outcome::Unknown, Outcome::ServerError,
             Outcome::NotSent, Outcome::CutOff}) {
        const Exchange e = made::pending(outcomeName(outcome));
        QCOMPARE(bench.begin(e).result, Begin::Saved);
        QCOMPARE(bench.finish(made::ended(e, outcome)), QString());
    }
    check("while it is open");
    bench.close();
    check("after it was closed");
}

void tst_HistoryStore::cutsBodiesOfUnknownAnswers()
{
    HistoryBench bench(path());
    const QByteArray large(100'000, 'x');
    for (const auto &[outcome, kept] : {std::pair(Outcome::Unknown, 4096), {Outcome::Refused, 100'000}}) {
        Exchange e = made::pending(outcomeName(outcome));
        QCOMPARE(bench.begin(e).result, Begin::Saved);
        e = made::ended(e, outcome);
        e.reply.body = large;
        QCOMPARE(bench.finish(e), QString());
        QCOMPARE(bench.exchange(e.id).reply.body, large.first(kept));
    }
}

void tst_HistoryStore::serialNumbers_data()
{
    QTest::addColumn<Outcome>("first");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("on its way") << Outcome::Pending << true;
    QTest::newRow("issued") << Outcome::Issued << true;
    QTest::newRow("unknown") << Outcome::Unknown << true;
    QTest::newRow("server error") << Outcome::ServerError << true;
    QTest::newRow("not sent") << Outcome::NotSent << false;
    QTest::newRow("cut off") << Outcome::CutOff << false;
    QTest::newRow("refused") << Outcome::Refused << false;
}

void tst_HistoryStore::serialNumbers()
{
    QFETCH(Outcome, first);
    QFETCH(bool, isTaken);
    HistoryBench bench(path());
    const Exchange one = made::pending(QStringLiteral("b"));
    QCOMPARE(bench.begin(one).result, Begin::Saved);
    if (first != Outcome::Pending)
        QCOMPARE(bench.finish(made::ended(one, first)), QString());
    const Exchange two = made::pending(QStringLiteral("b"));
    const HistoryBench::Begun begun = bench.begin(two);
    QCOMPARE(begun.result, isTaken ? Begin::DuplicateBizNo : Begin::Saved);
    QCOMPARE(begun.detail.contains(one.id.toString(QUuid::WithoutBraces)), isTaken);
    QCOMPARE(bench.rows().size(), isTaken ? 1 : 2);
}

void tst_HistoryStore::serialNumbersElsewhere()
{
    HistoryBench bench(path());
    const auto at = [](const char *address) {
        Exchange e = made::pending(QStringLiteral("b"));
        e.address = QUrl(QLatin1String(address));
        return e;
    };
    QCOMPARE(bench.begin(at("https://a.example.com/x")).result, Begin::Saved);
    QCOMPARE(bench.begin(at("https://a.example.com/y")).result, Begin::DuplicateBizNo);
    QCOMPARE(bench.begin(at("https://a.example.com:443/x")).result, Begin::DuplicateBizNo);
    QCOMPARE(bench.begin(at("https://a.example.com:444/x")).result, Begin::Saved);
    QCOMPARE(bench.begin(at("https://b.example.com/x")).result, Begin::Saved);
    QCOMPARE(bench.begin(at("http://127.0.0.1:4000/x")).result, Begin::Saved);
    QCOMPARE(bench.begin(at("http://127.0.0.1:4001/x")).result, Begin::Saved);
    // The SDK needs none.
    QCOMPARE(bench.begin(made::pending(QString())).result, Begin::Saved);
    QCOMPARE(bench.begin(made::pending(QString())).result, Begin::Saved);
}

void tst_HistoryStore::retries()
{
    HistoryBench bench(path());
    const Exchange first = made::pending(QStringLiteral("b"));
    QCOMPARE(bench.begin(first).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(first, Outcome::Unknown)), QString());

    const Exchange retry = made::pending(QStringLiteral("b"), first.id);
    QCOMPARE(bench.begin(retry).result, Begin::Saved);
    QCOMPARE(bench.row(retry.id).retryOf, first.id);
    // Two windows, one retry.
    QCOMPARE(bench.begin(made::pending(QStringLiteral("b"), first.id)).result, Begin::DuplicateBizNo);
    QCOMPARE(bench.finish(made::ended(retry, Outcome::Unknown)), QString());
    QCOMPARE(bench.begin(made::pending(QStringLiteral("b"), retry.id)).result, Begin::Saved);

    // Once one of them has led to a token, there is nothing to repeat; nor is another's number free.
    const Exchange done = made::pending(QStringLiteral("d"));
    QCOMPARE(bench.begin(done).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(done, Outcome::Issued)), QString());
    QCOMPARE(bench.begin(made::pending(QStringLiteral("d"), done.id)).result, Begin::DuplicateBizNo);
    QCOMPARE(bench.begin(made::pending(QStringLiteral("d"), first.id)).result, Begin::DuplicateBizNo);
    QCOMPARE(bench.begin(made::pending(QStringLiteral("e"), done.id)).result, Begin::Saved);

    // A number whose first attempt failed is taken by the retry that did not.
    const Exchange failed = made::pending(QStringLiteral("c"));
    QCOMPARE(bench.begin(failed).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(failed, Outcome::NotSent)), QString());
    const Exchange second = made::pending(QStringLiteral("c"), failed.id);
    QCOMPARE(bench.begin(second).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(second, Outcome::Issued)), QString());
    QCOMPARE(bench.begin(made::pending(QStringLiteral("c"))).result, Begin::DuplicateBizNo);
}

void tst_HistoryStore::aTokenIsNeverLostToASerialNumber()
{
    HistoryBench bench(path());
    const Exchange first = made::pending(QStringLiteral("b"));
    QCOMPARE(bench.begin(first).result, Begin::Saved);
    QCOMPARE(bench.finish(made::ended(first, Outcome::NotSent)), QString());
    const Exchange second = made::pending(QStringLiteral("b"));
    QCOMPARE(bench.begin(second).result, Begin::Saved);
    // The first one ends once more, against all rules, and now the number is another's.
    QCOMPARE(bench.finish(made::ended(first, Outcome::Issued)), QString());
    QCOMPARE(bench.row(first.id).outcome, Outcome::Issued);
    QVERIFY(!bench.row(first.id).token.isEmpty());
    QCOMPARE(bench.row(first.id).retryOf, second.id);
    QCOMPARE(bench.finish(made::ended(second, Outcome::Issued)), QString());
    QCOMPARE(bench.row(second.id).outcome, Outcome::Issued);
}

void tst_HistoryStore::finishWithoutBegin()
{
    HistoryBench bench(path());
    QSignalSpy changed(&bench.store(), &HistoryStore::changed);
    QCOMPARE(bench.finish(made::ended(made::pending(QStringLiteral("a")), Outcome::NotSent)), QString());
    QVERIFY(bench.rows().isEmpty());
    QVERIFY(changed.isEmpty());
    const Exchange stray = made::ended(made::pending(QStringLiteral("b")), Outcome::Issued);
    QCOMPARE(bench.finish(stray), QString());
    QCOMPARE(bench.row(stray.id).token, stray.reply.token);
    QCOMPARE(changed.size(), 1);
}

void tst_HistoryStore::writesWhatWasHandedInBeforeItEnds()
{
    QList<QUuid> ids;
    {
        HistoryStore store(path());
        for (int i = 0; i < 50; ++i) {
            const Exchange e = made::pending(QString::number(i));
            ids.append(e.id);
            store.begin(e, this, [](Begin, const QString &) {});
            store.finish(made::ended(e, Outcome::Issued), this, [](const QString &) {});
        }
    }
    HistoryBench bench(path());
    QCOMPARE(bench.unfinished(), 0);
    QCOMPARE(bench.rows().size(), ids.size());
    for (const QUuid &id : ids)
        QCOMPARE(bench.row(id).outcome, Outcome::Issued);
}

void tst_HistoryStore::forgetsContextsThatAreGone()
{
    HistoryStore store(path());
    bool called = false;
    const Exchange e = made::pending(QStringLiteral("b"));
    {
        QObject context;
        store.begin(e, &context, [&](Begin, const QString &) { called = true; });
        store.list(1, &context, [&](const QList<HistoryRow> &, const QString &) { called = true; });
        store.finish(made::ended(e, Outcome::Issued), &context, [&](const QString &) { called = true; });
    }
    bool listed = false;
    store.list(5, this, [&](const QList<HistoryRow> &rows, const QString &) {
        listed = true;
        QCOMPARE(rows.size(), 1); // what was asked for was done all the same
        QCOMPARE(rows[0].outcome, Outcome::Issued);
    });
    QVERIFY(!listed); // never before the call returns
    QTRY_VERIFY(listed);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(tst_HistoryStore)
#include "tst_historystore.moc"
