#include "support/historybench.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace faceid;

HistoryBench::HistoryBench(const QString &path)
    : m_store(std::make_unique<HistoryStore>(path))
{
    QObject::connect(
        m_store.get(), &HistoryStore::opened, &m_context, [this](int unfinished, const QString &error) {
            QVERIFY2(!m_opened, "opened() came twice");
            m_opened = {unfinished, error};
        });
}

void HistoryBench::awaitOpened()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_opened, 20'000);
}

int HistoryBench::unfinished()
{
    awaitOpened();
    return m_opened ? m_opened->first : -1;
}

QString HistoryBench::openError()
{
    awaitOpened();
    return m_opened ? m_opened->second : QStringLiteral("never opened");
}

HistoryBench::Begun HistoryBench::begin(const Exchange &exchange)
{
    std::optional<Begun> answer;
    m_store->begin(exchange, &m_context, [&answer](Journal::Begin result, const QString &detail) {
        QVERIFY2(!answer, "begin() answered twice");
        answer = Begun{result, detail};
    });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(Begun{Journal::Begin::Unavailable, QStringLiteral("no answer")});
}

QString HistoryBench::finish(const Exchange &exchange)
{
    std::optional<QString> answer;
    m_store->finish(exchange, &m_context, [&answer](const QString &error) {
        QVERIFY2(!answer, "finish() answered twice");
        answer = error;
    });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(QStringLiteral("no answer"));
}

QList<HistoryRow> HistoryBench::rows(QString *error)
{
    std::optional<QList<HistoryRow>> answer;
    QString words;
    m_store->list(100'000, &m_context, [&](const QList<HistoryRow> &rows, const QString &why) {
        answer = rows;
        words = why;
    });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    if (error)
        *error = words;
    return answer.value_or(QList<HistoryRow>());
}

HistoryRow HistoryBench::row(const QUuid &id)
{
    const QList<HistoryRow> all = rows();
    for (const HistoryRow &row : all) {
        if (row.id == id)
            return row;
    }
    return {};
}

Exchange HistoryBench::exchange(const QUuid &id)
{
    std::optional<Exchange> found;
    bool isAnswered = false;
    m_store->exchange(id, &m_context, [&](const std::optional<Exchange> &exchange, const QString &) {
        found = exchange;
        isAnswered = true;
    });
    (void)QTest::qWaitFor([&] { return isAnswered; }, 20'000);
    return found.value_or(Exchange());
}

QString HistoryBench::remark(const QUuid &id, const Remark &remark)
{
    std::optional<QString> answer;
    m_store->remark(id, remark, &m_context, [&answer](const QString &error) { answer = error; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(QStringLiteral("no answer"));
}

QString HistoryBench::audit(const AuditNote &note)
{
    std::optional<QString> answer;
    m_store->audit(note, &m_context, [&answer](const QString &error) { answer = error; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(QStringLiteral("no answer"));
}

AuditVerdict HistoryBench::auditVerdict(const QByteArray &anchor)
{
    std::optional<AuditVerdict> answer;
    m_store->verifyAudit(anchor, &m_context, [&answer](const AuditVerdict &verdict) { answer = verdict; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(AuditVerdict{0, {}, -1, {}, QStringLiteral("no answer")});
}

QList<AuditEntry> HistoryBench::auditEntries()
{
    std::optional<QList<AuditEntry>> answer;
    m_store->readAudit(0, 10'000, &m_context,
        [&answer](const QList<AuditEntry> &entries, const QString &) { answer = entries; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer.value_or(QList<AuditEntry>());
}

PurgeResult HistoryBench::purge(const PurgeWish &wish)
{
    std::optional<PurgeResult> answer;
    m_store->purge(wish, &m_context, [&answer](const PurgeResult &result) { answer = result; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 60'000);
    PurgeResult none;
    none.error = QStringLiteral("no answer");
    return answer.value_or(none);
}

RawHistory::RawHistory(const QString &path)
    : m_name(QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(path);
    database.open();
}

RawHistory::~RawHistory()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QVariant RawHistory::ask(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql))
        return query.lastError().text();
    return query.next() ? query.value(0) : QVariant();
}
