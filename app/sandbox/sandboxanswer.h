#pragma once

#include "contract/parts.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace faceid {

/// A request as the service sees it: no socket, no bytes.
struct SandboxRequest
{
    QByteArray method;
    QString path; ///< without query
    Parts parts; ///< as read from the body; empty where the body could not be read
    qint64 now = 0; ///< epoch seconds
    QElapsedTimer since = {}; ///< started when the request's head was in; for time_used
    QHostAddress client = QHostAddress(QHostAddress::LocalHost);
};

struct SandboxAnswer
{
    int httpStatus = 0;
    QByteArray contentType; ///< empty: none is sent
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< beside those that every answer has
    std::shared_ptr<void> visit = {}; ///< for as long as it lives, the request counts as under way
};

/// "<epoch seconds>,<uuid4>", the shape of a request_id, a biz_id and a biz_token.
QString freshId(qint64 now);

} // namespace faceid
