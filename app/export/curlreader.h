#pragma once

#include "contract/parts.h"
#include "export/fillfinding.h"
#include "export/shellwords.h"

#include <QMap>
#include <QUrl>

namespace faceid {

/// A cURL command as what a form of this program takes of it.
struct CurlReading
{
    const EndpointSpec *spec = nullptr; ///< null: see error
    Shell shell = Shell::Posix; ///< whose quoting it was read by
    QUrl address; ///< without query; empty where only a shell knows it
    Parts parts; ///< texts, in table order; what may be sent is not judged
    QMap<QString, QString> photoPaths; ///< by part name: files named in full, which nobody has looked at
    QList<FillFinding> findings; ///< what does not fit, in the order of the command
    QString error; ///< one sentence, translated: why there is no request in it; empty when there is
};

/// Reads the first call of curl in \a text, as bash, cmd.exe or PowerShell would: a mail, a script, what a
/// browser copies. Nothing is run, no file is looked at, and no credential is in what comes back.
CurlReading readCurl(const QString &text);

} // namespace faceid
