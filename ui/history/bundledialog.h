#pragma once

#include "export/bundle.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace faceid {

class HistoryStore;
class Presentation;
class Theme;

/// What is in a support bundle, file by file, with every replacement marked: before it is saved, or opened
/// again to be read.
class BundleDialog : public QDialog
{
    Q_OBJECT

public:
    /// A bundle made of rows of \a history, to be saved. All must outlive the dialog.
    BundleDialog(const QList<Exchange> &exchanges, HistoryStore &history, const Theme &theme,
        const Presentation &presentation, QWidget *parent);
    /// A bundle that was read from the file \a name; nothing can be done to it.
    BundleDialog(const Bundle &bundle, const QString &name, const Theme &theme,
        const Presentation &presentation, QWidget *parent);

    /// Writes it; a file dialog calls it with the name it was given.
    void save(const QString &path);

private:
    BundleDialog(const Bundle &bundle, HistoryStore *history, const Theme &theme,
        const Presentation &presentation, QWidget *parent);
    void arrange();
    void fillReplacements();
    void showFile();
    void mark();
    /// Goes to where the chosen pseudonym stands next, in this file or another.
    void findNext();
    void askWhere();
    void say(const QString &words, const QString &state);

    const Bundle m_bundle;
    HistoryStore *m_history; ///< null: it was read
    const Theme &m_theme;
    const Presentation &m_presentation;
    QList<BundleMark> m_marks; ///< in the file that is shown
    AuditNote m_deed{};
    QLabel *m_about;
    QListWidget *m_files;
    QPlainTextEdit *m_text;
    QTreeWidget *m_replacements;
    QLabel *m_message;
    QPushButton *m_find;
    QPushButton *m_save;
};

} // namespace faceid
