#pragma once

#include "contract/imagefacts.h"

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace faceid {

/// Whether a JSON string as it stands in its text (with quotes) may be a picture in Base64: by its first
/// characters, at no cost.
bool mayBeImage(QStringView literal);

struct EmbeddedImage
{
    QByteArray bytes;
    ImageFacts facts;
};

/// The picture in a decoded JSON string, "data:image/...;base64,..." or bare Base64; nothing when it is none
/// that can be shown. Takes time with the length: not on the GUI thread.
std::optional<EmbeddedImage> embeddedImage(const QString &text);

} // namespace faceid
