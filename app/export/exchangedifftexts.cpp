// What a comparison calls things: for programs, and for people.

#include "client/timephase.h"
#include "export/exchangediff.h"

#include <QCoreApplication>

namespace faceid {

namespace {

struct DiffTitle
{
    const char *name;
    const char *title;
};

constexpr DiffTitle diffTitles[]{
    {"id", QT_TRANSLATE_NOOP("ExchangeDiff", "Row")},
    {"started_at", QT_TRANSLATE_NOOP("ExchangeDiff", "Started (UTC)")},
    {"profile", QT_TRANSLATE_NOOP("ExchangeDiff", "Profile")},
    {"environment", QT_TRANSLATE_NOOP("ExchangeDiff", "Environment")},
    {"endpoint", QT_TRANSLATE_NOOP("ExchangeDiff", "API")},
    {"address", QT_TRANSLATE_NOOP("ExchangeDiff", "Address")},
    {"key_fingerprint", QT_TRANSLATE_NOOP("ExchangeDiff", "Fingerprint of the key")},
    {"outcome", QT_TRANSLATE_NOOP("ExchangeDiff", "Outcome")},
    {"why", QT_TRANSLATE_NOOP("ExchangeDiff", "Why")},
    {"http_status", QT_TRANSLATE_NOOP("ExchangeDiff", "HTTP status")},
    {"body", QT_TRANSLATE_NOOP("ExchangeDiff", "Body")},
    {"total_ms", QT_TRANSLATE_NOOP("ExchangeDiff", "In all, ms")},
    {"time_used_ms", QT_TRANSLATE_NOOP("ExchangeDiff", "The service's own time (time_used), ms")},
    {"clock_skew_ms", QT_TRANSLATE_NOOP("ExchangeDiff", "This computer's clock, ms ahead")},
};

} // namespace

QString sectionName(DiffSection section)
{
    switch (section) {
    case DiffSection::Facts:
        return QStringLiteral("facts");
    case DiffSection::Request:
        return QStringLiteral("request");
    case DiffSection::Answer:
        return QStringLiteral("answer");
    case DiffSection::Headers:
        return QStringLiteral("headers");
    case DiffSection::Result:
        return QStringLiteral("result");
    case DiffSection::Timings:
        return QStringLiteral("timings");
    }
    return {};
}

QString sectionTitle(DiffSection section)
{
    switch (section) {
    case DiffSection::Facts:
        return QCoreApplication::translate("ExchangeDiff", "Facts");
    case DiffSection::Request:
        return QCoreApplication::translate("ExchangeDiff", "Parts of the request");
    case DiffSection::Answer:
        return QCoreApplication::translate("ExchangeDiff", "Answer");
    case DiffSection::Headers:
        return QCoreApplication::translate("ExchangeDiff", "Headers of the answer");
    case DiffSection::Result:
        return QCoreApplication::translate("ExchangeDiff", "Result of the check");
    case DiffSection::Timings:
        return QCoreApplication::translate("ExchangeDiff", "Times");
    }
    return {};
}

QString differenceName(Difference difference)
{
    switch (difference) {
    case Difference::None:
        return QStringLiteral("none");
    case Difference::EachTime:
        return QStringLiteral("each-time");
    case Difference::Unclear:
        return QStringLiteral("unclear");
    case Difference::Real:
        return QStringLiteral("real");
    }
    return {};
}

QString diffTitle(const DiffRow &row)
{
    const bool isFact = row.section == DiffSection::Facts || row.section == DiffSection::Timings;
    if (!isFact && row.section != DiffSection::Answer)
        return row.name;
    for (const DiffTitle &title : diffTitles) {
        if (row.name == QLatin1String(title.name))
            return QCoreApplication::translate("ExchangeDiff", title.title);
    }
    for (int kind = 0; row.section == DiffSection::Timings && kind <= int(TimePhase::Kind::Download);
         ++kind) {
        const auto phase = TimePhase::Kind(kind);
        if (row.name == phaseName(phase) + diffMilliseconds)
            return QCoreApplication::translate("ExchangeDiff", "%1, ms").arg(phaseTitle(phase, false));
    }
    return row.name;
}

QJsonObject toJson(const DiffRow &row)
{
    const auto side = [](const std::optional<QString> &value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    return {{QStringLiteral("section"), sectionName(row.section)}, {QStringLiteral("name"), row.name},
        {QStringLiteral("left"), side(row.left)}, {QStringLiteral("right"), side(row.right)},
        {QStringLiteral("difference"), differenceName(row.difference)}};
}

} // namespace faceid
