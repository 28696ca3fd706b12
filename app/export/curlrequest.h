#pragma once

#include "export/curloptions.h"
#include "export/fillfinding.h"

namespace faceid {

/// A field as a command line of curl gives it.
struct CurlField
{
    enum class From {
        Text, ///< the value stands in the command
        Upload, ///< curl would upload a file
        FileText, ///< curl would take the value from a file
    };

    QString name;
    QString text = {}; ///< of From::Text
    From from = From::Text;
    QString file = {}; ///< of the others: its path as it was written
    QStringList unknown = {}; ///< see ShellWord
};

/// What a command line of curl would send, as far as it can be told without running it.
struct CurlRequest
{
    ShellWord address; ///< without query, fragment and user
    QList<CurlField> fields; ///< in the order given; those of the address's query last
    QList<FillFinding> findings; ///< about options and the body; never with a credential's value
};

/// Never fails: what cannot be read is among the findings.
CurlRequest curlRequest(const CurlCall &call);

} // namespace faceid
