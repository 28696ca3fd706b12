// The profile dialog as it is used: typed into, clicked, left. There is no keychain here, so that what it
// says then is seen as well; tst_keychainstates has the keychain.

#include "profiles/profiledialog.h"
#include "profiles/profiletransfer.h"
#include "profiles/secretedit.h"
#include "shell/presentation.h"
#include "shell/theme.h"
#include "support/memorysearch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace faceid;

namespace {

/// A text that stands nowhere else, put together at run time; the test itself holds it twice.
struct Planted
{
    explicit Planted(int seed)
    {
        for (int i = 0; i < 24; ++i) {
            narrow += char('a' + (i * 7 + seed) % 26);
            wide += QByteArray(1, narrow.back()) + '\0';
        }
    }
    int copies() const { return test::copiesInMemory(narrow) + test::copiesInMemory(wide) - 2; }
    /// Key by key, so that no text of the whole is made here.
    void typeInto(QWidget *line) const
    {
        for (const char letter : narrow)
            QTest::keyClick(line, letter);
    }

    QByteArray narrow;
    QByteArray wide; ///< as a QString has it
};

} // namespace

class TestProfileDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void addsAProfile();
    void saysWhatIsWrongAtTheField();
    void showsASecretWhileTheButtonIsHeld();
    void emptiesAFieldThatNobodyLooksAt();
    void keepsWhatTheKeychainDoesNotTake();
    void asksBeforeTypedThingsGo();
    void asksBeforeAProfileGoes();
    void putsTheOtherKeyInUse();
    void duplicatesWithoutSecrets();
    void carriesProfilesWithoutSecrets();
    void testsTheConnection();
    void leavesNoSecretInMemory();
    void wipesWhatWasTyped();
    void wipesWhatWasShown();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void click(const char *button) { QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton); }
    void type(const char *line, const QString &text)
    {
        child<QLineEdit>(line)->clear();
        QTest::keyClicks(child<QLineEdit>(line), text);
    }
    void turnTo(int page) { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(page); }
    void answer(const char *button);
    Profile saved(const QString &name, const QString &spareKey = {});
    void open();
    CredentialResult secretOf(const QString &entry);
    QString message() const { return child<QLabel>("profileMessage")->text(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<CredentialStore> m_credentials;
    Presentation m_presentation;
    std::unique_ptr<ProfileDialog> m_dialog;
};

void TestProfileDialog::initTestCase()
{
    hardenProcessMemory();
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestProfileDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_profiles = std::make_unique<ProfileStore>(*m_settings);
    m_credentials = std::make_unique<CredentialStore>();
    m_credentials->rememberPlacesIn(*m_settings);
}

void TestProfileDialog::cleanup()
{
    m_dialog.reset();
    m_credentials.reset();
    m_presentation.setOn(false);
}

void TestProfileDialog::open()
{
    m_dialog = std::make_unique<ProfileDialog>(
        *m_profiles, *m_credentials, Policy(), *m_theme, m_presentation, nullptr);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

Profile TestProfileDialog::saved(const QString &name, const QString &spareKey)
{
    Profile profile = ProfileStore::blank();
    profile.name = name;
    profile.apiKey = QStringLiteral("key of ") + name;
    profile.spareApiKey = spareKey;
    if (!m_profiles->save(profile).isEmpty())
        QTest::qFail("not saved", __FILE__, __LINE__);
    return profile;
}

/// Presses a button of the question that is open.
void TestProfileDialog::answer(const char *button)
{
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>());
    auto *box = m_dialog->findChild<QMessageBox *>();
    QTest::mouseClick(box->findChild<QAbstractButton *>(QLatin1String(button)), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>());
}

CredentialResult TestProfileDialog::secretOf(const QString &entry)
{
    std::optional<CredentialResult> result;
    m_credentials->read(entry, this, [&result](CredentialResult found) { result = std::move(found); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }))
        QTest::qFail("no answer", __FILE__, __LINE__);
    return std::move(*result);
}

