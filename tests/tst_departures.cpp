#include "history/departures.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace faceid;

/// What a dead program's requests have come to, from the file that it leaves behind.
class TestDepartures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatLeft();
    void saysNothingWithoutAFile();
    void countsOnlyInTheSameBoot();
    void knowsNothingOfAFileThatIsCutShort();
    void goesWhenANoteCannotBeWritten();
    void goesInTheEnd();
    void noteIsThereBeforeAddReturns();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestDepartures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("p.sent"));
}

void TestDepartures::tellsWhatLeft()
{
    const QUuid one = QUuid::createUuid();
    const QUuid other = QUuid::createUuid();
    {
        Departures departures;
        departures.open(m_path);
        QCOMPARE(Departures::of(m_path), QSet<QUuid>());
        departures.add(one);
        departures.add(other);
    } // as a program that dies: the file stays
    QCOMPARE(Departures::of(m_path), QSet<QUuid>({one, other}));
    QCOMPARE(QFileInfo(m_path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestDepartures::saysNothingWithoutAFile()
{
    QVERIFY(!Departures::of(m_path));
    Departures departures;
    departures.open(m_folder->filePath(QStringLiteral("no/folder")));
    departures.add(QUuid::createUuid()); // goes nowhere
    QVERIFY(!Departures::of(m_folder->filePath(QStringLiteral("no/folder"))));
}

void TestDepartures::countsOnlyInTheSameBoot()
{
    {
        Departures departures;
        departures.open(m_path);
        departures.add(QUuid::createUuid());
    }
    QFile file(m_path);
    QVERIFY(file.open(QFile::ReadWrite));
    char first = 0;
    QVERIFY(file.getChar(&first) && file.seek(0) && file.putChar(char(first ^ 1))); // as before a power cut
    file.close();
    QVERIFY(!Departures::of(m_path));
}

void TestDepartures::knowsNothingOfAFileThatIsCutShort()
{
    {
        Departures departures;
        departures.open(m_path);
        departures.add(QUuid::createUuid());
    }
    QVERIFY(QFile::resize(m_path, QFileInfo(m_path).size() - 1));
    QVERIFY(!Departures::of(m_path));
    QVERIFY(QFile::resize(m_path, 3));
    QVERIFY(!Departures::of(m_path));
}

void TestDepartures::goesWhenANoteCannotBeWritten()
{
    // A disk that is full from the first byte on.
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_path));
    Departures departures;
    departures.open(m_path);
    QVERIFY(!QFileInfo(m_path).isSymLink());
    departures.add(QUuid::createUuid());
    QVERIFY(!Departures::of(m_path));
    QVERIFY(QFile::exists(QStringLiteral("/dev/full")));
}

void TestDepartures::goesInTheEnd()
{
    Departures departures;
    departures.open(m_path);
    departures.remove();
    QVERIFY(!QFile::exists(m_path));
    departures.add(QUuid::createUuid());
    QVERIFY(!QFile::exists(m_path));
}

void TestDepartures::noteIsThereBeforeAddReturns()
{
    Departures departures;
    departures.open(m_path);
    for (int i = 1; i <= 100; ++i) {
        const QUuid id = QUuid::createUuid();
        departures.add(id);
        const std::optional<QSet<QUuid>> noted = Departures::of(m_path);
        QVERIFY(noted && noted->contains(id) && noted->size() == i);
    }
}

QTEST_GUILESS_MAIN(TestDepartures)
#include "tst_departures.moc"
