#include "inspector/jsonimage.h"

#include <QString>

namespace faceid {

namespace {

constexpr qsizetype leastCharacters = 64; // no picture is shorter
const QLatin1String dataAddress("data:image/");

} // namespace

bool mayBeImage(QStringView literal)
{
    if (literal.size() < leastCharacters || literal.front() != u'"')
        return false;
    // The slash of JPEG's "/9j/" may be escaped. In order: JPEG, PNG, BMP, WebP.
    static constexpr const char16_t *beginnings[] = {
        u"data:image/", u"data:image\\/", u"/9j/", u"\\/9j\\/", u"iVBORw0KGgo", u"Qk", u"UklGR"};
    const QStringView text = literal.sliced(1);
    for (const char16_t *beginning : beginnings) {
        if (text.startsWith(QStringView(beginning)))
            return true;
    }
    return false;
}

std::optional<EmbeddedImage> embeddedImage(const QString &text)
{
    QStringView encoded(text);
    if (encoded.startsWith(dataAddress)) {
        const qsizetype comma = encoded.indexOf(u',');
        if (comma < 0 || !encoded.first(comma).endsWith(QLatin1String(";base64")))
            return std::nullopt;
        encoded = encoded.sliced(comma + 1);
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    EmbeddedImage image{*decoded, inspectImage(*decoded)};
    if (!image.facts.accepted() || image.facts.pixels.isEmpty())
        return std::nullopt;
    return image;
}

} // namespace faceid
