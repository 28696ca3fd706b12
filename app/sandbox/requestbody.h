#pragma once

#include "sandbox/multipartreader.h"
#include "sandbox/urlencodedreader.h"

#include <variant>

namespace faceid {

/// The body of one request on its way in: counted, and read into parts as it comes. One that is too large is
/// counted only, and what was kept of it is let go at once.
class RequestBody
{
public:
    /// \a contentType as the client sent it: multipart, url-encoded, or empty, which is read as url-encoded;
    /// of any other type no field is read. \a announced is the Content-Length, -1 when there is none.
    RequestBody(QByteArrayView contentType, qint64 announced, qint64 maxBytes);

    void feed(QByteArrayView bytes);
    qint64 bytes() const { return m_bytes; }
    bool tooLarge() const { return m_tooLarge; }
    /// The end: the form's parts. None when it is no form, cut off, too large or past a reader's limit.
    Parts finish();

private:
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    bool m_tooLarge;
    /// std::monostate keeps nothing.
    std::variant<std::monostate, UrlEncodedReader, MultipartReader> m_reader;
};

} // namespace faceid
