#include "batch/batchplan.h"

#include "contract/proposal.h"
#include "export/outfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace faceid {

namespace {

constexpr QLatin1String versionKey("version");
constexpr QLatin1String hashKey("sheet_sha256");
constexpr QLatin1String endpointKey("endpoint");
constexpr QLatin1String serviceKey("service");
constexpr QLatin1String seedKey("seed");
constexpr QLatin1String rowsKey("rows");
constexpr QLatin1String fixedKey("fixed");
constexpr int version = 1;

/// QSaveFile has synced the file; its name must survive a power cut, too.
void syncFolder([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#endif
}

} // namespace

QString BatchPlan::bizNo(int row) const
{
    return QStringLiteral("%1-%2").arg(seed).arg(row, 5, 10, QLatin1Char('0'));
}

QString BatchPlan::changeProblem(const QByteArray &hash) const
{
    if (sheetHash == QString::fromLatin1(hash))
        return {};
    return QCoreApplication::translate("Batch",
        "The sheet has changed since the batch was begun, so rows could be mistaken for others. Bring it back "
        "as it was, or put the rest into a new sheet.");
}

QString BatchPlan::serviceOf(const EndpointSpec &endpoint, const Profile &profile)
{
    if (profile.isBuiltIn())
        return Profile::sandboxId(); // its port is another one each time
    return profile.baseUrl(endpoint).toString() + u' ' + profile.apiKey;
}

QString BatchPlan::pathOf(const QString &sheet)
{
    return sheet + QStringLiteral(".batch");
}

QString BatchPlan::freshSeed(const EndpointSpec &endpoint)
{
    const FieldSpec *field = endpoint.uniqueField();
    return field ? proposedValue(*field) : QString();
}

bool BatchPlan::exists(const QString &sheet)
{
    return QFile::exists(pathOf(sheet));
}

QString BatchPlan::save(const QString &sheet) const
{
    QJsonArray fields;
    for (const Part &part : fixed)
        fields.append(QJsonArray{part.name, QString::fromUtf8(part.value)});
    const QJsonObject json{{versionKey, version}, {hashKey, sheetHash}, {endpointKey, endpointId},
        {serviceKey, service}, {seedKey, seed}, {rowsKey, rows}, {fixedKey, fields}};
    OutFile file(pathOf(sheet));
    if (!file.begin() || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return file.errorString();
    syncFolder(pathOf(sheet));
    return {};
}

std::variant<BatchPlan, QString> BatchPlan::load(const QString &sheet)
{
    QFile file(pathOf(sheet));
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    const QJsonObject json = QJsonDocument::fromJson(file.read(1024 * 1024)).object();
    BatchPlan plan;
    plan.sheetHash = json.value(hashKey).toString();
    plan.endpointId = json.value(endpointKey).toString();
    plan.service = json.value(serviceKey).toString();
    plan.seed = json.value(seedKey).toString();
    plan.rows = json.value(rowsKey).toInt();
    const QJsonArray fields = json.value(fixedKey).toArray();
    for (const QJsonValue &field : fields)
        plan.fixed.append(textPart(field.toArray().at(0).toString(), field.toArray().at(1).toString()));
    if (json.value(versionKey).toInt() != version || plan.seed.isEmpty() || !endpointById(plan.endpointId))
        return QStringLiteral("%1 is no plan of a batch that this version knows").arg(file.fileName());
    return plan;
}

} // namespace faceid
