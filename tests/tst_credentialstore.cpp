#include "credentials/credentialstore.h"

#include <QSet>
#include <QTest>

#include <optional>

using namespace faceid;

/// What needs no keychain; tst_keychain has the rest. No session bus can be reached here.
class tst_CredentialStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsSecretsInMemory();
    void answersLaterAndOnce();
    void dropsAnswersOfContextsThatAreGone();
    void answersWhenItIsDestroyed();
    void refusesAnEmptySecret();
    void withoutAKeychainMemoryIsKept();
    void sentences();
    void entries();
};

namespace {

/// Fills in the first answer and fails on a second.
CredentialStore::Callback into(std::optional<CredentialResult> &result)
{
    return [&result](CredentialResult answer) {
        QVERIFY(!result);
        result = std::move(answer);
    };
}

} // namespace

void tst_CredentialStore::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
}

void tst_CredentialStore::keepsSecretsInMemory()
{
    CredentialStore store;
    QVERIFY(!store.isSessionOnly(QStringLiteral("p")));
    store.keepForSession(QStringLiteral("p"), Secret(QByteArray("one")));
    store.keepForSession(QStringLiteral("p"), Secret(QByteArray("two")));
    store.keepForSession(QStringLiteral("q"), Secret(QByteArray("other")));
    QVERIFY(store.isSessionOnly(QStringLiteral("p")));

    for (int again = 0; again < 2; ++again) { // reading takes nothing away
        std::optional<CredentialResult> result;
        store.read(QStringLiteral("p"), this, into(result));
        QTRY_VERIFY(result);
        QCOMPARE(result->state, CredentialState::InMemory);
        QVERIFY(result->ok());
        QCOMPARE(result->secret.bytes().toByteArray(), QByteArray("two"));
    }
    store.keepForSession(QStringLiteral("p"), Secret());
    QVERIFY(!store.isSessionOnly(QStringLiteral("p")));
    QVERIFY(store.isSessionOnly(QStringLiteral("q")));
}

void tst_CredentialStore::answersLaterAndOnce()
{
    CredentialStore store;
    store.keepForSession(QStringLiteral("p"), Secret(QByteArray("one")));
    std::optional<CredentialResult> result;
    store.read(QStringLiteral("p"), this, into(result));
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QCoreApplication::processEvents();
}

void tst_CredentialStore::dropsAnswersOfContextsThatAreGone()
{
    CredentialStore store;
    store.keepForSession(QStringLiteral("p"), Secret(QByteArray("one")));
    std::optional<CredentialResult> fromMemory;
    std::optional<CredentialResult> fromKeychain;
    std::optional<CredentialResult> last;
    {
        QObject context;
        store.read(QStringLiteral("p"), &context, into(fromMemory));
        store.read(QStringLiteral("x"), &context, into(fromKeychain));
    }
    store.read(QStringLiteral("y"), this, into(last));
    QTRY_VERIFY(last);
    QVERIFY(!fromMemory);
    QVERIFY(!fromKeychain);
}

void tst_CredentialStore::answersWhenItIsDestroyed()
{
    std::optional<CredentialResult> read;
    std::optional<CredentialResult> written;
    {
        CredentialStore store;
        store.read(QStringLiteral("p"), this, into(read));
        store.write(QStringLiteral("p"), Secret(QByteArray("one")), this, into(written));
    }
    QVERIFY(!read);
    QTRY_VERIFY(read && written);
    QCOMPARE(read->state, CredentialState::NoAnswer);
    QCOMPARE(written->state, CredentialState::NoAnswer);
    QTest::qWait(100); // the jobs go on and find nobody
}

void tst_CredentialStore::refusesAnEmptySecret()
{
    CredentialStore store;
    std::optional<CredentialResult> result;
    store.write(QStringLiteral("p"), Secret(), this, into(result));
    QTRY_VERIFY(result);
    QCOMPARE(result->state, CredentialState::Failed);
    QVERIFY(!result->ok());
}

void tst_CredentialStore::withoutAKeychainMemoryIsKept()
{
    CredentialStore store;
    store.keepForSession(QStringLiteral("p"), Secret(QByteArray("one")));
    std::optional<CredentialResult> written;
    store.write(QStringLiteral("p"), Secret(QByteArray("two")), this, into(written));
    QTRY_VERIFY(written);
    QVERIFY(!written->ok());
    std::optional<CredentialResult> read;
    store.read(QStringLiteral("p"), this, into(read));
    QTRY_VERIFY(read);
    QCOMPARE(read->secret.bytes().toByteArray(), QByteArray("one")); // what was there before still counts

    std::optional<CredentialResult> removed;
    store.remove(QStringLiteral("p"), this, into(removed));
    QVERIFY(!store.isSessionOnly(QStringLiteral("p")));
    QTRY_VERIFY(removed);
}

void tst_CredentialStore::sentences()
{
    QSet<QString> all;
    for (const CredentialState state :
        {CredentialState::InKeychain, CredentialState::InMemory, CredentialState::Missing,
            CredentialState::NoKeychain, CredentialState::Locked, CredentialState::Denied,
            CredentialState::NoAnswer, CredentialState::NotVerified, CredentialState::Failed}) {
        QVERIFY(describe(state).endsWith(u'.'));
        all.insert(describe(state));
    }
    QCOMPARE(all.size(), 9);
    QVERIFY(describe(CredentialState::Locked).contains(QStringLiteral("Unlock it")));
}

void tst_CredentialStore::entries()
{
    QCOMPARE(CredentialStore::entryName(QStringLiteral("42")), QStringLiteral("faceid-console/42"));
}

QTEST_GUILESS_MAIN(tst_CredentialStore)
#include "tst_credentialstore.moc"
