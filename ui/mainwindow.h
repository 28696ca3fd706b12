#pragma once

#include "client/tokenclient.h"
#include "credentials/profile.h"
#include "panes.h"
#include "policy/policy.h"
#include "shell/command.h"

#include <QMainWindow>

class QSettings;
class QToolButton;

namespace faceid {

class BatchDesk;
class CredentialStore;
class Delivery;
class DraftKeeper;
class HelpDesk;
class HistoryDesk;
class HistoryDialogs;
class HistoryStore;
class Language;
class MainMenu;
class PaneLayout;
class Presentation;
class PresetButton;
class ProfileDesk;
class ProfileStore;
class RequestCourse;
class RowForms;
class SandboxRequests;
class SandboxServer;
class SecretClipboard;
class SerialWatch;
class Theme;

/// What the window works with. Made and owned by main().
struct Services
{
    TokenClient &client;
    CredentialStore &credentials;
    ProfileStore &profiles;
    HistoryStore &history;
    QSettings &settings;
    Theme &theme;
    Language &language;
    SecretClipboard &clipboard;
    DraftKeeper &drafts;
    Policy policy; ///< of this computer
    Profile sandbox;
    SandboxServer *sandboxServer = nullptr; ///< that #sandbox is the profile of; null: it has no window
    SandboxRequests *sandboxRequests = nullptr; ///< which it tells of its requests
};

/// The window: it makes the panes and wires them, the menu and the profiles to each other. Where the panes
/// stand, what a request goes through, and fields, parsing and wire are elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void say(const QString &message);
    void addPhotos(const QStringList &paths);
    /// Opens what a command line asks for, by its id in the menu's table; says why when it does not.
    void open(const QString &page);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPolicy();
    void wireBand();
    void wireForms();
    void wireHistory();
    void wireMenu();
    void wireHandOver();
    void restoreState();
    void saveState();
    void retranslate();

    QList<Profile> profiles() const; ///< the built-in sandbox first
    /// Everything that can be done here, for the command palette.
    QList<Command> commands() const;
    void profilesEdited(const QString &id);
    void profileChanged();
    void formChosen();
    void formChanged();
    void togglePresentation();
    void presentationChanged();

    Services m_services;
    Presentation *m_presentation;
    Delivery *m_delivery;
    Panes m_panes;
    RowForms *m_rowForms;
    RequestCourse *m_course;
    MainMenu *m_menu;
    HelpDesk *m_help;
    HistoryDesk *m_desk;
    HistoryDialogs *m_dialogs;
    ProfileDesk *m_profileDesk;
    SerialWatch *m_serials;
    QToolButton *m_presentButton; ///< the badge while presenting
    QToolButton *m_customerButton;
    PresetButton *m_presets;
    BatchDesk *m_batch;
    PaneLayout *m_layout;
};

} // namespace faceid
