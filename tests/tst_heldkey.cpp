// A key that is held down is told from one that is pressed again, as X11 and others report them.

#include "shell/heldkey.h"

#include <QKeyEvent>
#include <QTest>
#include <QWidget>

using namespace faceid;

class TestHeldKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_keys = std::make_unique<HeldKey>(); }

    void aPressIsNoRepeat()
    {
        send(QEvent::KeyPress, 100);
        QVERIFY(!m_keys->isRepeating());
    }

    void aReleaseAndAPressOfOneMomentAreARepeat()
    {
        send(QEvent::KeyPress, 100);
        send(QEvent::KeyRelease, 760);
        send(QEvent::ShortcutOverride, 760);
        QVERIFY(m_keys->isRepeating());
        send(QEvent::KeyRelease, 800);
        QVERIFY(!m_keys->isRepeating()); // let go, as far as anybody knows yet
        send(QEvent::KeyPress, 800);
        QVERIFY(m_keys->isRepeating());
    }

    void pressedAgainIsNoRepeat()
    {
        send(QEvent::KeyPress, 100);
        send(QEvent::KeyRelease, 150);
        send(QEvent::KeyPress, 160);
        QVERIFY(!m_keys->isRepeating());
    }

    void anotherKeyOfThatMomentIsNoRepeat()
    {
        send(QEvent::KeyRelease, 150, Qt::Key_A);
        send(QEvent::KeyPress, 150);
        QVERIFY(!m_keys->isRepeating());
    }

    void eventsWithoutATimeAreNoRepeats()
    {
        send(QEvent::KeyRelease, 0);
        send(QEvent::KeyPress, 0);
        QVERIFY(!m_keys->isRepeating());
    }

    void whatQtCallsARepeatIsOne()
    {
        send(QEvent::KeyPress, 100, Qt::Key_Return, true);
        QVERIFY(m_keys->isRepeating());
    }

    void aClickIsNone()
    {
        send(QEvent::KeyPress, 100, Qt::Key_Return, true);
        QTest::mouseClick(&m_widget, Qt::LeftButton);
        QVERIFY(!m_keys->isRepeating());
    }

private:
    void send(QEvent::Type type, quint64 time, int key = Qt::Key_Return, bool isAutoRepeat = false)
    {
        QKeyEvent event(type, key, Qt::ControlModifier, QString(), isAutoRepeat);
        event.setTimestamp(time);
        QCoreApplication::sendEvent(&m_widget, &event);
    }

    std::unique_ptr<HeldKey> m_keys;
    QWidget m_widget;
};

QTEST_MAIN(TestHeldKey)
#include "tst_heldkey.moc"
