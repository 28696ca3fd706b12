// Faults of the connection, and answers that are not whole or no HTTP.

#include "sandbox/faultbytes.h"
#include "sandbox/faulttable.h"

#include <QtGlobal>

namespace faceid::faulttable {

namespace {

using End = WireScript::End;
using Moment = FaultSpec::Moment;

template <End end>
WireScript silent(const FaultInput &)
{
    return send({}, end);
}

/// The answer with another framing than its true length.
WireScript framed(const FaultInput &input, const QByteArray &framing)
{
    return send(httpBytes(input.answer, framing));
}

QByteArray length(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes);
}

/// The body in two chunks with \a between in front of the second one's bytes.
WireScript chunked(const FaultInput &input, const QByteArray &between)
{
    const QByteArray &body = input.answer.body;
    const qsizetype half = body.size() / 2;
    return send(httpBytes(withBody(input, httpChunk(body.first(half)) + between + body.sliced(half)),
        "Transfer-Encoding: chunked"));
}

/// A 200 whose head \a head is followed by \a filler again and again.
WireScript filled(const QByteArray &head, const QByteArray &filler, qint64 times)
{
    WireScript script = send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + head);
    script.filler = filler;
    script.fillerTimes = times;
    return script;
}

QByteArray firstHalf(const FaultInput &input)
{
    return httpBytes(input.answer).chopped((input.answer.body.size() + 1) / 2);
}

} // namespace

std::vector<FaultSpec> connectionFaults()
{
    return {
        onWire("close", QT_TRANSLATE_NOOP("Sandbox", "Closes the connection without an answer."),
            &silent<End::Close>),
        onWire("reset", QT_TRANSLATE_NOOP("Sandbox", "Resets the connection (RST) without an answer."),
            &silent<End::Reset>),
        onWire("no-answer", QT_TRANSLATE_NOOP("Sandbox", "Keeps the connection open and never answers."),
            &silent<End::Hold>),
        onWire("close-kept-alive",
            QT_TRANSLATE_NOOP("Sandbox",
                "Answers well; closes the connection without an answer when a second request comes on it."),
            [](const FaultInput &in) { return send(httpBytes(in.answer), End::CloseAtNext); }),
        onWire("left-over",
            QT_TRANSLATE_NOOP(
                "Sandbox", "Answers twice: the second answer waits for whoever uses the connection next."),
            [](const FaultInput &in) {
                const QByteArray http = httpBytes(in.answer);
                return send(http + http, End::Hold);
            }),
        at(Moment::Connect,
            onWire("close-at-connect",
                QT_TRANSLATE_NOOP(
                    "Sandbox", "Closes the connection as soon as it is made: with TLS, in the handshake."),
                nullptr)),
        at(Moment::Head,
            onWire("close-at-head",
                QT_TRANSLATE_NOOP("Sandbox", "Closes the connection before the body is read."),
                &silent<End::Close>)),
        at(Moment::Upload,
            onWire("close-upload",
                QT_TRANSLATE_NOOP("Sandbox", "Closes the connection when half of the body is read."),
                &silent<End::Close>)),
        at(Moment::Upload,
            onWire("reset-upload",
                QT_TRANSLATE_NOOP("Sandbox", "Resets the connection (RST) when half of the body is read."),
                &silent<End::Reset>)),
        at(Moment::Upload,
            onWire("stall-upload",
                QT_TRANSLATE_NOOP(
                    "Sandbox", "Stops reading when half of the body is read, and never answers."),
                &silent<End::Hold>)),
        at(Moment::Head,
            inReply("early-413",
                QT_TRANSLATE_NOOP("Sandbox", "Answers 413 before the body is read, as a proxy does."),
                &tooLarge)),
        at(Moment::Head,
            onWire("early-413-reset",
                QT_TRANSLATE_NOOP(
                    "Sandbox", "Answers 413 before the body is read, then resets the connection (RST)."),
                [](const FaultInput &in) { return send(httpBytes(tooLarge(in)), End::Reset); })),
    };
}

