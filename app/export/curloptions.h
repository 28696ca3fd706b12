#pragma once

#include "export/shellwords.h"

namespace faceid {

/// One thing on a command line of curl.
struct CurlArgument
{
    QString option; ///< its long name without dashes; empty: the word is an address
    ShellWord value; ///< empty for an option that takes none
    bool isKnown = true; ///< false: no curl that this program knows has such an option
};

/// What curl reads on its command line: options by their long, shortened or one-letter names, letters in a
/// row, and those that a configuration piped into it (`--config -`) adds.
QList<CurlArgument> curlArguments(const CurlCall &call);

} // namespace faceid
