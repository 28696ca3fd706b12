#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace faceid {

/// A file that one program at a time holds, and that the system lets go of when that program dies, however it
/// dies. Says who is alive and guards what must not happen twice at once.
///
/// On Unix it is flock(), because a process id says nothing: it is used again, and inside a container
/// everybody has the same. Elsewhere it is QLockFile.
class FileLock
{
public:
    explicit FileLock(const QString &path); ///< takes nothing yet
    ~FileLock(); ///< lets go; the file stays
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// False when somebody else holds it (this program included), or the file cannot be made or locked.
    bool tryLock();
    /// After a try that failed: whether somebody else holds it. Otherwise it cannot be made or locked there.
    bool isHeldElsewhere() const;
    bool isLocked() const; ///< by this object
    /// The same, waiting for at most \a patience. Blocks.
    bool lock(std::chrono::milliseconds patience);
    /// Removes the file and lets go. Only for who holds it.
    void remove();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
