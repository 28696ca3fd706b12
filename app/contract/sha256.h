#pragma once

#include <QByteArray>

namespace faceid {

/// The SHA-256 of \a bytes, in hexadecimal digits. By GnuTLS, which uses what the processor has for it: 2 GB
/// a second, where Qt 6.4 does a tenth of that, and photos have 20 MB.
QByteArray sha256Hex(QByteArrayView bytes);

} // namespace faceid
