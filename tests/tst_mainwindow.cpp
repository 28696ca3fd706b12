// What the window does around a request: profiles and presets, the inspector by keyboard, language, theme and
// names.

#include "form/requestform.h"
#include "inspector/jsontreeview.h"
#include "inspector/responseinspector.h"
#include "mainmenu.h"
#include "shell/findbar.h"
#include "support/issuingwindow.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
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
        m_bench = std::make_unique<IssuingWindow>();
        QVERIFY2(m_bench->sandbox.errorString().isEmpty(), qPrintable(m_bench->sandbox.errorString()));
        QVERIFY(m_bench->open());
    }

    void cleanup() { m_bench.reset(); }

    void addressesOfARehearsalDoNotFollowToAnotherProfile()
    {
        const Profile shop = m_bench->addProfile(QStringLiteral("Shop"));
        QVERIFY(m_bench->open());
        QTest::mouseClick(m_bench->button(QStringLiteral("get_token")), Qt::LeftButton);
        const auto value = [this](const char *name) {
            return m_bench->form()->findChild<QLineEdit *>(QLatin1String(name))->text();
        };
        QVERIFY(value("return_url").startsWith(QStringLiteral("https://example.com/")));
        QLineEdit *notify = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("notify_url"));
        notify->selectAll();
        QTest::keyClicks(notify, QStringLiteral("https://shop.example/notify"));

        auto *profiles = m_bench->window->findChild<QComboBox *>(QStringLiteral("profile"));
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
        QTest::mouseClick(m_bench->button(QStringLiteral("get_token")), Qt::LeftButton);
        QLineEdit *address = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        const QString byDefault = address->text();
        address->selectAll();
        QTest::keyClicks(address, QStringLiteral("https://shop.example/"));
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!m_bench->form()->isLoadingPhotos());
        QTest::keyClick(m_bench->window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(address->text(), byDefault);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("image_ref1"));
    }

    void whatWasClearedComesBack()
    {
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!m_bench->form()->isLoadingPhotos());
        const FormValues before = m_bench->form()->values();
        for (int i = 0; i < 2; ++i) // the second press finds nothing worth keeping
            QTest::keyClick(m_bench->window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_bench->form()->values().photos.isEmpty());
        QTest::keyClick(m_bench->window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_bench->form()->values().texts, before.texts);
        QCOMPARE(m_bench->form()->values().photos, before.photos);
    }

    void aPresetIsKeptAndStartsTheProfile()
    {
        const Profile shop = m_bench->addProfile(QStringLiteral("Shop"));
        m_bench->settings.setValue(QStringLiteral("window/profile"), shop.id);
        m_bench->settings.setValue(QStringLiteral("window/endpoint"), getToken().id);
        QVERIFY(m_bench->open());
        QLineEdit *address = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        QCOMPARE(address->text(), QString());
        QTest::keyClicks(address, QStringLiteral("https://shop.example/"));
        chooseInMenu(m_bench->window->findChild<QToolButton *>(QStringLiteral("presets")),
            QStringLiteral("Keep this form as a preset…"));
        auto *name = m_bench->window->findChild<QLineEdit *>(QStringLiteral("presetName"));
        QVERIFY(name && QTest::qWaitForWindowActive(name->window()));
        QTest::keyClicks(name, QStringLiteral("Shop"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!m_bench->window->findChild<QLineEdit *>(QStringLiteral("presetName")));
        m_bench->window.reset(); // another start, and the draft is gone
        m_bench->drafts.emplace(m_bench->dir.filePath(QStringLiteral("other.json")), m_bench->credentials);
        QVERIFY(m_bench->open());
        address = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("return_url"));
        QCOMPARE(address->text(), QStringLiteral("https://shop.example/"));
    }

    void whatIsCopiedInTheInspectorIsPlainText()
    {
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        const auto copied = [](QWidget *view, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
            QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
            QTest::keyClick(view, Qt::Key_C, modifiers);
            const QMimeData *data = QGuiApplication::clipboard()->mimeData();
            // The hint says that it came by the clipboard that forgets.
            const bool isPlain = data->hasText() && !data->hasHtml()
                && data->hasFormat(QStringLiteral("x-kde-passwordManagerHint"));
            return isPlain ? data->text() : QStringLiteral("not plain: ") + data->formats().join(u' ');
        };
        auto *tree = m_bench->window->findChild<JsonTreeView *>();
        QTRY_VERIFY(tree->isVisible() && tree->model()->rowCount() > 0);
        tree->setFocus();
        const auto at = [&](const QString &name) {
            return tree->model()->match(
                tree->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        };
        QVERIFY(!at(QStringLiteral("biz_token")).isEmpty());
        tree->setCurrentIndex(at(QStringLiteral("biz_token")).constFirst());
        QCOMPARE(copied(tree), m_bench->token()->text());
        QVERIFY(copied(tree, Qt::ControlModifier | Qt::ShiftModifier).contains(QStringLiteral("biz_token")));

        const std::pair<QString, QString> views[] = {{QStringLiteral("Text"), QStringLiteral("response")},
            {QStringLiteral("Raw"), QStringLiteral("responseRaw")}};
        for (const auto &[view, name] : views) {
            QTest::mouseClick(m_bench->button(view), Qt::LeftButton);
            auto *text = m_bench->window->findChild<QPlainTextEdit *>(name);
            QTRY_VERIFY(text->isVisible() && text->toPlainText().contains(m_bench->token()->text()));
            text->setFocus();
            QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
            QCOMPARE(copied(text), text->toPlainText());
        }
    }

    void keysOfTheInspectorDoWhatTheSheetSays()
    {
        QStringList listed;
        for (const Command &command : m_bench->window->findChild<MainMenu *>()->commands()) {
            if (command.group == u"In the inspector")
                listed.append(keysText(command));
        }
        QCOMPARE(listed.join(u' '), QStringLiteral("Ctrl+Shift+F F3 Shift+F3 Ctrl+Tab Ctrl+C Ctrl+Shift+C"));

        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        auto *inspector = m_bench->window->findChild<ResponseInspector *>();
        QTest::keyClick(m_bench->window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
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

    void switchesLanguageAndThemeLive()
    {
        m_bench->language.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(m_bench->issueButton()->text().startsWith(QStringLiteral("签发")));
        QVERIFY(m_bench->isShown(QStringLiteral("就绪")));
        m_bench->language.choose(QStringLiteral("en"));
        QTRY_VERIFY(m_bench->issueButton()->text().startsWith(QStringLiteral("Issue token")));
        m_bench->language.choose(
            QStringLiteral("fr")); // nobody has translated that: English, with its plural forms
        QTRY_VERIFY(m_bench->isShown(QStringLiteral("0 rows")));
        m_bench->language.choose(QStringLiteral("en"));
        m_bench->theme.setMode(Theme::Mode::Dark);
        QCOMPARE(m_bench->window->palette().color(QPalette::Window), Theme::darkColors().window);
        m_bench->theme.setMode(Theme::Mode::Light);
    }

    void remembersWhereItWas()
    {
        QTest::mouseClick(m_bench->button(QStringLiteral("get_token")), Qt::LeftButton);
        m_bench->window->close();
        QVERIFY(m_bench->open());
        QCOMPARE(m_bench->form()->spec().id, QStringLiteral("get_token"));
    }

    void everyControlHasAName()
    {
        QStringList unnamed;
        for (QWidget *widget : m_bench->window->findChildren<QWidget *>()) {
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

    std::unique_ptr<IssuingWindow> m_bench;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
