// The whole window in presentation mode: a person, a photo, a token and its ids are planted by really
// issuing, and then nothing that a widget shows or tells a screen reader may hold any of them.

#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "form/presetdialog.h"
#include "form/presetstore.h"
#include "form/requestform.h"
#include "history/historystore.h"
#include "history/historytable.h"
#include "mainwindow.h"
#include "sandbox/sandboxserver.h"
#include "shell/commandpalette.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/secretclipboard.h"
#include "shell/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace faceid;

namespace {

const QString personName = QStringLiteral("测试一");
const QString idNumber = QStringLiteral("110101199003070038");
const QString uuid = QStringLiteral("customer-7781");

void addCells(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role :
                {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole), int(Qt::StatusTipRole),
                    int(Qt::WhatsThisRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
                texts.append(cell.data(role).toString());
        }
        addCells(model, model.index(row, 0, parent), texts);
    }
}

/// Whatever \a widget shows or tells, each with its class for the message.
QStringList textsOf(QWidget *widget)
{
    QStringList texts{widget->windowTitle(), widget->toolTip(), widget->statusTip(), widget->whatsThis(),
        widget->accessibleName(), widget->accessibleDescription()};
    for (const QAction *action : widget->actions())
        texts << action->text() << action->toolTip();
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append(label->text());
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append(button->text());
    if (const auto *line = qobject_cast<QLineEdit *>(widget))
        texts << line->displayText() << line->placeholderText();
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        texts.append(edit->toPlainText());
    if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    }
    if (const auto *box = qobject_cast<QComboBox *>(widget))
        addCells(*box->model(), {}, texts);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
        addCells(*view->model(), {}, texts);
    if (QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget)) {
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            texts.append(accessible->text(kind));
        if (QAccessibleTextInterface *text = accessible->textInterface())
            texts.append(text->text(0, text->characterCount()));
    }
    return texts;
}

/// "class name: text" for every place where one of \a secrets can be seen.
QStringList leaks(const QStringList &secrets)
{
    QStringList found;
    for (QWidget *widget : QApplication::allWidgets()) {
        for (const QString &text : textsOf(widget)) {
            for (const QString &secret : secrets) {
                if (text.contains(secret))
                    found.append(QStringLiteral("%1 %2: %3")
                                     .arg(QLatin1String(widget->metaObject()->className()),
                                         widget->objectName(), text.left(200)));
            }
        }
    }
    return found;
}

} // namespace

class TestPresentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // a test that presses twice means it
        m_dir = std::make_unique<QTemporaryDir>();
        const auto file = [this](const char *name) { return m_dir->filePath(QLatin1String(name)); };
        m_settings = std::make_unique<QSettings>(file("s.ini"), QSettings::IniFormat);
        m_sandbox = std::make_unique<SandboxServer>();
        QVERIFY2(m_sandbox->start(), qPrintable(m_sandbox->errorString()));
        m_credentials = std::make_unique<CredentialStore>();
        m_credentials->keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
        m_profiles = std::make_unique<ProfileStore>(*m_settings);
        m_history = std::make_unique<HistoryStore>(file("h.sqlite"));
        m_client = std::make_unique<TokenClient>(*m_credentials, m_history.get());
        m_drafts = std::make_unique<DraftKeeper>(file("draft.json"), *m_credentials);
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
        m_window = std::make_unique<MainWindow>(Services{*m_client, *m_credentials, *m_profiles, *m_history,
            *m_settings, m_theme, m_language, *m_clipboard, *m_drafts, Policy(),
            sandboxProfile(m_sandbox->baseUrl(), QString::fromLatin1(sandboxApiKey))});
        m_language.choose(QStringLiteral("en"));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_clipboard.reset();
        m_drafts.reset();
        m_client.reset();
        m_history.reset();
        m_profiles.reset();
        m_credentials.reset();
        m_sandbox.reset();
        m_settings.reset();
    }

    void nothingSecretIsLeftOnScreen()
    {
        plantPerson();
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QStringList secrets{personName, idNumber, uuid, token()->text(), requestId()->text()};
        plantPhoto();
        for (const QString &secret : std::as_const(secrets)) {
            QVERIFY(secret.size() > 2);
            QVERIFY2(!leaks({secret}).isEmpty(),
                qPrintable(QStringLiteral("not on screen to begin with: %1").arg(secret)));
        }

        const int plainHeight =
            m_window->findChild<QPushButton *>(QStringLiteral("issue"))->fontInfo().pixelSize();
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(m_window->findChild<QPushButton *>(QStringLiteral("issue"))->fontInfo().pixelSize()
            > plainHeight);
        QVERIFY2(leaks(secrets).isEmpty(), qPrintable(leaks(secrets).join(u'\n')));
        QVERIFY(badge() && badge()->isVisible());

        // What comes while it is on is covered from the start.
        select(QStringLiteral(" 1"));
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        const QString second = QGuiApplication::clipboard()->text();
        QVERIFY(second.size() >= 32); // copying still copies the real thing
        secrets.append(second);
        QVERIFY2(leaks(secrets).isEmpty(), qPrintable(leaks(secrets).join(u'\n')));

        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(token()->text(), second);
        QVERIFY(!badge());
        QCOMPARE(
            m_window->findChild<QPushButton *>(QStringLiteral("issue"))->fontInfo().pixelSize(), plainHeight);
        QVERIFY(leaks({second}).size() > 1); // the inspector shows it again too
    }

    /// Columns have room for the larger type, and what is saved of them is not the larger one.
    void columnsGrowWithTheType()
    {
        auto *table = m_window->findChild<HistoryTable *>();
        const int plainWidth = table->columnWidth(0);
        const int plainHeight = table->verticalHeader()->defaultSectionSize();
        const QByteArray saved = table->saveColumns();
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(table->columnWidth(0) > plainWidth);
        QVERIFY(table->verticalHeader()->defaultSectionSize() > plainHeight);
        QCOMPARE(table->saveColumns(), saved);
        const int largeWidth = table->columnWidth(0);
        table->restoreColumns(saved);
        QCOMPARE(table->columnWidth(0), largeWidth);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(table->columnWidth(0), plainWidth);
        QCOMPARE(table->verticalHeader()->defaultSectionSize(), plainHeight);
    }

    void whatIsOpenedWhilePresentingIsCoveredToo()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        plantPerson();
        QVERIFY2(leaks({personName, idNumber}).isEmpty(), qPrintable(leaks({personName}).join(u'\n')));
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(!leaks({personName}).isEmpty());
    }

    void namesOfPresetsAreCovered()
    {
        const QString name = QStringLiteral("Wang Wu 13800138000");
        PresetStore(*m_settings).save(getToken(), name, {});
        select(QStringLiteral("get_token"));
        auto *presets = m_window->findChild<QToolButton *>(QStringLiteral("presets"));
        const auto seenInMenu = [&] {
            QStringList seen;
            QTimer::singleShot(0, presets, [&] {
                for (const QAction *action : presets->menu()->actions())
                    seen.append(action->text());
                seen += leaks({name});
                presets->menu()->close();
            });
            QTest::mouseClick(presets, Qt::LeftButton); // comes back when the menu is closed
            QApplication::setActiveWindow(m_window.get()); // offscreen, the closed menu still is
            return seen;
        };
        const auto seenInPalette = [&] {
            QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
            auto *palette = m_window->findChild<CommandPalette *>();
            if (!palette || !QTest::qWaitForWindowActive(palette))
                return QStringList{QStringLiteral("no palette")};
            const QStringList seen = leaks({name});
            QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Escape);
            if (!QTest::qWaitFor([&] { return !m_window->findChild<CommandPalette *>(); }))
                return QStringList{QStringLiteral("the palette stays")};
            QApplication::setActiveWindow(m_window.get());
            return seen;
        };
        QVERIFY(seenInMenu().contains(name));
        QVERIFY(!seenInPalette().isEmpty());

        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY2(leaks({name}).isEmpty(), qPrintable(leaks({name}).join(u'\n'))); // of the menu once opened
        const QStringList inMenu = seenInMenu();
        QVERIFY(inMenu.contains(QStringLiteral("Preset 2"))); // can still be chosen; the first is built in
        QVERIFY2(inMenu.filter(name).isEmpty(), qPrintable(inMenu.join(u'\n')));
        const QStringList inPalette = seenInPalette();
        QVERIFY2(inPalette.isEmpty(), qPrintable(inPalette.join(u'\n')));

        PresetDialog dialog({name}, QStringLiteral("Shop"), true, *presentation(), m_window.get());
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("presetName")), name);
        QVERIFY2(leaks({name}).isEmpty(), qPrintable(leaks({name}).join(u'\n')));
    }

private:
    Presentation *presentation() const { return m_window->findChild<Presentation *>(); }

    void select(const QString &textPart)
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("segment").isValid()
                && button->text().endsWith(textPart))
                return button->click();
        }
        QFAIL(qPrintable(textPart));
    }

    void plantPerson()
    {
        select(QStringLiteral("get_token"));
        select(QStringLiteral(" 1"));
        const std::pair<const char *, QString> values[] = {{"idcard_name", personName},
            {"idcard_number", idNumber}, {"return_url", QStringLiteral("https://example.com/return")},
            {"notify_url", QStringLiteral("https://example.com/notify")}, {"uuid", uuid}};
        for (const auto &[name, value] : values) {
            for (QLineEdit *line : form()->findChildren<QLineEdit *>(QLatin1String(name)))
                line->setText(value);
        }
    }

    /// Under a file name that names the person, as photos of customers do.
    void plantPhoto()
    {
        const QString path = m_dir->filePath(personName + QStringLiteral(".png"));
        QVERIFY(QFile::copy(QStringLiteral(FACEID_PHOTO), path));
        select(QStringLiteral(" 0"));
        m_window->addPhotos({path});
        QTRY_VERIFY(!form()->isLoadingPhotos());
    }

    RequestForm *form() const
    {
        for (RequestForm *form : m_window->findChildren<RequestForm *>()) {
            if (form->isVisible())
                return form;
        }
        return nullptr;
    }

    /// The button of the band that says so while presenting.
    QToolButton *badge() const
    {
        for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->text().startsWith(QStringLiteral("Presenting")) && button->isChecked())
                return button;
        }
        return nullptr;
    }

    QLineEdit *token() const { return m_window->findChild<QLineEdit *>(QStringLiteral("token")); }
    QLineEdit *requestId() const { return m_window->findChild<QLineEdit *>(QStringLiteral("requestId")); }
    QString outcome() const { return m_window->findChild<QLabel *>(QStringLiteral("outcome"))->text(); }

    void issueAndWait()
    {
        auto *issue = m_window->findChild<QPushButton *>(QStringLiteral("issue"));
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(issue, Qt::LeftButton);
        QTRY_VERIFY(!issue->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(issue->isVisible(), 20'000);
    }

    Theme m_theme{*qApp};
    Language m_language{*qApp};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SandboxServer> m_sandbox;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<TokenClient> m_client;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
