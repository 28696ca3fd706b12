// The window with real parts behind it: sandbox on a socket, history in a file, photographs of a Debian
// package.

#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "form/presetstore.h"
#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "inspector/jsontreeview.h"
#include "inspector/responseinspector.h"
#include "mainmenu.h"
#include "mainwindow.h"
#include "sandbox/sandboxserver.h"
#include "shell/findbar.h"
#include "shell/language.h"
#include "shell/secretclipboard.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace faceid;

namespace {

const QString photo = QStringLiteral(FACEID_PHOTO);

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // a test that presses twice means it
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_sandbox = std::make_unique<SandboxServer>();
        QVERIFY2(m_sandbox->start(), qPrintable(m_sandbox->errorString()));
        m_credentials = std::make_unique<CredentialStore>();
        m_credentials->keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
        m_profiles = std::make_unique<ProfileStore>(*m_settings);
        m_history = std::make_unique<HistoryStore>(m_dir->filePath(QStringLiteral("h.sqlite")));
        m_client = std::make_unique<TokenClient>(*m_credentials, m_history.get());
        m_drafts =
            std::make_unique<DraftKeeper>(m_dir->filePath(QStringLiteral("draft.json")), *m_credentials);
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
        makeWindow();
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
        m_language.choose(QStringLiteral("en"));
    }

    void fromPhotoToToken()
    {
        m_window->addPhotos({photo});
        issueAndWait();
        static const QRegularExpression shape(
            QStringLiteral("^[0-9]{10},[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        QVERIFY2(shape.match(token()->text()).hasMatch(), qPrintable(token()->text()));
        QCOMPARE(outcome(), QStringLiteral("Issued"));

        auto *table = m_window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(cell(table, HistoryModel::Column::Outcome), QStringLiteral("Issued"));
        QVERIFY(!cell(table, HistoryModel::Column::Token).contains(token()->text()));

        QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("copyToken")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), token()->text());
    }

    void fromAColdStartToATokenInSomebodysHands_data()
    {
        QTest::addColumn<bool>("ownProfile");
        QTest::newRow("sandbox") << false;
        QTest::newRow("own profile") << true;
    }

    /// Done-when 1 of the window: at most six keys after the photo is chosen.
    void fromAColdStartToATokenInSomebodysHands()
    {
        QFETCH(bool, ownProfile);
        if (ownProfile) { // as somebody set it up on another day
            const Profile shop = aProfile();
            m_credentials->keepForSession(shop.id, Secret(QByteArray(sandboxApiSecret)));
            PresetStore presets(*m_settings);
            presets.save(getToken(), QStringLiteral("Shop"),
                {{QStringLiteral("return_url"), QStringLiteral("https://example.com/shop/return")},
                    {QStringLiteral("notify_url"), QStringLiteral("https://example.com/shop/notify")}});
            presets.setDefault(shop.id, getToken(), QStringLiteral("Shop"));
            m_settings->setValue(QStringLiteral("window/profile"), shop.id);
            makeWindow();
        }
        QCOMPARE(form()->spec().id, getBizToken().id); // what a first start shows
        m_window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());

        int keys = 0;
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
            ++keys;
        };
        press(Qt::Key_E); // the PC API
        QCOMPARE(form()->spec().id, getToken().id);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), QStringLiteral("Issued"), 20'000);
        press(Qt::Key_1);
        QVERIFY(token()->text().size() >= 32);
        QCOMPARE(QGuiApplication::clipboard()->text(), token()->text());
        QVERIFY2(keys <= 6, qPrintable(QString::number(keys)));
    }

    void addressesOfARehearsalDoNotFollowToAnotherProfile()
    {
        const Profile shop = aProfile();
        makeWindow();
        QTest::mouseClick(button(QStringLiteral("get_token")), Qt::LeftButton);
        const auto value = [this](const char *name) {
            return form()->findChild<QLineEdit *>(QLatin1String(name))->text();
        };
        QVERIFY(value("return_url").startsWith(QStringLiteral("https://example.com/")));
        QLineEdit *notify = form()->findChild<QLineEdit *>(QStringLiteral("notify_url"));
        notify->selectAll();
        QTest::keyClicks(notify, QStringLiteral("https://shop.example/notify"));

        auto *profiles = m_window->findChild<QComboBox *>(QStringLiteral("profile"));
        profiles->setFocus();
        QTest::keyClick(profiles, Qt::Key_Down);
        QCOMPARE(profiles->currentData().toString(), shop.id);
        QCOMPARE(value("return_url"), QString());
        QCOMPARE(value("notify_url"), QStringLiteral("https://shop.example/notify")); // typed by hand
        QTest::keyClick(profiles, Qt::Key_Up);
        QVERIFY(value("return_url").startsWith(QStringLiteral("https://example.com/")));
    }

    void aClearedFormStartsWithTheProfilesPreset()
    {
        QTest::mouseClick(button(QStringLiteral("get_token")), Qt::LeftButton);
        QLineEdit *address = form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        const QString byDefault = address->text();
        address->selectAll();
        QTest::keyClicks(address, QStringLiteral("https://shop.example/"));
        m_window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(address->text(), byDefault);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("image_ref1"));
    }

    void whatWasClearedComesBack()
    {
        m_window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        const FormValues before = form()->values();
        for (int i = 0; i < 2; ++i) // the second press finds nothing worth keeping
            QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(form()->values().photos.isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(form()->values().texts, before.texts);
        QCOMPARE(form()->values().photos, before.photos);
    }

    void aPresetIsKeptAndStartsTheProfile()
    {
        const Profile shop = aProfile();
        m_settings->setValue(QStringLiteral("window/profile"), shop.id);
        m_settings->setValue(QStringLiteral("window/endpoint"), getToken().id);
        makeWindow();
        QLineEdit *address = form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        QCOMPARE(address->text(), QString());
        QTest::keyClicks(address, QStringLiteral("https://shop.example/"));
        chooseInMenu(m_window->findChild<QToolButton *>(QStringLiteral("presets")),
            QStringLiteral("Keep this form as a preset…"));
        auto *name = m_window->findChild<QLineEdit *>(QStringLiteral("presetName"));
        QVERIFY(name && QTest::qWaitForWindowActive(name->window()));
        QTest::keyClicks(name, QStringLiteral("Shop"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<QLineEdit *>(QStringLiteral("presetName")));
        m_drafts = // another start, and the draft is gone
            std::make_unique<DraftKeeper>(m_dir->filePath(QStringLiteral("other.json")), *m_credentials);
        makeWindow();
        address = form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        QCOMPARE(address->text(), QStringLiteral("https://shop.example/"));
    }

    void everyCaseOfBothApis_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("comparison");
        QTest::newRow("SDK source") << QStringLiteral("get_biz_token") << QStringLiteral("1");
        QTest::newRow("PC uploaded") << QStringLiteral("get_token") << QStringLiteral("0");
        QTest::newRow("PC source") << QStringLiteral("get_token") << QStringLiteral("1");
        QTest::newRow("PC liveness only") << QStringLiteral("get_token") << QStringLiteral("-1");
    }

    void everyCaseOfBothApis()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, comparison);
        QTest::mouseClick(button(endpoint), Qt::LeftButton);
        QTest::mouseClick(button(QLatin1Char(' ') + comparison), Qt::LeftButton);
        const std::pair<const char *, const char *> values[] = {{"idcard_name", "Test One"},
            {"idcard_number", "110101199003070038"}, {"return_url", "https://example.com/return"},
            {"notify_url", "https://example.com/notify"}};
        for (const auto &[name, value] : values) {
            QLineEdit *line = form()->findChild<QLineEdit *>(QLatin1String(name));
            if (!line || !line->isVisible())
                continue;
            line->selectAll();
            QTest::keyClicks(line, QLatin1String(value));
        }
        if (comparison == u"0")
            m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QVERIFY(token()->text().size() >= 32);
    }

    void aMissingFieldGetsTheFocusAndNothingIsSent()
    {
        QLineEdit *uuid = form()->findChild<QLineEdit *>(QStringLiteral("uuid"));
        uuid->clear();
        m_window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(issueButton(), Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(uuid));
        QCOMPARE(outcome(), QStringLiteral("Ready"));
        QCOMPARE(m_window->findChild<QTableView *>()->model()->rowCount(), 0);
    }

    void aDoubleClickIssuesOnce()
    {
        m_window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(issueButton(), Qt::LeftButton);
        QTest::mouseClick(issueButton(), Qt::LeftButton);
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(outcome(), QStringLiteral("Issued"));
        QTest::qWait(300); // a second request would be done by now: one takes some 60 ms
        QCOMPARE(m_window->findChild<QTableView *>()->model()->rowCount(), 1);
    }

    void whatIsCopiedInTheInspectorIsPlainText()
    {
        m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        const auto copied = [](QWidget *view, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
            QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
            QTest::keyClick(view, Qt::Key_C, modifiers);
            const QMimeData *data = QGuiApplication::clipboard()->mimeData();
            // The hint says that it came by the clipboard that forgets.
            const bool isPlain = data->hasText() && !data->hasHtml()
                && data->hasFormat(QStringLiteral("x-kde-passwordManagerHint"));
            return isPlain ? data->text() : QStringLiteral("not plain: ") + data->formats().join(u' ');
        };
        auto *tree = m_window->findChild<JsonTreeView *>();
        QTRY_VERIFY(tree->isVisible() && tree->model()->rowCount() > 0);
        tree->setFocus();
        const auto at = [&](const QString &name) {
            return tree->model()->match(
                tree->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        };
        QVERIFY(!at(QStringLiteral("biz_token")).isEmpty());
        tree->setCurrentIndex(at(QStringLiteral("biz_token")).constFirst());
        QCOMPARE(copied(tree), token()->text());
        QVERIFY(copied(tree, Qt::ControlModifier | Qt::ShiftModifier).contains(QStringLiteral("biz_token")));

        const std::pair<QString, QString> views[] = {{QStringLiteral("Text"), QStringLiteral("response")},
            {QStringLiteral("Raw"), QStringLiteral("responseRaw")}};
        for (const auto &[view, name] : views) {
            QTest::mouseClick(button(view), Qt::LeftButton);
            auto *text = m_window->findChild<QPlainTextEdit *>(name);
            QTRY_VERIFY(text->isVisible() && text->toPlainText().contains(token()->text()));
            text->setFocus();
            QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
            QCOMPARE(copied(text), text->toPlainText());
        }
    }

    void keysOfTheInspectorDoWhatTheSheetSays()
    {
        QStringList listed;
        for (const Command &command : m_window->findChild<MainMenu *>()->commands()) {
            if (command.group == u"In the inspector")
                listed.append(keysText(command));
        }
        QCOMPARE(listed.join(u' '), QStringLiteral("Ctrl+Shift+F F3 Shift+F3 Ctrl+Tab Ctrl+C Ctrl+Shift+C"));

        m_window->addPhotos({photo});
        issueAndWait();
        auto *inspector = m_window->findChild<ResponseInspector *>();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *find = inspector->findBar()->findChild<QLineEdit *>();
        QTRY_VERIFY(find->isVisible() && find->hasFocus());
        QTest::keyClicks(find, QStringLiteral("e"));
        const auto said = [inspector] {
            QStringList texts;
            for (const QLabel *label : inspector->findBar()->findChildren<QLabel *>())
                texts.append(label->text());
            return texts.join(u' ');
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("1 of ")), qPrintable(said()));
        QTest::keyClick(find, Qt::Key_F3);
        QTRY_VERIFY2(said().contains(QStringLiteral("2 of ")), qPrintable(said()));
        QTest::keyClick(find, Qt::Key_F3, Qt::ShiftModifier);
        QTRY_VERIFY2(said().contains(QStringLiteral("1 of ")), qPrintable(said()));
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!find->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(inspector->tabs()->currentIndex(), 1);
    }

    void theNextRequestHasAnotherSerialNumber()
    {
        QLineEdit *serial = form()->findChild<QLineEdit *>(QStringLiteral("biz_no"));
        const QString first = serial->text();
        m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QVERIFY(serial->text() != first);
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QTRY_COMPARE(m_window->findChild<QTableView *>()->model()->rowCount(), 2);
    }

    /// Said beneath the field as one types, and only of the service that knows the number.
    void aUsedSerialNumberIsDoubtedBeforeItIsSent()
    {
        QLineEdit *serial = form()->findChild<QLineEdit *>(QStringLiteral("biz_no"));
        const QString used = serial->text();
        m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Issued"));
        QVERIFY(!isSaid(QStringLiteral("Used before")));

        serial->selectAll();
        QTest::keyClicks(serial, used);
        QTRY_VERIFY(isSaid(QStringLiteral("Used before")));
        QTest::keyClick(serial, Qt::Key_Backspace);
        QVERIFY(!isSaid(QStringLiteral("Used before")));
        QTest::keyClick(serial, used.back().toLatin1());
        QTRY_VERIFY(isSaid(QStringLiteral("Used before")));

        // Found not to have been issued, the number is free again.
        Exchange unknown;
        unknown.id = QUuid::createUuid();
        unknown.endpointId = form()->spec().id;
        unknown.address = m_sandbox->baseUrl();
        unknown.bizNo = QStringLiteral("n-1");
        unknown.startedAt = QDateTime::currentDateTimeUtc();
        m_history->begin(unknown, this, [](Journal::Begin, const QString &) {});
        unknown.outcome = Outcome::Unknown;
        m_history->finish(unknown, this, [](const QString &) {});
        serial->selectAll();
        QTest::keyClicks(serial, unknown.bizNo);
        QTRY_VERIFY(isSaid(QStringLiteral("Used before")));
        m_history->remark(
            unknown.id, ResolutionRemark{Resolution::NotIssued, {}}, this, [](const QString &) {});
        QTRY_VERIFY(!isSaid(QStringLiteral("Used before")));

        // The number of a deleted row stays taken, and the form knows what the history would say.
        bool isGone = false;
        m_history->list(10, this, [&](const QList<HistoryRow> &rows, const QString &) {
            for (const HistoryRow &row : rows) {
                if (row.bizNo == used)
                    m_history->erase(row.id, this, [&isGone](const QString &) { isGone = true; });
            }
        });
        QTRY_VERIFY(isGone);
        serial->selectAll();
        QTest::keyClicks(serial, used);
        QTRY_VERIFY(isSaid(QStringLiteral("by a row that has been deleted")));
    }

    void aRefusalIsExplained()
    {
        m_credentials->keepForSession(Profile::sandboxId(), Secret(QByteArray("wrong")));
        m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Refused"));
        QVERIFY(isShown(QStringLiteral("INVALID_SIGN")));
        QVERIFY(isShown(QStringLiteral("The signature is not valid.")));
        QVERIFY(!token()->isVisible());
    }

    void aServiceThatIsNotThereIsNotSent()
    {
        m_sandbox->stop();
        m_window->addPhotos({photo});
        issueAndWait();
        QCOMPARE(outcome(), QStringLiteral("Not sent"));
    }

    void switchesLanguageAndThemeLive()
    {
        m_language.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(issueButton()->text().startsWith(QStringLiteral("签发")));
        QVERIFY(isShown(QStringLiteral("就绪")));
        m_language.choose(QStringLiteral("en"));
        QTRY_VERIFY(issueButton()->text().startsWith(QStringLiteral("Issue token")));
        m_language.choose(QStringLiteral("fr")); // nobody has translated that: English, with its plural forms
        QTRY_VERIFY(isShown(QStringLiteral("0 rows")));
        m_language.choose(QStringLiteral("en"));
        m_theme.setMode(Theme::Mode::Dark);
        QCOMPARE(m_window->palette().color(QPalette::Window), Theme::darkColors().window);
        m_theme.setMode(Theme::Mode::Light);
    }

    void remembersWhereItWas()
    {
        QTest::mouseClick(button(QStringLiteral("get_token")), Qt::LeftButton);
        m_window->close();
        makeWindow();
        QCOMPARE(form()->spec().id, QStringLiteral("get_token"));
    }

    void everyControlHasAName()
    {
        QStringList unnamed;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible && accessible->text(QAccessible::Name).isEmpty())
                unnamed.append(
                    QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

private:
    /// A profile of a service that is the sandbox in truth.
    Profile aProfile()
    {
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("Shop");
        profile.apiKey = QString::fromLatin1(sandboxApiKey);
        for (const EndpointSpec *spec : endpoints())
            profile.baseUrls.insert(spec->id, m_sandbox->baseUrl());
        if (const QString error = m_profiles->save(profile); !error.isEmpty())
            qFatal("%s", qPrintable(error));
        return profile;
    }

    /// Opens the menu of \a button with the mouse and clicks an entry of it.
    static void chooseInMenu(QToolButton *button, const QString &text)
    {
        QTimer::singleShot(0, button, [button, text] {
            for (QAction *action : button->menu()->actions()) {
                if (action->text() == text)
                    return QTest::mouseClick(
                        button->menu(), Qt::LeftButton, {}, button->menu()->actionGeometry(action).center());
            }
            button->menu()->close();
        });
        QTest::mouseClick(button, Qt::LeftButton); // comes back when the menu is closed
    }

    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(Services{*m_client, *m_credentials, *m_profiles, *m_history,
            *m_settings, m_theme, m_language, *m_clipboard, *m_drafts, Policy(),
            sandboxProfile(m_sandbox->baseUrl(), QString::fromLatin1(sandboxApiKey))});
        m_language.choose(QStringLiteral("en"));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    RequestForm *form() const
    {
        for (RequestForm *form : m_window->findChildren<RequestForm *>()) {
            if (form->isVisible())
                return form;
        }
        return nullptr;
    }

    QPushButton *button(const QString &textPart) const
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("segment").isValid()
                && button->text().endsWith(textPart))
                return button;
        }
        return nullptr;
    }

    QPushButton *issueButton() const { return m_window->findChild<QPushButton *>(QStringLiteral("issue")); }
    QLineEdit *token() const { return m_window->findChild<QLineEdit *>(QStringLiteral("token")); }
    QString outcome() const { return m_window->findChild<QLabel *>(QStringLiteral("outcome"))->text(); }

    bool isShown(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    /// Whether a label that is seen says so, among other words.
    bool isSaid(const QString &words) const
    {
        const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    static QString cell(const QTableView *table, HistoryModel::Column column)
    {
        return table->model()->index(0, int(column)).data().toString();
    }

    void issueAndWait()
    {
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(issueButton(), Qt::LeftButton);
        QTRY_VERIFY(!issueButton()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(issueButton()->isVisible(), 20'000);
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
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
