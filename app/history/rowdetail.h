#pragma once

#include <QByteArray>
#include <QVariant>

#include <optional>

namespace faceid {

/// What only the detail of a row shows (request, head, body, times), in as few bytes as can be had: one CBOR
/// array, its long hexadecimal runs as bytes, deflated. What the row says already costs nothing: \a primer is
/// text that the inflating side knows too, the most likely at its end.
///
/// The values come back as they were: texts that are JSON arrays, other texts, numbers, bytes and nulls.
QByteArray packedDetail(const QVariantList &values, const QByteArray &primer);
/// Nothing when \a packed is damaged or made with another primer.
std::optional<QVariantList> unpackedDetail(const QByteArray &packed, const QByteArray &primer);

} // namespace faceid
