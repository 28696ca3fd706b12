// The reader of requests with arbitrary bytes: an input is a Content-Type, a line end, and a body. It must
// read the same however the network cuts the body, keep within its limits, and never keep more than it was
// given.

#include "sandbox/requestbody.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace faceid;

namespace {

constexpr qint64 maxBytes = 64 * 1024;

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz_requestbody: %s\n", what);
    std::abort();
}

/// In pieces of 1 to 97 bytes.
Parts readInPieces(QByteArrayView type, QByteArrayView body)
{
    RequestBody reader(type, -1, maxBytes);
    auto state = quint32(body.size()); // an input is always cut the same way
    while (!body.isEmpty()) {
        state = state * 1103515245U + 12345U;
        const qsizetype size = qMin(qsizetype(state >> 16) % 97 + 1, body.size());
        reader.feed(body.first(size));
        body = body.sliced(size);
    }
    return reader.finish();
}

bool same(const Parts &a, const Parts &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const Part &x, const Part &y) {
        return x.name == y.name && x.fileName == y.fileName && x.value == y.value;
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    if (end < 0)
        return 0;
    const QByteArrayView type = input.first(end);
    const QByteArrayView body = input.sliced(end + 1);

    RequestBody whole(type, -1, maxBytes);
    whole.feed(body);
    require(whole.tooLarge() == (body.size() > maxBytes), "the limit is not where it should be");
    const Parts parts = whole.finish();
    require(parts.size() <= maxFormParts, "too many parts");
    qsizetype bytes = 0;
    for (const Part &part : parts)
        bytes += part.value.size();
    require(bytes <= body.size(), "more bytes came out than went in");
    require(same(parts, readInPieces(type, body)), "the result depends on how the body is cut");
    return 0;
}
