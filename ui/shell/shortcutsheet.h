#pragma once

#include "shell/command.h"

#include <QDialog>

class QLineEdit;

namespace faceid {

class CommandList;

/// Ctrl+/: every action with its key, to look one up. Stays open beside the window and follows its language.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    using Source = std::function<QList<Command>()>;

    /// \a source is asked again after a change of language.
    ShortcutSheet(Source source, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void filter();

    const Source m_source;
    QLineEdit *m_search;
    CommandList *m_list;
};

} // namespace faceid
