#pragma once

#include "policy/policy.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <optional>

namespace faceid {

/// A command line that cannot be carried out. Thrown while arguments are read, before anything is done and
/// any event loop runs; main() prints it with a pointer to the help and exits with ExitUsage.
struct UsageError
{
    QString message; ///< says what to do instead
};

/// What the administrator of this computer does not allow. Thrown like a UsageError, exits with
/// ExitForbidden.
struct Forbidden
{
    QString message;
};

/// One thing that faceidctl does.
struct Verb
{
    QString name; ///< one or two words: "issue", "sign make"
    QString synopsis; ///< what follows the name
    QString summary; ///< one line
    QString details; ///< lines for `VERB --help`, below the options
    QList<QCommandLineOption> options;
    /// Returns the exit status; may throw UsageError or Forbidden. The policy is what the administrator
    /// allows besides the feature.
    int (*run)(const QCommandLineParser &parser, const Policy &policy);
    std::optional<Feature> feature = {}; ///< that an administrator can switch off
    bool worksWithoutPolicy = false; ///< also where the policy file cannot be used: it looks and does nothing
};

Verb issueVerb();
Verb checkVerb();
Verb profileListVerb();
Verb profileShowVerb();
Verb profileAddVerb();
Verb profileRemoveVerb();
Verb profileTestVerb();
Verb codeVerb();
Verb carryVerb();
Verb curlImportVerb();
Verb harExportVerb();
Verb harImportVerb();
Verb diffVerb();
Verb bundleVerb();
Verb bundleShowVerb();
Verb sandboxVerb();
Verb sandboxCompleteVerb();
Verb signMakeVerb();
Verb signExplainVerb();
Verb historyListVerb();
Verb historySearchVerb();
Verb historyShowVerb();
Verb historyResolveVerb();
Verb historyNoteVerb();
Verb historyExportVerb();
Verb historyPurgeVerb();
Verb historyReportVerb();
Verb historyAuditVerb();
Verb historyVerifyVerb();
Verb tokenReadVerb();
Verb resultVerb();
Verb batchVerb();
Verb callbackListenVerb();
Verb callbackVerifyVerb();
Verb callbackSendVerb();
Verb callbackReplayVerb();
Verb callbackDoctorVerb();
Verb doctorVerb();
Verb doctorContactsVerb();

/// All that faceidctl does, in the order of its help. Of two names of which one begins the other the longer
/// comes first.
QList<Verb> allVerbs();
/// The option `--help`, which every verb has.
QCommandLineOption helpOption();
/// Those of \a verb and `--help`.
QList<QCommandLineOption> allOptions(const Verb &verb);

/// The option `--json`, the same for all, and whether it is given.
QCommandLineOption jsonOption();
bool wantsJson(const QCommandLineParser &parser);
/// The text of an \a option that a verb cannot do without; \a purpose says in the message what it is for.
QString requiredValue(const QCommandLineParser &parser, const QString &option, const QString &purpose);
/// The only positional argument; \a what names it in the message when there is none, or more than one.
QString onlyArgument(const QCommandLineParser &parser, const QString &what);
/// Refuses positional arguments.
void noArguments(const QCommandLineParser &parser);
/// A whole number from \a low up, with \a assumed when the option is not there.
int wholeNumber(const QCommandLineParser &parser, const QString &option, int low, int assumed);

/// The words by which an option is given: "-h", "--help".
QStringList optionWords(const QCommandLineOption &option);
/// An option as the help names it: "-h, --help", "--ca FILE".
QString optionForms(const QCommandLineOption &option);

} // namespace faceid
