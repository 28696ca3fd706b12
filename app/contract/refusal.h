#pragma once

#include "contract/endpointspec.h"

namespace faceid {

/// An error text of the service, taken apart and explained.
struct Refusal
{
    QString code; ///< the whole code as the documents spell it, "MISSING_ARGUMENTS:uuid", blanks around the
                  ///< colon gone
    QString name; ///< in front of the first colon
    QString detail; ///< behind it: a parameter, a reason, or nothing
    QString field; ///< the part that is meant, image_ref2 for example; empty when no part is
    const ErrorSpec *row = nullptr; ///< null: in no table; show the code as it is

    QString meaning() const; ///< translated; for an unknown code, a sentence that says so
    QString advice() const; ///< translated: what to do next
    QString actor() const; ///< translated: who can put it right
    bool busy() const { return row && row->again == Again::Later; }
};

/// Takes an error text apart. "CODE:key" and "CODE: key" are both in use; a code that the endpoint's table
/// lacks is looked for in the other one and in get_result's, and an unknown code is kept as it is. \a
/// httpStatus 413 needs no text.
Refusal explainRefusal(const EndpointSpec &spec, int httpStatus, const QString &errorText);

} // namespace faceid
