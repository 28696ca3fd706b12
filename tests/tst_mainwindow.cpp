// The window with real parts behind it: sandbox on a socket, history in a file, photographs of a Debian
// package.

#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "mainwindow.h"
#include "sandbox/sandboxserver.h"
#include "shell/language.h"
#include "shell/secretclipboard.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

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
            if (line && line->isVisible())
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
    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(Services{*m_client, *m_credentials, *m_profiles, *m_history,
            *m_settings, m_theme, m_language, *m_clipboard, *m_drafts,
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
