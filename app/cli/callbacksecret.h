#pragma once

#include "credentials/secret.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

namespace faceid {

struct Policy;

/// `--sandbox` and `--profile`: whose secret signs callbacks.
QList<QCommandLineOption> callbackSecretOptions();
/// The secret they name, or the one in FACEID_API_SECRET; empty when there is none. Throws UsageError or
/// Forbidden.
Secret callbackSecret(const QCommandLineParser &parser, const Policy &policy);

} // namespace faceid
