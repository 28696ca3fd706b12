#include "history/tokenfacts.h"

#include "history/historymodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

using What = TokenFacts::Kind;
using State = TokenLine::State;

constexpr qint64 clockTolerance = 300; // seconds that this computer's clock may lag behind the service's

QString kindText(const TokenFacts &facts)
{
    switch (facts.kind) {
    case What::None:
        return QCoreApplication::translate("TokenFacts", "no token and no request_id of this service");
    case What::BizToken:
        return QCoreApplication::translate("TokenFacts", "a biz_token, for the mobile SDK");
    case What::PcToken:
        return QCoreApplication::translate(
            "TokenFacts", "a token of get_token, for the web page; it works once");
    case What::RequestId:
        return facts.hasToken()
            ? QCoreApplication::translate("TokenFacts", "a request_id; its answer brought a token")
            : QCoreApplication::translate("TokenFacts", "a request_id; its answer brought no token");
    case What::Stamped:
        return QCoreApplication::translate("TokenFacts",
            "a biz_token, or an id of the same form: only the history could tell, and it does not have it");
    }
    return {};
}

TokenLine issued(const TokenFacts &facts, const QDateTime &now, const QString &moment)
{
    const QString title = QCoreApplication::translate("TokenFacts", "Issued");
    if (!facts.issuedAt.isValid())
        return {title,
            QCoreApplication::translate(
                "TokenFacts", "not known: such a token carries no time, and the history does not have it")};
    if (now.secsTo(facts.issuedAt) > clockTolerance)
        return {title,
            QCoreApplication::translate("TokenFacts",
                "%1, which is still to come: this computer's clock is wrong, or the text was made up")
                .arg(moment)};
    return {title, moment};
}

TokenLine window(const QString &title, const QDateTime &until, const QDateTime &now, const QString &moment)
{
    if (!until.isValid())
        return {title, QCoreApplication::translate("TokenFacts", "not known")};
    const qint64 left = now.secsTo(until);
    return left > 0 ? TokenLine{title,
               QCoreApplication::translate("TokenFacts", "open until %1, %2 left")
                   .arg(moment, countdownText(left)),
               State::Open}
                    : TokenLine{title, QCoreApplication::translate("TokenFacts", "over since %1").arg(moment),
                        State::Over};
}

} // namespace

bool TokenFacts::hasToken() const
{
    return kind != What::None && (kind != What::RequestId || (row && !row->token.isEmpty()));
}

TokenFacts factsOf(const TokenReading &reading, const QList<HistoryRow> &rows)
{
    TokenFacts facts;
    facts.text = reading.text;
    facts.issuedAt = reading.issuedAt;
    if (reading.shape == TokenReading::Shape::None)
        return facts;
    const auto own = std::find_if(
        rows.cbegin(), rows.cend(), [&reading](const HistoryRow &row) { return row.token == reading.text; });
    if (own != rows.cend())
        facts.row = *own;
    else if (!rows.isEmpty())
        facts.row = rows.constFirst();

    const bool isId = facts.row && facts.row->token != reading.text;
    const EndpointSpec *spec = facts.row ? endpointById(facts.row->endpointId) : nullptr;
    facts.kind = isId                               ? What::RequestId
        : reading.shape == TokenReading::Shape::Hex ? What::PcToken
        : facts.row                                 ? What::BizToken
                                                    : What::Stamped;
    if (!facts.issuedAt.isValid() && facts.row)
        facts.issuedAt = facts.row->startedAt;
    if (!facts.hasToken())
        return facts;
    // Only a biz_token has its life in the document; that of get_token is answered, and stands in the row.
    if (!facts.row && facts.kind == What::Stamped)
        spec = &getBizToken();
    const QDateTime stamp = isId ? timeInId(facts.row->token) : reading.issuedAt;
    if (facts.row)
        facts.usableUntil = facts.row->expiresAt;
    else if (spec && stamp.isValid())
        facts.usableUntil = stamp.addSecs(spec->tokenLife.count());
    if (spec && spec->queryLife.count() > 0 && stamp.isValid())
        facts.queryableUntil = stamp.addSecs(spec->queryLife.count());
    return facts;
}

QList<TokenLine> linesOf(
    const TokenFacts &facts, const QDateTime &now, const std::function<QString(const QDateTime &)> &shown)
{
    QList<TokenLine> lines{{QCoreApplication::translate("TokenFacts", "What it is"), kindText(facts)}};
    if (facts.kind == What::None)
        return lines;
    lines.append(issued(facts, now, shown(facts.issuedAt)));
    const bool isPc = facts.kind == What::PcToken || (facts.row && facts.row->endpointId == getToken().id);
    if (facts.hasToken()) {
        lines.append(window(isPc ? QCoreApplication::translate("TokenFacts", "On the web page")
                                 : QCoreApplication::translate("TokenFacts", "In the SDK"),
            facts.usableUntil, now, shown(facts.usableUntil)));
        if (!isPc)
            lines.append(window(QCoreApplication::translate("TokenFacts", "For get_result"),
                facts.queryableUntil, now, shown(facts.queryableUntil)));
    }
    lines.append({QCoreApplication::translate("TokenFacts", "History"),
        facts.row
            ? QStringLiteral("%1 · %2 · %3")
                  .arg(facts.row->bizNo, facts.row->profileName, outcomeTitle(facts.row->outcome))
            : QCoreApplication::translate("TokenFacts", "no row: it was not issued from this computer")});
    return lines;
}

} // namespace faceid
