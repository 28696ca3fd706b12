#include "client/multipart.h"

#include <QHttpMultiPart>
#include <QHttpPart>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace faceid {

namespace {

constexpr qsizetype boundaryLength = 32; // hex digits of a random UUID

QByteArray freshBoundary()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

/// Text that stands in quotes in a part's header. Names come from the tables and imagePart(); this holds
/// should one ever come from elsewhere, because Qt writes it down raw.
QByteArray quotable(const QString &text)
{
    QByteArray result = text.toUtf8();
    std::replace_if(
        result.begin(), result.end(),
        [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
        '_');
    return result;
}

QByteArray mediaType(const Part &part)
{
    const QByteArray format = readerFormat(part.image ? part.image->format : inspectImage(part.value).format);
    return format.isEmpty() ? QByteArrayLiteral("application/octet-stream") : "image/" + format;
}

} // namespace

QList<QPair<QByteArray, QByteArray>> partHeaders(const Part &part)
{
    QByteArray disposition = "form-data; name=\"" + quotable(part.name) + '"';
    if (!part.isFile())
        return {{"Content-Disposition", disposition}};
    disposition += "; filename=\"" + quotable(part.fileName) + '"';
    return {{"Content-Disposition", disposition}, {"Content-Type", mediaType(part)}};
}

MultipartBody::MultipartBody(Parts &&parts, QObject *parent)
    : QObject(parent)
    , m_boundary(freshBoundary())
    , m_multipart(new QHttpMultiPart(QHttpMultiPart::FormDataType, this))
    , m_size(multipartSize(parts))
{
    m_multipart->setBoundary(m_boundary);
    for (Part &part : parts) {
        QHttpPart httpPart;
        const auto headers = partHeaders(part);
        for (const auto &[name, value] : headers)
            httpPart.setRawHeader(name, value);
        // std::exchange and not std::move: the list keeps an empty value, this body the only reference.
        auto *body = new OneShotBody(std::exchange(part.value, QByteArray()), this);
        connect(body, &OneShotBody::aboutToHandOver, this, [this](qint64 bytes) {
            if (m_handedOver + bytes == m_valueBytes)
                Q_EMIT departing();
        });
        connect(body, &OneShotBody::bytesHandedOver, this, [this](qint64 bytes) {
            m_handedOver += bytes;
            Q_EMIT progressed(m_handedOver);
        });
        httpPart.setBodyDevice(body);
        m_multipart->append(httpPart);
        m_bodies.append(body);
        m_valueBytes += body->size();
    }
}

QByteArray MultipartBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

bool MultipartBody::isStarted() const
{
    return m_handedOver > 0;
}

bool MultipartBody::isFinished() const
{
    return isStarted() && m_handedOver == m_valueBytes;
}

void MultipartBody::wipe()
{
    for (OneShotBody *body : std::as_const(m_bodies))
        body->wipe();
}

qint64 multipartSize(const Parts &parts)
{
    constexpr qint64 newline = 2; // CR LF
    constexpr qint64 delimiter = 2 + boundaryLength + newline;
    qint64 size = delimiter + 2; // the last one, with two more dashes
    for (const Part &part : parts) {
        size += delimiter + newline + part.value.size() + newline;
        const auto headers = partHeaders(part);
        for (const auto &[name, value] : headers)
            size += name.size() + 2 + value.size() + newline;
    }
    return size;
}

} // namespace faceid
