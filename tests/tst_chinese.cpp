// The Chinese window speaks Chinese: whatever is on the screen, in a tool tip or told to a screen reader has
// no Latin word but the names of parameters, codes and keys, and what goes by its Latin name in Chinese, too.

#include "export/codewriter.h"
#include "form/photodialog.h"
#include "form/requestform.h"
#include "history/bundledialog.h"
#include "history/comparedialog.h"
#include "outcome/messagedialog.h"
#include "shell/presentation.h"
#include "support/madepicture.h"
#include "support/windowstates.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>

using namespace faceid;

namespace {

/// Words that stay as they are in Chinese.
const QStringList &properNames()
{
    static const QStringList names{QStringLiteral("token"), QStringLiteral("SDK"), QStringLiteral("PC"),
        QStringLiteral("API"), QStringLiteral("FaceID"), QStringLiteral("HTTP"), QStringLiteral("HTTPS"),
        QStringLiteral("JSON"), QStringLiteral("PNG"), QStringLiteral("JPEG"), QStringLiteral("SVG"),
        QStringLiteral("KYC"), QStringLiteral("MB"), QStringLiteral("POST"), QStringLiteral("English"),
        QStringLiteral("ms"), QStringLiteral("GPS"), QStringLiteral("EXIF"), QStringLiteral("Qt"),
        QStringLiteral("Console"), QStringLiteral("ID"), QStringLiteral("X"), QStringLiteral("Esc"),
        QStringLiteral("Del"), QStringLiteral("CA"), QStringLiteral("KiB"), QStringLiteral("faceidctl"),
        QStringLiteral("sandbox"), QStringLiteral("cURL"), QStringLiteral("bash"), QStringLiteral("cmd"),
        QStringLiteral("PowerShell")};
    return names;
}

/// \a text without what may be Latin: parameters (they have an underscore or stand in a table), codes in
/// capitals, keys, addresses, files and values.
QStringList foreignWords(const QString &text)
{
    static const QRegularExpression address(
        QStringLiteral("https?://\\S*|(?:\\w+\\.)+com\\b|\\S*[/\\\\]\\S*|\\S*\\d\\S*|\\{\\w+\\}"));
    static const QRegularExpression keys(QStringLiteral(
        "\\b(?:Ctrl|Shift|Alt|Return|Esc|Del|Delete|Left|Right|F|Tab|Z|C|V|K|N|E|Q|B)(?=[+\\s)/]|$)(?:\\+\\S+)?"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z_]*"));
    QString rest = text;
    rest.remove(QSysInfo::prettyProductName());
    rest.remove(QLatin1String(sandboxApiKey)).remove(QLatin1String(sandboxApiSecret));
    for (const ScenarioEntry &entry : scenarioCatalog()) // names to be typed
        rest = rest == entry.name ? QString() : rest;
    for (const CodeLanguage &language : codeLanguages())
        rest = rest == QLatin1String(language.title) ? QString() : rest;
    rest.remove(QChar(0x200b)).remove(address).remove(keys); // where a long name may break
    QStringList words;
    for (auto it = word.globalMatch(rest); it.hasNext();) {
        const QString found = it.next().captured();
        bool isParameter = found.contains(u'_') || (found == found.toUpper() && found.size() > 2);
        for (const EndpointSpec *spec : endpoints())
            isParameter = isParameter || spec->field(found);
        if (!isParameter && !properNames().contains(found))
            words.append(found);
    }
    return words;
}

void addActions(const QMenu *menu, QStringList &texts)
{
    for (const QAction *action : menu->actions()) {
        texts.append(action->text());
        if (action->menu())
            addActions(action->menu(), texts);
    }
}

/// Whatever \a widget shows or tells, without the values of fields.
QStringList textsOf(QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->isWindow() ? widget->windowTitle() : QString()};
    if (const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget))
        texts << accessible->text(QAccessible::Name) << accessible->text(QAccessible::Description);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append(label->text());
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append(button->text());
    if (const auto *line = qobject_cast<QLineEdit *>(widget))
        texts.append(line->placeholderText());
    if (const auto *menu = qobject_cast<QMenu *>(widget))
        addActions(menu, texts);
    if (const auto *box = qobject_cast<QComboBox *>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts.append(box->itemText(i));
    }
    if (const auto *bar = qobject_cast<QTabBar *>(widget)) {
        for (int i = 0; i < bar->count(); ++i)
            texts.append(bar->tabText(i));
    }
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts.append(view->model()->headerData(column, Qt::Horizontal).toString());
    }
    return texts;
}

