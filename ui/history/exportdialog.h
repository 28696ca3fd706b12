#pragma once

#include "export/outfile.h"
#include "export/rowexport.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QDateEdit;
class QLabel;
class QProgressBar;
class QPushButton;

namespace faceid {

class SegmentedControl;

/// Saves rows of the history as CSV or JSON: of which days, in which form, and whether with what is personal.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a history must outlive the dialog.
    ExportDialog(HistoryStore &history, QWidget *parent);

    /// Writes what is chosen; a file dialog calls it with the name it was given.
    void save(const QString &path);

private:
    ExportWish wish() const;
    void choose();
    void askWhere();
    void handleFinished(const QString &error);
    /// Ends what is under way, and nothing of it is left.
    void drop();

    HistoryStore &m_history;
    SegmentedControl *m_format;
    QDateEdit *m_first;
    QDateEdit *m_last; ///< counts too
    QCheckBox *m_mark;
    QCheckBox *m_personal;
    QProgressBar *m_progress;
    QLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_cancel;
    std::unique_ptr<OutFile> m_file; ///< while one is written
    std::unique_ptr<RowExport> m_export;
};

} // namespace faceid
