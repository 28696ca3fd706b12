#pragma once

#include "contract/validation.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QMap>

namespace faceid {

/// A problem as faceidctl reports it.
struct ProblemText
{
    QString code; ///< the service's own; empty for what only this program refuses
    QString field; ///< name of the part; empty when the whole request is meant
    QString message; ///< one sentence
};

QJsonArray toJson(const QList<ProblemText> &problems);
/// "uuid: required (MISSING_ARGUMENTS:uuid)"
QString toLine(const ProblemText &problem);

/// The endpoint of that id. Throws UsageError, which names those there are.
const EndpointSpec *endpointNamed(const QString &id);
/// The part that `-f NAME=VALUE` gives. Throws UsageError.
Part fieldPart(const QString &text);

/// The request that -f and -i describe, for `issue` and `check`.
class RequestInput
{
public:
    /// `-f` and `-i`.
    static QList<QCommandLineOption> options();

    /// Reads the endpoint, the parameters and the photos. Throws UsageError for what is no request at all; a
    /// photo that cannot be read is a problem of the request, not of the command line.
    RequestInput(const QCommandLineParser &parser, const QString &endpoint);
    /// The same where the endpoint is all that is named.
    explicit RequestInput(const QCommandLineParser &parser);

    const EndpointSpec &spec() const { return *m_spec; }
    /// In table order, without what the chosen comparison_type does not have. A photo that could not be read
    /// is there without bytes, which no request passes.
    const Parts &parts() const { return m_parts; }
    /// Where the photos were read, by part name.
    const QMap<QString, QString> &photoPaths() const { return m_photoPaths; }
    /// Says on stderr what was given but is not part of such a request.
    void noteDropped() const;
    /// Fills in the rows that must be unique and were left out.
    void addProposals();

    QList<ProblemText> texts(const Problems &problems, Severity severity) const;

private:
    /// Why a photo could not be read.
    struct Unreadable
    {
        QString code; ///< empty: that of a photo that is no picture
        QString message;
    };

    const FieldSpec &row(const QString &partName, bool isPhoto) const;
    void readFields(const QStringList &options);
    void readPhotos(const QStringList &options);
    void add(const Part &part);
    void addPhoto(const QString &name, const QString &path);

    const EndpointSpec *m_spec;
    Parts m_parts;
    QMap<QString, QString> m_photoPaths;
    QStringList m_dropped;
    QHash<QString, Unreadable> m_unreadable;
};

} // namespace faceid
