// Bytes of answers that no library would write.

#include "sandbox/faultbytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>

namespace faceid {

namespace {

QByteArray phrase(int httpStatus)
{
    return httpStatus == 200 ? "OK" : "Answer"; // clients look at the number
}

QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// The checksum of gzip (RFC 1952).
quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> rows{};
        for (quint32 i = 0; i < rows.size(); ++i) {
            quint32 row = i;
            for (int bit = 0; bit < 8; ++bit)
                row = row & 1 ? 0xEDB88320U ^ (row >> 1) : row >> 1;
            rows[i] = row;
        }
        return rows;
    }();
    quint32 crc = ~0U;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray httpBytes(const SandboxAnswer &answer)
{
    return httpBytes(answer, "Content-Length: " + QByteArray::number(answer.body.size()));
}

QByteArray httpBytes(const SandboxAnswer &answer, const QByteArray &framing)
{
    QByteArray bytes =
        "HTTP/1.1 " + QByteArray::number(answer.httpStatus) + ' ' + phrase(answer.httpStatus) + "\r\n";
    if (!answer.contentType.isEmpty())
        bytes += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    if (!framing.isEmpty())
        bytes += framing + "\r\n";
    return bytes + "\r\n" + answer.body;
}

QByteArray httpChunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray withRawValue(const QByteArray &object, const QString &key, const QByteArray &raw)
{
    QJsonObject values = QJsonDocument::fromJson(object).object();
    values.insert(key, QJsonValue());
    QByteArrayList pairs;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        pairs.append(jsonText(it.key()) + ':' + (it.key() == key ? raw : jsonText(it.value())));
    return '{' + pairs.join(',') + '}';
}

QByteArray withRawTail(const QByteArray &object, const QByteArray &raw)
{
    return object.chopped(1) + ',' + raw + '}';
}

QByteArray gzippedBlanks()
{
    const QByteArray blanks(1'000'000, ' ');
    // Of qCompress(): four bytes of size and two of zlib's head in front, four of its checksum behind.
    const QByteArray packed = qCompress(blanks);
    const QByteArray deflated = packed.sliced(6, packed.size() - 10);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + deflated + littleEndian(crc32(blanks))
        + littleEndian(quint32(blanks.size()));
}

} // namespace faceid
