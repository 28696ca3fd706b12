#pragma once

#include "contract/parts.h"

#include <QByteArray>

namespace faceid {

/// What a reader of form data has so far.
enum class ReadState {
    Incomplete, ///< so far so good; the end has not come
    Complete, ///< the end was read; whatever follows is ignored
    Bad, ///< a limit was passed or there is no boundary; nothing of the form is kept
};

/// Most parts that a form may have, whatever its encoding. The size of the whole body is limited elsewhere.
inline constexpr qsizetype maxFormParts = 256;
/// Most bytes of a part's header, and of a field's name in a url-encoded form.
inline constexpr qsizetype maxFormHeaderBytes = 16 * 1024;

/// Reads multipart/form-data, fed in chunks of any size, as clients really write it.
///
/// Tolerated beyond RFC 7578: a preamble, LF alone as line end, blanks behind a boundary, boundaries of one
/// character or of dashes only, any spelling of header and parameter names, header lines without a colon. A
/// part is what its Content-Disposition names; every other header (type, length, transfer encoding) is
/// ignored, and a part without a name is dropped. A line that only begins like the boundary is content. Knows
/// no socket. Holds the parts once, and beside them no more than one chunk and one part's header.
class MultipartReader
{
public:
    /// An empty \a boundary, or one over 256 bytes, is Bad from the start. \a announced is the length of the
    /// whole body, -1 where it is not known; it only saves memory.
    explicit MultipartReader(const QByteArray &boundary, qint64 announced = -1);

    ReadState feed(QByteArrayView bytes);
    ReadState state() const { return m_state; }
    /// The parts in the order they came, once Complete; none otherwise.
    Parts takeParts();

private:
    enum class Place { Preamble, Headers, Content };
    enum class Tail { Unknown, Nothing, Boundary, End };

    bool step();
    bool skipToBoundary();
    bool readHeaderLine();
    void readHeader(QByteArrayView line);
    qsizetype delimiterFrom(qsizetype from) const;
    void keep(qsizetype from, qsizetype to);
    void makeRoom(qsizetype bytes);
    bool passBoundary(Tail tail, qsizetype next);
    Tail tailAt(qsizetype at, qsizetype &next) const;
    void openPart();
    void closePart();
    void fail();

    ReadState m_state = ReadState::Incomplete;
    Place m_place = Place::Preamble;
    QByteArray m_delimiter; ///< two dashes and the boundary
    /// Bytes not dealt with. Preamble and content begin with the LF in front of them, so that a boundary
    /// there is found like any other.
    QByteArray m_buffer;
    qint64 m_toCome; ///< bytes of the body that were not fed yet; negative: unknown
    qsizetype m_at = 0; ///< where in m_buffer the next step begins
    bool m_leadingLf = true; ///< the byte at m_at is that LF, not content
    QByteArray m_disposition; ///< of the part whose header is being read
    bool m_inDisposition = false; ///< a folded line belongs to it
    qsizetype m_headerBytes = 0;
    qsizetype m_opened = 0;
    bool m_named = false;
    Part m_part;
    Parts m_parts;
};

} // namespace faceid
