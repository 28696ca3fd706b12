#pragma once

#include "sandbox/sandboxserver.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QSslCertificate>

namespace faceid {

/// The options that say where and how `faceidctl sandbox` listens.
QList<QCommandLineOption> listenerOptions();
/// What they say. Throws UsageError. Makes a certificate where TLS is wanted, or takes the one that was made.
SandboxListener listenerFrom(const QCommandLineParser &parser);
/// How to trust its certificate, on stderr; nothing without TLS.
void noteCertificate(const QCommandLineParser &parser, const SandboxListener &listener);
/// What whoever started it should know, on stderr: that, and whom it lets in.
void noteListener(const QCommandLineParser &parser, const SandboxListener &listener);
/// The certificate of `sandbox --tls`, for clients on this machine; none when there is none.
QList<QSslCertificate> keptCertificates();

} // namespace faceid
