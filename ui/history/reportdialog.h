#pragma once

#include "history/shiftfigures.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace faceid {

class HistoryStore;

/// The shift report of a day or several, to look at and to save as PDF.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a history must outlive the dialog.
    ReportDialog(HistoryStore &history, QWidget *parent);

    /// Writes what is shown; a file dialog calls it with the name it was given.
    void save(const QString &path);

private:
    void count();
    void showFigures(const ShiftFigures &figures);
    void askWhere();

    HistoryStore &m_history;
    ShiftFigures m_figures;
    QDateEdit *m_first;
    QDateEdit *m_last; ///< counts too
    QTextBrowser *m_page;
    QLabel *m_message;
    QPushButton *m_save;
};

} // namespace faceid
