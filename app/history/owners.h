#pragma once

#include "filelock.h"
#include "history/departures.h"

#include <QString>

namespace faceid {

/// The programs that use one history file at this moment, each with a lock file of its own in a folder beside
/// it. By these a program that starts tells a request under way from one whose program died; what that one
/// had sent stands in its Departures, in the same folder.
class Owners
{
public:
    explicit Owners(const QString &folder);
    ~Owners(); ///< this program is gone

    const QString &folder() const { return m_folder; }
    /// This program's name among them: random, different each time it runs.
    const QString &self() const { return m_self; }
    /// Makes this program's lock file in the folder, which must be there, and begins its \a departures,
    /// which outlive this. False when the lock file cannot be made.
    bool enter(Departures &departures);
    /// Whether the program of that name still runs.
    bool isAlive(const QString &owner) const;
    /// Of one that died: whether its request \a id may have reached the service whole.
    bool mayHaveSent(const QString &owner, const QUuid &id) const;
    /// Removes the files of programs that died.
    void sweep() const;

private:
    QString fileName(const QString &owner) const;
    QString departuresName(const QString &owner) const;

    QString m_folder;
    QString m_self;
    Departures *m_departures = nullptr;
    FileLock m_life; ///< held as long as this object lives
};

} // namespace faceid
