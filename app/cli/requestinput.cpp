#include "cli/requestinput.h"

#include "cli/closest.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "client/imagefile.h"
#include "contract/proposal.h"

#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>

namespace faceid {

namespace {

UsageError unknownName(const EndpointSpec &spec, const QString &name, bool isPhoto)
{
    QStringList known;
    for (const FieldSpec &row : spec.fields) {
        if (row.role != Role::Credential && (row.kind == Kind::Image) == isPhoto)
            known += row.partNames();
    }
    return {Cli::tr("%1 has no parameter '%2' for %3. Did you mean '%4'? It knows: %5.")
                .arg(spec.id, name, isPhoto ? QStringLiteral("-i") : QStringLiteral("-f"),
                    closestOf(known, name), known.join(QStringLiteral(", ")))};
}

QPair<QString, QString> nameAndValue(const QString &option, const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 1)
        throw UsageError{Cli::tr("'%1 %2' is not NAME=VALUE.").arg(QString(u'-' + option), text)};
    return {text.first(sign), text.sliced(sign + 1)};
}

} // namespace

const EndpointSpec *endpointNamed(const QString &id)
{
    if (const EndpointSpec *spec = endpointById(id))
        return spec;
    QStringList ids;
    for (const EndpointSpec *spec : endpoints())
        ids.append(spec->id);
    throw UsageError{
        Cli::tr("There is no endpoint '%1'. Name one of: %2.").arg(id, ids.join(QStringLiteral(", ")))};
}

QJsonArray toJson(const QList<ProblemText> &problems)
{
    QJsonArray array;
    for (const ProblemText &problem : problems) {
        array.append(QJsonObject{{QStringLiteral("code"), problem.code},
            {QStringLiteral("field"), problem.field}, {QStringLiteral("message"), problem.message}});
    }
    return array;
}

QString toLine(const ProblemText &problem)
{
    QString line = problem.field.isEmpty() ? problem.message
                                           : QStringLiteral("%1: %2").arg(problem.field, problem.message);
    if (!problem.code.isEmpty())
        line += QStringLiteral(" (%1)").arg(problem.code);
    return line;
}

Part fieldPart(const QString &text)
{
    const auto [name, value] = nameAndValue(fieldOption, text);
    return {name, valueBytes(value), {}, {}};
}

QList<QCommandLineOption> RequestInput::options()
{
    return {
        {fieldOption,
            Cli::tr("A parameter, as often as needed. An empty value counts as left\n"
                    "out. Values are taken literally."),
            QStringLiteral("NAME=VALUE")},
        {photoOption, Cli::tr("A photo: image_ref1=FACE.jpg. JPEG, PNG, BMP or WebP."),
            QStringLiteral("NAME=FILE")},
    };
}

RequestInput::RequestInput(const QCommandLineParser &parser)
    : RequestInput(parser, onlyArgument(parser, Cli::tr("the endpoint, get_biz_token or get_token")))
{ }

RequestInput::RequestInput(const QCommandLineParser &parser, const QString &endpoint)
    : m_spec(endpointNamed(endpoint))
{
    readFields(parser.values(fieldOption));
    readPhotos(parser.values(photoOption));
    m_parts = assembled(*m_spec, m_parts, &m_dropped);
}

void RequestInput::addProposals()
{
    const Case chosen = caseOf(*m_spec, m_parts);
    for (const FieldSpec &row : m_spec->fields) {
        if (row.unique && row.presentIn(chosen) && !findPart(m_parts, row.name))
            m_parts.append(textPart(row.name, proposedValue(row)));
    }
    m_parts = assembled(*m_spec, m_parts); // into table order
}

void RequestInput::noteDropped() const
{
    for (const QString &name : m_dropped)
        note(Cli::tr("Left out: %1 is no parameter of this comparison_type.").arg(name));
}

QList<ProblemText> RequestInput::texts(const Problems &problems, Severity severity) const
{
    QList<ProblemText> result;
    for (const Problem &problem : problems) {
        if (problem.severity != severity)
            continue;
        ProblemText text{problem.code, problem.field, describe(problem)};
        const auto unreadable = m_unreadable.constFind(problem.field);
        if (unreadable != m_unreadable.cend()) {
            text.message = unreadable->message;
            if (!unreadable->code.isEmpty())
                text.code = unreadable->code;
        }
        result.append(text);
    }
    return result;
}

const FieldSpec &RequestInput::row(const QString &partName, bool isPhoto) const
{
    const FieldSpec *row = m_spec->field(partName);
    if (row && row->role == Role::Credential) {
        throw UsageError{Cli::tr("'%1' is a credential and never goes on the command line. Use --sandbox, "
                                 "--profile, or --base-url with FACEID_API_SECRET in the environment.")
                             .arg(partName)};
    }
    if (row && row->kind == Kind::Image && !isPhoto)
        throw UsageError{Cli::tr("'%1' is a photo: give it as -i %1=FILE.").arg(partName)};
    if (!row || (row->kind == Kind::Image) != isPhoto)
        throw unknownName(*m_spec, partName, isPhoto);
    return *row;
}

void RequestInput::add(const Part &part)
{
    if (findPart(m_parts, part.name))
        throw UsageError{Cli::tr("'%1' is given twice. Give it once.").arg(part.name)};
    m_parts.append(part);
}

void RequestInput::readFields(const QStringList &options)
{
    for (const QString &option : options) {
        const Part part = fieldPart(option);
        row(part.name, false);
        add(part);
    }
}

void RequestInput::readPhotos(const QStringList &options)
{
    for (const QString &option : options) {
        const auto [name, path] = nameAndValue(photoOption, option);
        row(name, true);
        if (path.isEmpty())
            throw UsageError{Cli::tr("'-i %1' names no file.").arg(option)};
        m_photoPaths.insert(name, path);
        addPhoto(name, path);
    }
}

void RequestInput::addPhoto(const QString &name, const QString &path)
{
    const ImageLoad load = loadImageFile(path);
    if (const auto *file = std::get_if<ImageFile>(&load)) {
        add(file->toPart(name));
        return;
    }
    const auto &refused = std::get<ImageRefused>(load);
    Unreadable unreadable{{}, QStringLiteral("%1: %2").arg(printable(path), describe(refused))};
    if (refused.why == ImageRefusal::TooLarge) {
        if (const auto problem = bodySizeProblem(*m_spec, QFileInfo(path).size()))
            unreadable = {problem->code, describe(*problem)};
    }
    m_unreadable.insert(name, unreadable);
    add(imagePart(name, {}, {}));
}

} // namespace faceid
