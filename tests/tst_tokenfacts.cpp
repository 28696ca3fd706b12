// What a pasted token is, by its text and by the history in a real file.

#include "history/tokenfacts.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using What = TokenFacts::Kind;
using State = TokenLine::State;

class tst_TokenFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aBizTokenThatTheHistoryDoesNotHave()
    {
        HistoryBench bench(path());
        const QDateTime issued = QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC);
        const TokenFacts facts =
            ask(bench, QStringLiteral("1700000000,c26a7243-d47c-440f-ade1-6c09dd9cba46"));
        QCOMPARE(facts.kind, What::Stamped);
        QCOMPARE(facts.issuedAt, issued);
        QCOMPARE(facts.usableUntil, issued.addSecs(60 * 60));
        QCOMPARE(facts.queryableUntil, issued.addSecs(24 * 60 * 60));
        QVERIFY(!facts.row);

        // Both windows, at the moments that count.
        QCOMPARE(states(facts, issued.addSecs(3599)), (QList{State::Open, State::Open}));
        QCOMPARE(states(facts, issued.addSecs(3600)), (QList{State::Over, State::Open}));
        QCOMPARE(states(facts, issued.addSecs(86400)), (QList{State::Over, State::Over}));
    }

    void aBizTokenOfTheHistory()
    {
        HistoryBench bench(path());
        const QString token = QStringLiteral("1700000000,c26a7243-d47c-440f-ade1-6c09dd9cba46");
        const Exchange exchange = issue(bench, getBizToken(), token);
        const TokenFacts facts = ask(bench, QStringLiteral("token: ") + token);
        QCOMPARE(facts.kind, What::BizToken);
        QVERIFY(facts.row);
        QCOMPARE(facts.row->id, exchange.id);
        QCOMPARE(facts.usableUntil, QDateTime::fromSecsSinceEpoch(1700003600, Qt::UTC));

        // The id of the answer leads to the same row and the same windows.
        const TokenFacts byId = ask(bench, exchange.reply.requestId);
        QCOMPARE(byId.kind, What::RequestId);
        QCOMPARE(byId.row->id, exchange.id);
        QCOMPARE(byId.usableUntil, facts.usableUntil);
        QCOMPARE(byId.queryableUntil, facts.queryableUntil);
    }

    void aTokenForTheWebPage()
    {
        HistoryBench bench(path());
        const QString token = QStringLiteral("0123456789abcdef0123456789abcdef");
        const TokenFacts strange = ask(bench, token);
        QCOMPARE(strange.kind, What::PcToken);
        QVERIFY(!strange.issuedAt.isValid());
        QVERIFY(!strange.usableUntil.isValid());
        QVERIFY(states(strange, QDateTime::currentDateTimeUtc()).isEmpty());

        const Exchange exchange = issue(bench, getToken(), token);
        const TokenFacts facts = ask(bench, token.toUpper());
        QCOMPARE(facts.kind, What::PcToken);
        QCOMPARE(facts.row->id, exchange.id);
        QVERIFY(qAbs(facts.issuedAt.msecsTo(exchange.startedAt)) < 1000);
        QCOMPARE(facts.usableUntil, exchange.reply.expiresAt);
        QVERIFY(!facts.queryableUntil.isValid()); // documented for the SDK alone
        QCOMPARE(states(facts, exchange.startedAt), QList{State::Open});
    }

    void theIdOfARefusal()
    {
        HistoryBench bench(path());
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        const Exchange refused = made::ended(asked, Outcome::Refused);
        bench.begin(asked);
        bench.finish(refused);
        const TokenFacts facts = ask(bench, refused.reply.requestId);
        QCOMPARE(facts.kind, What::RequestId);
        QVERIFY(!facts.hasToken());
        QVERIFY(!facts.usableUntil.isValid());
        QVERIFY(states(facts, refused.startedAt).isEmpty());
        QVERIFY(facts.row);
    }

    void nothing()
    {
        HistoryBench bench(path());
        const TokenFacts facts = ask(bench, QStringLiteral("hello"));
        QCOMPARE(facts.kind, What::None);
        QCOMPARE(linesOf(facts, QDateTime::currentDateTimeUtc(), text).size(), 1);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    static QString text(const QDateTime &time) { return time.toString(Qt::ISODate); }

    static Exchange issue(HistoryBench &bench, const EndpointSpec &spec, const QString &token)
    {
        Exchange asked = made::pending(token.right(12));
        asked.endpointId = spec.id;
        Exchange exchange = made::ended(asked, Outcome::Issued);
        exchange.reply.token = token;
        if (spec.expiryKey.isEmpty())
            exchange.reply.expiresAt = {};
        bench.begin(asked);
        bench.finish(exchange);
        return exchange;
    }

    static TokenFacts ask(HistoryBench &bench, const QString &pasted)
    {
        const TokenReading reading = readToken(pasted);
        std::optional<TokenFacts> facts;
        QObject context;
        bench.store().rowsOfToken(
            reading.text, &context, [&](const QList<HistoryRow> &rows, const QString &error) {
                QCOMPARE(error, QString());
                facts = factsOf(reading, rows);
            });
        (void)QTest::qWaitFor([&] { return facts.has_value(); }, 20'000);
        return facts.value_or(TokenFacts());
    }

    /// Those of the windows, in order.
    static QList<State> states(const TokenFacts &facts, const QDateTime &now)
    {
        QList<State> result;
        for (const TokenLine &line : linesOf(facts, now, text)) {
            if (line.state != State::Fact)
                result.append(line.state);
        }
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_TokenFacts)
#include "tst_tokenfacts.moc"
