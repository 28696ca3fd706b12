#include "sandbox/sandboxrequests.h"

#include <QDateTime>
#include <QLocale>

namespace faceid {

namespace {

QString textOf(const SandboxRecord &record, SandboxRequests::Column column)
{
    using Column = SandboxRequests::Column;
    switch (column) {
    case Column::Time:
        return QDateTime::fromMSecsSinceEpoch(record.at).toString(QStringLiteral("HH:mm:ss.zzz"));
    case Column::Request:
        return QString::fromLatin1(record.method) + u' ' + record.path;
    case Column::Answer:
        return SandboxRequests::answerOf(record);
    case Column::Done:
        return record.scenario;
    case Column::Bytes:
        return QLocale().toString(record.bodyBytes);
    case Column::Took:
        return SandboxRequests::tr("%1 ms").arg(QLocale().toString(record.milliseconds));
    }
    return {};
}

} // namespace

SandboxRequests::SandboxRequests(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void SandboxRequests::take(const SandboxRecord &record)
{
    QMetaObject::invokeMethod(
        this, [this, record] { insert(record); }, Qt::QueuedConnection);
}

void SandboxRequests::insert(const SandboxRecord &record)
{
    if (m_records.size() == mostRows) {
        beginRemoveRows({}, mostRows - 1, mostRows - 1);
        m_records.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_records.push_front(record);
    endInsertRows();
}

void SandboxRequests::clear()
{
    beginResetModel();
    m_records.clear();
    endResetModel();
}

int SandboxRequests::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int SandboxRequests::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant SandboxRequests::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole && (column == Column::Bytes || column == Column::Took))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return textOf(record(index.row()), column);
}

QVariant SandboxRequests::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Request:
        return tr("Request");
    case Column::Answer:
        return tr("Answer");
    case Column::Done:
        return tr("Scenario");
    case Column::Bytes:
        return tr("Body bytes");
    case Column::Took:
        return tr("Took");
    }
    return {};
}

QString SandboxRequests::answerOf(const SandboxRecord &record)
{
    if (record.httpStatus == 0)
        return tr("none");
    return record.error.isEmpty() ? QString::number(record.httpStatus)
                                  : QStringLiteral("%1 %2").arg(record.httpStatus).arg(record.error);
}

} // namespace faceid
