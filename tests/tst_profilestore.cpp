#include "credentials/profilefile.h"
#include "credentials/profilestore.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

class tst_ProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addresses_data();
    void addresses();
    void addressesThatMayBeUsed_data();
    void addressesThatMayBeUsed();
    void aSandboxWithoutAddressGoesNowhere();
    void environmentNames();
    void savesEverything();
    void fileHoldsWhatItShould();
    void refuses_data();
    void refuses();
    void namesAreTakenOnce();
    void removes();
    void toleratesForeignValues();
    void saysWhenTheFileCannotBeWritten();
    void keysChangePlaces();
    void namesEveryProblem();
    void copies();
    void travelsWithoutSecrets();
    void importsNobodysEntries();
    void refusesForeignFiles_data();
    void refusesForeignFiles();

private:
    Profile sample() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

void tst_ProfileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
}

Profile tst_ProfileStore::sample() const
{
    Profile profile = ProfileStore::blank();
    profile.name = QStringLiteral("生产, \"A\" @home");
    profile.environment = Environment::Production;
    profile.baseUrls.insert(getToken().id, QUrl(QStringLiteral("https://pc.example.com:8443/base/")));
    profile.apiKey = QStringLiteral("key,with;signs=%20");
    profile.signValiditySeconds = 321;
    profile.singleUseSign = true;
    profile.proxyMode = ProxyMode::Manual;
    profile.proxyHost = QStringLiteral("proxy.example.com");
    profile.proxyPort = 65535;
    profile.proxyUser = QStringLiteral("DOMAIN\\user");
    profile.caFile = QStringLiteral("/tmp/authorities 1.pem");
    profile.pagePattern = QStringLiteral("https://pc.example.com/do?t={token}");
    profile.spareApiKey = QStringLiteral("next-key");
    profile.keySlot = KeySlot::Second;
    profile.usesReadySign = true;
    return profile;
}

void tst_ProfileStore::addresses_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("address");
    const QString path = getToken().path;
    QTest::newRow("plain") << "https://h.example.com" << QLatin1String("https://h.example.com") + path;
    QTest::newRow("slash") << "https://h.example.com/" << QLatin1String("https://h.example.com") + path;
    QTest::newRow("port") << "http://127.0.0.1:81/" << QLatin1String("http://127.0.0.1:81") + path;
    QTest::newRow("base path") << "https://h.example.com/a/b"
                               << QLatin1String("https://h.example.com/a/b") + path;
    QTest::newRow("base path, slashes")
        << "https://h.example.com/a//" << QLatin1String("https://h.example.com/a") + path;
    QTest::newRow("escaped") << "https://h.example.com/a%2Fb"
                             << QLatin1String("https://h.example.com/a%2Fb") + path;
}

void tst_ProfileStore::addresses()
{
    QFETCH(QString, base);
    QFETCH(QString, address);
    Profile profile;
    QCOMPARE(profile.address(getToken()), QUrl(getToken().host + getToken().path));
    profile.baseUrls.insert(getToken().id, QUrl(base));
    QCOMPARE(profile.address(getToken()).toString(QUrl::FullyEncoded), address);
    QCOMPARE(profile.address(getBizToken()), QUrl(getBizToken().host + getBizToken().path));
}

