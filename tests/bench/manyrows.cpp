#include "bench/manyrows.h"

#include "history/historydatabase.h"
#include "history/historyfile.h"
#include "history/recordstore.h"

#include <QLocale>
#include <QRandomGenerator>

using namespace faceid;

namespace {

/// Makes one request after the other, a few seconds apart.
class Traffic
{
public:
    Traffic(int count)
        : m_time(QDateTime::currentDateTimeUtc().addDays(-1).addSecs(-meanGap * count))
    { }

    schema::Record next()
    {
        m_time = m_time.addMSecs(m_random.bounded(1, 2000 * meanGap));
        const Exchange e = made();
        schema::Record record = schema::recordOf(e, QString());
        const auto set = [&record](const char *name, const QVariant &value) {
            record[schema::indexOf(name)] = value;
        };
        if (m_random.bounded(100) < 5)
            set("note", pick({u"客户已回电", u"asked to wait", u"照片模糊，重拍", u"called back at 5"}));
        else if (m_random.bounded(10'000) == 0)
            set("note", QStringLiteral("找到了 ") + QString::fromUtf16(bench::rareWord));
        if (m_random.bounded(100) < 5)
            set("tags", pick({u"vip", u"callback", u"重拍"}));
        if (m_random.bounded(100) < 20)
            set("ticket", QStringLiteral("T-%1").arg(m_random.bounded(10'000, 99'999)));
        if (!e.reply.token.isEmpty() && m_random.bounded(2) == 0)
            set("copied_at", schema::milliseconds(m_time.addSecs(9)));
        if (!record.at(schema::indexOf("person")).toString().isEmpty()) {
            set("name_key", bytes(16));
            set("number_key", bytes(16));
        }
        return record;
    }

private:
    static constexpr int meanGap = 20; // seconds

    QByteArray bytes(int count)
    {
        QByteArray result(count, '\0');
        for (char &byte : result)
            byte = char(m_random.bounded(256));
        return result;
    }
    QString uuid() { return QUuid::fromRfc4122(bytes(16)).toString(QUuid::WithoutBraces); }
    QString stamped() { return QStringLiteral("%1,%2").arg(m_time.toSecsSinceEpoch()).arg(uuid()); }
    QString pick(const QList<QStringView> &words)
    {
        return words.at(m_random.bounded(words.size())).toString();
    }
    QString serialNumber()
    {
        static constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        QString text = m_time.toString(QStringLiteral("yyyyMMdd-HHmm"));
        for (int i = 0; i < 12; ++i)
            text += (i % 4 == 0 ? QStringLiteral("-") : QString()) + QChar(alphabet[m_random.bounded(32)]);
        return text;
    }

    Exchange made()
    {
        const bool isPc = m_random.bounded(10) < 6;
        const EndpointSpec &spec = isPc ? getToken() : getBizToken();
        Exchange e;
        e.id = QUuid::fromRfc4122(bytes(16));
        e.endpointId = spec.id;
        e.profileId = isPc ? QStringLiteral("p-pc") : QStringLiteral("p-sdk");
        e.profileName = isPc ? QStringLiteral("门店 PC") : QStringLiteral("App SDK");
        e.environment = m_random.bounded(10) == 0 ? Environment::Test : Environment::Production;
        e.address = QUrl(spec.host + spec.path);
        e.bizNo = serialNumber();
        e.startedAt = m_time;
        e.keyFingerprint = isPc ? QStringLiteral("0badcafe") : QStringLiteral("5eedf00d");
        e.request = request(isPc, e.bizNo);
        answer(e, isPc);
        const int sent = m_random.bounded(40, 400);
        e.timing = {m_random.bounded(1, 4), m_random.bounded(5, 30), m_random.bounded(30, 40), sent,
            sent + m_random.bounded(20, 400), sent + 420};
        e.bodyBytes = m_random.bounded(900, 90'000);
        e.bytesHandedOver = e.bodyBytes - m_random.bounded(600, 800);
        e.posts = 1;
        e.clockSkewMs = m_random.bounded(-500, 500);
        return e;
    }

    Parts request(bool isPc, const QString &bizNo)
    {
        const bool hasPhoto = m_random.bounded(2) == 0;
        Parts parts{textPart(
            QStringLiteral("comparison_type"), hasPhoto ? QStringLiteral("0") : QStringLiteral("1"))};
        if (hasPhoto) {
            parts.append(textPart(QStringLiteral("uuid"), uuid()));
            Part photo = textPart(QStringLiteral("image_ref1"),
                QStringLiteral("JPEG %1x%2, %3 B, sha256 %4")
                    .arg(m_random.bounded(480, 1200))
                    .arg(m_random.bounded(480, 1200))
                    .arg(m_random.bounded(30'000, 90'000))
                    .arg(QString::fromLatin1(bytes(32).toHex())));
            photo.fileName = QStringLiteral("image_ref1.jpg");
            parts.append(photo);
        } else {
            parts.append(textPart(QStringLiteral("idcard_name"),
                pick({u"张*", u"王*", u"李**", u"欧阳*", u"陈*", u"刘**", u"赵*"})));
            parts.append(textPart(QStringLiteral("idcard_number"),
                QStringLiteral("%1…%2").arg(m_random.bounded(1, 7)).arg(m_random.bounded(10))));
        }
        if (isPc) {
            parts.append(textPart(
                QStringLiteral("return_url"), QStringLiteral("https://shop.example.com/faceid/return")));
            parts.append(textPart(
                QStringLiteral("notify_url"), QStringLiteral("https://shop.example.com/faceid/notify")));
        }
        parts.append(textPart(QStringLiteral("biz_no"), bizNo));
        return parts;
    }

    void answer(Exchange &e, bool isPc)
    {
        const int fate = m_random.bounded(100);
        Reply &reply = e.reply;
        e.outcome = fate < 78 ? Outcome::Issued : fate < 96 ? Outcome::Refused : Outcome::Unknown;
        if (e.outcome == Outcome::Unknown) {
            e.stop = Stop::Deadline;
            return;
        }
        reply.requestId = stamped();
        reply.timeUsedMs = m_random.bounded(20, 400);
        QString fields = QStringLiteral("\"request_id\":\"%1\",\"time_used\":%2")
                             .arg(reply.requestId)
                             .arg(reply.timeUsedMs);
        if (e.outcome == Outcome::Issued) {
            reply.httpStatus = 200;
            reply.token = isPc ? QString::fromLatin1(bytes(16).toHex()) : stamped();
            reply.expiresAt =
                QDateTime::fromSecsSinceEpoch(m_time.toSecsSinceEpoch() + (isPc ? 600 : 3600), Qt::UTC);
            fields += isPc ? QStringLiteral(",\"token\":\"%1\",\"biz_no\":\"%2\",\"expired_time\":%3")
                                 .arg(reply.token, e.bizNo)
                                 .arg(reply.expiresAt.toSecsSinceEpoch())
                           : QStringLiteral(",\"biz_token\":\"%1\"").arg(reply.token);
        } else {
            reply.httpStatus = 400;
            reply.errorCode = pick({u"BAD_ARGUMENTS", u"INVALID_NAME_FORMAT",
                u"IMAGE_ERROR_UNSUPPORTED_FORMAT", u"MULTIPLE_FACES", u"AUTHORIZATION_ERROR"});
            reply.errorField = pick({u"uuid", u"image_ref1", u"idcard_name"});
            reply.errorText = reply.errorCode + u':' + reply.errorField;
            fields += QStringLiteral(",\"error\":\"%1\"").arg(reply.errorText);
        }
        reply.body = (u'{' + fields + u'}').toUtf8();
        reply.headers = {{"Server", "nginx"}, {"Content-Type", "application/json"},
            {"Content-Length", QByteArray::number(reply.body.size())}, {"Connection", "close"},
            {"Date",
                QLocale::c().toString(m_time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1()
                    + " GMT"}};
    }

    QRandomGenerator m_random{20261125};
    QDateTime m_time;
};

} // namespace

QString bench::fill(const QString &path, int count, const std::function<void(int done)> &progress)
{
    Departures departures;
    if (const QString problem = HistoryFile(path, departures).open().error; !problem.isEmpty())
        return problem;
    HistoryDatabase database(path);
    RecordStore records(database);
    QSqlError error = database.open(std::chrono::seconds(3));
    if (!error.isValid())
        error = database.run(QStringLiteral("PRAGMA synchronous = OFF"));
    if (!error.isValid())
        error = database.run(QStringLiteral("PRAGMA cache_size = -200000"));
    constexpr int batch = 20'000;
    Traffic traffic(count);
    for (int done = 0; done < count && !error.isValid(); done += batch) {
        error = records.transaction([&] {
            QSqlError failed;
            qint64 number = 0;
            for (int i = done; i < std::min(count, done + batch) && !failed.isValid(); ++i)
                failed = records.insert(traffic.next(), number);
            return failed;
        });
        progress(std::min(count, done + batch));
    }
    if (!error.isValid())
        error = database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return error.isValid() ? database.sentence(error) : QString();
}
