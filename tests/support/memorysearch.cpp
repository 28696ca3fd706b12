#include "support/memorysearch.h"

#include <QFile>

#include <cstring>

namespace faceid::test {

namespace {

constexpr qint64 pieceBytes = 1 << 20;
constexpr qint64 overlap = 256; // longer than any needle
char piece[pieceBytes + overlap]; // static, to be left out of what is searched

int hitsInPiece(qint64 bytes, const QByteArray &needle, qint64 starts)
{
    int hits = 0;
    const char *at = piece;
    const char *end = piece + bytes;
    while (at < end) {
        at = static_cast<const char *>(
            ::memmem(at, size_t(end - at), needle.constData(), size_t(needle.size())));
        if (!at || at - piece >= starts)
            break;
        ++hits;
        ++at;
    }
    return hits;
}

} // namespace

int copiesInMemory(const QByteArray &needle)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    const qint64 own = qint64(quintptr(piece));
    int hits = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains(" rw"))
            continue;
        const QList<QByteArray> range = line.first(line.indexOf(' ')).split('-');
        const qint64 end = range.at(1).toLongLong(nullptr, 16);
        qint64 at = range.at(0).toLongLong(nullptr, 16);
        while (at < end) {
            if (at >= own && at < own + qint64(sizeof piece)) {
                at = own + qint64(sizeof piece);
                continue;
            }
            const qint64 limit = at < own ? qMin(end, own) : end;
            const qint64 starts = qMin(pieceBytes, limit - at);
            if (!memory.seek(at))
                break;
            const qint64 got = memory.read(piece, qMin(starts + overlap, limit - at));
            if (got <= 0)
                break;
            hits += hitsInPiece(got, needle, starts);
            at += starts;
        }
    }
    std::memset(piece, 0, sizeof piece);
    return hits;
}

} // namespace faceid::test
