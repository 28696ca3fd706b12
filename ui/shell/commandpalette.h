#pragma once

#include "shell/command.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QSettings;

namespace faceid {

class CommandList;

/// Ctrl+K: type a few letters of what is wanted, Enter does it. What was used last stands first. Closes
/// before the command runs, so that the command finds the window as it was.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// Offers those of \a commands that can run now; remembers in \a settings which were used.
    CommandPalette(QList<Command> commands, QSettings &settings, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void filter(const QString &pattern);
    void runChosen();

    QSettings &m_settings;
    QList<Command> m_commands; ///< the ones used last first
    QLineEdit *m_search;
    CommandList *m_list;
    QLabel *m_nothing;
};

} // namespace faceid
