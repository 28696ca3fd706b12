#include "sandbox/photolook.h"

#include "faces/facesearch.h"

#include <algorithm>

namespace faceid {

namespace {

FaceFacts facesOf(const QByteArray &photo, SandboxRules::Faces faces)
{
    switch (faces) {
    case SandboxRules::Faces::Search:
        return canSearchFaces() ? searchFaces(photo, inspectImage(photo)).facts : FaceFacts{true, 1, 0};
    case SandboxRules::Faces::One:
        return {true, 1, 0};
    case SandboxRules::Faces::None:
        return {true, 0, 0};
    case SandboxRules::Faces::Several:
        return {true, 2, 0};
    }
    return {};
}

/// Photos that the document names before the part \a end.
QStringList photosBefore(const EndpointSpec &spec, Case chosen, const QString &end)
{
    QStringList names;
    for (const FieldSpec &row : spec.fields) {
        for (const QString &name : row.partNames()) {
            if (name == end)
                return names;
            if (row.kind == Kind::Image && row.presentIn(chosen))
                names.append(name);
        }
    }
    return names;
}

} // namespace

bool looksAtPhotos(SandboxRules::Faces faces)
{
    return faces == SandboxRules::Faces::Search && canSearchFaces();
}

bool lookAtPhotos(const EndpointSpec &spec, Parts &parts, const Problem *first, SandboxRules::Faces faces)
{
    bool looked = false;
    const QStringList names = photosBefore(spec, caseOf(spec, parts), first ? first->field : QString());
    for (const QString &name : names) {
        const auto part = std::find_if(
            parts.begin(), parts.end(), [&name](const Part &candidate) { return candidate.name == name; });
        if (part == parts.end() || part->value.isEmpty())
            continue;
        part->faces = facesOf(part->value, faces);
        looked = true;
    }
    return looked;
}

} // namespace faceid
