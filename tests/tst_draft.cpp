// Drafts, presets and the key that seals what is personal.

#include "client/imagefile.h"
#include "contract/endpointspec.h"
#include "credentials/credentialstore.h"
#include "credentials/profile.h"
#include "credentials/sealingkey.h"
#include "form/draftkeeper.h"
#include "form/presetstore.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

namespace {

const QString name = QStringLiteral("测试一");
const QString number = QStringLiteral("110101199003070038");

FormValues someValues()
{
    FormValues values;
    values.texts = {{QStringLiteral("uuid"), QStringLiteral("u-1")}, {QStringLiteral("idcard_name"), name},
        {QStringLiteral("idcard_number"), number}};
    return values;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealingRoundTrip()
    {
        const SealingKey key = SealingKey::random();
        const QByteArray plain = "name and number";
        const QByteArray sealed = key.seal(plain);
        QVERIFY(!sealed.contains("name"));
        QVERIFY(key.seal(plain) != sealed); // another nonce each time
        QCOMPARE(key.open(sealed).value(), plain);
        QCOMPARE(SealingKey::fromSecret(key.toSecret())->open(sealed).value(), plain);
        QVERIFY(!SealingKey::random().open(sealed));
        QByteArray changed = sealed;
        changed.back() = char(changed.back() ^ 1);
        QVERIFY(!key.open(changed));
        QVERIFY(!key.open(sealed.first(10)));
        QVERIFY(!SealingKey::fromSecret(Secret(QByteArray("too short"))));
    }

    void personalPartComesBackThroughTheKey()
    {
        CredentialStore credentials;
        credentials.keepForSession(QStringLiteral("draft-key"), SealingKey::random().toSecret());
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("draft.json"));
        {
            DraftKeeper keeper(file, credentials);
            QSignalSpy kept(&keeper, &DraftKeeper::personalKept);
            keeper.keep(QStringLiteral("get_token"), someValues());
            QVERIFY(kept.wait());
            QCOMPARE(kept.constFirst().constFirst().toBool(), true);
        }
        QVERIFY(contentOf(file).contains("u-1"));
        QVERIFY(!contentOf(file).contains(name.toUtf8()));
        QVERIFY(!contentOf(file).contains(number.toUtf8()));
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        QList<DraftKeeper::Draft> drafts;
        DraftKeeper later(file, credentials);
        later.restore([&drafts](const DraftKeeper::Draft &draft) { drafts.append(draft); });
        QTRY_COMPARE(drafts.size(), 2);
        QCOMPARE(drafts[0].endpointId, QStringLiteral("get_token"));
        QCOMPARE(drafts[0].texts.value(QStringLiteral("uuid")), QStringLiteral("u-1"));
        QVERIFY(!drafts[0].texts.contains(QStringLiteral("idcard_name")));
        QCOMPARE(drafts[1].texts.value(QStringLiteral("idcard_name")), name);
        QCOMPARE(drafts[1].texts.value(QStringLiteral("idcard_number")), number);
    }

    void withoutAKeychainNothingPersonalIsWritten()
    {
        // Unset would not do: the session bus is then looked for in XDG_RUNTIME_DIR, where there may be one.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        CredentialStore credentials;
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("draft.json"));
        DraftKeeper keeper(file, credentials);
        QSignalSpy kept(&keeper, &DraftKeeper::personalKept);
        keeper.keep(QStringLiteral("get_token"), someValues());
        QVERIFY(kept.wait(15'000));
        QCOMPARE(kept.constFirst().constFirst().toBool(), false);
        QTRY_VERIFY(contentOf(file).contains("u-1"));
        QVERIFY(!contentOf(file).contains(number.toUtf8()));
        QVERIFY(!contentOf(file).contains("sealed"));
    }

    void anIssuedPersonIsForgotten()
    {
        CredentialStore credentials;
        credentials.keepForSession(QStringLiteral("draft-key"), SealingKey::random().toSecret());
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("draft.json"));
        {
            DraftKeeper keeper(file, credentials);
            keeper.keep(QStringLiteral("get_token"), someValues());
            keeper.forgetPersonal();
            keeper.keep(QStringLiteral("get_token"), someValues()); // the form still shows them
        }
        DraftKeeper later(file, credentials);
        bool sealedCame = false;
        later.restore([&sealedCame](const DraftKeeper::Draft &draft) {
            sealedCame = sealedCame || draft.texts.contains(QStringLiteral("idcard_name"));
        });
        QTest::qWait(300);
        QVERIFY(!sealedCame);
    }

    void presetsKeepWhatIsGoodForAnybody()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        PresetStore presets(settings);
        const EndpointSpec &pc = getToken();
        QMap<QString, QString> texts = someValues().texts;
        texts.insert(QStringLiteral("return_url"), QStringLiteral("https://example.com/r"));
        texts.insert(QStringLiteral("biz_no"), QStringLiteral("b-1"));
        texts.insert(QStringLiteral("comparison_type"), QStringLiteral("-1"));
        presets.save(pc, QStringLiteral("演示/demo"), texts);
        QCOMPARE(presets.names(pc), QStringList({PresetStore::builtInName(), QStringLiteral("演示/demo")}));
        QVERIFY(presets.names(getBizToken()).isEmpty());
        const auto values = presets.values(pc, QStringLiteral("演示/demo"));
        QCOMPARE(
            values.keys(), QStringList({QStringLiteral("comparison_type"), QStringLiteral("return_url")}));

        presets.setDefault(QStringLiteral("p1"), pc, QStringLiteral("演示/demo"));
        QCOMPARE(presets.defaultOf(QStringLiteral("p1"), pc), QStringLiteral("演示/demo"));
        QCOMPARE(presets.defaultOf(QStringLiteral("p2"), pc), QString());
        presets.remove(pc, QStringLiteral("演示/demo"));
        QCOMPARE(presets.defaultOf(QStringLiteral("p1"), pc), QString()); // gone with the preset
    }

    void theSandboxStartsWithExampleAddresses()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        PresetStore presets(settings);
        const EndpointSpec &pc = getToken();
        const QString builtIn = PresetStore::builtInName();
        QCOMPARE(presets.defaultOf(Profile::sandboxId(), pc), builtIn);
        QCOMPARE(presets.defaultOf(QStringLiteral("p1"), pc), QString());
        QCOMPARE(presets.defaultOf(Profile::sandboxId(), getBizToken()), QString()); // wants no address
        QVERIFY(presets.isBuiltIn(pc, builtIn));
        const auto values = presets.values(pc, builtIn);
        QCOMPARE(values.keys(), QStringList({QStringLiteral("notify_url"), QStringLiteral("return_url")}));
        for (const QString &value : values)
            QVERIFY2(value.startsWith(QStringLiteral("https://example.com/")), qPrintable(value));

        presets.setDefault(Profile::sandboxId(), pc, {});
        QCOMPARE(presets.defaultOf(Profile::sandboxId(), pc), QString()); // none is a choice too
        presets.save(
            pc, builtIn, {{QStringLiteral("return_url"), QStringLiteral("https://example.com/own")}});
        QVERIFY(!presets.isBuiltIn(pc, builtIn));
        QCOMPARE(presets.names(pc), QStringList(builtIn));
        QCOMPARE(presets.values(pc, builtIn).value(QStringLiteral("return_url")),
            QStringLiteral("https://example.com/own"));
    }
};

QTEST_MAIN(TestDraft)
#include "tst_draft.moc"
