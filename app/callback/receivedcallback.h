#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QMetaType>
#include <QString>

#include <memory>

namespace faceid {

/// More is no callback: biz_extra_data has 4 KiB at most.
inline constexpr qint64 maxCallbackBytes = 1024 * 1024;

/// A form that came to the listener.
struct ReceivedCallback
{
    QDateTime at; ///< UTC
    QHostAddress from;
    QString path; ///< without query; see CallbackListener::returnPath
    bool isForm = false; ///< it had both fields
    QByteArray data; ///< the field of that name, its bytes as they were signed
    QByteArray sign;
    std::shared_ptr<void> place; ///< in the listener's queue, free again when the last copy lets go of it
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::ReceivedCallback)
