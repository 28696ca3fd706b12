// Nothing is cut: in the smallest window that the design promises, every text of every state has the room it
// needs, in both languages, and with larger type in a window as large as it asks for.

#include "form/formstack.h"
#include "shell/elidedline.h"
#include "shell/presentation.h"
#include "support/windowstates.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace faceid;

namespace {

constexpr QSize smallest(1024, 640);

/// Whether an edge of its surroundings hides part of \a widget; what can be scrolled to is not hidden.
bool isCovered(const QWidget *widget)
{
    QRect visible = widget->rect();
    for (const QWidget *around = widget; !around->isWindow(); around = around->parentWidget()) {
        const QWidget *parent = around->parentWidget();
        if (qobject_cast<const QScrollArea *>(parent->parentWidget()))
            return false;
        visible = QRect(around->mapToParent(visible.topLeft()), visible.size());
        if (!parent->rect().contains(visible))
            return true;
    }
    return false;
}

/// How many pixels \a label or button is short of, in either direction; 0 or less when its text fits.
int missing(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return 0;
        if (label->wordWrap())
            return label->heightForWidth(label->width()) - label->height();
        return label->sizeHint().width() - label->width();
    }
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || button->text().isEmpty()
        || button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return 0; // the one that is ignored shortens its text itself
    return std::max(
        button->sizeHint().width() - button->width(), button->sizeHint().height() - button->height());
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

/// Every text that does not fit, one a line.
QString cutTexts(QWidget *window)
{
    QStringList cut;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != window || textOf(widget).isEmpty())
            continue;
        const int short_ = missing(widget);
        if (short_ > 0 || isCovered(widget))
            cut.append(QStringLiteral("%1 px short, %2 x %3: %4 “%5”")
                           .arg(short_)
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(QString::fromLatin1(widget->metaObject()->className()), textOf(widget)));
    }
    return cut.join(u'\n');
}

} // namespace

class TestRoomForTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_bench.reset();
        QApplication::setFont(m_font);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("presenting");
        QTest::addColumn<double>("type"); // of the desktop, times the usual
        for (const char *language : {"en", "zh_CN"}) {
            QTest::addRow("%s", language) << QString::fromLatin1(language) << false << 1.0;
            QTest::addRow("%s, presenting", language) << QString::fromLatin1(language) << true << 1.0;
            QTest::addRow("%s, larger type", language) << QString::fromLatin1(language) << false << 1.5;
        }
    }

    /// With larger type the window may ask for more than the smallest size, but not for more than it gets.
    void nothingIsCut()
    {
        QFETCH(QString, language);
        QFETCH(bool, presenting);
        QFETCH(double, type);
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * type);
        QApplication::setFont(font);
        m_bench = std::make_unique<WindowBench>();
        m_bench->settings.setValue(QStringLiteral("window/language"), language);
        QVERIFY(m_bench->open());
        m_bench->window->findChild<Presentation *>()->setOn(presenting);
        for (const states::State &state : states::all()) {
            m_bench->window->resize(smallest);
            state.enter(*m_bench);
            for (int round = 0; round < 3; ++round) // who asks for more room makes the window wider by itself
                QCoreApplication::processEvents();
            if (!presenting && type == 1.0)
                QVERIFY2(m_bench->window->size() == smallest,
                    qPrintable(QStringLiteral("%1 needs %2 x %3")
                                   .arg(QString::fromLatin1(state.name))
                                   .arg(m_bench->window->width())
                                   .arg(m_bench->window->height())));
            // A text that has just come up is laid out in rounds.
            QVERIFY2(QTest::qWaitFor([this] { return cutTexts(m_bench->window.get()).isEmpty(); }, 2000),
                qPrintable(QString::fromLatin1(state.name) + u'\n' + cutTexts(m_bench->window.get())));
        }
    }

    void dialogsHaveRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
    }

    void dialogsHaveRoom()
    {
        QFETCH(QString, language);
        m_bench = std::make_unique<WindowBench>();
        m_bench->settings.setValue(QStringLiteral("window/language"), language);
        QVERIFY(m_bench->open());
        states::end(*m_bench, states::ended(Outcome::Issued));
        for (const QString &id : states::dialogs()) {
            QWidget *dialog = states::openDialog(*m_bench, id);
            QVERIFY2(dialog, qPrintable(id));
            QVERIFY2(QTest::qWaitFor([dialog] { return cutTexts(dialog).isEmpty(); }, 2000),
                qPrintable(id + u'\n' + cutTexts(dialog)));
            dialog->close();
            QTRY_VERIFY(!states::otherWindow(*m_bench));
        }
    }

    /// Qt 6.4 styles widgets that are gone when a style sheet is set in place of another.
    void presentingAfterAWindowIsGone()
    {
        m_bench = std::make_unique<WindowBench>();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_bench->open());
            m_bench->window->findChild<Presentation *>()->setOn(true);
        }
        QVERIFY(m_bench->window->findChild<Presentation *>()->isOn());
    }

    void aLongValueSaysThatItGoesOn()
    {
        m_bench = std::make_unique<WindowBench>();
        ElidedLine line(m_bench->theme, &ThemeColors::panel, nullptr);
        line.resize(120, 30);
        line.setText(QStringLiteral("short"));
        QVERIFY(!line.isCut());
        line.setText(QStringLiteral("long enough to need several times the room that there is"));
        QVERIFY(line.isCut());
        line.setCursorPosition(0);
        const QImage beginning = line.grab().toImage();
        line.setCursorPosition(1);
        QVERIFY(line.grab().toImage() != beginning); // no ellipsis
    }

private:
    const QFont m_font = QApplication::font();
    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestRoomForTexts)
#include "tst_roomfortexts.moc"
