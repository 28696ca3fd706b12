#include "history/columnform.h"

#include "history/historyschema.h"
#include "history/packedtext.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace faceid::schema {

namespace {

// A code is a place in these lists: new ones go to the end, and none is ever taken out.
constexpr std::array outcomes{Outcome::Pending, Outcome::NotSent, Outcome::CutOff, Outcome::Unknown,
    Outcome::Issued, Outcome::Refused, Outcome::ServerError};
constexpr std::array resolutions{
    Resolution::None, Resolution::Issued, Resolution::NotIssued, Resolution::GaveUp};

template <typename List, typename Value>
int placeOf(const List &list, Value value)
{
    return int(std::distance(list.cbegin(), std::find(list.cbegin(), list.cend(), value)));
}

template <typename List, typename Value>
Value valueAt(const List &list, qsizetype place, Value otherwise)
{
    return place >= 0 && place < qsizetype(list.size()) ? list.at(size_t(place)) : otherwise;
}

QVariant same(const QVariant &value)
{
    return value;
}

QVariant toBytes(const QVariant &id)
{
    return id.isNull() ? QVariant() : QVariant(QUuid(id.toString()).toRfc4122());
}

QVariant toIdText(const QVariant &bytes)
{
    return idText(QUuid::fromRfc4122(bytes.toByteArray()));
}

} // namespace

int outcomeCode(Outcome outcome)
{
    return placeOf(outcomes, outcome);
}

int resolutionCode(Resolution resolution)
{
    return placeOf(resolutions, resolution);
}

const Form plainForm{"", same, same};
const Form idForm{"BLOB", toBytes, toIdText};
const Form packedForm{"ANY", [](const QVariant &text) { return packedText(text.toString()); },
    [](const QVariant &packed) { return QVariant(unpackedText(packed)); }};
const Form sparseForm{"TEXT",
    [](const QVariant &text) { return text.toString().isEmpty() ? QVariant() : text; },
    [](const QVariant &text) { return text.isNull() ? QVariant(QStringLiteral("")) : text; }};
// A code or name that only a later version knows: the careful reading.
const Form outcomeForm{"INTEGER NOT NULL",
    [](const QVariant &name) {
        return QVariant(outcomeCode(outcomeFromName(name.toString()).value_or(Outcome::Unknown)));
    },
    [](const QVariant &code) {
        return QVariant(outcomeName(valueAt(outcomes, code.toInt(), Outcome::Unknown)));
    }};
const Form resolutionForm{"INTEGER NOT NULL",
    [](const QVariant &name) {
        return QVariant(resolutionCode(resolutionFromName(name.toString()).value_or(Resolution::None)));
    },
    [](const QVariant &code) {
        return text(resolutionName(valueAt(resolutions, code.toInt(), Resolution::None)));
    }};

} // namespace faceid::schema
