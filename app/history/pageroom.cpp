#include "history/pageroom.h"

#include <algorithm>

namespace faceid {

namespace {

// Of a b-tree page: where its header has what, in bytes.
constexpr qsizetype freeBlockAt = 1;
constexpr qsizetype cellCountAt = 3;
constexpr qsizetype contentAt = 5;
constexpr qsizetype leafHeader = 8;
constexpr qsizetype interiorHeader = 12;
constexpr qsizetype blockHeader = 4; // next one, size

enum PageType { InteriorIndex = 2, InteriorTable = 5, LeafIndex = 10, LeafTable = 13 };

qsizetype numberAt(QByteArrayView page, qsizetype at)
{
    return qsizetype(uchar(page[at])) << 8 | uchar(page[at + 1]);
}

/// Length of the header; 0 for a page of another kind. What begins with the number of another page (overflow,
/// free list) begins with 0 in every file of fewer than 2^25 pages.
qsizetype headerOf(QByteArrayView page)
{
    switch (page.front()) {
    case InteriorIndex:
    case InteriorTable:
        return interiorHeader;
    case LeafIndex:
    case LeafTable:
        return leafHeader;
    }
    return 0;
}

bool isEmpty(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == 0; });
}

} // namespace

QList<PageRoom> unusedRoom(QByteArrayView page)
{
    const qsizetype header = page.size() < interiorHeader ? 0 : headerOf(page);
    if (header == 0)
        return {};
    const qsizetype pointersEnd = header + 2 * numberAt(page, cellCountAt);
    const qsizetype content = numberAt(page, contentAt) == 0 ? 65536 : numberAt(page, contentAt);
    if (pointersEnd > content || content > page.size())
        return {};
    QList<PageRoom> found{{pointersEnd, content - pointersEnd}};
    qsizetype before = content;
    for (qsizetype at = numberAt(page, freeBlockAt); at != 0; at = numberAt(page, at)) {
        if (at < before || at + blockHeader > page.size())
            return {};
        const qsizetype size = numberAt(page, at + 2);
        if (size < blockHeader || at + size > page.size())
            return {};
        found.append({at + blockHeader, size - blockHeader});
        before = at + size;
    }
    found.removeIf([page](const PageRoom &room) { return isEmpty(page.sliced(room.from, room.size)); });
    return found;
}

} // namespace faceid
