#pragma once

#include <QString>
#include <QVariant>

namespace faceid {

/// A text as the history file holds it. Most of a million rows is identifiers made by programs, and their
/// bytes are half as many as their letters: "<epoch seconds>,<uuid>", a uuid, 32 hexadecimal digits and the
/// serial numbers this program proposes become BLOBs, told apart by their length. An empty text is NULL and
/// any other one stays TEXT. Equal texts are packed alike, so that SQL can compare them, and within one shape
/// the order is kept.
QVariant packedText(const QString &text);
/// The text again; never null.
QString unpackedText(const QVariant &packed);

} // namespace faceid
