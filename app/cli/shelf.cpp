#include "cli/shelf.h"

#include "about.h"

namespace faceid {

Shelf::Shelf(const Policy &policy)
    : settings(openSettings())
    , profiles(*settings, policy)
{
    credentials.rememberPlacesIn(*settings);
}

} // namespace faceid
