#pragma once

#include "history/comparemodel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace faceid {

class HistoryStore;

/// Two rows of the history side by side, the earlier one on the left. What is chosen in the list stands below
/// it to its end.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// All of them must outlive the dialog.
    CompareDialog(HistoryStore &history, const QUuid &first, const QUuid &second, const Theme &theme,
        const Presentation &presentation, QWidget *parent);

    CompareModel *model() const { return m_model; }

private:
    void arrange();
    void take(const std::optional<Exchange> &exchange, const QString &error);
    void show(const Exchange &left, const Exchange &right);
    void fill();
    void showChosen();

    CompareModel *m_model;
    QLabel *m_summary;
    QCheckBox *m_onlyDifferent;
    QTreeView *m_view;
    QPlainTextEdit *m_left;
    QPlainTextEdit *m_right;
    std::optional<Exchange> m_first; ///< until the second one is there
};

} // namespace faceid
