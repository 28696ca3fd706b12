#include "support/oldhistory.h"

#include "history/historydatabase.h"

#include <QHash>
#include <QStringList>

using namespace faceid;

QString old::idOf(int number)
{
    return number == 1
        ? id
        : QStringLiteral("%1-8b86-4011-b42d-00c04fc964ff").arg(number, 8, 16, QLatin1Char('0'));
}

const QList<std::pair<const char *, QString>> &old::row()
{
    static const QList<std::pair<const char *, QString>> values{
        {"id TEXT NOT NULL PRIMARY KEY", u'\'' + id + u'\''},
        {"owner TEXT NOT NULL", QStringLiteral("'1b4e28ba-2fa1-4d3b-883f-0016d3cca427'")},
        {"retry_of TEXT", QStringLiteral("'9c5b94b1-35ad-49bb-b118-8e8fc24abf80'")},
        {"started_at INTEGER NOT NULL", QStringLiteral("1700000000123")},
        {"endpoint TEXT NOT NULL", QStringLiteral("'get_biz_token'")},
        {"comparison TEXT NOT NULL", QStringLiteral("'0'")},
        {"profile_id TEXT NOT NULL", QStringLiteral("'p-1'")},
        {"profile_name TEXT NOT NULL", QStringLiteral("'门店 Shop'")},
        {"environment TEXT NOT NULL", QStringLiteral("'Production'")},
        {"address TEXT NOT NULL", QStringLiteral("'https://api.example.com/x'")},
        {"service TEXT NOT NULL", QStringLiteral("'https://api.example.com:443'")},
        {"biz_no TEXT NOT NULL", QStringLiteral("'20231114-2213-ABCD-EFGH-JKMN'")},
        {"person TEXT NOT NULL", QStringLiteral("'客户-1'")},
        {"request TEXT NOT NULL",
            QStringLiteral(
                "'[{\"name\":\"uuid\",\"value\":\"客户-1\"},{\"name\":\"security_level\",\"value\":\"3\"},"
                "{\"file\":\"image_ref1.jpg\",\"name\":\"image_ref1\",\"value\":\"JPEG 640x480, 5 B, sha256 "
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"}]'")},
        {"outcome TEXT NOT NULL", QStringLiteral("'ServerError'")},
        {"stop TEXT NOT NULL", QStringLiteral("'Network'")},
        {"detail TEXT NOT NULL", QStringLiteral("'words of the network'")},
        {"key_fingerprint TEXT NOT NULL", QStringLiteral("'0badcafe'")},
        {"http_status INTEGER NOT NULL", QStringLiteral("500")},
        {"head TEXT NOT NULL", QStringLiteral("'[[\"Server\",\"\u00fe\"]]'")},
        {"body BLOB NOT NULL", QStringLiteral("x'7b22f8f800ff7d'")},
        {"body_size INTEGER NOT NULL", QStringLiteral("7")},
        {"token TEXT NOT NULL", QStringLiteral("'1700000000,c9bf9e57-1685-4c89-bafb-ff5af830be8a'")},
        {"request_id TEXT NOT NULL", QStringLiteral("'1700000001,D9428888-122b-11e1-b85c-61cd3cbb3210'")},
        {"time_used_ms INTEGER NOT NULL", QStringLiteral("77")},
        {"expires_at INTEGER", QStringLiteral("1700003600000")},
        {"error_text TEXT NOT NULL", QStringLiteral("'INTERNAL_ERROR: x'")},
        {"error_code TEXT NOT NULL", QStringLiteral("'INTERNAL_ERROR'")},
        {"error_field TEXT NOT NULL", QStringLiteral("'x'")},
        {"location TEXT NOT NULL", QStringLiteral("'https://elsewhere.example.com/'")},
        {"timing TEXT NOT NULL", QStringLiteral("'[1,2,3,4,-1,600]'")},
        {"body_bytes INTEGER NOT NULL", QStringLiteral("900")},
        {"bytes_handed_over INTEGER NOT NULL", QStringLiteral("800")},
        {"posts INTEGER NOT NULL", QStringLiteral("1")},
        {"clock_skew_ms INTEGER", QStringLiteral("-1500")},
        {"resolution TEXT NOT NULL DEFAULT ''", QStringLiteral("'gave-up'")},
        {"resolved_at INTEGER", QStringLiteral("1700000100000")},
        {"note TEXT NOT NULL DEFAULT ''", QStringLiteral("'已回电 called'")},
        {"copied_at INTEGER", QStringLiteral("1700000200000")},
    };
    return values;
}

QString old::makeLayoutTwo(const QString &path, int rows)
{
    // What differs in the others, in SQL, with their number as i.
    const QHash<QString, QString> others{
        {QStringLiteral("id"), QStringLiteral("printf('%08x-8b86-4011-b42d-00c04fc964ff', i)")},
        {QStringLiteral("retry_of"), QStringLiteral("NULL")},
        {QStringLiteral("started_at"), QStringLiteral("1700000000123 + i * 1000")},
        {QStringLiteral("biz_no"),
            QStringLiteral("printf('20231114-2213-%04d-EFGH-%04d', i / 10000, i % 10000)")},
        {QStringLiteral("token"), QStringLiteral("printf('1700000000,%08x-1685-4c89-bafb-ff5af830be8a', i)")},
        {QStringLiteral("request_id"),
            QStringLiteral("printf('1700000001,%08x-122b-4111-b85c-61cd3cbb3210', i)")},
    };
    QStringList definitions;
    QStringList first;
    QStringList next;
    for (const auto &[definition, value] : row()) {
        definitions.append(QString::fromLatin1(definition));
        first.append(value);
        next.append(others.value(definitions.constLast().section(u' ', 0, 0), value));
    }
    const QString comma = QStringLiteral(", ");
    HistoryDatabase database(path);
    QSqlError error = database.open(std::chrono::seconds(3));
    for (const QString &statement :
        {QStringLiteral("CREATE TABLE requests (%1)").arg(definitions.join(comma)),
            QStringLiteral(
                "CREATE UNIQUE INDEX requests_biz_no ON requests (service, biz_no) WHERE retry_of IS NULL"),
            QStringLiteral("CREATE INDEX requests_started_at ON requests (started_at)"),
            QStringLiteral("INSERT INTO requests VALUES (%1)").arg(first.join(comma)),
            QStringLiteral(
                "WITH RECURSIVE numbers (i) AS (SELECT 2 WHERE %2 > 1 UNION ALL SELECT i + 1 FROM numbers "
                "WHERE i < %2) INSERT INTO requests SELECT %1 FROM numbers")
                .arg(next.join(comma), QString::number(rows)),
            QStringLiteral("PRAGMA user_version = 2")}) {
        if (!error.isValid())
            error = database.run(statement);
    }
    return error.isValid() ? error.text() : QString();
}
