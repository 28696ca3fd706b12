#pragma once

#include <QFile>
#include <QMutex>
#include <QSet>
#include <QUuid>

#include <optional>

namespace faceid {

/// Which requests one program has handed over to the network whole, in a file beside its lock file (see
/// Owners). When the program dies, a request that is not there has surely not reached the service whole, and
/// may be sent again.
///
/// A note is in the file before its request can be complete, and costs one write without waiting for the
/// disk: it outlives the program but not the computer. So the file counts only as long as the computer runs
/// on, and is taken away at once when a note cannot be written; without it (as in a portable copy) every
/// request may have arrived.
class Departures
{
public:
    Departures() = default;

    /// Begins the file \a path. Without it, where it cannot be made, notes go nowhere.
    void open(const QString &path);
    /// From now on \a id may arrive. From any thread.
    void add(const QUuid &id);
    /// Ends the file: nothing is under way any more.
    void remove();

    /// What the program of the file \a path has noted; nothing when that is not known.
    static std::optional<QSet<QUuid>> of(const QString &path);

private:
    QMutex m_mutex;
    QFile m_file;
};

} // namespace faceid
