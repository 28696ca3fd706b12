#include "cli/optionlog.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"

namespace faceid {

OptionLog::OptionLog(const QCommandLineParser &parser)
    : m_path(parser.value(logOption))
    , m_isWanted(parser.isSet(logOption))
    , m_log(m_path)
{
    if (m_isWanted && !m_log.open())
        throw UsageError{Cli::tr("--log %1: %2").arg(m_path, m_log.errorString())};
}

void OptionLog::write(const QJsonObject &line)
{
    if (!m_isWanted)
        return;
    const bool fails = !m_log.write(line);
    if (!m_isFailing.exchange(fails) && fails)
        note(Cli::tr("--log %1: %2. What comes is answered all the same, but missing there until it can be "
                     "written to again: make room, or start again with another file.")
                 .arg(m_path, m_log.errorString()));
}

} // namespace faceid
