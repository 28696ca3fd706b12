#pragma once

#include "policy/policy.h"
#include "shell/command.h"

#include <QMenu>

#include <vector>

class QSettings;

namespace faceid {

class Language;
class Theme;

/// The window's menu. Its table, in mainmenu.cpp, is the one list of actions and their keys: menu, shortcuts,
/// command palette and shortcut sheet are all made from it. Looks and language are chosen and remembered
/// here.
class MainMenu : public QMenu
{
    Q_OBJECT

public:
    /// What \a policy switches off stands there, disabled.
    MainMenu(QSettings &settings, Theme &theme, Language &language, const Policy &policy, QWidget *parent);

    /// All actions that have a key, for the window to listen to.
    QList<QAction *> allActions() const;
    /// The whole table in the language of the interface, the choices of looks and language included.
    QList<Command> commands() const;
    /// Opens the page that \a id stands for in the table: a dialog or a window of its own. Returns why it
    /// does not, one sentence, translated: there is no such page, or the administrator has switched it off.
    QString open(const QString &id);

Q_SIGNALS:
    /// The key of a command was pressed that the administrator does not allow; \a why, a sentence.
    void notAllowed(const QString &why);
    void newForm();
    void restoreForm();
    void otherApi();
    void pastePhoto();
    void readCurl();
    void readArchive();
    void carryOver();
    void issue();
    void cancel();
    void showBatch();
    void copyToken();
    void copyRequestId();
    void copyLink();
    void openPage();
    void showQr();
    void copyChineseMessage();
    void copyEnglishMessage();
    void search();
    void readToken();
    void exportRows();
    void report();
    void openBundle();
    void privacy();
    void toggleFieldHelp();
    void togglePresentation();
    void toggleCustomerScreen();
    void editProfiles();
    void showSandbox();
    void showCallbacks();
    void showCommands();
    void showHelp();
    void showShortcuts();
    void showDiagnosis();
    void about();
    void quit();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row;
    struct Choice
    {
        QString value; ///< in the settings
        const char *text;
    };
    struct Entry ///< an action of the menu
    {
        QString id;
        const char *group; ///< of its command; for a choice the title of its submenu
        const char *text;
        QAction *action;
        bool isCommand; ///< false for the submenus themselves
    };

    static const std::vector<Row> &table();
    QString refusal(const Row &row) const;
    void add(const Row &row);
    void addChoice(const char *title, const QString &settingsKey, const QList<Choice> &choices,
        const std::function<void(const QString &)> &apply);
    void retranslate();

    QSettings &m_settings;
    const Policy m_policy;
    QList<Entry> m_entries;
};

} // namespace faceid
