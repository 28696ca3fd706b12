#include "history/rowdetail.h"

#include <QCborArray>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <zlib.h>

namespace faceid {

namespace {

constexpr int rawDeflate = -15; // no zlib header and no check sum: SQLite's pages are checked at start
constexpr qsizetype maxDetail = 64 * 1024 * 1024; // bytes; a reply has one megabyte at most
constexpr char escape = '\xf8'; // in no UTF-8 text and in hardly any CBOR
constexpr qsizetype shortestRun = 16; // letters

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// Check sums and tokens at one byte for two letters: deflate sees nothing in them.
QByteArray squeezed(const QByteArray &plain)
{
    QByteArray result;
    result.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size();) {
        qsizetype end = i;
        while (end < plain.size() && end - i < 2 * 255 && isHexDigit(plain[end]))
            ++end;
        const qsizetype letters = (end - i) / 2 * 2;
        if (letters >= shortestRun) {
            result += escape;
            result += char(letters / 2);
            result += QByteArray::fromHex(plain.sliced(i, letters));
            i += letters;
            continue;
        }
        end = std::max(end, i + 1);
        for (; i < end; ++i) {
            result += plain[i];
            if (plain[i] == escape)
                result += '\0';
        }
    }
    return result;
}

std::optional<QByteArray> unsqueezed(const QByteArray &squeezed)
{
    QByteArray result;
    for (qsizetype i = 0; i < squeezed.size(); ++i) {
        if (squeezed[i] != escape) {
            result += squeezed[i];
            continue;
        }
        if (++i == squeezed.size())
            return std::nullopt;
        const qsizetype bytes = uchar(squeezed[i]);
        if (bytes == 0)
            result += escape;
        else if (i + bytes >= squeezed.size())
            return std::nullopt;
        else
            result += squeezed.sliced(i + 1, bytes).toHex();
        i += bytes;
    }
    return result;
}

QCborValue toCbor(const QVariant &value)
{
    if (value.isNull())
        return QCborValue(nullptr);
    if (value.typeId() == QMetaType::QByteArray)
        return value.toByteArray();
    if (value.typeId() != QMetaType::QString)
        return value.toLongLong();
    const QString text = value.toString();
    if (text.startsWith(u'[')) {
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        if (json.isArray() && QString::fromUtf8(json.toJson(QJsonDocument::Compact)) == text)
            return QCborArray::fromJsonArray(json.array());
    }
    return text;
}

QVariant fromCbor(const QCborValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray().toJsonArray()).toJson(QJsonDocument::Compact));
    if (value.isByteArray())
        return value.toByteArray().isNull() ? QByteArray("") : value.toByteArray();
    if (value.isString())
        return value.toString().isNull() ? QStringLiteral("") : value.toString();
    return value.isInteger() ? QVariant(value.toInteger()) : QVariant();
}

Bytef *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData())); // zlib reads only
}

/// What zlib needs to pack, a quarter of a megabyte: making and clearing that for each row took as long as
/// packing it.
struct Packer
{
    Packer()
    {
        isReady =
            deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawDeflate, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Packer() { deflateEnd(&stream); }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    z_stream stream{};
    bool isReady = false;
};

QByteArray deflated(const QByteArray &plain, const QByteArray &primer)
{
    static thread_local Packer packer;
    z_stream &stream = packer.stream;
    if (!packer.isReady || deflateReset(&stream) != Z_OK)
        return {};
    deflateSetDictionary(&stream, bytesOf(primer), uInt(primer.size()));
    QByteArray result(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = bytesOf(plain);
    stream.avail_in = uInt(plain.size());
    stream.next_out = bytesOf(result);
    stream.avail_out = uInt(result.size());
    deflate(&stream, Z_FINISH);
    result.truncate(qsizetype(stream.total_out));
    return result;
}

std::optional<QByteArray> inflated(const QByteArray &packed, const QByteArray &primer)
{
    z_stream stream{};
    if (inflateInit2(&stream, rawDeflate) != Z_OK)
        return std::nullopt;
    inflateSetDictionary(&stream, bytesOf(primer), uInt(primer.size()));
    stream.next_in = bytesOf(packed);
    stream.avail_in = uInt(packed.size());
    QByteArray result;
    int state = Z_OK;
    while (state == Z_OK && result.size() < maxDetail) {
        char block[16 * 1024];
        stream.next_out = reinterpret_cast<Bytef *>(block);
        stream.avail_out = sizeof block;
        state = inflate(&stream, Z_NO_FLUSH);
        result.append(block, qsizetype(sizeof block - stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? std::optional(result) : std::nullopt;
}

} // namespace

QByteArray packedDetail(const QVariantList &values, const QByteArray &primer)
{
    QCborArray array;
    for (const QVariant &value : values)
        array.append(toCbor(value));
    return deflated(squeezed(array.toCborValue().toCbor()), squeezed(primer));
}

std::optional<QVariantList> unpackedDetail(const QByteArray &packed, const QByteArray &primer)
{
    const std::optional<QByteArray> bytes = inflated(packed, squeezed(primer));
    const std::optional<QByteArray> cbor = bytes ? unsqueezed(*bytes) : std::nullopt;
    if (!cbor)
        return std::nullopt;
    QCborParserError error;
    const QCborValue array = QCborValue::fromCbor(*cbor, &error);
    if (error.error != QCborError::NoError || !array.isArray())
        return std::nullopt;
    QVariantList values;
    for (const QCborValue &value : array.toArray())
        values.append(fromCbor(value));
    return values;
}

} // namespace faceid
