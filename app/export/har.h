#pragma once

#include "client/exchange.h"
#include "export/fillfinding.h"

#include <QJsonObject>

namespace faceid {

/// Exchanges as an HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), for tools that
/// read it. What an Exchange holds is redacted already; credentials are not in it, the token is
/// masked wherever the answer has it, an answer that is no UTF-8 is left out, and a photo is its size and
/// hash. Who may not have what is left of a person gets an archive of pseudonymized() exchanges.
QJsonObject harOf(const QList<Exchange> &exchanges);
/// The same written entry by entry, so that no number of them fills the memory: what stands before the first
/// entry and behind the last, and one entry; between them stand commas.
struct HarFrame
{
    QByteArray begin;
    QByteArray end;
};
HarFrame harFrame();
QByteArray harEntry(const Exchange &exchange);

/// A token request found in an archive that some other program made.
struct HarEntry
{
    const EndpointSpec *spec = nullptr;
    Exchange
        exchange; ///< address, time, request (not redacted), answer and outcome as far as the archive tells
    Parts
        parts; ///< what a form of this program can take of it; photos only where the archive has their bytes
    QList<FillFinding> findings; ///< parts that the form cannot take, each once
};

/// What an archive holds for this program.
struct HarReading
{
    QList<HarEntry> entries;
    int others = 0; ///< requests to anything else
    QString error; ///< one sentence, translated: it is no archive; empty when it is
};
HarReading readHar(const QByteArray &json);
/// The same of a file of 256 MiB at most, because all of it has to be in memory. Blocks.
HarReading readHarFile(const QString &path);

} // namespace faceid
