#pragma once

#include "filelock.h"
#include "sandbox/tokenledger.h"

#include <QFile>

namespace faceid {

/// What a sandbox remembers over a restart.
struct SandboxMemory
{
    QList<IssuedToken> tokens; ///< in the order of issue
    QList<QByteArray> usedSigns; ///< digests, in the order of use
};

/// The file in which a sandbox keeps its memory: a line of JSON for a token whenever it changes, and for
/// every sign for single use. Neither secrets nor anything personal stand in it, and only its owner can read
/// it.
///
/// A line is in the system's hands before the answer that it belongs to leaves, so a program that is killed
/// has forgotten nothing that it said; what a crash cut off at the end is dropped. The file is written anew,
/// beside the old one and then in its place, when it is opened and whenever it has grown large; where that
/// fails it grows on, and is tried again when it is half as large again. One program at a time. Thread-safe
/// once it is open.
class StateFile
{
public:
    static constexpr qint64 largeBytes = 64 * 1024 * 1024;

    /// A file of less than \a large bytes is not written anew.
    explicit StateFile(const QString &path, qint64 large = largeBytes);
    ~StateFile();
    StateFile(const StateFile &) = delete;
    StateFile &operator=(const StateFile &) = delete;

    /// Reads the file and takes it for this program. False when another program has it, it cannot be read or
    /// written, or is no such file, which then is left as it is: errorString() says which, translated.
    bool open();
    QString errorString() const;
    /// What was read, once.
    SandboxMemory takeMemory();

    /// The token as it is now. False when it cannot be written; what was there before stays whole.
    bool add(const IssuedToken &token);
    bool add(const QByteArray &usedSign);

private:
    bool read();
    bool rewrite();
    bool reopen();
    void compact();
    bool append(const QByteArray &line);
    bool fail(const QString &why);

    mutable QMutex m_mutex; ///< of all below
    const qint64 m_large; ///< bytes
    FileLock m_lock;
    QFile m_file;
    qint64 m_bytes = 0; ///< of whole lines
    qint64 m_rewriteAt = 0; ///< bytes
    SandboxMemory m_memory;
    QString m_error;
};

} // namespace faceid
