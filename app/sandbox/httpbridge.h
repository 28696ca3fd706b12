#pragma once

#include "sandbox/sandboxcall.h"

#include <cstdarg>
#include <mutex>

#include <microhttpd.h>
#include <sys/socket.h>

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

/// For bind().
sockaddr_storage socketAddress(const QHostAddress &address, quint16 port);
/// As it stands in front of a port.
QString hostText(const QHostAddress &address);

SandboxHead headOf(MHD_Connection *connection, const char *url, const char *method);
MHD_Result sendAnswer(MHD_Connection *connection, const SandboxAnswer &answer);

} // namespace faceid