std::vector<FaultSpec> framingFaults()
{
    return {
        onWire("garbage", QT_TRANSLATE_NOOP("Sandbox", "Answers bytes that are no HTTP."),
            [](const FaultInput &) { return send("\x16\x03\x01 garbage\r\n\r\n"); }),
        onWire("http-0.9", QT_TRANSLATE_NOOP("Sandbox", "Answers a body without status line and headers."),
            [](const FaultInput &in) { return send(in.answer.body); }),
        onWire("cut-status", QT_TRANSLATE_NOOP("Sandbox", "Closes in the middle of the status line."),
            [](const FaultInput &) { return send("HTTP/1.1 20"); }),
        onWire("cut-headers", QT_TRANSLATE_NOOP("Sandbox", "Closes in the middle of the headers."),
            [](const FaultInput &in) {
                const QByteArray http = httpBytes(in.answer);
                return send(http.first(http.indexOf("\r\n\r\n") - 2));
            }),
        onWire("cut-body", QT_TRANSLATE_NOOP("Sandbox", "Closes in the middle of the body."),
            [](const FaultInput &in) { return send(firstHalf(in)); }),
        onWire("stuck-body",
            QT_TRANSLATE_NOOP("Sandbox", "Says nothing more from the middle of the body on."),
            [](const FaultInput &in) { return send(firstHalf(in), End::Hold); }),
        onWire("cut-without-length",
            QT_TRANSLATE_NOOP("Sandbox", "Closes in the middle of a body that has no length."),
            [](const FaultInput &in) {
                return send(httpBytes(
                    withBody(in, in.answer.body.first(in.answer.body.size() / 2)), "Connection: close"));
            }),
        onWire("length-too-large", QT_TRANSLATE_NOOP("Sandbox", "Names a length larger than the body."),
            [](const FaultInput &in) { return framed(in, length(99'999)); }),
        onWire("length-too-small", QT_TRANSLATE_NOOP("Sandbox", "Names a length smaller than the body."),
            [](const FaultInput &in) { return framed(in, length(20)); }),
        onWire("length-negative", QT_TRANSLATE_NOOP("Sandbox", "Names a negative length."),
            [](const FaultInput &in) { return framed(in, length(-5)); }),
        onWire("length-twice", QT_TRANSLATE_NOOP("Sandbox", "Names two lengths that differ."),
            [](const FaultInput &in) {
                return framed(in, length(in.answer.body.size()) + "\r\n" + length(5));
            }),
        onWire("bad-chunk",
            QT_TRANSLATE_NOOP("Sandbox", "Sends a chunked body with a size that is no number."),
            [](const FaultInput &in) { return chunked(in, "zz\r\n"); }),
        onWire("cut-chunk", QT_TRANSLATE_NOOP("Sandbox", "Closes in the middle of a chunk."),
            [](const FaultInput &in) { return chunked(in, "ffff\r\n"); }),
        onWire("many-headers", QT_TRANSLATE_NOOP("Sandbox", "Sends 200,000 header lines."),
            [](const FaultInput &) { return filled({}, "X-Sandbox: 0123456789\r\n", 200'000); }),
        onWire("endless-body", QT_TRANSLATE_NOOP("Sandbox", "Sends a body of 2 GB."),
            [](const FaultInput &) { return filled("\r\n", QByteArray(100'000, ' '), 20'000); }),
        onWire("gzip-bomb", QT_TRANSLATE_NOOP("Sandbox", "Sends a gzip body that unpacks to 1 GB."),
            [](const FaultInput &) {
                return filled("Content-Encoding: gzip\r\n\r\n", gzippedBlanks(), 1000);
            }),
        onWire("status-100", QT_TRANSLATE_NOOP("Sandbox", "Answers 100 and nothing behind it."),
            [](const FaultInput &) { return send("HTTP/1.1 100 Continue\r\n\r\n"); }),
        onWire("status-102", QT_TRANSLATE_NOOP("Sandbox", "Answers 102 with the body of the answer."),
            [](const FaultInput &in) { return send(httpBytes(in.answer).replace(0, 12, "HTTP/1.1 102")); }),
        onWire("status-103", QT_TRANSLATE_NOOP("Sandbox", "Answers 103 and nothing behind it."),
            [](const FaultInput &) {
                return send("HTTP/1.1 103 Early Hints\r\nLink: </>; rel=preload\r\n\r\n");
            }),
    };
}

} // namespace faceid::faulttable
