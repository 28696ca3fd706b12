#pragma once

#include "sandbox/localcertificate.h"
#include "sandbox/sandboxcall.h"

#include <cstdarg>
#include <mutex>
#include <optional>
#include <vector>

#include <microhttpd.h>

namespace faceid {

/// The library's own words about why it did not start. It logs from all its threads.
class HttpLog
{
public:
    /// MHD_LogCallback.
    static void write(void *log, const char *format, va_list arguments);
    QString last();

private:
    std::mutex m_mutex;
    QString m_last;
};

/// As it stands in front of a port.
QString hostText(const QHostAddress &address);

/// The options for MHD_OPTION_ARRAY that a server of \a identity has; only their end without one. They point
/// into it.
std::vector<MHD_OptionItem> tlsOptions(std::optional<TlsIdentity> &identity);

SandboxHead headOf(MHD_Connection *connection, const char *url, const char *method);
/// Tells the client at once that the head has arrived. One that sends head and body by writes of their own
/// (as Qt does, and Java) holds the body back until then, and on a connection that is used again the system
/// would wait 40 ms for something to send along. Linux only; elsewhere it does nothing.
void acknowledgeHead(MHD_Connection *connection);
MHD_Result sendAnswer(MHD_Connection *connection, const SandboxAnswer &answer);

} // namespace faceid
