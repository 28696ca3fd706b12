#pragma once

#include "export/bundle.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace faceid {

class Presentation;
class Theme;

/// What is in a support bundle, file by file, with every replacement marked: before it is saved, or opened
/// again to be read.
class BundleDialog : public QDialog
{
    Q_OBJECT

public:
    /// A bundle of these rows of the history, to be saved. It is made in the background; until then the
    /// dialog says so and can be closed. \a theme and \a presentation must outlive the dialog.
    BundleDialog(const QList<Exchange> &exchanges, const Theme &theme, const Presentation &presentation,
        QWidget *parent);
    /// A bundle that was read from the file \a name; nothing can be done to it.
    BundleDialog(const Bundle &bundle, const QString &name, const Theme &theme,
        const Presentation &presentation, QWidget *parent);

    /// Has it written; a file dialog calls it with the name it was given.
    void save(const QString &path);
    /// How that ended: one sentence.
    void showSaved(const QString &words, bool isSaved);

Q_SIGNALS:
    /// To be written elsewhere: the dialog can be gone before it is.
    void saveWanted(const QString &path, const faceid::Bundle &bundle);

private:
    BundleDialog(bool isOurs, const Theme &theme, const Presentation &presentation, QWidget *parent);
    void arrange();
    void take(const Bundle &bundle);
    void fillReplacements();
    void showFile();
    void mark();
    /// Goes to where the chosen pseudonym stands next, in this file or another.
    void findNext();
    void askWhere();
    void say(const QString &words, const QString &state);

    Bundle m_bundle; ///< without files while it is being made
    const bool m_isOurs; ///< made here, not read
    const Theme &m_theme;
    const Presentation &m_presentation;
    QList<BundleMark> m_marks; ///< in the file that is shown
    QLabel *m_about;
    QListWidget *m_files;
    QPlainTextEdit *m_text;
    QTreeWidget *m_replacements;
    QLabel *m_message;
    QPushButton *m_find;
    QPushButton *m_save;
};

} // namespace faceid
