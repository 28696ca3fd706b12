#pragma once

#include "contract/parts.h"
#include "contract/validation.h"

namespace faceid {

/// What becomes of one part when a request is made one for another endpoint.
struct CarryNote
{
    enum class Kind {
        SaidOutright, ///< was left out; the other endpoint assumes something else, so it is said now
        NoField, ///< the other endpoint has no such field
        NoValue, ///< it has the field and not this value
        OtherCase, ///< it has the field, but not with this comparison_type
    };

    Kind kind = Kind::NoField;
    QString name;
    QString value; ///< the one that was said, or left out
};

/// A request for one endpoint made from that for another.
struct CarryOver
{
    Parts parts; ///< for the other endpoint, in its table's order
    QList<CarryNote> notes; ///< what changed, in the order of the first table
    Problems wanted; ///< what the other endpoint would refuse in the outcome
};

/// Makes \a parts of \a from a request of \a to that means the same. Both documents call what they share by
/// the same names, so fields go over by name; credentials never do.
CarryOver carriedOver(const EndpointSpec &from, const EndpointSpec &to, const Parts &parts);

/// One sentence about what the note names, without the name, in the language of the program.
QString describe(const CarryNote &note, const EndpointSpec &to);

} // namespace faceid
