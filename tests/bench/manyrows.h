#pragma once

#include <QString>

#include <functional>

namespace bench {

/// Fills the history file \a path, which must not be there, with \a count ended requests as a busy team would
/// have made them in some months: both APIs, two profiles, photos in half of them, a few notes, tags and
/// tickets, person keys of 8 bytes. Written by the store's own code, but many rows to a transaction and
/// without waiting for the disk. The newest is a day old, so no countdown runs. The same count gives the same
/// rows. \return why it failed; empty when it did not.
QString fill(const QString &path, int count, const std::function<void(int done)> &progress);

/// Words that stand in one row in ten thousand, by a note.
inline constexpr char16_t rareWord[] = u"显微镜";

} // namespace bench
