#pragma once

#include "export/outfile.h"
#include "export/rowexport.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace faceid {

class HistoryModel;
class Presentation;
class SegmentedControl;

/// Saves the rows that the list shows, in its order, as CSV, JSON or HAR, with what is personal or without.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a history, \a list and \a presentation must outlive the dialog; \a narrowing says in words which rows
    /// the list shows, and is empty when it shows all. What \a presentation covers cannot be chosen.
    ExportDialog(HistoryStore &history, HistoryModel &list, const QString &narrowing,
        const Presentation &presentation, QWidget *parent);

    /// Writes what is chosen; a file dialog calls it with the name it was given.
    void save(const QString &path);

private:
    void layOut();
    void wire();
    ExportWish wish() const;
    bool isArchive() const;
    bool isPersonal() const;
    void cover();
    void choose();
    void follow();
    void askWhere();
    void handleFinished(const QString &error);
    /// Ends what is under way, and nothing of it is left.
    void drop();

    HistoryStore &m_history;
    HistoryModel &m_list;
    QString m_narrowing;
    const Presentation &m_presentation;
    QLabel *m_what;
    SegmentedControl *m_format;
    QCheckBox *m_mark;
    QCheckBox *m_personal;
    QProgressBar *m_progress;
    QLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_cancel;
    std::unique_ptr<OutFile> m_file; ///< while one is written
    std::unique_ptr<RowExport> m_export;
    ExportWish m_wish; ///< what is being written
};

} // namespace faceid