void tst_ProfileStore::addressesThatMayBeUsed_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << "https://api.megvii.com" << true;
    QTest::newRow("https, port, path") << "https://api.example.com:444/x" << true;
    QTest::newRow("loopback name") << "http://localhost:8080" << true;
    QTest::newRow("loopback capitals") << "HTTP://LOCALHOST" << true;
    QTest::newRow("loopback") << "http://127.0.0.1:8080" << true;
    QTest::newRow("loopback, other") << "http://127.99.3.4" << true;
    QTest::newRow("loopback 6") << "http://[::1]:8080" << true;
    QTest::newRow("loopback 6, long") << "http://[0:0:0:0:0:0:0:1]" << true;
    QTest::newRow("http") << "http://api.megvii.com" << false;
    QTest::newRow("http, number") << "http://10.0.0.1" << false;
    QTest::newRow("http, any address") << "http://0.0.0.0:8080" << false;
    QTest::newRow("http, looks like loopback") << "http://127.0.0.1.example.com" << false;
    QTest::newRow("http, starts like loopback") << "http://127.example.com" << false;
    QTest::newRow("http, localhost below") << "http://localhost.example.com" << false;
    QTest::newRow("http, 6") << "http://[::2]" << false;
    QTest::newRow("no scheme") << "api.megvii.com" << false;
    QTest::newRow("other scheme") << "ftp://api.megvii.com" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("no host") << "https://" << false;
    QTest::newRow("no host, path") << "https:///path" << false;
    QTest::newRow("user") << "https://user@api.megvii.com" << false;
    QTest::newRow("user and password") << "https://user:pw@api.megvii.com" << false;
    QTest::newRow("query") << "https://api.megvii.com/?a=b" << false;
    QTest::newRow("fragment") << "https://api.megvii.com/#x" << false;
    QTest::newRow("bad port") << "https://api.megvii.com:99999" << false;
    QTest::newRow("empty") << "" << false;
}

void tst_ProfileStore::addressesThatMayBeUsed()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(addressProblem(QUrl(address, QUrl::StrictMode)).isEmpty(), good);
}

void tst_ProfileStore::aSandboxWithoutAddressGoesNowhere()
{
    // What was meant for a sandbox that is not running must not go to the real service.
    const Profile down = sandboxProfile({}, QStringLiteral("key"));
    QVERIFY(down.isBuiltIn());
    QCOMPARE(down.environment, Environment::Sandbox);
    for (const EndpointSpec *spec : endpoints())
        QVERIFY(!addressProblem(down.address(*spec)).isEmpty());
    const Profile up = sandboxProfile(QUrl(QStringLiteral("http://127.0.0.1:9")), QStringLiteral("key"));
    for (const EndpointSpec *spec : endpoints())
        QCOMPARE(up.address(*spec).toString(), QLatin1String("http://127.0.0.1:9") + spec->path);
    QVERIFY(down.pageAddress(getToken(), QStringLiteral("abc")).isEmpty());
    QCOMPARE(up.pageAddress(getToken(), QStringLiteral("abc")).toString(),
        QStringLiteral("http://127.0.0.1:9/faceid/liveness/v2/do?token=abc"));
    QVERIFY(up.pageAddress(getBizToken(), QStringLiteral("abc")).isEmpty());
}

void tst_ProfileStore::environmentNames()
{
    for (const Environment e : {Environment::Sandbox, Environment::Test, Environment::Production})
        QCOMPARE(environmentFromName(environmentName(e)), e);
    QCOMPARE(environmentName(Environment::Production), QStringLiteral("production"));
    QCOMPARE(environmentFromName(u"staging"), Environment::Production);
}

void tst_ProfileStore::savesEverything()
{
    const Profile saved = sample();
    {
        ProfileStore store(*m_settings);
        QCOMPARE(store.save(saved), QString());
    }
    const QString file = m_settings->fileName();
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    ProfileStore store(*m_settings);
    const auto read = store.byId(saved.id);
    QVERIFY(read);
    QCOMPARE(read->id, saved.id);
    QCOMPARE(read->name, saved.name);
    QCOMPARE(read->environment, saved.environment);
    QCOMPARE(read->baseUrls, saved.baseUrls);
    QCOMPARE(read->apiKey, saved.apiKey);
    QCOMPARE(read->signValiditySeconds, saved.signValiditySeconds);
    QCOMPARE(read->singleUseSign, saved.singleUseSign);
    QCOMPARE(read->proxyMode, saved.proxyMode);
    QCOMPARE(read->proxyHost, saved.proxyHost);
    QCOMPARE(read->proxyPort, saved.proxyPort);
    QCOMPARE(read->proxyUser, saved.proxyUser);
    QCOMPARE(read->caFile, saved.caFile);
    QCOMPARE(read->pagePattern, saved.pagePattern);
    QCOMPARE(read->spareApiKey, saved.spareApiKey);
    QCOMPARE(read->keySlot, saved.keySlot);
    QCOMPARE(read->usesReadySign, saved.usesReadySign);
    QCOMPARE(store.byName(saved.name)->id, saved.id);
    QVERIFY(!store.byName(QStringLiteral("nobody")));

    // A second profile, and a change that takes an address away again.
    Profile second = ProfileStore::blank();
    QVERIFY(second.id != saved.id);
    second.name = QStringLiteral("a first in the alphabet");
    QCOMPARE(store.save(second), QString());
    QCOMPARE(store.profiles().size(), 2);
    QCOMPARE(store.profiles().constFirst().id, second.id);
    Profile changed = saved;
    changed.baseUrls.clear();
    changed.proxyMode = ProxyMode::System;
    QCOMPARE(store.save(changed), QString());
    QVERIFY(store.byId(saved.id)->baseUrls.isEmpty());
    QCOMPARE(store.byId(saved.id)->proxyMode, ProxyMode::System);
    QCOMPARE(store.profiles().size(), 2);
}

