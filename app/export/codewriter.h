#pragma once

#include "contract/parts.h"

#include <QMap>
#include <QUrl>

#include <vector>

namespace faceid {

/// A language that a request can be written in, as a program that runs.
struct CodeLanguage
{
    const char *id; ///< on command lines: "curl", "python"; also the template's name in resources/code
    const char *title; ///< as people call it; the same in every language of the interface
    const char *fileName; ///< that the program is saved as
    QString (*literal)(const QString &text);
};

/// In the order in which they are offered.
const std::vector<CodeLanguage> &codeLanguages();
/// Null for an id that none has.
const CodeLanguage *codeLanguage(QStringView id);

/// What is written as a program.
struct CodeRequest
{
    const EndpointSpec &spec;
    Parts parts; ///< without credentials; the bytes of photos are not looked at
    QMap<QString, QString> photoPaths; ///< by part name; of one without, the program reads its file name
    QUrl base; ///< of the service when the environment names none
    int validSeconds = 600; ///< of the sign
};

/// A program that sends \a request, prints the answer and ends with 0 only when it was 200. The credentials
/// come from FACEID_API_KEY and FACEID_API_SECRET in its environment, another service from FACEID_BASE_URL;
/// where the endpoint wants a sign, the program makes it.
QString codeFor(const CodeLanguage &language, const CodeRequest &request);

} // namespace faceid