void TestProfileDialog::addsAProfile()
{
    open();
    const QSignalSpy changed(m_dialog.get(), &ProfileDialog::changed);
    click("addProfile");
    type("name", QStringLiteral("Mine"));
    type("address/get_token", QStringLiteral("https://eu.example.com"));
    turnTo(1);
    type("apiKey", QStringLiteral("k-1"));
    type("apiSecret", QStringLiteral("typed secret"));
    click("sessionOnly");
    click("saveProfile");
    QTRY_COMPARE(changed.size(), 1);
    const auto profile = m_profiles->byName(QStringLiteral("Mine"));
    QVERIFY(profile);
    QCOMPARE(profile->apiKey, QStringLiteral("k-1"));
    QCOMPARE(profile->address(getToken()).host(), QStringLiteral("eu.example.com"));
    QCOMPARE(secretOf(profile->secretEntry()).secret.bytes().toByteArray(), QByteArray("typed secret"));
    QCOMPARE(child<QLineEdit>("apiSecret")->text(), QString());
    QTRY_VERIFY(child<QLabel>("apiSecretState")->text().contains(QStringLiteral("memory")));
    QVERIFY(child<QLabel>("apiSecretState")->text().contains(QStringLiteral("Fingerprint")));
    QVERIFY(!child<QAbstractButton>("saveProfile")->isEnabled());
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains("typed secret"));
}

void TestProfileDialog::saysWhatIsWrongAtTheField()
{
    saved(QStringLiteral("Mine"));
    open();
    auto *line = child<QLineEdit>("address/get_token");
    type("address/get_token", QStringLiteral("http://api.example.com"));
    QVERIFY(line->accessibleDescription().contains(QStringLiteral("https://")));
    turnTo(1);
    click("saveProfile");
    QVERIFY(line->isVisible()); // back on its page
    QVERIFY(m_profiles->byName(QStringLiteral("Mine"))->baseUrls.isEmpty());
    type("address/get_token", QStringLiteral("http://127.0.0.1:8080"));
    QVERIFY(line->accessibleDescription().isEmpty());
    click("saveProfile");
    QCOMPARE(m_profiles->byName(QStringLiteral("Mine"))->baseUrls.size(), 1);
}

void TestProfileDialog::showsASecretWhileTheButtonIsHeld()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    open();
    turnTo(1);
    QSignalSpy revealed(m_dialog.get(), &ProfileDialog::secretRevealed);
    auto *line = child<QLineEdit>("apiSecret");
    auto *button = child<QAbstractButton>("apiSecretReveal");
    QVERIFY(!button->isEnabled()); // nothing typed, nothing to see
    type("apiSecret", QStringLiteral("abc"));
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QTest::mousePress(button, Qt::LeftButton);
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    QTest::mouseRelease(button, Qt::LeftButton);
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QCOMPARE(revealed.size(), 1);
    QCOMPARE(revealed.constFirst().constFirst().toString(), profile.id);

    QTest::mousePress(button, Qt::LeftButton);
    turnTo(0); // nobody holds it any more
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    turnTo(1);
    type("apiSecret", QStringLiteral("abc"));
    m_presentation.setOn(true);
    QVERIFY(!button->isEnabled());
    QCOMPARE(line->echoMode(), QLineEdit::Password);
}

void TestProfileDialog::emptiesAFieldThatNobodyLooksAt()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    open();
    turnTo(1);
    type("apiSecret", QStringLiteral("typed"));
    turnTo(0);
    auto *line = child<QLineEdit>("apiSecret");
    QCOMPARE(line->text(), QString());
    turnTo(1);
    QVERIFY(!line->placeholderText().isEmpty());
    line->undo();
    QCOMPARE(line->text(), QString());
    click("sessionOnly");
    click("saveProfile"); // it was not lost
    QTRY_VERIFY(m_credentials->isSessionOnly(profile.secretEntry()));
    QCOMPARE(secretOf(profile.secretEntry()).secret.bytes().toByteArray(), QByteArray("typed"));
}

