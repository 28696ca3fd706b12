// A tolerant streaming reader of multipart/form-data.

#include "sandbox/multipartreader.h"

#include "sandbox/headervalue.h"

#include <cstring>
#include <utility>

namespace faceid {

namespace {

constexpr qsizetype maxBoundaryBytes = 256; // RFC 2046 allows 70
constexpr qsizetype maxPadding = 256;
constexpr qsizetype largePart = 64 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// `filename`, or the newer `filename*=UTF-8''%e5%9b%be.jpg` where only that is there.
QString fileNameOf(const HeaderValue &disposition)
{
    const QString plain = QString::fromUtf8(disposition.parameters.value("filename"));
    if (!plain.isEmpty())
        return plain;
    const QByteArray extended = disposition.parameters.value("filename*");
    return QString::fromUtf8(
        QByteArray::fromPercentEncoding(extended.sliced(extended.lastIndexOf('\'') + 1)));
}

} // namespace

MultipartReader::MultipartReader(const QByteArray &boundary, qint64 announced)
    : m_delimiter("--" + boundary)
    , m_buffer("\n")
    , m_toCome(announced)
{
    if (boundary.isEmpty() || boundary.size() > maxBoundaryBytes)
        m_state = ReadState::Bad;
}

ReadState MultipartReader::feed(QByteArrayView bytes)
{
    if (m_state != ReadState::Incomplete)
        return m_state;
    m_buffer.append(bytes);
    m_toCome -= bytes.size();
    while (m_state == ReadState::Incomplete && step()) { }
    if (m_state == ReadState::Incomplete)
        m_buffer.remove(0, m_at);
    else
        m_buffer = {};
    m_at = 0;
    return m_state;
}

Parts MultipartReader::takeParts()
{
    return m_state == ReadState::Complete ? std::exchange(m_parts, {}) : Parts();
}

/// False when more bytes are needed.
bool MultipartReader::step()
{
    switch (m_place) {
    case Place::Preamble:
    case Place::Content:
        return skipToBoundary();
    case Place::Headers:
        return readHeaderLine();
    }
    return false;
}

bool MultipartReader::skipToBoundary()
{
    const qsizetype lf = delimiterFrom(m_at);
    if (lf < 0) {
        // A boundary may have begun in the last bytes, with a CR in front of its LF.
        const qsizetype safe = m_buffer.size() - m_delimiter.size() - 1;
        if (safe > m_at)
            keep(m_at, safe);
        return false;
    }
    const bool afterCr = lf > m_at && m_buffer[lf - 1] == '\r';
    const qsizetype end = afterCr ? lf - 1 : lf;
    qsizetype next = 0;
    const Tail tail = tailAt(lf + 1 + m_delimiter.size(), next);
    if (tail == Tail::Nothing) {
        keep(m_at, lf + 1);
        return true;
    }
    if (end > m_at)
        keep(m_at, end);
    return passBoundary(tail, next);
}

/// Where the next LF with the delimiter behind it is, -1 when there is none. Most of a body are photos, whose
/// bytes memchr() passes over faster than any search for the whole.
qsizetype MultipartReader::delimiterFrom(qsizetype from) const
{
    const char *const begin = m_buffer.constData();
    const char *const end = begin + m_buffer.size();
    const auto length = size_t(m_delimiter.size());
    const char *at = begin + from;
    while ((at = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at))))) {
        if (size_t(end - at) <= length)
            return -1;
        if (std::memcmp(++at, m_delimiter.constData(), length) == 0)
            return at - 1 - begin;
    }
    return -1;
}

/// Content from \a from to \a to, which then is dealt with.
void MultipartReader::keep(qsizetype from, qsizetype to)
{
    if (m_leadingLf) {
        m_leadingLf = false;
        ++from;
    }
    if (m_place == Place::Content && m_named) {
        makeRoom(to - from);
        m_part.value.append(m_buffer.constData() + from, to - from);
    }
    m_at = to;
}

