#pragma once

#include <QByteArray>

namespace faceid::test {

/// How often \a needle stands in this process's writable memory, the needle itself included. Linux only; -1
/// when it cannot be read.
int copiesInMemory(const QByteArray &needle);

} // namespace faceid::test
