#pragma once

#include <QByteArrayView>
#include <QList>

namespace faceid {

/// Bytes of a page that hold nothing.
struct PageRoom
{
    qsizetype from = 0;
    qsizetype size = 0;
};

/// The unused room of a page of a SQLite file that still has something in it; nothing for a page that is no
/// b-tree page, or not in order. \a page has what SQLite uses of it, and is not the first of the file, whose
/// header is shifted. See "B-tree Pages" in SQLite's description of its file format.
QList<PageRoom> unusedRoom(QByteArrayView page);

} // namespace faceid
