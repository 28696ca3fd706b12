// One window for each user: a second start hands its wish to the first, whatever a crash left behind.

#include "filelock.h"
#include "shell/singleinstance.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace faceid;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void aSecondStartHandsItsWishToTheFirst()
    {
        SingleInstance first(m_dir->path());
        QSignalSpy started(&first, &SingleInstance::anotherStarted);
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
            | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo(first.socketPath()).permissions() & others, QFileDevice::Permissions());

        QCOMPARE(claimElsewhere({{QStringLiteral("a b.jpg"), QStringLiteral("/测试/一.png")},
                     QStringLiteral("sandbox")}),
            SingleInstance::Role::HandedOver);
        QCOMPARE(started.size(), 1);
        const auto wish = started.first().first().value<Wish>();
        QCOMPARE(wish.photos,
            (QStringList{
                QFileInfo(QStringLiteral("a b.jpg")).absoluteFilePath(), QStringLiteral("/测试/一.png")}));
        QCOMPARE(wish.page, QStringLiteral("sandbox"));
    }

    void anotherDataFolderIsAnotherInstance()
    {
        SingleInstance first(m_dir->path());
        SingleInstance second(m_dir->filePath(QStringLiteral("other")));
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        QCOMPARE(second.claim({}), SingleInstance::Role::First);
        QVERIFY(first.socketPath() != second.socketPath());
    }

    /// Whose runs share nothing else.
    void runsOfAFlatpakMeet()
    {
        const QString shared = m_dir->filePath(QStringLiteral("app/org.example.Console"));
        QVERIFY(QDir().mkpath(shared));
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_dir->path()));
        qputenv("FLATPAK_ID", "org.example.Console");
        const QString path = SingleInstance(m_dir->path()).socketPath();
        qunsetenv("FLATPAK_ID");
        const QString outside = SingleInstance(m_dir->path()).socketPath();
        before.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", before);
        QCOMPARE(QFileInfo(path).path(), shared);
        QCOMPARE(QFileInfo(outside).path(), m_dir->path());
    }

    void whatACrashLeftBehindStopsNobody()
    {
        SingleInstance next(m_dir->path());
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(next.socketPath()).constData(), sizeof address.sun_path);
        const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        ::close(dead);
        QVERIFY(QFileInfo::exists(next.socketPath()));
        QCOMPARE(next.claim({}), SingleInstance::Role::First);
        QCOMPARE(claimElsewhere({}), SingleInstance::Role::HandedOver);
    }

    void whoConnectsAndSaysNothingBlocksNobody()
    {
        SingleInstance first(m_dir->path());
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        QLocalSocket mute;
        mute.connectToServer(first.socketPath());
        QVERIFY(mute.waitForConnected());
        QCOMPARE(claimElsewhere({}), SingleInstance::Role::HandedOver);
    }

    void theFirstThatDoesNotAnswerLeavesTheSecondAlone()
    {
        FileLock held(SingleInstance(m_dir->path()).socketPath() + QStringLiteral(".lock"));
        QVERIFY(held.tryLock());
        QElapsedTimer timer;
        timer.start();
        SingleInstance second(m_dir->path());
        QCOMPARE(second.claim({}), SingleInstance::Role::Alone);
        QVERIFY(!second.errorString().isEmpty());
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    /// As another program would: in a thread of its own, while this one's event loop runs.
    SingleInstance::Role claimElsewhere(const Wish &wish) const
    {
        std::atomic<bool> done = false;
        SingleInstance::Role role{};
        std::thread other([&, path = m_dir->path()] {
            SingleInstance instance(path);
            role = instance.claim(wish);
            done = true;
        });
        const bool inTime = QTest::qWaitFor([&done] { return done.load(); }, 20'000);
        other.join();
        return inTime ? role : SingleInstance::Role::Alone;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
