#pragma once

#include "contract/parts.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <atomic>
#include <chrono>

namespace faceid {

/// What came of a postForm().
struct FormReply
{
    int httpStatus = 0; ///< 0: no answer
    QByteArray body; ///< up to its end, or the first 64 KiB
    QString failure; ///< the system's words; empty when there was an answer
};

/// Texts as application/x-www-form-urlencoded, everything but letters, digits and -._~ in percent signs.
QByteArray urlEncodedForm(const Parts &fields);

/// POSTs a url-encoded form over http or https and waits for the answer: exactly one request, which is why it
/// is not QNetworkAccessManager, and without an event loop, which this floor has none of. No proxy is asked
/// and no redirect followed; over https \a trusted is trusted beside the system's authorities. May be called
/// in any thread; gives up after \a patience, or soon after \a stop is set.
FormReply postForm(const QUrl &url, const QByteArray &form, std::chrono::milliseconds patience,
    const std::atomic<bool> *stop = nullptr, const QList<QSslCertificate> &trusted = {});

} // namespace faceid