void TestProfileDialog::keepsWhatTheKeychainDoesNotTake()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    open();
    turnTo(1);
    type("apiSecret", QStringLiteral("typed"));
    click("saveProfile");
    QTRY_COMPARE(message(), describe(CredentialState::NoKeychain));
    QVERIFY(!m_credentials->isSessionOnly(profile.secretEntry()));
    click("sessionOnly"); // as the sentence says
    click("saveProfile");
    QTRY_VERIFY(m_credentials->isSessionOnly(profile.secretEntry()));
}

void TestProfileDialog::asksBeforeTypedThingsGo()
{
    saved(QStringLiteral("A"));
    saved(QStringLiteral("B"));
    open();
    auto *list = child<QListWidget>("profileList");
    type("name", QStringLiteral("A, changed"));
    list->setCurrentRow(1);
    answer("discardProfile");
    QTRY_COMPARE(child<QLineEdit>("name")->text(), QStringLiteral("B"));
    QVERIFY(m_profiles->byName(QStringLiteral("A")));
    type("name", QStringLiteral("B, changed"));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    answer("saveProfile");
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(m_profiles->byName(QStringLiteral("B, changed")));
}

void TestProfileDialog::asksBeforeAProfileGoes()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    m_credentials->keepForSession(profile.secretEntry(), Secret(QByteArray("s")));
    open();
    const QSignalSpy removed(m_dialog.get(), &ProfileDialog::profileRemoved);
    click("removeProfile");
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>());
    QTest::keyClick(m_dialog->findChild<QMessageBox *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>());
    QVERIFY(m_profiles->byId(profile.id));

    // Where an entry was saved in a keychain that is not there now, the profile stays, unless it is given up.
    m_settings->setValue(QStringLiteral("keychain/") + profile.secretEntry(),
        QStringList{QStringLiteral("GNOME Keyring"), QStringLiteral("Login"), QStringLiteral("/login")});
    click("removeProfile");
    answer("removeProfile");
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>()); // the second question
    QVERIFY(m_profiles->byId(profile.id));
    answer("leaveSecret");
    QTRY_VERIFY(!m_profiles->byId(profile.id));
    QCOMPARE(removed.size(), 1);
    QVERIFY(!m_credentials->isSessionOnly(profile.secretEntry()));
}

void TestProfileDialog::putsTheOtherKeyInUse()
{
    const Profile profile = saved(QStringLiteral("Mine"), QStringLiteral("next key"));
    m_credentials->keepForSession(profile.secretEntry(), Secret(QByteArray("old")));
    m_credentials->keepForSession(profile.spareSecretEntry(), Secret(QByteArray("new")));
    open();
    turnTo(1);
    click("swapKeys");
    const auto after = m_profiles->byId(profile.id);
    QCOMPARE(after->apiKey, QStringLiteral("next key"));
    QCOMPARE(after->spareApiKey, profile.apiKey);
    QCOMPARE(secretOf(after->secretEntry()).secret.bytes().toByteArray(), QByteArray("new"));
    click("removeSpare");
    QTRY_VERIFY(m_profiles->byId(profile.id)->spareApiKey.isEmpty());
    QVERIFY(!m_credentials->isSessionOnly(after->spareSecretEntry()));
    QVERIFY(m_credentials->isSessionOnly(after->secretEntry()));
}

void TestProfileDialog::duplicatesWithoutSecrets()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    m_credentials->keepForSession(profile.secretEntry(), Secret(QByteArray("s")));
    open();
    click("duplicateProfile");
    const auto copy = m_profiles->byName(QStringLiteral("Mine (2)"));
    QVERIFY(copy);
    QCOMPARE(copy->apiKey, profile.apiKey);
    QVERIFY(!m_credentials->isSessionOnly(copy->secretEntry()));
    QCOMPARE(child<QLineEdit>("name")->text(), copy->name);
}

