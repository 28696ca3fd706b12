#include "batch/batchsheet.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace faceid {

namespace {

/// What a column can be named.
QStringList fieldNames(const EndpointSpec &endpoint)
{
    QStringList names;
    for (const FieldSpec &field : endpoint.fields) {
        if (field.role != Role::Credential && field.role != Role::Constant)
            names += field.partNames();
    }
    return names;
}

} // namespace

bool BatchSheet::canBeFixed(const EndpointSpec &endpoint, const QString &name)
{
    const FieldSpec *field = endpoint.field(name);
    return field && field->role != Role::Credential && !field->isPersonal() && field->kind != Kind::Image
        && !field->unique;
}

BatchSheet::BatchSheet(const QString &path, const EndpointSpec &endpoint, const Parts &fixed)
    : m_endpoint(endpoint)
    , m_fixed(fixed)
    , m_file(path)
    , m_folder(QFileInfo(path).absoluteDir())
{ }

BatchSheet::Opened BatchSheet::open(const QString &path, const EndpointSpec &endpoint, const Parts &fixed)
{
    std::unique_ptr<BatchSheet> sheet(new BatchSheet(path, endpoint, fixed));
    if (!QFileInfo(path).isFile() || !sheet->m_file.open(QIODevice::ReadOnly)) // a FIFO would keep us waiting
        return QCoreApplication::translate("Batch", "The sheet %1 cannot be read: %2")
            .arg(path,
                sheet->m_file.error() == QFile::NoError
                    ? QCoreApplication::translate("Batch", "there is no such file")
                    : sheet->m_file.errorString());
    if (const QString problem = sheet->readHeader(); !problem.isEmpty())
        return problem;
    return sheet;
}

const EndpointSpec &BatchSheet::guessedEndpoint(const QString &path, const Parts &fixed)
{
    QStringList names;
    for (const Part &part : fixed)
        names.append(part.name);
    QFile file(path);
    if (QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)) {
        QList<QByteArray> header;
        CsvReader(file).next(header);
        for (const QByteArray &name : std::as_const(header))
            names.append(QString::fromUtf8(name).trimmed());
    }
    const bool isPc =
        std::any_of(getToken().fields.cbegin(), getToken().fields.cend(), [&names](const FieldSpec &row) {
            return row.role == Role::Parameter && !getBizToken().field(row.name) && names.contains(row.name);
        });
    return isPc ? getToken() : getBizToken();
}

QString BatchSheet::readHeader()
{
    m_reader = std::make_unique<CsvReader>(m_file);
    QList<QByteArray> header;
    if (!m_reader->next(header))
        return m_reader->error().isEmpty() ? QCoreApplication::translate("Batch", "The sheet is empty.")
                                           : m_reader->error();
    for (const QByteArray &name : std::as_const(header)) {
        if (const QString problem = takeColumn(QString::fromUtf8(name).trimmed()); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString BatchSheet::takeColumn(const QString &name)
{
    if (name.isEmpty() || name.startsWith(u'#')) {
        m_columns.append(QString());
        return {};
    }
    const FieldSpec *field = m_endpoint.field(name);
    if (field && field->role == Role::Credential)
        return QCoreApplication::translate(
            "Batch", "The column %1 is a credential, which has no place in a sheet.")
            .arg(name);
    if (!field)
        return QCoreApplication::translate("Batch",
            "%1 has no field '%2'. Name a column that is for people with a # in front, and it is passed "
            "over. Fields: %3.")
            .arg(m_endpoint.id, name, fieldNames(m_endpoint).join(QStringLiteral(", ")));
    if (m_columns.contains(name))
        return QCoreApplication::translate("Batch", "The column %1 is there twice.").arg(name);
    m_columns.append(name);
    if (!field->isPersonal() && field->kind != Kind::Image)
        m_plain.append(name);
    return {};
}

bool BatchSheet::next(SheetRow &row)
{
    QList<QByteArray> cells;
    if (!m_reader->next(cells))
        return false;
    row = {};
    row.number = ++m_number;
    row.cells = int(cells.size());
    for (qsizetype i = 0; i < std::min(cells.size(), m_columns.size()); ++i) {
        const QString &name = m_columns[i];
        if (name.isEmpty() || cells[i].isEmpty())
            continue;
        if (m_endpoint.field(name)->kind == Kind::Image)
            row.photos.append({name, QString::fromUtf8(cells[i])});
        else
            row.texts.append({name, cells[i], {}, {}});
    }
    for (const Part &part : m_fixed) {
        if (!findPart(row.texts, part.name))
            row.texts.append(part);
    }
    return true;
}

} // namespace faceid
