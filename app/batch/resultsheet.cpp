#include "batch/resultsheet.h"

#include "batch/sheetcheck.h"
#include "client/worker.h"
#include "contract/refusal.h"
#include "export/csv.h"
#include "export/qrcode.h"
#include "history/historystore.h"

#include <QCoreApplication>

namespace faceid {

namespace {

constexpr int pixelsPerModule = 8;
constexpr int askedAhead = 64; // rows

/// What kept a row from a token, one sentence.
QString messageOf(const EndpointSpec &endpoint, const HistoryRow &row, const QString &local)
{
    if (!local.isEmpty() && row.outcome != Outcome::Issued)
        return local;
    if (row.outcome == Outcome::Issued)
        return {};
    if (row.errorText.isEmpty())
        return outcomeSentence(row.outcome);
    return explainRefusal(endpoint, row.httpStatus, row.errorText).meaning();
}

} // namespace

ResultSheet::ResultSheet(const Settings &settings, HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_endpoint(*endpointById(settings.plan.endpointId))
    , m_history(history)
    , m_file(settings.out)
{ }

ResultSheet::~ResultSheet() = default;

QStringList ResultSheet::columns()
{
    return {QStringLiteral("outcome"), QStringLiteral("token"), QStringLiteral("link"),
        QStringLiteral("expires_at"), QStringLiteral("error"), QStringLiteral("message"),
        QStringLiteral("serial_number"), QStringLiteral("request_id"), QStringLiteral("history_id")};
}

void ResultSheet::start()
{
    runOnWorker(
        this, [sheet = m_settings.sheet] { return fileHash(sheet); },
        [this](const QByteArray &hash) { begin(hash); });
}

void ResultSheet::begin(const QByteArray &hash)
{
    if (const QString problem = m_settings.plan.changeProblem(hash); !problem.isEmpty())
        return end(problem);
    BatchSheet::Opened opened = BatchSheet::open(m_settings.sheet, m_endpoint, m_settings.plan.fixed);
    if (const auto *problem = std::get_if<QString>(&opened))
        return end(*problem);
    m_sheet = std::move(std::get<std::unique_ptr<BatchSheet>>(opened));
    if (!m_settings.qrFolder.isEmpty() && !QDir().mkpath(m_settings.qrFolder))
        return end(
            QCoreApplication::translate("Batch", "The folder %1 cannot be made.").arg(m_settings.qrFolder));
    if (!m_file.begin())
        return end(m_file.errorString());
    m_file.write(utf8Mark);
    m_file.write(csvRecord(QStringList{QStringLiteral("row")} + m_sheet->plainColumns() + columns()));
    ask();
}

/// Some rows ahead, so that the history does not wait for the file and the file not for the history.
void ResultSheet::ask()
{
    SheetRow row;
    while (!m_isAtEnd && m_asked < askedAhead) {
        if (!m_sheet->next(row)) {
            m_isAtEnd = true;
            break;
        }
        const QString own = uniqueText(m_endpoint, row.texts);
        const QString bizNo = own.isEmpty() ? m_settings.plan.bizNo(row.number) : own;
        ++m_asked;
        m_history.rowsOfBizNo(
            bizNo, this, [this, row, bizNo](const QList<HistoryRow> &rows, const QString &error) {
                --m_asked;
                if (m_isOver)
                    return;
                if (!error.isEmpty())
                    return end(error);
                write(row, bizNo, rows);
            });
    }
    if (!m_isAtEnd || m_asked > 0)
        return;
    if (!m_sheet->error().isEmpty())
        return end(m_sheet->error());
    end(m_file.commit() ? QString() : m_file.errorString());
}

void ResultSheet::write(const SheetRow &row, const QString &bizNo, const QList<HistoryRow> &rows)
{
    const HistoryRow found = rows.isEmpty() ? HistoryRow() : rows.constFirst();
    const QString local = m_settings.localProblems.value(row.number);
    QStringList cells{QString::number(row.number)};
    for (const QString &name : m_sheet->plainColumns())
        cells.append(partText(row.texts, name));
    const QUrl page = m_settings.profile.pageAddress(m_endpoint, found.token);
    if (rows.isEmpty()) {
        const bool isWaiting = local.isEmpty();
        cells += {isWaiting ? QStringLiteral("Waiting") : outcomeName(Outcome::NotSent), {}, {}, {}, {},
            isWaiting ? QCoreApplication::translate("Batch", "Not sent yet.") : local, bizNo, {}, {}};
    } else {
        cells += {outcomeName(found.outcome), found.token, page.toString(QUrl::FullyEncoded),
            found.expiresAt.isValid() ? found.expiresAt.toUTC().toString(Qt::ISODate) : QString(),
            found.errorCode, messageOf(m_endpoint, found, local), bizNo, found.requestId,
            found.id.toString(QUuid::WithoutBraces)};
    }
    m_file.write(csvRecord(cells));
    if (!m_settings.qrFolder.isEmpty() && !found.token.isEmpty()) {
        const QString problem =
            writeCode(row.number, page.isEmpty() ? found.token : page.toString(QUrl::FullyEncoded));
        if (!problem.isEmpty())
            return end(problem);
    }
    ask();
}

QString ResultSheet::writeCode(int number, const QString &text) const
{
    OutFile file(QStringLiteral("%1/%2.png").arg(m_settings.qrFolder).arg(number, 5, 10, QLatin1Char('0')));
    const bool isWritten =
        file.begin() && QrCode(text).toImage(pixelsPerModule).save(&file, "PNG") && file.commit();
    return isWritten ? QString() : file.fileName() + QStringLiteral(": ") + file.errorString();
}

void ResultSheet::end(const QString &error)
{
    m_isOver = true;
    if (!error.isEmpty())
        m_file.cancelWriting();
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT finished(error); }, Qt::QueuedConnection);
}

} // namespace faceid
