#include "history/packedtext.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>

namespace faceid {

namespace {

constexpr int uuidLetters = 36;
constexpr int uuidBytes = 16;
constexpr int epochLetters = 10;
constexpr int tokenLetters = 32; // hexadecimal digits
constexpr int serialLetters = 28; // yyyyMMdd-HHmm-XXXX-XXXX-XXXX

/// Length in bytes of what a shape is packed into; this is what tells the shapes apart.
enum PackedSize { SerialSize = 13, UuidSize = 16, TokenSize = 17, StampedUuidSize = 20 };

/// The letters of proposedValue().
constexpr char serialAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

QByteArray bigEndian(quint64 value, int bytes)
{
    const quint64 ordered = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&ordered), sizeof ordered).last(bytes);
}

quint64 fromBigEndian(QByteArrayView bytes)
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | uchar(byte);
    return value;
}

/// Empty unless \a text is a uuid just as QUuid writes it.
QByteArray packedUuid(QStringView text)
{
    if (text.size() != uuidLetters)
        return {};
    const QUuid uuid = QUuid::fromString(text);
    return uuid.toString(QUuid::WithoutBraces) == text ? uuid.toRfc4122() : QByteArray();
}

QString uuidText(const QByteArray &bytes)
{
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QByteArray packedToken(const QString &text)
{
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    return QString::fromLatin1(bytes.toHex()) == text ? '\0' + bytes : QByteArray();
}

QByteArray packedStampedUuid(const QString &text)
{
    bool isNumber = false;
    const quint32 seconds = QStringView(text).left(epochLetters).toUInt(&isNumber);
    const QByteArray uuid = packedUuid(QStringView(text).mid(epochLetters + 1));
    const bool isShape = isNumber && !uuid.isEmpty() && text.at(epochLetters) == u','
        && QString::number(seconds) == text.left(epochLetters);
    return isShape ? bigEndian(seconds, 4) + uuid : QByteArray();
}

QString serialText(const QByteArray &bytes)
{
    QString text = QStringLiteral("%1").arg(fromBigEndian(bytes.first(5)), 12, 10, QLatin1Char('0'));
    text.insert(8, u'-');
    const quint64 letters = fromBigEndian(bytes.sliced(5));
    for (int i = 0; i < 12; ++i) {
        if (i % 4 == 0)
            text += u'-';
        text += QLatin1Char(serialAlphabet[letters >> (5 * (11 - i)) & 31]);
    }
    return text;
}

QByteArray packedSerial(const QString &text)
{
    bool isNumber = false;
    const quint64 minute = (text.left(8) + text.mid(9, 4)).toULongLong(&isNumber);
    quint64 letters = 0;
    for (const QChar c : QStringView(text).mid(13)) {
        const auto end = std::end(serialAlphabet) - 1;
        const auto *const found = std::find(std::begin(serialAlphabet), end, c.toLatin1());
        if (found != end)
            letters = letters << 5 | quint64(found - serialAlphabet);
    }
    if (!isNumber || minute >> 40 != 0)
        return {};
    const QByteArray bytes = bigEndian(minute, 5) + bigEndian(letters, 8);
    return serialText(bytes) == text ? bytes : QByteArray();
}

} // namespace

QVariant packedText(const QString &text)
{
    QByteArray bytes;
    if (text.isEmpty())
        return {};
    if (text.size() == uuidLetters)
        bytes = packedUuid(text);
    else if (text.size() == tokenLetters)
        bytes = packedToken(text);
    else if (text.size() == epochLetters + 1 + uuidLetters)
        bytes = packedStampedUuid(text);
    else if (text.size() == serialLetters)
        bytes = packedSerial(text);
    return bytes.isEmpty() ? QVariant(text) : QVariant(bytes);
}

QString unpackedText(const QVariant &packed)
{
    if (packed.isNull())
        return QStringLiteral("");
    if (packed.typeId() != QMetaType::QByteArray)
        return packed.toString();
    const QByteArray bytes = packed.toByteArray();
    switch (bytes.size()) {
    case SerialSize:
        return serialText(bytes);
    case UuidSize:
        return uuidText(bytes);
    case TokenSize:
        return QString::fromLatin1(bytes.sliced(1).toHex());
    case StampedUuidSize:
        return QString::number(quint32(fromBigEndian(bytes.first(4)))) + u','
            + uuidText(bytes.last(uuidBytes));
    }
    return QStringLiteral("");
}

} // namespace faceid
