#pragma once

#include "contract/validation.h"
#include "sandbox/sandboxrules.h"

namespace faceid {

/// Whether photos are really looked at, or what \a faces says is believed of them.
bool looksAtPhotos(SandboxRules::Faces faces);

/// Notes in \a parts what faces the photos show. Those that the document names behind \a first, the first
/// refusal without a look at faces, are left alone: they cannot become the answer. True when there was a
/// photo to look at. Takes up to half a second for each photo.
bool lookAtPhotos(const EndpointSpec &spec, Parts &parts, const Problem *first, SandboxRules::Faces faces);

} // namespace faceid
