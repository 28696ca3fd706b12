#include "history/historymodel.h"

#include "contract/masking.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace faceid {

namespace {

using Column = HistoryModel::Column;

constexpr QLatin1String timeFormat("yyyy-MM-dd HH:mm:ss");

QString localTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QString(timeFormat)) : QString();
}

/// Whole seconds left, rounded up: 0 only when it is over.
qint64 secondsLeft(const QDateTime &until, const QDateTime &now)
{
    return std::max<qint64>(0, (now.msecsTo(until) + 999) / 1000);
}

/// A text from outside in one line that hides nothing and turns nothing around.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

bool isNumeric(Column column)
{
    return column == Column::TimeLeft;
}

} // namespace

QString countdownText(qint64 seconds)
{
    const qint64 s = std::max<qint64>(seconds, 0);
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1").arg(s % 60, 2, 10, zero);
    if (s < 3600)
        return QStringLiteral("%1:%2").arg(s / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(s / 3600).arg(s / 60 % 60, 2, 10, zero).arg(tail);
}

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_shownAt(QDateTime::currentDateTimeUtc())
{ }

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole: {
        const QString text = display(row, column);
        const QString title = headerData(index.column(), Qt::Horizontal).toString();
        return text.isEmpty() ? tr("%1: empty").arg(title) : tr("%1: %2").arg(title, text);
    }
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return value(row, column);
    case RowRole:
        return QVariant::fromValue(row);
    }
    return {};
}

QString HistoryModel::display(const HistoryRow &row, Column column) const
{
    switch (column) {
    case Column::Time:
        return localTime(row.startedAt);
    case Column::Outcome:
        return outcomeTitle(row.outcome);
    case Column::Endpoint: {
        const EndpointSpec *spec = endpointById(row.endpointId);
        return spec ? translated(spec->title) : oneLine(row.endpointId);
    }
    case Column::Profile:
        return oneLine(row.profileName);
    case Column::BizNo:
        return oneLine(row.bizNo);
    case Column::Token:
        return oneLine(maskedToken(row.token));
    case Column::RequestId:
        return oneLine(row.requestId);
    case Column::TimeLeft: {
        if (!row.expiresAt.isValid())
            return {};
        const qint64 seconds = secondsLeft(row.expiresAt, QDateTime::currentDateTimeUtc());
        return seconds > 0 ? countdownText(seconds) : tr("expired");
    }
    case Column::Person:
        return oneLine(row.person);
    case Column::Note:
        return remarkText(row.resolution, oneLine(row.note));
    }
    return {};
}

QVariant HistoryModel::value(const HistoryRow &row, Column column) const
{
    switch (column) {
    case Column::Time:
        return row.startedAt;
    case Column::Outcome:
        return int(row.outcome);
    case Column::TimeLeft:
        return row.expiresAt;
    case Column::Endpoint:
    case Column::Profile:
    case Column::BizNo:
    case Column::Token:
    case Column::RequestId:
    case Column::Person:
    case Column::Note:
        return display(row, column);
    }
    return {};
}

QString HistoryModel::toolTip(const HistoryRow &row, Column column) const
{
    QStringList lines;
    switch (column) {
    case Column::Time:
        lines.append(tr("Sent %1").arg(localTime(row.startedAt)));
        lines.append(tr("UTC %1").arg(row.startedAt.toUTC().toString(QString(timeFormat))));
        break;
    case Column::Outcome:
        lines.append(outcomeSentence(row.outcome));
        if (row.httpStatus > 0)
            lines.append(tr("HTTP %1 %2").arg(row.httpStatus).arg(oneLine(row.errorCode)).trimmed());
        break;
    case Column::Endpoint:
        lines.append(oneLine(row.endpointId));
        if (!row.comparison.isEmpty())
            lines.append(QStringLiteral("comparison_type %1").arg(oneLine(row.comparison)));
        break;
    case Column::TimeLeft:
        if (row.expiresAt.isValid())
            lines.append(tr("Good until %1").arg(localTime(row.expiresAt)));
        if (row.copiedAt.isValid())
            lines.append(tr("Last copied %1").arg(localTime(row.copiedAt)));
        break;
    case Column::Profile:
    case Column::BizNo:
    case Column::Token:
    case Column::RequestId:
    case Column::Person:
        lines.append(display(row, column));
        break;
    case Column::Note:
        lines.append(display(row, column));
        if (row.resolvedAt.isValid())
            lines.append(tr("Marked %1").arg(localTime(row.resolvedAt)));
        break;
    }
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    const QString text = lines.join(QStringLiteral("<br>"));
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return tr("Time");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Endpoint:
        return tr("API");
    case Column::Profile:
        return tr("Profile");
    case Column::BizNo:
        return QStringLiteral("biz_no");
    case Column::Token:
        return tr("Token");
    case Column::RequestId:
        return QStringLiteral("request_id");
    case Column::TimeLeft:
        return tr("Time left");
    case Column::Person:
        return tr("Person");
    case Column::Note:
        return tr("Note");
    }
    return {};
}

void HistoryModel::setRows(QList<HistoryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void HistoryModel::put(const HistoryRow &row)
{
    const int known = indexOfId(row.id);
    if (known >= 0) {
        m_rows[known] = row;
        Q_EMIT dataChanged(index(known, 0), index(known, columns - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(row);
    endInsertRows();
}

const HistoryRow *HistoryModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int HistoryModel::indexOfId(const QUuid &id) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const HistoryRow &row) { return row.id == id; });
    return it == m_rows.cend() ? -1 : int(std::distance(m_rows.cbegin(), it));
}

void HistoryModel::tick()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime before = std::exchange(m_shownAt, now);
    for (int row = 0; row < m_rows.size(); ++row) {
        const QDateTime &until = m_rows.at(row).expiresAt;
        // A clock that was set back brings an expired row back to life, so equality is what counts.
        if (until.isValid() && secondsLeft(until, before) != secondsLeft(until, now)) {
            const QModelIndex cell = index(row, int(Column::TimeLeft));
            Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, Qt::AccessibleTextRole});
        }
    }
}

void HistoryModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

} // namespace faceid
