#pragma once

#include "history/historyrow.h"
#include "history/remark.h"
#include "policy/policy.h"

#include <QMenu>

namespace faceid {

/// What can be done with one row of the history.
class RowMenu : public QMenu
{
    Q_OBJECT

public:
    /// \a selected are the rows that are selected, this one among them; \a isEditable: its words may be shown
    /// and changed. What \a policy forbids stands there, disabled.
    RowMenu(const HistoryRow &row, const QList<QUuid> &selected, bool isEditable, const Policy &policy,
        QWidget *parent);

Q_SIGNALS:
    void copyToken(const faceid::HistoryRow &row);
    void copyText(const QString &text);
    void remarkWanted(const QUuid &id, const faceid::Remark &remark);
    void noteWanted(const faceid::HistoryRow &row);
    void tagsWanted(const QUuid &id);
    void ticketWanted(const QUuid &id);
    void formWanted(const QUuid &id); ///< a new form with what the row sent
    void repeatWanted(const faceid::HistoryRow &row); ///< the same, to be linked to the row
    void resultWanted(const faceid::HistoryRow &row);
    void compareWanted(const QUuid &first, const QUuid &second);
    void bundleWanted(const QList<QUuid> &ids);
    void archiveWanted(const faceid::HistoryRow &row); ///< what was sent and came back as a HAR file
    void searchWanted(const QString &text);
    void deleteWanted(const QUuid &id);

private:
    void addCopies();
    void addMarks();
    void addWords(bool isEditable);
    void addForms(const Policy &policy);
    void addExtracts(const Policy &policy);
    static void forbid(QAction *action);

    const HistoryRow m_row;
    const QList<QUuid> m_selected;
};

} // namespace faceid
