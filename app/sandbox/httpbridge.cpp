// The terms of libmicrohttpd in those of the sandbox.

#include "sandbox/httpbridge.h"

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif

namespace faceid {

namespace {

QByteArray header(MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

QHostAddress clientOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? QHostAddress(info->client_addr) : QHostAddress();
}

Parts queryOf(MHD_Connection *connection)
{
    Parts query;
    const auto take = [](void *parts, MHD_ValueKind, const char *name, const char *value) {
        static_cast<Parts *>(parts)->append({QString::fromUtf8(name), QByteArray(value), {}, {}});
        return MHD_YES;
    };
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take, &query);
    return query;
}

} // namespace

SandboxHead headOf(MHD_Connection *connection, const char *url, const char *method)
{
    bool known = false;
    const qint64 length = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH).toLongLong(&known);
    return {method, QString::fromUtf8(url), queryOf(connection),
        header(connection, MHD_HTTP_HEADER_CONTENT_TYPE), known ? length : -1, clientOf(connection)};
}

void acknowledgeHead([[maybe_unused]] MHD_Connection *connection)
{
#ifdef Q_OS_LINUX
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    const int now = 1; // it lasts until the next answer
    if (info)
        setsockopt(info->connect_fd, IPPROTO_TCP, TCP_QUICKACK, &now, sizeof now);
#endif
}

MHD_Result sendAnswer(MHD_Connection *connection, const SandboxAnswer &answer)
{
    MHD_Response *response = MHD_create_response_from_buffer(
        size_t(answer.body.size()), const_cast<char *>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    if (!answer.contentType.isEmpty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.contentType.constData());
    for (const auto &[name, value] : answer.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    const MHD_Result queued = MHD_queue_response(connection, unsigned(answer.httpStatus), response);
    MHD_destroy_response(response);
    return queued;
}

} // namespace faceid
