#pragma once

#include "client/exchange.h"

#include <QJsonObject>

namespace faceid {

/// Exchanges as an HTTP archive, HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), for tools that
/// read it. What an Exchange holds is redacted already; credentials are not in it, the token is
/// masked, and a photo is its size and hash.
QJsonObject harOf(const QList<Exchange> &exchanges);

/// A token request found in an archive that some other program made.
struct HarEntry
{
    const EndpointSpec *spec = nullptr;
    Exchange
        exchange; ///< address, time, request (not redacted), answer and outcome as far as the archive tells
    Parts
        parts; ///< what a form of this program can take of it; photos only where the archive has their bytes
    QStringList dropped; ///< names of parts that the form cannot take
};

/// What an archive holds for this program.
struct HarReading
{
    QList<HarEntry> entries;
    int others = 0; ///< requests to anything else
    QString error; ///< one sentence, translated: it is no archive; empty when it is
};
HarReading readHar(const QByteArray &json);

} // namespace faceid
