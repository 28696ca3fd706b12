#pragma once

#include "shell/command.h"

#include <QTreeWidget>

namespace faceid {

/// Commands as a list: what, where it belongs, and its keys. The keyboard may stay in a search line above it:
/// see driveFrom().
class CommandList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CommandList(QWidget *parent);

    /// Shows \a commands in the order given and chooses the first that can run.
    void setCommands(const QList<Command> &commands);
    /// The command on the chosen line; null when there is none.
    const Command *current() const;
    /// Arrow and page keys pressed in \a search move through the list, and what they reach is told to screen
    /// readers as if the list had the keyboard.
    void driveFrom(QWidget *search);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<Command> m_commands;
};

} // namespace faceid
