// Chooses the reader of a request's body and keeps the body within its limit.

#include "sandbox/requestbody.h"

#include "sandbox/headervalue.h"

namespace faceid {

RequestBody::RequestBody(QByteArrayView contentType, qint64 announced, qint64 maxBytes)
    : m_maxBytes(maxBytes)
    , m_tooLarge(announced > maxBytes)
{
    if (m_tooLarge)
        return;
    const HeaderValue type = readHeaderValue(contentType);
    if (type.word.startsWith("multipart/"))
        m_reader.emplace<MultipartReader>(type.parameters.value("boundary"), announced);
    else if (type.word.isEmpty() || type.word == "application/x-www-form-urlencoded")
        m_reader.emplace<UrlEncodedReader>();
}

void RequestBody::feed(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_bytes > m_maxBytes && !m_tooLarge) {
        m_tooLarge = true;
        m_reader.emplace<std::monostate>();
    }
    if (auto *form = std::get_if<UrlEncodedReader>(&m_reader))
        form->feed(bytes);
    else if (auto *form = std::get_if<MultipartReader>(&m_reader))
        form->feed(bytes);
}

Parts RequestBody::finish()
{
    if (auto *form = std::get_if<UrlEncodedReader>(&m_reader)) {
        form->finish();
        return form->takeParts();
    }
    if (auto *form = std::get_if<MultipartReader>(&m_reader))
        return form->takeParts();
    return {};
}

} // namespace faceid
