#include "support/memorysearch.h"

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace faceid::test {

namespace {

// Nothing is allocated in here: a block that is looked for could be handed out, and written over, by the
// search.
constexpr size_t pieceBytes = 1 << 20;
constexpr size_t overlap = 4096; // longer than any needle
char piece[pieceBytes + overlap]; // static, to be left out of what is searched
char mapText[1 << 18];

/// An open file; closed with this object.
struct Descriptor
{
    explicit Descriptor(const char *path)
        : number(::open(path, O_RDONLY | O_CLOEXEC))
    { }
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    const int number;
};

int hitsInPiece(size_t bytes, const QByteArray &needle, size_t starts)
{
    int hits = 0;
    const char *at = piece;
    const char *end = piece + bytes;
    while (at < end) {
        at = static_cast<const char *>(
            ::memmem(at, size_t(end - at), needle.constData(), size_t(needle.size())));
        if (!at || size_t(at - piece) >= starts)
            break;
        ++hits;
        ++at;
    }
    return hits;
}

int hitsInRange(int memory, quintptr at, quintptr end, const QByteArray &needle)
{
    const auto own = quintptr(piece);
    int hits = 0;
    while (at < end) {
        if (at >= own && at < own + sizeof piece) {
            at = own + sizeof piece;
            continue;
        }
        const quintptr limit = at < own ? qMin(end, own) : end;
        const size_t starts = qMin<size_t>(pieceBytes, limit - at);
        const ssize_t got = ::pread(memory, piece, qMin<size_t>(starts + overlap, limit - at), off_t(at));
        if (got <= 0)
            break;
        hits += hitsInPiece(size_t(got), needle, starts);
        at += starts;
    }
    return hits;
}

} // namespace

int copiesInMemory(const QByteArray &needle)
{
    const Descriptor maps("/proc/self/maps");
    const Descriptor memory("/proc/self/mem");
    size_t read = 0;
    for (ssize_t got = 1; maps.number >= 0 && got > 0 && read < sizeof mapText - 1; read += size_t(got))
        got = qMax<ssize_t>(0, ::read(maps.number, mapText + read, sizeof mapText - 1 - read));
    if (read == 0 || read == sizeof mapText - 1 || memory.number < 0)
        return -1;
    mapText[read] = '\0';
    int hits = 0;
    for (char *line = mapText; *line;) {
        char *next = std::strchr(line, '\n');
        *next = '\0';
        char *dash = nullptr;
        const quintptr from = std::strtoull(line, &dash, 16);
        char *rights = nullptr;
        const quintptr to = std::strtoull(dash + 1, &rights, 16);
        if (std::strncmp(rights, " rw", 3) == 0)
            hits += hitsInRange(memory.number, from, to, needle);
        line = next + 1;
    }
    std::memset(piece, 0, sizeof piece);
    return hits;
}

} // namespace faceid::test
