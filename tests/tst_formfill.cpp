// The form filled from elsewhere, in the window, by clicks and keys.

#include "client/imagefile.h"
#include "form/fillpreview.h"
#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/rowmenu.h"
#include "shell/messagebar.h"
#include "shell/presentation.h"
#include "support/windowstates.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTableView>
#include <QToolButton>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

const QString photo = QStringLiteral(FACEID_PHOTO);
const QString pcUrl = getToken().host + getToken().path;

} // namespace

class TestFormFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->open());
        QGuiApplication::clipboard()->clear();
    }

    void cleanup() { m_bench.reset(); }

    void aPastedCommandFillsTheForm()
    {
        const QString biz = u"测试 \"a\" 'b' \\ $x\nline"_s;
        paste(
            u"curl '%1' -F comparison_type=0 -F uuid=u-7 --form-string $'biz_no=测试 \"a\" \\'b\\' \\\\ $x\\nline' "
            "-F 'image_ref1=@%2' -F image_ref2=@elsewhere.jpg -F api_secret=very-secret -F bizno=1"_s.arg(
                pcUrl, photo));
        QVERIFY(dialog());
        QCOMPARE(cell(u"uuid"_s), u"u-7"_s);
        QVERIFY(cell(u"image_ref1"_s).contains(photo));
        QTRY_VERIFY(!cell(u"image_ref1"_s).startsWith(u"Looking for"_s)); // in the background
        QVERIFY(cell(u"image_ref1"_s).startsWith(u"Read the file"_s));
        QVERIFY(cell(u"image_ref2"_s).contains(u"elsewhere.jpg"_s));
        QVERIFY(cell(u"api_secret"_s).contains(u"on purpose"_s));
        QVERIFY(!cell(u"bizno"_s).isEmpty());
        QVERIFY(cell(u"Host"_s).contains(u"api.megvii.com"_s)); // the sandbox is somewhere else
        tick(u"image_ref1"_s);
        click(u"curlFill"_s);
        QTRY_VERIFY(!dialog());

        QCOMPARE(form()->spec().id, getToken().id);
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QCOMPARE(form()->values().texts.value(u"uuid"_s), u"u-7"_s);
        QCOMPARE(form()->values().texts.value(u"biz_no"_s), biz);
        QCOMPARE(form()->values().photos.value(u"image_ref1"_s)->path, photo);
        QVERIFY(!form()->values().photos.contains(u"image_ref2"_s));
    }

    void noPhotoIsReadUnasked()
    {
        paste(u"curl %1 -F comparison_type=0 -F 'image_ref1=@%2'"_s.arg(pcUrl, photo));
        click(u"curlFill"_s);
        QTRY_VERIFY(!dialog());
        QVERIFY(!form()->isLoadingPhotos());
        QVERIFY(form()->values().photos.isEmpty());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"image_ref1"_s); // it is wanted and missing
    }

    void whatWasThereComesBack()
    {
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        auto *uuid = form()->findChild<QLineEdit *>(u"uuid"_s);
        uuid->selectAll();
        QTest::keyClicks(uuid, u"mine"_s);
        const FormValues before = form()->values();
        paste(u"curl %1 -F comparison_type=-1 -F biz_no=b-1"_s.arg(pcUrl));
        click(u"curlFill"_s);
        QTRY_VERIFY(!dialog());
        QVERIFY(form()->values().photos.isEmpty());
        QCOMPARE(form()->values().texts.value(u"biz_no"_s), u"b-1"_s);

        auto *undo = m_bench->visible<QToolButton>(u"messageAction"_s);
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(form()->spec().id, getBizToken().id);
        QCOMPARE(form()->values().texts, before.texts);
        QCOMPARE(form()->values().photos, before.photos);
    }

    void aSecretStaysNowhere()
    {
        paste(
            u"curl %1 -u me:hidden-secret -F sign=hidden-secret -F api_key=hidden-secret "
            "-F api_secret=hidden-secret -F comparison_type=-1 -F biz_no=number-7 -F return_url=https://e.example.com/ "
            "-F notify_url=https://e.example.com/"_s.arg(pcUrl));
        for (int row = 0; row < preview()->rowCount(); ++row) {
            for (int column = 0; column < 2; ++column)
                QVERIFY(!preview()->item(row, column)
                    || !preview()->item(row, column)->text().contains(u"hidden"_s));
        }
        click(u"curlFill"_s);
        QTRY_VERIFY(!dialog());
        for (const QString &text : form()->values().texts)
            QVERIFY(!text.contains(u"hidden"_s));
        QTest::mouseClick(m_bench->visible<QPushButton>(u"issue"_s), Qt::LeftButton);
        auto *table = m_bench->window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const QString folder = m_bench->dir.path();
        QTRY_VERIFY(
            QFileInfo(m_bench->dir.filePath(u"draft.json"_s)).size() > 0); // written in the background
        bool hasNumber = false;
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            hasNumber = hasNumber || bytes.contains("number-7");
            QVERIFY2(!bytes.contains("hidden-secret"), qPrintable(file.fileName()));
        }
        QVERIFY(hasNumber); // where the rest of the command went
    }

    void whatIsTypedIsReadAtOnce()
    {
        QVERIFY(states::openDialog(*m_bench, u"readCurl"_s));
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        auto *fill = dialog()->findChild<QPushButton *>(u"curlFill"_s);
        QVERIFY(!fill->isEnabled());
        QTest::keyClicks(text(), u"curl https://example.com/ -F uuid=1"_s);
        QVERIFY(!fill->isEnabled());
        QVERIFY(state().contains(u"https://example.com/"_s));
        text()->selectAll();
        QTest::keyClicks(text(), u"curl %1 -F comparison_type=0 -F uuid=1"_s.arg(pcUrl));
        QVERIFY(fill->isEnabled());
        QVERIFY2(state().contains(u"get_token"_s) && state().contains(u"bash"_s), qPrintable(state()));
        QCOMPARE(cell(u"uuid"_s), u"1"_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(form()->values().texts.value(u"uuid"_s) != u"1"_s);
    }

    /// A text in a field is pasted there, and other texts are no commands.
    void pastingElsewhereIsAsItWas()
    {
        QGuiApplication::clipboard()->setText(u"curl %1 -F uuid=1"_s.arg(pcUrl));
        auto *uuid = form()->findChild<QLineEdit *>(u"uuid"_s);
        uuid->setFocus();
        uuid->selectAll();
        QTest::keyClick(uuid, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!dialog());
        QVERIFY(uuid->text().startsWith(u"curl "_s));
        paste(u"no command"_s);
        QVERIFY(!dialog());
    }

    void aFormIsCarriedOverToTheOtherApi()
    {
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        FormValues typed = form()->values();
        typed.texts.insert(u"security_level"_s, u"3"_s);
        form()->setValues(typed);
        const FormValues before = form()->values();
        QTest::keyClick(m_bench->window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog());
        QCOMPARE(cell(u"uuid"_s), before.texts.value(u"uuid"_s));
        QVERIFY(cell(u"security_level"_s).contains(u"no such field"_s));
        QVERIFY(cell(u"multi_oriented_detection"_s).contains(u"would assume 0"_s));
        QVERIFY(!cell(u"return_url"_s).isEmpty()); // wanted
        QCOMPARE(form()->spec().id, getBizToken().id); // nothing has happened yet
        QTest::keyClick(dialog(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(form()->spec().id, getToken().id);
        QCOMPARE(form()->values().texts.value(u"uuid"_s), before.texts.value(u"uuid"_s));
        QCOMPARE(form()->values().texts.value(u"biz_no"_s), before.texts.value(u"biz_no"_s));
        QCOMPARE(form()->values().texts.value(u"multi_oriented_detection"_s), u"1"_s);
        QCOMPARE(form()->values().photos, before.photos);
        QTest::mouseClick(m_bench->visible<QToolButton>(u"messageAction"_s), Qt::LeftButton);
        QCOMPARE(form()->spec().id, getBizToken().id);
        QCOMPARE(form()->values().texts, before.texts);
        QCOMPARE(form()->values().photos, before.photos);
    }

    /// A row saved as an archive, and the archive opened again: what it holds of the request fills the form.
    void aRowGoesOutAsAnArchiveAndComesBack()
    {
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(m_bench->visible<QPushButton>(u"issue"_s), Qt::LeftButton);
        auto *table = m_bench->window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(
            table->model()->index(0, int(HistoryModel::Column::Outcome)).data().toString(), u"Issued"_s);
        const QString number = form()->values().texts.value(u"biz_no"_s);
        const QString path = m_bench->dir.filePath(u"row.har"_s);
        table->selectRow(0);
        Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
        auto *menu = m_bench->visible<RowMenu>();
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Save as HAR…"_s)
                action->trigger();
        }
        menu->close();
        nameFile(path);
        QTRY_VERIFY(QFile::exists(path));

        QVERIFY(!states::openDialog(*m_bench, u"readArchive"_s)->findChild<FillPreview *>());
        nameFile(path);
        QTRY_VERIFY(dialog() && dialog()->findChild<FillPreview *>());
        QVERIFY(cell(u"uuid"_s).size() > 3);
        QVERIFY(cell(u"image_ref1"_s).startsWith(u"Choose the photo again"_s));
        QCOMPARE(dialog()->findChild<QTableWidget *>(u"harEntries"_s)->item(0, 2)->text(), u"Issued"_s);
        const QString kept = cell(u"biz_no"_s);
        QVERIFY(!kept.isEmpty() && kept != number); // a new one is in the form by now
        click(u"harFill"_s);
        QTRY_VERIFY(!dialog());
        QCOMPARE(form()->values().texts.value(u"biz_no"_s), kept);
        QVERIFY(form()->values().photos.isEmpty());
        QVERIFY(m_bench->visible<QToolButton>(u"messageAction"_s));
    }

    void whatIsNoArchiveIsSaid()
    {
        const QString path = m_bench->dir.filePath(u"x.har"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        states::openDialog(*m_bench, u"readArchive"_s);
        nameFile(path);
        auto *bar = m_bench->window->findChild<MessageBar *>();
        QTRY_VERIFY(bar->accessibleName().contains(u"no HTTP archive"_s));
        QVERIFY(!dialog());
    }

    void onAProjectorNothingIsSeenOfIt()
    {
        m_bench->window->findChild<Presentation *>()->setOn(true);
        paste(u"curl %1 -F comparison_type=1 -F idcard_name=测试一 -F uuid=u-1 -F api_secret=x"_s.arg(pcUrl));
        QVERIFY(dialog());
        QVERIFY(!text()->isVisible());
        QCOMPARE(cell(u"idcard_name"_s), Presentation::dots());
        QCOMPARE(cell(u"comparison_type"_s), u"1"_s);
        QGuiApplication::clipboard()->setText(u"curl %1 -F comparison_type=-1"_s.arg(pcUrl));
        QTest::keyClick(dialog(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(cell(u"comparison_type"_s), u"-1"_s);
    }

private:
    RequestForm *form() const { return m_bench->visible<RequestForm>(); }
    QWidget *dialog() const { return states::otherWindow(*m_bench); }
    FillPreview *preview() const { return dialog()->findChild<FillPreview *>(); }
    QPlainTextEdit *text() const { return dialog()->findChild<QPlainTextEdit *>(u"curlText"_s); }
    QString state() const { return dialog()->findChild<QLabel *>(u"curlState"_s)->text(); }

    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        auto *table = m_bench->window->findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
    }

    /// In the file dialog that is open.
    void nameFile(const QString &path)
    {
        const QPointer<QFileDialog> files = qobject_cast<QFileDialog *>(dialog());
        QVERIFY(files && QTest::qWaitForWindowActive(files));
        auto *line = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        line->setText(path); // keys would bring a list of suggestions up
        auto *box = files->findChild<QDialogButtonBox *>();
        QTest::mouseClick(
            box->button(files->acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save
                                                                       : QDialogButtonBox::Open),
            Qt::LeftButton);
        QTRY_VERIFY(!files || !files->isVisible());
    }

    void click(const QString &name)
    {
        QTest::mouseClick(dialog()->findChild<QPushButton *>(name), Qt::LeftButton);
    }

    QTableWidgetItem *item(const QString &name) const
    {
        for (int row = 0; row < preview()->rowCount(); ++row) {
            if (preview()->item(row, 0)->text() == name && preview()->item(row, 1))
                return preview()->item(row, 1);
        }
        return nullptr;
    }

    QString cell(const QString &name) const { return item(name) ? item(name)->text() : QString(); }

    /// By the keyboard: to its line, and the space bar.
    void tick(const QString &name)
    {
        preview()->setFocus();
        preview()->setCurrentItem(item(name));
        QTest::keyClick(preview(), Qt::Key_Space);
        QCOMPARE(item(name)->checkState(), Qt::Checked);
    }

    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestFormFill)
#include "tst_formfill.moc"