void tst_ProfileStore::fileHoldsWhatItShould()
{
    ProfileStore store(*m_settings);
    const Profile saved = sample();
    QCOMPARE(store.save(saved), QString());
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("[profiles]"));
    QVERIFY(text.contains(saved.id.toLatin1() + "\\environment=production"));
    QVERIFY(text.contains("https://pc.example.com:8443/base/"));
    QVERIFY(!text.toLower().contains("secret"));
}

void tst_ProfileStore::refuses_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"no name", "blank name", "sandbox", "Sandbox", "sandbox id", "http", "user",
             "no host", "page without token", "page in clear", "proxy without host", "proxy without port",
             "proxy with scheme", "proxy with blank"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_ProfileStore::refuses()
{
    QFETCH(QString, what);
    ProfileStore store(*m_settings);
    Profile profile = sample();
    QUrl &address = profile.baseUrls[getToken().id];
    if (what == u"no name")
        profile.name.clear();
    else if (what == u"blank name")
        profile.name = QStringLiteral(" \t");
    else if (what == u"sandbox" || what == u"Sandbox")
        profile.name = what;
    else if (what == u"sandbox id")
        profile.id = Profile::sandboxId();
    else if (what == u"http")
        address = QUrl(QStringLiteral("http://pc.example.com"));
    else if (what == u"user")
        address = QUrl(QStringLiteral("https://u:p@pc.example.com"));
    else if (what == u"no host")
        address = QUrl(QStringLiteral("pc.example.com"));
    else if (what == u"page without token")
        profile.pagePattern = QStringLiteral("https://pc.example.com/do");
    else if (what == u"page in clear")
        profile.pagePattern = QStringLiteral("http://pc.example.com/do?token={token}");
    else if (what == u"proxy without host")
        profile.proxyHost.clear();
    else if (what == u"proxy without port")
        profile.proxyPort = 0;
    else if (what == u"proxy with scheme")
        profile.proxyHost = QStringLiteral("http://proxy.example.com");
    else if (what == u"proxy with blank")
        profile.proxyHost = QStringLiteral("proxy example");
    QVERIFY(!store.save(profile).isEmpty());
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!QFile::exists(m_settings->fileName()));
}

void tst_ProfileStore::namesAreTakenOnce()
{
    ProfileStore store(*m_settings);
    Profile first = ProfileStore::blank();
    first.name = QStringLiteral("Team");
    QCOMPARE(store.save(first), QString());
    Profile second = ProfileStore::blank();
    second.name = QStringLiteral("TEAM");
    QVERIFY(store.save(second).contains(QStringLiteral("TEAM")));
    QCOMPARE(store.profiles().size(), 1);
    first.apiKey = QStringLiteral("changed");
    QCOMPARE(store.save(first), QString()); // its own name is no obstacle
}

void tst_ProfileStore::removes()
{
    ProfileStore store(*m_settings);
    m_settings->setValue(QStringLiteral("window/size"), 1);
    Profile first = ProfileStore::blank();
    first.name = QStringLiteral("one");
    Profile second = ProfileStore::blank();
    second.name = QStringLiteral("two");
    QCOMPARE(store.save(first), QString());
    QCOMPARE(store.save(second), QString());
    for (const QString &nobody :
        {QString(), QStringLiteral("x"), QStringLiteral("../window"), Profile::sandboxId()})
        store.remove(nobody);
    QCOMPARE(store.profiles().size(), 2);
    store.remove(first.id);
    QCOMPARE(store.profiles().size(), 1);
    QVERIFY(!store.byId(first.id));
    QVERIFY(store.byId(second.id));
    QCOMPARE(m_settings->value(QStringLiteral("window/size")).toInt(), 1);
}

