#pragma once

#include "contract/parts.h"

#include <QFile>
#include <QJsonObject>
#include <QMutex>

namespace faceid {

/// One request as the sandbox saw it. Holds nothing secret and nothing personal: parts are redacted(), and of
/// what is no token request, whose address can hold a token, only the path is there.
struct SandboxRecord
{
    qint64 at = 0; ///< when its head was in, ms since the epoch
    QByteArray method;
    QString path; ///< without query
    QString api; ///< id of the document; empty: none has this path
    Parts parts;
    qint64 bodyBytes = 0;
    int httpStatus = 0; ///< 0: no ordinary answer, see scenario
    QString error; ///< code of a refusal
    QString scenario; ///< what was done to it; empty: nothing
    qint64 milliseconds = 0; ///< up to the end of the answer
};

QJsonObject toJson(const SandboxRecord &record);

/// Appends one line of JSON for each request to a file that only its owner can read. A line that cannot be
/// written is lost: nothing waits in memory for a disk that is full. Thread-safe.
class RequestLog
{
public:
    explicit RequestLog(const QString &path);
    bool open(); ///< false: errorString() says why
    QString errorString() const; ///< of the last failure
    bool write(const QJsonObject &line); ///< false: errorString() says why

private:
    mutable QMutex m_mutex; ///< of all below
    QFile m_file;
    bool m_isTorn = false; ///< the last line has no end
};

} // namespace faceid
