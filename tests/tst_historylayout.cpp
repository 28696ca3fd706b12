// How the history file holds its rows: what is packed comes back as it was, and files of older layouts lose
// nothing.

#include "history/historyschema.h"
#include "history/packedtext.h"
#include "history/rowdetail.h"
#include "history/searchpieces.h"
#include "support/historybench.h"
#include "support/madeexchange.h"
#include "support/oldhistory.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

class tst_HistoryLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("data")));
    }

    void textsArePacked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("bytes"); // 0: as it is
        QTest::newRow("uuid") << old::id << 16;
        QTest::newRow("capital letter") << old::id.toUpper() << 0;
        QTest::newRow("stamped uuid") << QStringLiteral("1700000000,") + old::id << 20;
        QTest::newRow("leading zero") << QStringLiteral("0700000000,") + old::id << 0;
        QTest::newRow("time beyond 32 bits") << QStringLiteral("9999999999,") + old::id << 0;
        QTest::newRow("semicolon") << QStringLiteral("1700000000;") + old::id << 0;
        QTest::newRow("hex") << QStringLiteral("0123456789abcdef0123456789abcdef") << 17;
        QTest::newRow("nearly hex") << QStringLiteral("0123456789abcdef0123456789abcdeg") << 0;
        QTest::newRow("serial") << QStringLiteral("20261125-1244-ZZZZ-0000-HJKM") << 13;
        QTest::newRow("all zero") << QStringLiteral("00000000-0000-0000-0000-0000") << 13;
        QTest::newRow("letter left out") << QStringLiteral("20261125-1244-IIII-0000-HJKM") << 0;
        QTest::newRow("no serial") << QStringLiteral("20261125 1244-ZZZZ-0000-HJKM") << 0;
        QTest::newRow("Chinese") << QStringLiteral("订单一二三四五六七八九十一二三四五六七八九十一二三四五六")
                                 << 0;
        QTest::newRow("short") << QStringLiteral("b-1") << 0;
    }
    void textsArePacked()
    {
        QFETCH(QString, text);
        QFETCH(int, bytes);
        const QVariant packed = packedText(text);
        QCOMPARE(packed.typeId() == QMetaType::QByteArray, bytes != 0);
        QCOMPARE(packed.toByteArray().size(), bytes == 0 ? text.toUtf8().size() : bytes);
        QCOMPARE(unpackedText(packed), text);
    }
    void nothingIsNull()
    {
        QVERIFY(packedText(QString()).isNull());
        QVERIFY(!unpackedText({}).isNull());
    }

    void detailsArePacked_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("null") << QVariant();
        QTest::newRow("empty text") << QVariant(QStringLiteral(""));
        QTest::newRow("empty bytes") << QVariant(QByteArray(""));
        QTest::newRow("number") << QVariant(-123456789012LL);
        QTest::newRow("array") << QVariant(
            QStringLiteral("[[\"a\",\"\u00ff\"],{\"name\":\"n\",\"value\":\"1\"}]"));
        QTest::newRow("array in other words") << QVariant(QStringLiteral("[ 1,  2 ]"));
        QTest::newRow("no array") << QVariant(QStringLiteral("[not json"));
        QTest::newRow("hex") << QVariant(
            QByteArray(QByteArrayLiteral("0123456789abcdef").repeated(70) + 'f'));
        QTest::newRow("escapes") << QVariant(QByteArrayLiteral("\xf8\xf8x\xf8"));
        QTest::newRow("large") << QVariant(QByteArray(1024 * 1024, 'x'));
        QByteArray every;
        for (int byte = 0; byte < 256; ++byte)
            every += char(byte);
        QTest::newRow("every byte") << QVariant(every.repeated(3));
    }
    void detailsArePacked()
    {
        QFETCH(QVariant, value);
        const QVariantList values{QStringLiteral("before"), value, 7};
        const QByteArray packed = packedDetail(values, "primer before");
        const auto back = unpackedDetail(packed, "primer before");
        QVERIFY(back);
        QCOMPARE(back->size(), 3);
        QCOMPARE(back->at(1).isNull(), value.isNull());
        QCOMPARE(back->at(1).toByteArray(), value.toByteArray());
        QCOMPARE(back->at(1).typeId() == QMetaType::QByteArray, value.typeId() == QMetaType::QByteArray);
        QVERIFY(!unpackedDetail(packed.chopped(1), "primer before"));
        QVERIFY(!unpackedDetail({}, "primer before"));
    }
    void whatIsKnownCostsNothing()
    {
        const QByteArray body = "{\"token\":\"0123456789abcdef0123456789abcdef\"}";
        QVERIFY(packedDetail({body}, "token\":\"\n0123456789abcdef0123456789abcdef").size() < 24);
    }

    void textsAreTakenApart()
    {
        QCOMPARE(searchPieces({QStringLiteral("AbCd")}), QStringLiteral("abc bcd cd d"));
        QCOMPARE(
            searchPieces({QStringLiteral("aaaa"), QStringLiteral("aa"), QString()}), QStringLiteral("aaa"));
        QCOMPARE(searchPieces({QStringLiteral("客户")}), QStringLiteral("客户 户"));
        // One letter, and two in UTF-16.
        const QString rare = QString::fromUcs4(U"\U00020BB7野");
        QCOMPARE(searchPieces({rare}), rare.last(1) + u' ' + rare);
        for (const QChar c : searchPieces({QStringLiteral("a-b \"*'")}))
            QVERIFY(c == u' ' || c.isLetterOrNumber() || c.category() == QChar::Other_PrivateUse);

        QCOMPARE(searchQuery(QStringLiteral("X")), QStringLiteral("\"x\"*"));
        QCOMPARE(searchQuery(QStringLiteral("客户")), QStringLiteral("\"客户\"*"));
        QCOMPARE(searchQuery(QStringLiteral("abc")), QStringLiteral("\"abc\""));
        QCOMPARE(searchQuery(QStringLiteral("abcd")), QStringLiteral("\"bcd\" AND \"abc\""));
        QVERIFY(isExactSearch(QStringLiteral("abc")) && !isExactSearch(QStringLiteral("abcd")));
        QVERIFY(searchQuery(QString(5000, u'x')).size() < 200);
    }

    void layoutTwoLosesNothing()
    {
        QCOMPARE(old::makeLayoutTwo(path(), 1), QString());
        {
            HistoryBench bench(path());
            QCOMPARE(bench.openError(), QString());
            compareWithOldRow(bench);
        }
        HistoryBench again(path());
        compareWithOldRow(again);
        again.close();
        const RawHistory old(m_folder->filePath(QStringLiteral("data/history.v2.sqlite")));
        QCOMPARE(
            old.ask(QStringLiteral("SELECT note FROM requests")).toString(), QStringLiteral("已回电 called"));
        const RawHistory now(path());
        QCOMPARE(
            now.ask(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name LIKE 'old%'")).toInt(), 0);
        QCOMPARE(now.ask(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
    }

    /// The users have years of rows: all of them, in their order, and searchable; and a window that
    /// is told how far it is.
    void manyRowsOfLayoutTwoLoseNothing()
    {
        constexpr int count = 3000;
        QCOMPARE(old::makeLayoutTwo(path(), count), QString());
        HistoryBench bench(path());
        QSignalSpy migrating(&bench.store(), &HistoryStore::migrating);
        QCOMPARE(bench.openError(), QString());
        QCOMPARE(migrating.size(), count / 1000);
        QCOMPARE(migrating.constLast().constFirst().toInt(), count);
        compareWithOldRow(bench);
        QCOMPARE(bench.rows().size(), count);
        for (const int number : {1, 2, 1234, count}) {
            const RawHistory raw(path());
            QCOMPARE(raw.ask(QStringLiteral("SELECT hex(id) FROM requests WHERE number = %1").arg(number))
                         .toByteArray(),
                QUuid(old::idOf(number)).toRfc4122().toHex().toUpper());
        }
        QCOMPARE(indexed(QStringLiteral("已回电")), count);
        const RawHistory before(m_folder->filePath(QStringLiteral("data/history.v2.sqlite")));
        QCOMPARE(before.ask(QStringLiteral("SELECT count(*) FROM requests")).toInt(), count);
        bench.close();
        QCOMPARE(RawHistory(path()).ask(QStringLiteral("PRAGMA integrity_check")).toString(),
            QStringLiteral("ok"));
    }

    /// A file of this layout from before there were these indexes.
    void personIndexesAreAdded()
    {
        const auto count = [this] {
            return RawHistory(path())
                .ask(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name LIKE 'requests_%_key'"))
                .toInt();
        };
        QCOMPARE(HistoryBench(path()).openError(), QString());
        QCOMPARE(count(), 2);
        for (const char *name : {"name_key", "number_key"})
            RawHistory(path()).ask(QStringLiteral("DROP INDEX requests_%1").arg(QLatin1String(name)));
        QCOMPARE(count(), 0);
        QCOMPARE(HistoryBench(path()).openError(), QString());
        QCOMPARE(count(), 2);
        QCOMPARE(
            QDir(m_folder->filePath(QStringLiteral("data"))).entryList({QStringLiteral("history.v*")}).size(),
            0);
    }

    /// An earlier version of this layout said the same in other words, which no query asks with any more.
    void serialIndexIsMadeAnew()
    {
        const auto words = [this] {
            return RawHistory(path())
                .ask(QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'requests_biz_no'"))
                .toString();
        };
        const Exchange issued = made::pending(QStringLiteral("one"));
        {
            HistoryBench bench(path());
            QCOMPARE(bench.begin(issued).result, Journal::Begin::Saved);
            QCOMPARE(bench.finish(made::ended(issued, Outcome::Issued)), QString());
        }
        QCOMPARE(words(), schema::serialIndex());
        RawHistory(path()).ask(QStringLiteral("DROP INDEX requests_biz_no"));
        RawHistory(path()).ask(QStringLiteral(
            "CREATE UNIQUE INDEX requests_biz_no ON requests (biz_no, service, iif(retry_of IS NULL, 0, id)) "
            "WHERE biz_no IS NOT NULL AND outcome IN (0, 4, 3, 6) AND resolution <> 2"));
        QVERIFY(words().contains(u"IN (0"));
        HistoryBench bench(path());
        QCOMPARE(bench.openError(), QString());
        QCOMPARE(words(), schema::serialIndex());
        QCOMPARE(bench.begin(made::pending(QStringLiteral("one"))).result, Journal::Begin::DuplicateBizNo);
    }

    void aLineOfLayoutTwoIsRescued()
    {
        QJsonObject line;
        for (const auto &[definition, value] : old::row()) {
            const QString name = QString::fromLatin1(definition).section(u' ', 0, 0);
            if (value.startsWith(u"x'"))
                line.insert(name, QStringLiteral("eyL4+AD/fQ=="));
            else if (value.startsWith(u'\''))
                line.insert(name, value.mid(1).chopped(1));
            else
                line.insert(name, value.toLongLong());
        }
        QFile rescue(m_folder->filePath(QStringLiteral("data/history-rescue.jsonl")));
        QVERIFY(rescue.open(QFile::WriteOnly));
        rescue.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        rescue.close();
        HistoryBench bench(path());
        QCOMPARE(bench.openError(), QString());
        compareWithOldRow(bench);
        QVERIFY(!rescue.exists());
    }

    /// The search index has every row's texts as they are now, and none that are gone.
    void theIndexFollows()
    {
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("order-17"));
        bench.begin(asked);
        QCOMPARE(indexed(QStringLiteral("der")), 1);
        QCOMPARE(indexed(QStringLiteral("abc")), 0);
        bench.finish(made::ended(asked, Outcome::Issued));
        QCOMPARE(indexed(QStringLiteral("abc")), 1); // of its token
        QCOMPARE(indexed(QStringLiteral("17")), 1); // two letters
        for (const QString &note : {QStringLiteral("客户已回电"), QStringLiteral("照片模糊")}) {
            std::optional<QString> error;
            bench.store().remark(
                asked.id, NoteRemark{note}, this, [&error](const QString &why) { error = why; });
            QTRY_COMPARE(error, QString());
        }
        QCOMPARE(indexed(QStringLiteral("客户")), 0);
        QCOMPARE(indexed(QStringLiteral("模糊")), 1);
        QCOMPARE(indexed(QStringLiteral("糊")), 1);
        QCOMPARE(indexed(QStringLiteral("der")), 1);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

    int indexed(const QString &typed) const
    {
        const RawHistory raw(path());
        return raw
            .ask(
                QStringLiteral("SELECT count(*) FROM search WHERE search MATCH '%1'").arg(searchQuery(typed)))
            .toInt();
    }

    static void compareWithOldRow(HistoryBench &bench)
    {
        const auto at = [](qint64 milliseconds) {
            return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
        };
        const HistoryRow row = bench.row(QUuid(old::id));
        QCOMPARE(row.retryOf, QUuid(QStringLiteral("9c5b94b1-35ad-49bb-b118-8e8fc24abf80")));
        QCOMPARE(row.startedAt, at(1'700'000'000'123));
        QCOMPARE(row.endpointId, QStringLiteral("get_biz_token"));
        QCOMPARE(row.comparison, QStringLiteral("0"));
        QCOMPARE(row.profileId, QStringLiteral("p-1"));
        QCOMPARE(row.profileName, QStringLiteral("门店 Shop"));
        QCOMPARE(row.environment, Environment::Production);
        QCOMPARE(row.outcome, Outcome::ServerError);
        QCOMPARE(row.bizNo, QStringLiteral("20231114-2213-ABCD-EFGH-JKMN"));
        QCOMPARE(row.token, QStringLiteral("1700000000,c9bf9e57-1685-4c89-bafb-ff5af830be8a"));
        QCOMPARE(row.requestId, QStringLiteral("1700000001,D9428888-122b-11e1-b85c-61cd3cbb3210"));
        QCOMPARE(row.expiresAt, at(1'700'003'600'000));
        QCOMPARE(row.person, QStringLiteral("客户-1"));
        QCOMPARE(row.uuid, QStringLiteral("客户-1")); // out of the request
        QCOMPARE(row.securityLevel, 3);
        QCOMPARE(row.httpStatus, 500);
        QCOMPARE(row.errorCode, QStringLiteral("INTERNAL_ERROR"));
        QCOMPARE(row.resolution, Resolution::GaveUp);
        QCOMPARE(row.resolvedAt, at(1'700'000'100'000));
        QCOMPARE(row.note, QStringLiteral("已回电 called"));
        QCOMPARE(row.copiedAt, at(1'700'000'200'000));
        QCOMPARE(row.operatorName, QString()); // nobody knows any more

        const Exchange e = bench.exchange(QUuid(old::id));
        QCOMPARE(e.address, QUrl(QStringLiteral("https://api.example.com/x")));
        QCOMPARE(e.request.size(), 3);
        QCOMPARE(e.request[2].fileName, QStringLiteral("image_ref1.jpg"));
        QVERIFY(e.request[2].value.endsWith("938b9824"));
        QCOMPARE(e.stop, Stop::Network);
        QCOMPARE(e.detail, QStringLiteral("words of the network"));
        QCOMPARE(e.keyFingerprint, QStringLiteral("0badcafe"));
        QCOMPARE(e.reply.headers.size(), 1);
        QCOMPARE(e.reply.headers[0].second, QByteArray("\xfe"));
        QCOMPARE(e.reply.body, QByteArray::fromHex("7b22f8f800ff7d"));
        QCOMPARE(e.reply.timeUsedMs, 77);
        QCOMPARE(e.reply.errorText, QStringLiteral("INTERNAL_ERROR: x"));
        QCOMPARE(e.reply.errorField, QStringLiteral("x"));
        QCOMPARE(e.reply.location, QUrl(QStringLiteral("https://elsewhere.example.com/")));
        QCOMPARE(e.timing.bodySent, 4);
        QCOMPARE(e.timing.firstByteReceived, -1);
        QCOMPARE(e.timing.finished, 600);
        QCOMPARE(e.bodyBytes, 900);
        QCOMPARE(e.bytesHandedOver, 800);
        QCOMPARE(e.posts, 1);
        QCOMPARE(e.clockSkewMs, std::optional<qint64>(-1500));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_HistoryLayout)
#include "tst_historylayout.moc"
