#pragma once

#include "client/tokenclient.h"
#include "credentials/profile.h"
#include "outcome/handover.h"
#include "shell/command.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace faceid {

class CredentialStore;
class CustomerScreen;
class DraftKeeper;
class EnvironmentBand;
class HistoryModel;
class HistoryStore;
class HistoryView;
class IssueBar;
class IssueFlow;
class Language;
class MainMenu;
class MessageBar;
class OutcomeCard;
class Presentation;
class PresetButton;
class ProfileStore;
class RequestForm;
class ResponseInspector;
class SecretClipboard;
class ShortcutSheet;
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
    Profile sandbox;
};

/// The window: it puts the panes together and carries a request from the form to the client and its exchange
/// to the panes. Fields, parsing and wire are elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void say(const QString &message);
    void addPhotos(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPanes();
    void buildMenu();
    void restoreState();
    void restoreDraft();
    void saveState();
    void retranslate();

    QList<Profile> profiles() const; ///< the built-in sandbox first
    /// Everything that can be done here, for the command palette.
    QList<Command> commands() const;
    void showCommands();
    void showShortcuts();
    void editProfiles();
    void profileChanged();
    void endpointChanged(const QString &endpointId);

    RequestForm *form() const;
    void issue();
    void started();
    void finished(const Exchange &exchange);
    void showRefusal(const Exchange &exchange);

    /// Of a history row; the card asks for itself.
    void copyToken(const QString &token, const QString &endpointId);
    void copyText(const QString &text);
    void openPage(const QUrl &address);
    void toggleCustomerScreen();
    void togglePresentation();
    void presentationChanged();
    void inspect(); ///< the last exchange, as far as it may be seen
    void showAbout();

    Services m_services;
    MessageTemplates m_templates;
    HandOverLog m_handedOver;
    Presentation *m_presentation;
    std::unique_ptr<CustomerScreen> m_customer; ///< made when it is first opened
    HandOver m_lastIssued;
    IssueFlow *m_flow;
    MainMenu *m_menu;
    HistoryModel *m_model;
    EnvironmentBand *m_band;
    QToolButton *m_presentButton; ///< the badge while presenting
    QToolButton *m_customerButton;
    MessageBar *m_message;
    QStackedWidget *m_forms;
    IssueBar *m_bar;
    PresetButton *m_presets;
    OutcomeCard *m_card;
    ResponseInspector *m_inspector;
    HistoryView *m_historyView;
    QSplitter *m_across;
    QSplitter *m_down;
    QPointer<ShortcutSheet> m_shortcuts;

    std::optional<Exchange> m_lastExchange;
};

} // namespace faceid
