#include "history/rowmenu.h"

#include "export/bundle.h"
#include "results/resultdialog.h"

namespace faceid {

RowMenu::RowMenu(const HistoryRow &row, const QList<QUuid> &selected, bool isEditable, const Policy &policy,
    QWidget *parent)
    : QMenu(parent)
    , m_row(row)
    , m_selected(selected)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("What can be done with the row"));
    setToolTipsVisible(true);
    addCopies();
    addSeparator();
    addMarks();
    addWords(isEditable);
    addSeparator();
    addForms(policy);
    addExtracts(policy);
    addAction(tr("Show all attempts with this serial number"), this, [this] {
        Q_EMIT searchWanted(m_row.bizNo);
    })->setEnabled(!m_row.bizNo.isEmpty());
    addAction(tr("Delete"), this, [this] {
        Q_EMIT deleteWanted(m_row.id);
    })->setEnabled(m_row.outcome != Outcome::Pending && m_selected.size() <= 1);
}

/// As the main menu does it.
void RowMenu::forbid(QAction *action)
{
    action->setEnabled(false);
    action->setText(tr("%1 (%2)").arg(action->text(), setByAdministrator()));
    action->setToolTip(setByAdministrator());
}

void RowMenu::addCopies()
{
    addAction(tr("Copy token"), this, [this] {
        Q_EMIT copyToken(m_row);
    })->setEnabled(!m_row.token.isEmpty());
    addAction(tr("Copy request_id"), this, [this] {
        Q_EMIT copyText(m_row.requestId);
    })->setEnabled(!m_row.requestId.isEmpty());
    addAction(tr("Copy biz_no"), this, [this] {
        Q_EMIT copyText(m_row.bizNo);
    })->setEnabled(!m_row.bizNo.isEmpty());
}

/// What became of the row, where only the operator can know.
void RowMenu::addMarks()
{
    QMenu *marks = addMenu(tr("Mark by hand"));
    marks->setEnabled(canBeResolved(m_row.outcome));
    const auto add = [&](const QString &text, Resolution resolution) {
        QAction *action = marks->addAction(text, this, [this, resolution] {
            Q_EMIT remarkWanted(m_row.id, ResolutionRemark{resolution, m_row.note});
        });
        action->setEnabled(resolution != m_row.resolution);
    };
    add(tr("A token was issued"), Resolution::Issued);
    add(tr("Nothing was issued"), Resolution::NotIssued);
    add(tr("Cannot be found out"), Resolution::GaveUp);
    marks->addSeparator();
    add(tr("Take the mark back"), Resolution::None);
}

void RowMenu::addWords(bool isEditable)
{
    addAction(tr("Note…"), this, [this] { Q_EMIT noteWanted(m_row); })->setEnabled(isEditable);
    addAction(tr("Edit tags"), this, [this] { Q_EMIT tagsWanted(m_row.id); })->setEnabled(isEditable);
    addAction(tr("Edit ticket number"), this, [this] {
        Q_EMIT ticketWanted(m_row.id);
    })->setEnabled(isEditable);
}

void RowMenu::addForms(const Policy &policy)
{
    QAction *open = addAction(tr("Open as a new form"), this, [this] { Q_EMIT formWanted(m_row.id); });
    QAction *repeat =
        addAction(tr("Issue again, linked to this row"), this, [this] { Q_EMIT repeatWanted(m_row); });
    repeat->setEnabled(m_row.outcome != Outcome::Pending);
    if (const EndpointSpec *spec = endpointById(m_row.endpointId); spec && !policy.allows(*spec)) {
        for (QAction *action : {open, repeat})
            forbid(action);
    }
    addAction(tr("Look up the result…"), this, [this] {
        Q_EMIT resultWanted(m_row);
    })->setEnabled(ResultDialog::isPossible(m_row));
}

/// What it is made into: two are files that leave.
void RowMenu::addExtracts(const Policy &policy)
{
    QAction *archive = addAction(tr("Save as HAR…"), this, [this] { Q_EMIT archiveWanted(m_row); });
    addAction(tr("Compare the two selected rows…"), this, [this] {
        Q_EMIT compareWanted(m_selected.constFirst(), m_selected.constLast());
    })->setEnabled(m_selected.size() == 2 && !m_selected.contains(QUuid()));
    QAction *bundle = addAction(tr("Support bundle…"), this,
        [this] { Q_EMIT bundleWanted(m_selected.contains(m_row.id) ? m_selected : QList<QUuid>{m_row.id}); });
    bundle->setEnabled(!m_selected.contains(QUuid()) && m_selected.size() <= mostInBundle);
    if (policy.allows(Feature::Export))
        return;
    for (QAction *action : {archive, bundle})
        forbid(action);
}

} // namespace faceid