/// Every text with a foreign word on or in \a window, one a line.
QString foreignTexts(QWidget *window)
{
    QStringList found;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.prepend(window);
    for (QWidget *widget : std::as_const(widgets)) {
        for (const QString &text : textsOf(widget)) {
            const QStringList words = foreignWords(text);
            if (!words.isEmpty())
                found.append(QStringLiteral("%1 %2: %3 in “%4”")
                                 .arg(QString::fromLatin1(widget->metaObject()->className()),
                                     widget->objectName(), words.join(u' '), text));
        }
    }
    found.removeDuplicates();
    return found.join(u'\n');
}

} // namespace

class TestChinese : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->settings.setValue(QStringLiteral("window/language"), QStringLiteral("zh_CN"));
        QVERIFY(m_bench->open());
    }

    void cleanup() { m_bench.reset(); }

    void knowsWhatIsForeign_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a sentence") << QStringLiteral("Nothing is sent") << QStringLiteral("Nothing is sent");
        QTest::newRow("half of it") << QStringLiteral("没有 sent") << QStringLiteral("sent");
        QTest::newRow("a parameter") << QStringLiteral("用户标识 uuid，comparison_type=0 时必填")
                                     << QString();
        QTest::newRow("a code") << QStringLiteral("BAD_ARGUMENTS:uuid：141 字节") << QString();
        QTest::newRow("keys") << QStringLiteral("复制 Ctrl+1、Ctrl+Shift+C / Del") << QString();
        QTest::newRow("an address") << QStringLiteral("打开 https://example.com/what/it/is") << QString();
        QTest::newRow("a name") << QStringLiteral("签发 token") << QString();
    }

    void knowsWhatIsForeign()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(foreignWords(text).join(u' '), words);
    }

    void theWindow()
    {
        for (const states::State &state : states::all()) {
            if (qstrcmp(state.name, "refused at length") == 0)
                continue; // the words of a service
            state.enter(*m_bench);
            verifyChinese(m_bench->window.get(), QString::fromLatin1(state.name));
        }
    }

    /// The palette and the sheet list every action; the menu and the dialogs behind them come up from there.
    void theDialogs()
    {
        states::end(*m_bench, states::ended(Outcome::Issued));
        for (const QString &id : states::dialogs()) {
            QWidget *dialog = states::openDialog(*m_bench, id);
            QVERIFY2(dialog, qPrintable(id));
            verifyChinese(dialog, id);
            dialog->close();
            QTRY_VERIFY(!states::otherWindow(*m_bench));
        }
    }

    void theDialogsOfOneThing()
    {
        auto tooWide = std::make_shared<ImageFile>();
        tooWide->path = QStringLiteral("照片1.jpg");
        tooWide->bytes = madePicture("jpeg", {5000, 20});
        tooWide->facts = inspectImage(tooWide->bytes);
        PhotoDialog photo(QStringLiteral("image_ref1"), tooWide, FileState::Changed, m_bench->theme, nullptr);
        verifyChinese(&photo, QStringLiteral("photo"));
        MessageTemplates templates(m_bench->settings);
        MessageDialog messages(templates, nullptr);
        verifyChinese(&messages, QStringLiteral("messages"));
        const Exchange exchange = states::ended(Outcome::Issued);
        Presentation presentation;
        CompareDialog compare(
            m_bench->history, exchange.id, exchange.id, m_bench->theme, presentation, nullptr);
        verifyChinese(&compare, QStringLiteral("compare"));
        BundleDialog bundle({exchange}, m_bench->theme, presentation, nullptr);
        verifyChinese(&bundle, QStringLiteral("bundle in the making"));
        QTRY_VERIFY(bundle.findChild<QListWidget *>()->count() > 0);
        verifyChinese(&bundle, QStringLiteral("bundle"));
    }

private:
    static void verifyChinese(QWidget *window, const QString &name)
    {
        const QString foreign = foreignTexts(window);
        QVERIFY2(foreign.isEmpty(), qPrintable(name + u'\n' + foreign));
    }

    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestChinese)
#include "tst_chinese.moc"
