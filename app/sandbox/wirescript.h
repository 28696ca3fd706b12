#pragma once

#include <QByteArray>

#include <chrono>

namespace faceid {

/// What is done on the bare connection of a request, past the HTTP library.
struct WireScript
{
    enum class End {
        Answer, ///< the ordinary answer follows
        Close,
        Reset, ///< RST: the other side finds the connection broken, not ended
        Hold, ///< nothing more comes; ends when the other side goes
        CloseAtNext, ///< closed as soon as anything more is sent
    };

    QByteArray bytes; ///< sent as they are: status line and all; may be none
    End end = End::Close; ///< after the bytes
    std::chrono::milliseconds before{0}; ///< until the first byte
    std::chrono::milliseconds pause{0}; ///< between two portions; 0: all bytes at once
    qsizetype atOnce = 0; ///< bytes in front of the first pause
    qsizetype portion = 1; ///< bytes between two pauses
    QByteArray filler; ///< sent again and again behind the bytes
    qint64 fillerTimes = 0;
};

} // namespace faceid
