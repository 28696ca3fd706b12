#include "credentials/credentialstore.h"
#include "credentials/personkeyring.h"

#include <QTest>

using namespace faceid;

class tst_PersonKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamePersonHasTheSameCode()
    {
        const PersonKey key = PersonKey::random();
        const QByteArray number = key.ofNumber(QStringLiteral("11010119900307003X"));
        QCOMPARE(number.size(), 16);
        QCOMPARE(key.ofNumber(QStringLiteral(" 11010119900307003x\n")), number);
        QCOMPARE(key.ofName(QStringLiteral(" 测试一 ")), key.ofName(QStringLiteral("测试一")));
        // The same letters, once with the accent apart.
        QCOMPARE(key.ofName(QStringLiteral("Zoe\u0301")), key.ofName(QStringLiteral("Zo\u00e9")));
        QVERIFY(key.ofNumber(QStringLiteral("110101199003070038")) != number);
        QVERIFY(key.ofName(QStringLiteral("7")) != key.ofNumber(QStringLiteral("7")));
        QVERIFY(key.ofName(QStringLiteral("  ")).isEmpty());
    }

    void anotherKeyGivesOtherCodes()
    {
        const QString name = QStringLiteral("测试一");
        QVERIFY(PersonKey::random().ofName(name) != PersonKey::random().ofName(name));
    }

    void survivesTheKeychain()
    {
        const PersonKey key = PersonKey::random();
        const auto again = PersonKey::fromSecret(key.toSecret());
        QVERIFY(again);
        QCOMPARE(again->ofName(QStringLiteral("测试一")), key.ofName(QStringLiteral("测试一")));
        QVERIFY(key.madeAt().isValid());
        QCOMPARE(again->madeAt(), key.madeAt());
        // As an earlier version wrote it.
        const QByteArray saved = key.toSecret().bytes().toByteArray();
        const auto old = PersonKey::fromSecret(Secret(saved.first(saved.indexOf(' '))));
        QVERIFY(old && !old->madeAt().isValid());
        QCOMPARE(old->ofNumber(QStringLiteral("1")), key.ofNumber(QStringLiteral("1")));
        QVERIFY(!PersonKey::fromSecret(Secret(QByteArray("short"))));
        QVERIFY(!PersonKey::fromSecret(Secret()));
    }

    /// An entry that stands there already, however it got there, is used, and never written over.
    void theRingGivesOneKeyToAll()
    {
        CredentialStore credentials;
        const PersonKey key = PersonKey::random();
        credentials.keepForSession(QStringLiteral("person-key"), key.toSecret());
        PersonKeyring ring(credentials);
        QList<std::shared_ptr<const PersonKey>> given;
        for (int i = 0; i < 3; ++i)
            ring.get(this, [&given](const auto &one, const QString &why) {
                QCOMPARE(why, QString());
                given.append(one);
            });
        QTRY_COMPARE(given.size(), 3);
        QCOMPARE(given[0], given[2]);
        QCOMPARE(ring.key(), given[0]);
        QCOMPARE(given[0]->ofName(QStringLiteral("n")), key.ofName(QStringLiteral("n")));
        ring.get(this, [&given](const auto &one, const QString &) { given.append(one); });
        QTRY_COMPARE(given.size(), 4);
    }

    void whatIsNoKeyIsNotWrittenOver()
    {
        CredentialStore credentials;
        credentials.keepForSession(QStringLiteral("person-key"), Secret(QByteArray("somebody's notes")));
        PersonKeyring ring(credentials);
        std::optional<QString> said;
        ring.get(this, [&said](const auto &key, const QString &why) {
            QVERIFY(!key);
            said = why;
        });
        QTRY_VERIFY(said);
        QVERIFY2(said->contains(QStringLiteral("faceid-console/person-key")), qPrintable(*said));
        QVERIFY(credentials.isSessionOnly(QStringLiteral("person-key")));
    }

    void withoutAKeychainThereIsNone()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DISPLAY"); // by which a bus would be started
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        CredentialStore credentials;
        PersonKeyring ring(credentials);
        bool answered = false;
        ring.get(this, [&answered](const auto &key, const QString &why) {
            QVERIFY(!key);
            QVERIFY(!why.isEmpty());
            answered = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000);
        QVERIFY(!ring.key());
    }
};

QTEST_GUILESS_MAIN(tst_PersonKey)
#include "tst_personkey.moc"
