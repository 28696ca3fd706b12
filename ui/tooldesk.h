#pragma once

#include "credentials/profile.h"
#include "shell/command.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace faceid {

class Delivery;
class MainMenu;
class Presentation;
class RequestCourse;
class SandboxWindow;
class ShortcutSheet;
struct Services;

/// The windows beside the main one that are about the program rather than a request: all commands, the keys,
/// the sandbox, the diagnosis, the version.
class ToolDesk : public QObject
{
    Q_OBJECT

public:
    /// What they show and work with; all of it outlives the desk.
    struct Parts
    {
        const Services &services;
        MainMenu &menu;
        Presentation &presentation;
        Delivery &delivery;
        RequestCourse &course;
        std::function<QList<Profile>()> profiles; ///< the built-in sandbox first
        std::function<QList<Command>()> commands; ///< everything that can be done
    };

    /// Its windows belong to \a window. The menu's entries for them open them.
    ToolDesk(const Parts &parts, QWidget *window);
    ~ToolDesk() override;

Q_SIGNALS:
    void said(const QString &message);

private:
    void showCommands();
    void showShortcuts();
    void showSandbox();
    void showDiagnosis();
    void showAbout();

    const Parts m_parts;
    QWidget *m_window;
    QPointer<ShortcutSheet> m_shortcuts;
    QPointer<SandboxWindow> m_sandbox;
};

} // namespace faceid