/// A photo gets, at once, the room for all that can still come: growing step by step would need up to half as
/// much again. What is announced is believed only when some of it has come.
void MultipartReader::makeRoom(qsizetype bytes)
{
    const qsizetype needed = m_part.value.size() + bytes;
    if (needed <= m_part.value.capacity() || needed < largePart || m_toCome < 0)
        return;
    m_part.value.reserve(needed + m_buffer.size() + qsizetype(m_toCome));
}

/// What stands behind a delimiter: only two dashes, or blanks and a line end, make it a boundary.
MultipartReader::Tail MultipartReader::tailAt(qsizetype at, qsizetype &next) const
{
    const QByteArrayView tail = QByteArrayView(m_buffer).sliced(at);
    if (tail.startsWith("--"))
        return Tail::End;
    if (tail.isEmpty() || tail == "-")
        return Tail::Unknown;
    qsizetype i = 0;
    while (i < tail.size() && i < maxPadding && isBlank(tail[i]))
        ++i;
    if (i < tail.size() && tail[i] == '\r')
        ++i;
    if (i == tail.size())
        return Tail::Unknown;
    next = at + i + 1;
    return tail[i] == '\n' ? Tail::Boundary : Tail::Nothing;
}

/// False when more bytes are needed to tell what follows the boundary.
bool MultipartReader::passBoundary(Tail tail, qsizetype next)
{
    switch (tail) {
    case Tail::Unknown:
    case Tail::Nothing:
        return false;
    case Tail::Boundary:
        closePart();
        m_at = next;
        openPart();
        return true;
    case Tail::End:
        closePart();
        m_state = ReadState::Complete;
        return true;
    }
    return false;
}

void MultipartReader::openPart()
{
    m_place = Place::Headers;
    m_part = {};
    m_named = false;
    m_disposition.clear();
    m_inDisposition = false;
    m_headerBytes = 0;
    if (++m_opened > maxFormParts)
        fail();
}

void MultipartReader::closePart()
{
    if (m_named) {
        if (m_part.value.capacity() - m_part.value.size() > largePart)
            m_part.value.squeeze();
        m_parts.append(std::move(m_part));
    }
    m_named = false;
}

bool MultipartReader::readHeaderLine()
{
    const qsizetype lf = m_buffer.indexOf('\n', m_at);
    const qsizetype end = lf < 0 ? m_buffer.size() : lf;
    if (m_headerBytes + end - m_at > maxFormHeaderBytes) {
        fail();
        return false;
    }
    if (lf < 0)
        return false;
    QByteArrayView line = QByteArrayView(m_buffer).sliced(m_at, lf - m_at);
    if (line.endsWith('\r'))
        line.chop(1);
    m_headerBytes += lf + 1 - m_at;
    if (!line.isEmpty()) {
        readHeader(line);
        m_at = lf + 1;
        return true;
    }
    const HeaderValue disposition = readHeaderValue(m_disposition);
    m_named = disposition.parameters.contains("name");
    m_part.name = QString::fromUtf8(disposition.parameters.value("name"));
    m_part.fileName = fileNameOf(disposition);
    m_place = Place::Content;
    m_at = lf; // an empty part may have its boundary right here
    m_leadingLf = true;
    return true;
}

void MultipartReader::readHeader(QByteArrayView line)
{
    if (isBlank(line.front())) {
        if (m_inDisposition)
            m_disposition.append(line);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = colon < 0 ? QByteArrayView() : line.first(colon).trimmed();
    m_inDisposition = name.compare("content-disposition", Qt::CaseInsensitive) == 0;
    if (m_inDisposition)
        m_disposition = line.sliced(colon + 1).toByteArray();
}

void MultipartReader::fail()
{
    m_state = ReadState::Bad;
    m_part = {};
    m_parts = {};
}

} // namespace faceid
