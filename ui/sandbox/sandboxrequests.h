#pragma once

#include "sandbox/requestlog.h"

#include <QAbstractTableModel>

#include <deque>

namespace faceid {

/// The last requests that a sandbox of this program saw, newest first.
class SandboxRequests : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Request, Answer, Done, Bytes, Took };
    static constexpr int columns = int(Column::Took) + 1;
    static constexpr int mostRows = 500; ///< older ones are forgotten

    explicit SandboxRequests(QObject *parent = nullptr);

    /// Takes a request in, from whatever thread: what the sandbox's observer calls. Must outlive the server.
    void take(const SandboxRecord &record);
    /// The request of \a row, which must be one.
    const SandboxRecord &record(int row) const { return m_records[std::size_t(row)]; }
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What was answered, in a word or two: the status and the code, or that there was no ordinary answer.
    static QString answerOf(const SandboxRecord &record);

private:
    void insert(const SandboxRecord &record);

    std::deque<SandboxRecord> m_records;
};

} // namespace faceid
