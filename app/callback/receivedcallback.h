#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QMetaType>
#include <QString>

namespace faceid {

/// A form that came to the listener.
struct ReceivedCallback
{
    QDateTime at; ///< UTC
    QHostAddress from;
    QString path; ///< without query; see CallbackListener::returnPath
    bool isForm = false; ///< it had both fields
    QByteArray data; ///< the field of that name, its bytes as they were signed
    QByteArray sign;
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::ReceivedCallback)
