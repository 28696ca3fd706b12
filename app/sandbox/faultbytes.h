#pragma once

#include "sandbox/sandboxservice.h"

namespace faceid {

/// \a answer as the bytes of HTTP/1.1, with its length.
QByteArray httpBytes(const SandboxAnswer &answer);
/// The same with \a framing ("Content-Length: 5", several lines with CRLF between them, or nothing) in place
/// of the true length.
QByteArray httpBytes(const SandboxAnswer &answer, const QByteArray &framing);
/// \a bytes as one chunk of a chunked body.
QByteArray httpChunk(const QByteArray &bytes);

/// The JSON object \a object with \a key's value written as \a raw, which need not be JSON.
QByteArray withRawValue(const QByteArray &object, const QString &key, const QByteArray &raw);
/// The JSON object \a object with \a raw behind its last value.
QByteArray withRawTail(const QByteArray &object, const QByteArray &raw);

/// One gzip member that unpacks to a million blanks; members may follow one another.
QByteArray gzippedBlanks();

} // namespace faceid
