#pragma once

#include "history/historyrow.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace faceid {

/// Below the list, while the chosen row repeats another or is repeated: its place among these attempts, and
/// links to the one before and those after it.
class AttemptsLine : public QFrame
{
    Q_OBJECT

public:
    explicit AttemptsLine(QWidget *parent);

    /// \a rows are all that belong together with the row \a id, itself among them, in their order.
    void showAttempts(const QUuid &id, const QList<HistoryRow> &rows);
    void clear();

Q_SIGNALS:
    void rowWanted(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addLink(const QString &text, const HistoryRow &row);

    QHBoxLayout *m_line;
    QLabel *m_place;
    QList<QWidget *> m_links;
    QUuid m_id;
    QList<HistoryRow> m_rows;
};

} // namespace faceid
