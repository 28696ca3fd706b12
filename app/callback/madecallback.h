#pragma once

#include "callback/receivedcallback.h"
#include "contract/fieldspec.h"
#include "sandbox/formpost.h"
#include "sandbox/outcome.h"

#include <QByteArray>
#include <QString>

namespace faceid {

/// What a made callback is to say. It says in its log that it is simulated.
struct CallbackWish
{
    const OutcomeSpec *outcome = nullptr;
    Case comparison = Source;
    QString bizNo = QStringLiteral("callback-test");
    QString extraData; ///< biz_extra_data
    bool wrongSign = false;
};

/// The two fields of a callback: data and sign.
Parts madeCallback(const CallbackWish &wish, QByteArrayView secret, qint64 now);
/// Those of one that came, to be sent again as it was.
Parts fieldsOf(const QByteArray &data, const QByteArray &sign);
/// The other way round: takes both fields out of a form; false when it has not both.
bool readFields(const Parts &form, ReceivedCallback &callback);
/// The fields of a url-encoded form; none when it is no form, or larger than any callback.
Parts formFields(QByteArrayView body);
/// One that somebody else received, as if it came now.
ReceivedCallback callbackOf(const QByteArray &data, const QByteArray &sign);

/// Why \a url is no place to send a callback to; empty when it is one. A replay goes to this machine only: a
/// real callback is about a real person.
QString sendProblem(const QUrl &url, bool isReplay);
/// Why \a callback cannot be sent again; empty when it can.
QString replayProblem(const ReceivedCallback &callback);

} // namespace faceid
