#pragma once

#include "credentials/profile.h"
#include "credentials/secret.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <memory>

namespace faceid {

class SandboxServer;
struct HistoryRow;
struct Policy;

/// Where `issue` sends to, and as whom.
struct Target
{
    Profile profile;
    Secret secret; ///< empty: the keychain has it
    std::unique_ptr<SandboxServer> sandbox; ///< runs for as long as the target lives
    QString failure; ///< why the sandbox could not be started; empty when it was

    Target();
    Target(Target &&) noexcept;
    ~Target();

    /// `--sandbox`, `--profile`, `--base-url`, `--api-key` and `--ca`.
    static QList<QCommandLineOption> options();
    /// Reads the options, the settings and the environment, and starts the sandbox if it is wanted. Throws
    /// UsageError or Forbidden.
    static Target from(const QCommandLineParser &parser, const Policy &policy);
    /// Whether the options say where to send.
    static bool isChosen(const QCommandLineParser &parser);
    /// Whether \a row was sent with `--base-url`, to the address that stands for its profile, and not with a
    /// saved one.
    static bool wasAddress(const HistoryRow &row);
    /// The saved profile of that name. Throws UsageError or Forbidden.
    static Target saved(const QString &profile, const Policy &policy);
};

} // namespace faceid
