#pragma once

#include "client/exitstatus.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace faceid {

class Secret;
struct Policy;

/// Translation context of everything that faceidctl says.
class Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The command line as texts. Bytes that are no UTF-8 become lone surrogates U+DC80 to U+DCFF (Python's
/// "surrogateescape"), so that valueBytes() can hand them on unchanged.
QStringList commandLine(int argc, char **argv);
/// The bytes that an argument, or a piece of one, had on the command line.
QByteArray valueBytes(const QString &argument);

/// Writes a result to stdout, flushed. Returns \a status, or ExitNoOutput with a message when it could not be
/// written.
int deliver(const QByteArray &result, ExitStatus status);
int deliver(const QStringList &lines, ExitStatus status);
/// JSON in one line.
int deliver(const QJsonDocument &json, ExitStatus status);
/// Writes a message to stderr.
void note(const QString &message);

/// \a text for a terminal: control and formatting characters escaped, as a server may send any.
QString printable(const QString &text);

/// \a label, padded to \a width letters, and \a value, printable().
QString labelled(const QString &label, const QString &value, int width = 10);
/// For JSON: null where there is no text.
QJsonValue textOrNull(const QString &text);

inline constexpr char apiSecretVariable[] = "FACEID_API_SECRET";

/// The secret in an environment variable, which is overwritten, so that neither children nor /proc show it.
/// Empty when it is not set. Throws Forbidden where \a policy lets no api_secret be entered.
Secret takeEnvironmentSecret(const Policy &policy, const char *name = apiSecretVariable);
/// The api_secret in FACEID_API_SECRET, otherwise the first line of stdin; a terminal is asked for it and
/// does not show it. Empty when there is neither. Throws Forbidden as above.
Secret takeSecret(const Policy &policy);

} // namespace faceid
