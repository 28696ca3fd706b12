#pragma once

#include "history/personcodes.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace faceid {

/// What is to be erased for good. Requests under way are never touched.
struct PurgeWish
{
    std::optional<QDateTime> personalBefore; ///< what is personal in rows begun before
    std::optional<QDateTime> rowsBefore; ///< whole rows begun before
    std::optional<PersonCodes> person; ///< what is personal in the rows of this person
    bool isByHand =
        true; ///< false: the retention of every day, which is written down only when it found some
};

struct PurgeResult
{
    qint64 personal = 0; ///< rows from which what is personal was erased
    qint64 rows = 0; ///< rows erased
    qint64 unreachable =
        0; ///< of a person: rows about somebody who cannot be told from others for want of a key
    bool isTraceless = false; ///< nothing is left of it in the file
    QString error; ///< one sentence, translated
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::PurgeResult)