void tst_ProfileStore::toleratesForeignValues()
{
    const QString group = QStringLiteral("profiles/abc/");
    m_settings->setValue(group + QStringLiteral("name"), QStringLiteral("by hand"));
    m_settings->setValue(group + QStringLiteral("environment"), QStringLiteral("moon"));
    m_settings->setValue(group + QStringLiteral("signValiditySeconds"), -5);
    m_settings->setValue(group + QStringLiteral("proxy"), QStringLiteral("magic"));
    m_settings->setValue(QStringLiteral("profiles/noname/apiKey"), QStringLiteral("k"));
    ProfileStore store(*m_settings);
    QCOMPARE(store.profiles().size(), 1);
    const Profile profile = store.profiles().constFirst();
    QCOMPARE(profile.environment, Environment::Production); // the most careful reading
    QCOMPARE(profile.signValiditySeconds, Profile().signValiditySeconds);
    QCOMPARE(profile.proxyMode, ProxyMode::None);
}

void tst_ProfileStore::saysWhenTheFileCannotBeWritten()
{
    QFile blocker(m_folder->filePath(QStringLiteral("blocker")));
    QVERIFY(blocker.open(QFile::WriteOnly));
    QSettings nowhere(blocker.fileName() + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    ProfileStore store(nowhere);
    Profile profile = ProfileStore::blank();
    profile.name = QStringLiteral("lost");
    QVERIFY(store.save(profile).contains(nowhere.fileName()));
}

void tst_ProfileStore::keysChangePlaces()
{
    Profile profile = ProfileStore::blank();
    profile.apiKey = QStringLiteral("old");
    profile.spareApiKey = QStringLiteral("new");
    const QString first = profile.secretEntry();
    const QString second = profile.spareSecretEntry();
    QCOMPARE(first, profile.id); // as it was before there were two
    QVERIFY(first != second);
    profile.swapKeys();
    QCOMPARE(profile.apiKey, QStringLiteral("new"));
    QCOMPARE(profile.spareApiKey, QStringLiteral("old"));
    QCOMPARE(profile.secretEntry(), second); // nothing moves in the keychain
    QCOMPARE(profile.spareSecretEntry(), first);
    profile.swapKeys();
    QCOMPARE(profile.secretEntry(), first);

    QStringList entries = profile.secretEntries();
    QCOMPARE(entries.removeDuplicates(), 0);
    QCOMPARE(entries.size(), 4);
    QCOMPARE(profile.proofEntry(getBizToken()), first);
    profile.usesReadySign = true;
    QCOMPARE(profile.proofEntry(getBizToken()), profile.signEntry());
    QVERIFY(profile.proofEntry(getToken()).isEmpty());
}

void tst_ProfileStore::namesEveryProblem()
{
    ProfileStore store(*m_settings);
    QVERIFY(store.problems(sample()).isEmpty());
    Profile profile = sample();
    profile.name.clear();
    profile.baseUrls[getToken().id] = QUrl(QStringLiteral("http://pc.example.com"));
    profile.proxyPort = 0;
    profile.pagePattern = QStringLiteral("x");
    QStringList fields;
    for (const ProfileProblem &problem : store.problems(profile)) {
        QVERIFY(!problem.text.isEmpty());
        fields.append(problem.field);
    }
    QCOMPARE(fields,
        QStringList({QStringLiteral("name"), QStringLiteral("address/get_token"), QStringLiteral("proxyHost"),
            QStringLiteral("pagePattern")}));
    QCOMPARE(store.save(profile), store.problems(profile).constFirst().text);
}

void tst_ProfileStore::copies()
{
    ProfileStore store(*m_settings);
    const Profile first = sample();
    QCOMPARE(store.save(first), QString());
    const Profile copy = store.copyOf(first);
    QVERIFY(copy.id != first.id);
    QCOMPARE(copy.name, first.name + QStringLiteral(" (2)"));
    QCOMPARE(copy.apiKey, first.apiKey);
    QCOMPARE(copy.baseUrls, first.baseUrls);
    QVERIFY(copy.spareApiKey.isEmpty()); // its secret stays with the first
    QCOMPARE(store.save(copy), QString());
    QCOMPARE(store.copyOf(first).name, first.name + QStringLiteral(" (3)"));
    QCOMPARE(store.freeName(QStringLiteral("sandbox")), QStringLiteral("sandbox (2)"));
    QVERIFY(!store.freeName(QStringLiteral(" ")).trimmed().isEmpty());
}

void tst_ProfileStore::travelsWithoutSecrets()
{
    Profile one = sample();
    Profile two = ProfileStore::blank();
    two.name = QStringLiteral("two");
    const QByteArray file = profilesToJson({one, two});
    QVERIFY(!file.toLower().contains("secret"));
    for (const QString &own : {one.id, two.id, one.spareApiKey})
        QVERIFY2(!file.contains(own.toUtf8()), file);

    const ProfileImport import = profilesFromJson(file);
    QCOMPARE(import.problem, QString());
    QCOMPARE(import.profiles.size(), 2);
    Profile read = import.profiles.constFirst();
    QVERIFY(read.id != one.id);
    QCOMPARE(read.keySlot, KeySlot::First);
    QVERIFY(read.spareApiKey.isEmpty());
    read.id = one.id; // all the rest came along
    one.keySlot = KeySlot::First;
    one.spareApiKey.clear();
    QCOMPARE(profilesToJson({read}), profilesToJson({one}));
    QCOMPARE(read.baseUrls, one.baseUrls);
    QCOMPARE(import.profiles.constLast().environment, two.environment);
}

void tst_ProfileStore::importsNobodysEntries()
{
    // A file that names an id of this computer must not get at its secret, nor bring one of its own.
    const QByteArray file = R"({"format": "faceid-console-profiles", "version": 1, "profiles": [
        {"id": "victim", "name": "x", "apiKey": "k", "keySlot": "second", "spareApiKey": "s",
         "api_secret": "planted", "apiSecret": "planted", "secret": "planted", "unknown": {"a": 1},
         "environment": "moon", "proxyPort": 700000, "signValiditySeconds": "soon",
         "addresses": {"get_token": "https://evil.example.com", "nothing": "https://x.example.com"}}]})";
    const ProfileImport import = profilesFromJson(file);
    QCOMPARE(import.problem, QString());
    const Profile profile = import.profiles.constFirst();
    QVERIFY(profile.id != u"victim" && profile.id.size() > 20);
    QCOMPARE(profile.keySlot, KeySlot::First);
    QVERIFY(profile.spareApiKey.isEmpty());
    QCOMPARE(profile.environment, Environment::Production);
    QCOMPARE(profile.proxyPort, quint16(0));
    QCOMPARE(profile.signValiditySeconds, Profile().signValiditySeconds);
    QCOMPARE(profile.baseUrls.keys(), QStringList{getToken().id});

    ProfileStore store(*m_settings);
    QCOMPARE(store.save(profile), QString());
    QFile settings(m_settings->fileName());
    QVERIFY(settings.open(QFile::ReadOnly));
    QVERIFY(!settings.readAll().contains("planted"));
}

void tst_ProfileStore::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("PNG");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("other JSON") << QByteArray(R"({"profiles": [{"name": "x"}]})");
    QTest::newRow("none") << QByteArray(
        R"({"format": "faceid-console-profiles", "version": 1, "profiles": []})");
    QTest::newRow("newer") << QByteArray(
        R"({"format": "faceid-console-profiles", "version": 2, "profiles": [{"name": "x"}]})");
}

void tst_ProfileStore::refusesForeignFiles()
{
    QFETCH(QByteArray, file);
    const ProfileImport import = profilesFromJson(file);
    QVERIFY(!import.problem.isEmpty());
    QVERIFY(import.profiles.isEmpty());
}

QTEST_GUILESS_MAIN(tst_ProfileStore)
#include "tst_profilestore.moc"
