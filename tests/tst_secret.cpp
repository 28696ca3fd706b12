#include "credentials/secret.h"
#include "support/memorysearch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <type_traits>

using namespace faceid;

namespace {

/// Copies of the text whose bytes, each plus one, are \a shifted, in the writable memory of this program. The
/// text itself must stand nowhere for this to mean anything, so it is never handed over.
[[maybe_unused]] int copiesInMemory(const QByteArray &shifted)
{
    int found = 0;
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        // In place: what is read into a buffer would be found there once more.
        const QList<QByteArray> ends = words[0].split('-');
        const auto *at = reinterpret_cast<const char *>(ends[0].toULongLong(nullptr, 16));
        const auto *end = reinterpret_cast<const char *>(ends[1].toULongLong(nullptr, 16));
        for (; at + shifted.size() <= end; ++at) {
            qsizetype same = 0;
            while (same < shifted.size() && char(at[same] + 1) == shifted[same])
                ++same;
            found += same == shifted.size() ? 1 : 0;
        }
    }
    return found;
}

/// A text of its own for each call, returned shifted; \a plain receives it.
[[maybe_unused]] QByteArray makeText(QByteArray &plain)
{
    static char next = 'b';
    plain = QByteArray(24, Qt::Uninitialized);
    for (qsizetype i = 0; i < plain.size(); ++i)
        plain[i] = char(next + i % 7);
    next = char(next + 2); // one more would be the shifted text of this call
    QByteArray result = plain;
    for (char &c : result)
        c = char(c + 1);
    return result;
}

} // namespace

class tst_Secret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAndNeverCopies();
    void fingerprintsAreShortHashes();
    void wipingLeavesOtherHoldersAlone();
    void wipingSharedBytesReachesEveryHolder();
    void nothingStaysInMemory();
    void overwritesFreedBlocks();
};

void tst_Secret::movesAndNeverCopies()
{
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
    static_assert(std::is_nothrow_move_constructible_v<Secret>);

    QByteArray bytes("first-secret");
    Secret first(std::move(bytes));
    QVERIFY(bytes.isEmpty());
    QCOMPARE(first.bytes().toByteArray(), QByteArray("first-secret"));

    Secret second(std::move(first));
    QVERIFY(first.isEmpty());
    Secret third(QByteArray("to be overwritten"));
    third = std::move(second);
    QVERIFY(second.isEmpty());
    QCOMPARE(third.bytes().toByteArray(), QByteArray("first-secret"));

    const Secret twin = third.duplicate();
    third.wipe();
    QVERIFY(third.isEmpty());
    QCOMPARE(twin.bytes().toByteArray(), QByteArray("first-secret"));
    QVERIFY(Secret().isEmpty());
}

void tst_Secret::fingerprintsAreShortHashes()
{
    const Secret secret(QByteArray("demo_secret"));
    QCOMPARE(secret.fingerprint(),
        QCryptographicHash::hash("demo_secret", QCryptographicHash::Sha256).toHex().first(8));
    QVERIFY(secret.fingerprint() != Secret(QByteArray("demo_secreu")).fingerprint());
}

void tst_Secret::wipingLeavesOtherHoldersAlone()
{
    QByteArray bytes("0123456789");
    const QByteArray other = bytes;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, QByteArray("0123456789"));

    QString text = QStringLiteral("typed");
    wipe(text);
    QVERIFY(text.isEmpty());
}

void tst_Secret::wipingSharedBytesReachesEveryHolder()
{
    QByteArray bytes(QByteArray("0123456789").constData(), 10);
    const QByteArray other = bytes;
    wipeShared(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, QByteArray(10, '\0'));
    wipeShared(bytes); // nothing to do
}

void tst_Secret::nothingStaysInMemory()
{
#if defined(__SANITIZE_ADDRESS__) || !defined(Q_OS_LINUX)
    QSKIP("Reads its own memory, which takes a plain build on Linux.");
#else
    hardenProcessMemory();
    QByteArray plain;
    const QByteArray kept = makeText(plain);
    QCOMPARE(copiesInMemory(kept), 1); // the search finds what is there
    wipe(plain);
    QCOMPARE(copiesInMemory(kept), 0);

    const QByteArray moved = makeText(plain);
    {
        Secret secret(std::move(plain));
        const Secret twin = secret.duplicate();
        Secret other = std::move(secret);
        QCOMPARE(copiesInMemory(moved), 2);
        other = Secret();
        QCOMPARE(copiesInMemory(moved), 1);
    }
    QCOMPARE(copiesInMemory(moved), 0);

    const QByteArray typed = makeText(plain);
    QString text = QString::fromLatin1(plain);
    QCOMPARE(copiesInMemory(typed), 1);
    plain.detach();
    Secret(std::move(plain)).wipe();
    wipe(text);
    QCOMPARE(copiesInMemory(typed), 0);
#endif
}

void tst_Secret::overwritesFreedBlocks()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("only glibc's own allocator holds small blocks ready");
#endif
    for (const int length : {24, 40, 200, 900}) {
        QByteArray planted;
        for (int i = 0; i < length; ++i)
            planted += char('A' + (i * 11 + length) % 26);
        overwriteFreedBlocks();
        // What lies in front of a freed block is used by the allocator, so only the end of it is looked for.
        const QByteArray needle(planted.constData() + 16, planted.size() - 16);
        const int own = faceid::test::copiesInMemory(needle);
        {
            const QByteArray copy(planted.constData(), planted.size());
            QCOMPARE(faceid::test::copiesInMemory(needle), own + 1);
        }
        overwriteFreedBlocks();
        QCOMPARE(faceid::test::copiesInMemory(needle), own);
    }
}

QTEST_GUILESS_MAIN(tst_Secret)
#include "tst_secret.moc"
