#pragma once

#include "client/oneshotbody.h"
#include "contract/parts.h"

#include <QList>
#include <QObject>
#include <QPair>

class QHttpMultiPart;

namespace faceid {

/// The multipart/form-data body of one request, each part over a OneShotBody. What the parts handed over
/// decides what became of the request; Qt's upload progress does not (it is stale and ends with 0 of 0).
class MultipartBody : public QObject
{
    Q_OBJECT

public:
    /// Takes \a parts over. A value that nobody else holds is overwritten as soon as it is handed over.
    explicit MultipartBody(Parts &&parts, QObject *parent = nullptr);

    QHttpMultiPart *multipart() const { return m_multipart; }
    QByteArray contentType() const; ///< with a boundary that needs no quotes: some servers cannot read them
    qint64 size() const { return m_size; } ///< bytes of the whole body
    qint64 valueBytes() const { return m_valueBytes; } ///< bytes of the parts' values
    qint64 handedOver() const { return m_handedOver; } ///< of valueBytes()
    bool isStarted() const; ///< the first part was read
    bool isFinished() const; ///< the last part was read to its end
    void wipe();

Q_SIGNALS:
    void departing(); ///< once, before the last bytes are handed over; direct
    void progressed(qint64 handedOver);

private:
    QByteArray m_boundary;
    QHttpMultiPart *m_multipart;
    QList<OneShotBody *> m_bodies;
    qint64 m_size;
    qint64 m_valueBytes = 0;
    qint64 m_handedOver = 0;
};

/// The headers of one part, in the order they are written: Content-Disposition, and for a file Content-Type.
/// Text parts carry no Content-Type: raw UTF-8 is what both services and curl speak.
QList<QPair<QByteArray, QByteArray>> partHeaders(const Part &part);

/// Bytes of the body that MultipartBody makes of \a parts.
qint64 multipartSize(const Parts &parts);

} // namespace faceid
