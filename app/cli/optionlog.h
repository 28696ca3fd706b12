#pragma once

#include "sandbox/requestlog.h"

#include <QCommandLineParser>

#include <atomic>

namespace faceid {

/// The file of `--log`. A line that cannot be written stops nothing: it is told on stderr, once until lines
/// can be written again. Thread-safe.
class OptionLog
{
public:
    /// Throws UsageError when the file that the option names cannot be opened.
    explicit OptionLog(const QCommandLineParser &parser);

    bool isWanted() const { return m_isWanted; }
    /// Nothing where no log is wanted.
    void write(const QJsonObject &line);

private:
    const QString m_path;
    const bool m_isWanted;
    RequestLog m_log;
    std::atomic<bool> m_isFailing = false;
};

} // namespace faceid
