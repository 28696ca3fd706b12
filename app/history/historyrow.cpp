#include "history/historyrow.h"

#include "history/historyschema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace faceid {

namespace {

constexpr std::array<std::pair<Resolution, QLatin1String>, 4> resolutionNames{{
    {Resolution::None, QLatin1String("")},
    {Resolution::Issued, QLatin1String("issued")},
    {Resolution::NotIssued, QLatin1String("not-issued")},
    {Resolution::GaveUp, QLatin1String("gave-up")},
}};

} // namespace

QString resolutionName(Resolution resolution)
{
    const auto it = std::find_if(resolutionNames.cbegin(), resolutionNames.cend(),
        [resolution](const auto &entry) { return entry.first == resolution; });
    return it == resolutionNames.cend() ? QString() : QString(it->second);
}

std::optional<Resolution> resolutionFromName(QStringView name)
{
    const auto it = std::find_if(resolutionNames.cbegin(), resolutionNames.cend(),
        [name](const auto &entry) { return entry.second == name; });
    return it == resolutionNames.cend() ? std::nullopt : std::optional(it->first);
}

QString resolutionTitle(Resolution resolution)
{
    switch (resolution) {
    case Resolution::None:
        return {};
    case Resolution::Issued:
        return QCoreApplication::translate("History", "Marked: a token was issued");
    case Resolution::NotIssued:
        return QCoreApplication::translate("History", "Marked: nothing was issued");
    case Resolution::GaveUp:
        return QCoreApplication::translate("History", "Marked: cannot be found out");
    }
    return {};
}

QString remarkText(Resolution resolution, const QString &note)
{
    QStringList words{resolutionTitle(resolution), note};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

bool canBeResolved(Outcome outcome)
{
    return outcome == Outcome::Unknown || outcome == Outcome::ServerError;
}

bool isUnresolved(const HistoryRow &row)
{
    return canBeResolved(row.outcome) && row.resolution == Resolution::None;
}

HistoryRow rowOf(const Exchange &exchange)
{
    return schema::rowFrom(schema::recordOf(exchange, {}));
}

} // namespace faceid
