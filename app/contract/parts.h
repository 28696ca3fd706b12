#pragma once

#include "contract/endpointspec.h"
#include "contract/imagefacts.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace faceid {

/// One form-data part of a request: the very thing that goes over the wire.
struct Part
{
    QString name;
    QByteArray value; ///< UTF-8 text, or the bytes of a file
    QString fileName; ///< not empty: the part is a file
    std::optional<ImageFacts> image; ///< of a file, where whoever made the part has looked already
    std::optional<FaceFacts> faces = std::nullopt; ///< of a photo, where a detector has looked at it

    bool isFile() const { return !fileName.isEmpty(); }
};

/// A request: parts in the order of the document's table. One of the two types that cross a border (the other
/// is Exchange).
using Parts = QList<Part>;

Part textPart(const QString &name, const QString &value);
/// A photo; its file name on the wire is made from \a name and the format, so that no name of the operator's
/// disk leaves the machine and nothing can be injected into the part's header.
Part imagePart(const QString &name, const QByteArray &bytes, const ImageFacts &facts);

/// The first part of that name; null when there is none.
const Part *findPart(const Parts &parts, QStringView name);
/// The text of a part; empty when there is none.
QString partText(const Parts &parts, QStringView name);
/// The case that the selector's part names.
Case caseOf(const EndpointSpec &spec, const Parts &parts);
/// The text of the part whose row is unique from request to request (biz_no).
QString uniqueText(const EndpointSpec &spec, const Parts &parts);

/// What a client sends of \a parts: table order, empty values and parameters of other cases left out,
/// constants added. Credentials and parts that no row describes are dropped too; \a dropped receives the
/// names of all that was.
Parts assembled(const EndpointSpec &spec, const Parts &parts, QStringList *dropped = nullptr);

/// How a text may stand inside another value: as it is, in a URL, in JSON with its letters escaped.
QStringList spellings(const QString &text);
/// A copy for history, inspector and logs: credentials are gone, names and ID numbers masked (also where they
/// stand inside other values, url-encoded or escaped as in JSON), a photo's bytes replaced by its size,
/// pixels and SHA-256.
Parts redacted(const EndpointSpec &spec, const Parts &parts);
/// Whether \a part is, or has in it, the mask of a personal value of \a parts, and so is not what was sent.
bool holdsMask(const EndpointSpec &spec, const Parts &parts, const Part &part);
/// \a text without the personal values of \a parts.
QString redactedText(const EndpointSpec &spec, const Parts &parts, const QString &text);

} // namespace faceid
