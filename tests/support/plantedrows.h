#pragma once

#include "support/historybench.h"
#include "support/madeexchange.h"

/// Requests of some days ago for tests of a purge, with texts that can be looked for.
namespace made {

inline const QDateTime now = QDateTime::currentDateTimeUtc();

/// A request of that many days ago about somebody, with a note of an operator.
struct Planted
{
    faceid::Exchange exchange;
    QString uuid;
    QString note;

    QString token() const { return exchange.reply.token; }
};

/// Three letters, a piece of the search, that no row of another age has.
inline QString rareOf(int daysAgo)
{
    return daysAgo >= 30 ? QStringLiteral("龘靐齉") : QStringLiteral("麤鱻羴");
}

/// As it is before it is sent.
inline Planted ask(HistoryBench &bench, int number, int daysAgo)
{
    Planted planted;
    const QString mark =
        QStringLiteral("%1x%2").arg(daysAgo, 3, 10, QChar(u'0')).arg(number, 5, 10, QChar(u'0'));
    planted.uuid = QStringLiteral("planted-uuid-") + mark;
    planted.note =
        QStringLiteral("planted-note ") + rareOf(daysAgo) + mark + QString(number % 90, u'~'); // of any size
    planted.exchange = pending(QStringLiteral("kept-biz-no-") + mark);
    planted.exchange.startedAt = now.addDays(-daysAgo).addSecs(number);
    planted.exchange.request.prepend(faceid::textPart(QStringLiteral("uuid"), planted.uuid));
    bench.begin(planted.exchange);
    return planted;
}

inline void issue(HistoryBench &bench, int number, Planted &planted)
{
    planted.exchange = ended(planted.exchange, faceid::Outcome::Issued);
    planted.exchange.reply.token =
        QStringLiteral("plantedtoken") + planted.uuid.right(9) + QString(number % 7, u'=');
    // Random, as the file packs away what rows have in common.
    planted.exchange.reply.body = planted.exchange.reply.token.toUtf8() + QUuid::createUuid().toByteArray();
    bench.finish(planted.exchange);
    bench.remark(planted.exchange.id, faceid::NoteRemark{planted.note});
}

inline Planted plant(HistoryBench &bench, int number, int daysAgo)
{
    Planted planted = ask(bench, number, daysAgo);
    issue(bench, number, planted);
    return planted;
}

inline faceid::PurgeWish personalBefore(int daysAgo)
{
    faceid::PurgeWish wish;
    wish.personalBefore = now.addDays(-daysAgo);
    return wish;
}

} // namespace made
