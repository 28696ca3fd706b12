#include "client/exchange.h"

#include "contract/tokenreading.h"
#include "policy/address.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace faceid {

namespace {

constexpr std::array<std::pair<Outcome, const char *>, 7> outcomeNames{{
    {Outcome::Pending, "Pending"},
    {Outcome::NotSent, "NotSent"},
    {Outcome::CutOff, "CutOff"},
    {Outcome::Unknown, "Unknown"},
    {Outcome::Issued, "Issued"},
    {Outcome::Refused, "Refused"},
    {Outcome::ServerError, "ServerError"},
}};

QString problemSentence(const Problems &problems)
{
    const Problem *first = firstRefusal(problems);
    if (!first)
        return QCoreApplication::translate("Exchange", "The request was refused here.");
    return QCoreApplication::translate(
        "Exchange", "Refused here, as the service would: %1 (%2). Correct it first.")
        .arg(first->code, describe(*first));
}

/// \a sentence, and behind it the technical words where there are any.
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
        ? sentence
        : QCoreApplication::translate("Exchange", "%1 (technically: %2)").arg(sentence, detail);
}

QString networkSentence(const Exchange &exchange)
{
    const QString server = hostAndPort(exchange.address);
    if (exchange.reply.httpStatus != 0)
        return withDetail(
            QCoreApplication::translate("Exchange", "%1 answered, but gave no valid final answer.")
                .arg(server),
            exchange.detail);
    if (exchange.outcome == Outcome::NotSent)
        return withDetail(QCoreApplication::translate("Exchange",
                              "No connection to %1. Check the network, the proxy and the address in the "
                              "profile; sending again is safe.")
                              .arg(server),
            exchange.detail);
    return withDetail(
        QCoreApplication::translate("Exchange", "The connection to %1 broke.").arg(server), exchange.detail);
}

} // namespace

QDateTime Exchange::expiresAt() const
{
    if (outcome != Outcome::Issued)
        return {};
    if (reply.expiresAt.isValid())
        return reply.expiresAt;
    const EndpointSpec *document = spec();
    const QDateTime issued = timeInId(reply.token);
    if (!document || document->tokenLife.count() == 0 || !issued.isValid())
        return {};
    return issued.addSecs(document->tokenLife.count());
}

QDateTime Exchange::queryableUntil() const
{
    const EndpointSpec *document = spec();
    const QDateTime issued = timeInId(reply.token);
    if (outcome != Outcome::Issued || !document || document->queryLife.count() == 0 || !issued.isValid())
        return {};
    return issued.addSecs(document->queryLife.count());
}

Outcome outcomeOf(Verdict verdict, Outcome otherwise)
{
    switch (verdict) {
    case Verdict::Issued:
        return Outcome::Issued;
    case Verdict::Refused:
        return Outcome::Refused;
    case Verdict::ServerError:
        return Outcome::ServerError;
    case Verdict::Invalid:
        break;
    }
    return otherwise;
}

QString outcomeName(Outcome outcome)
{
    for (const auto &[value, name] : outcomeNames) {
        if (value == outcome)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    for (const auto &[value, text] : outcomeNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return std::nullopt;
}

QString outcomeTitle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending:
        return QCoreApplication::translate("Exchange", "On its way");
    case Outcome::NotSent:
        return QCoreApplication::translate("Exchange", "Not sent");
    case Outcome::CutOff:
        return QCoreApplication::translate("Exchange", "Cut off");
    case Outcome::Unknown:
        return QCoreApplication::translate("Exchange", "Unknown");
    case Outcome::Issued:
        return QCoreApplication::translate("Exchange", "Issued");
    case Outcome::Refused:
        return QCoreApplication::translate("Exchange", "Refused");
    case Outcome::ServerError:
        return QCoreApplication::translate("Exchange", "Server error");
    }
    return {};
}

QString outcomeSentence(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending:
        return QCoreApplication::translate("Exchange", "The request is on its way.");
    case Outcome::NotSent:
        return QCoreApplication::translate("Exchange", "Not sent: the service received nothing.");
    case Outcome::CutOff:
        return QCoreApplication::translate("Exchange",
            "The upload was cut off: the service did not get the whole request and cannot have issued a "
            "token.");
    case Outcome::Unknown:
        return QCoreApplication::translate("Exchange", "Result unknown: a token may have been issued.");
    case Outcome::Issued:
        return QCoreApplication::translate("Exchange", "A token was issued.");
    case Outcome::Refused:
        return QCoreApplication::translate("Exchange", "The service refused the request.");
    case Outcome::ServerError:
        return QCoreApplication::translate("Exchange",
            "The service had an error. You may try again by hand; that a token was issued cannot be ruled "
            "out.");
    }
    return {};
}

QString stopSentence(const Exchange &exchange)
{
    const QString server = hostAndPort(exchange.address);
    switch (exchange.stop) {
    case Stop::None:
        return {};
    case Stop::Problems:
        return problemSentence(exchange.problems);
    case Stop::DuplicateBizNo:
        if (exchange.detail == QLatin1String("deleted"))
            return QCoreApplication::translate("Exchange",
                "The serial number %1 was used before, by a request whose row was deleted from the "
                "history and that may have issued a token. Take a new one.")
                .arg(exchange.bizNo);
        return QCoreApplication::translate("Exchange",
            "The serial number %1 was used before, by a request that may have issued a token. Take "
            "a new one, or repeat that request.")
            .arg(exchange.bizNo);
    case Stop::HistoryUnavailable:
        return withDetail(QCoreApplication::translate("Exchange",
                              "The history cannot be written, so nothing is sent: a token could be lost. "
                              "Check the disk."),
            exchange.detail);
    case Stop::NoSecret:
        return QCoreApplication::translate("Exchange", "The secret of profile %1 cannot be had: %2")
            .arg(exchange.profileName, exchange.detail);
    case Stop::Address:
    case Stop::Policy:
        return exchange.detail;
    case Stop::Cancelled:
        return QCoreApplication::translate("Exchange", "You cancelled it.");
    case Stop::ConnectTimeout:
        return QCoreApplication::translate("Exchange",
            "%1 cannot be reached: no connection in the time allowed. Check the network, the proxy "
            "and the address in the profile.")
            .arg(server);
    case Stop::IdleTimeout:
        return QCoreApplication::translate("Exchange", "%1 fell silent: not a byte moved for too long.")
            .arg(server);
    case Stop::Deadline:
        return QCoreApplication::translate("Exchange", "%1 did not finish its answer in the time allowed.")
            .arg(server);
    case Stop::AnswerTooLarge:
        return QCoreApplication::translate(
            "Exchange", "The answer of %1 is too large for a token: over %2. Is the address right?")
            .arg(server, QLocale().formattedDataSize(maxReplyBytes, 0));
    case Stop::Redirected:
        return QCoreApplication::translate("Exchange",
            "%1 points to another address, which is never followed: %2. Correct the address in the "
            "profile.")
            .arg(server, exchange.reply.location.toDisplayString());
    case Stop::Certificate:
        return withDetail(QCoreApplication::translate("Exchange",
                              "The certificate of %1 was not accepted. If it is yours, name its authority "
                              "in the profile.")
                              .arg(server),
            exchange.detail);
    case Stop::Network:
        return networkSentence(exchange);
    }
    return {};
}

} // namespace faceid