void TestProfileDialog::carriesProfilesWithoutSecrets()
{
    const Profile profile = saved(QStringLiteral("Mine"));
    const QString path = m_folder->filePath(QStringLiteral("profiles.json"));
    QCOMPARE(exportProfiles(m_profiles->profiles(), path), QString());
    const ImportResult result = importProfiles(*m_profiles, path);
    QCOMPARE(result.problem, QString());
    QCOMPARE(result.ids.size(), 1);
    QCOMPARE(m_profiles->byId(result.ids.constFirst())->name, QStringLiteral("Mine (2)"));
    QVERIFY(!importProfiles(*m_profiles, m_settings->fileName()).problem.isEmpty());
    QVERIFY(!exportProfiles({profile}, QStringLiteral("/nonexistent/x.json")).isEmpty());
    QCOMPARE(m_profiles->profiles().size(), 2);
}

void TestProfileDialog::testsTheConnection()
{
    Profile profile = saved(QStringLiteral("Mine"));
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
    server.close();
    for (const EndpointSpec *spec : endpoints())
        profile.baseUrls.insert(spec->id, QUrl(address));
    QCOMPARE(m_profiles->save(profile), QString());
    open();
    turnTo(2);
    click("testConnection");
    QTRY_VERIFY(child<QLabel>("connectionVerdict")->text().contains(address.sliced(7)));
    QCOMPARE(child<QLabel>("connectionVerdict")->property("state").toString(), QStringLiteral("refused"));
}

void TestProfileDialog::leavesNoSecretInMemory()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("freed memory is only overwritten by glibc's own allocator");
#endif
    const Profile profile = saved(QStringLiteral("Mine"));
    open();
    turnTo(1);
    click("sessionOnly");
    const Planted planted(3);
    overwriteFreedBlocks();
    QCOMPARE(planted.copies(), 0);
    planted.typeInto(child<QLineEdit>("apiSecret"));
    auto *button = child<QAbstractButton>("apiSecretReveal");
    QTest::mousePress(button, Qt::LeftButton);
    m_dialog->repaint();
    QTest::mouseRelease(button, Qt::LeftButton);
    QVERIFY(planted.copies() > 0);
    click("saveProfile");
    QTRY_VERIFY(m_credentials->isSessionOnly(profile.secretEntry()));
    QTRY_COMPARE(planted.copies(), 1); // the store's, while the dialog is still open
    m_credentials->keepForSession(profile.secretEntry(), Secret());
    QTRY_COMPARE(planted.copies(), 0);
}

/// Where it stands, without the nets below: freed memory is not overwritten here, and the text is too long
/// for the small blocks that the field overwrites.
void TestProfileDialog::wipesWhatWasTyped()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("takes glibc's own allocator");
#else
    const Planted planted(5);
    mallopt(M_PERTURB, 0);
    {
        SecretEdit field(*m_theme, m_presentation, nullptr);
        field.show();
        QTest::keyClicks(field.line(), QString(700, u'-'));
        planted.typeInto(field.line());
        QVERIFY(planted.copies() >= 1);
        field.hide();
        QCOMPARE(planted.copies(), 1); // held, to be saved
        field.discard();
        QCOMPARE(planted.copies(), 0);
    }
    hardenProcessMemory();
#endif
}

/// The copies that Qt has made to draw it, in small blocks, at the moment when the field lets go of it.
void TestProfileDialog::wipesWhatWasShown()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("takes glibc's own allocator");
#else
    const Planted planted(9);
    SecretEdit field(*m_theme, m_presentation, nullptr);
    field.setName(QStringLiteral("planted"), QStringLiteral("planted"));
    field.show();
    planted.typeInto(field.line());
    auto *button = field.findChild<QAbstractButton *>(QStringLiteral("plantedReveal"));
    QTest::mousePress(button, Qt::LeftButton);
    field.repaint();
    QTest::mouseRelease(button, Qt::LeftButton);
    field.hide();
    QCOMPARE(planted.copies(), 1);
    field.discard();
    QCOMPARE(planted.copies(), 0);
#endif
}

QTEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
