#include "formdesk.h"

#include "client/worker.h"
#include "export/har.h"
#include "form/carrydialog.h"
#include "form/curldialog.h"
#include "form/hardialog.h"
#include "form/presetbutton.h"
#include "form/requestform.h"
#include "mainmenu.h"
#include "shell/environmentband.h"
#include "shell/messagebar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>

namespace faceid {

namespace {

/// The texts among \a parts.
FormValues valuesOf(const Parts &parts)
{
    FormValues values;
    for (const Part &part : parts) {
        if (!part.isFile())
            values.texts.insert(part.name, QString::fromUtf8(part.value));
    }
    return values;
}

} // namespace

FormDesk::FormDesk(
    MainMenu &menu, const Panes &panes, PresetButton &presets, Presentation &presentation, QWidget *window)
    : QObject(window)
    , m_panes(panes)
    , m_presets(presets)
    , m_presentation(presentation)
    , m_window(window)
{
    connect(&menu, &MainMenu::newForm, this, &FormDesk::clear);
    connect(&menu, &MainMenu::restoreForm, this, &FormDesk::bringBack);
    connect(&menu, &MainMenu::otherApi, this, &FormDesk::changeOver);
    connect(&menu, &MainMenu::pastePhoto, this, &FormDesk::pastePhoto);
    connect(&menu, &MainMenu::readCurl, this, &FormDesk::readCurl);
    connect(&menu, &MainMenu::readArchive, this, &FormDesk::askForArchive);
    connect(&menu, &MainMenu::carryOver, this, &FormDesk::carryOver);
    connect(&menu, &MainMenu::toggleFieldHelp, this,
        [this] { m_panes.forms->setHelpShown(!m_panes.forms->isHelpShown()); });
    window->installEventFilter(this);
}

void FormDesk::clear()
{
    m_panes.forms->clearCurrent();
    m_presets.applyDefault();
    m_panes.forms->current()->focusFirst();
}

void FormDesk::bringBack()
{
    if (!m_panes.forms->restoreCleared())
        m_panes.message->say(tr("Nothing was cleared that could be brought back."));
}

void FormDesk::changeOver()
{
    m_panes.forms->chooseNext();
    m_panes.forms->current()->focusFirst();
}

void FormDesk::pastePhoto()
{
    if (!m_panes.forms->current()->pastePhoto())
        m_panes.message->say(tr("There is no picture on the clipboard, or this comparison takes no photo."));
}

void FormDesk::readCurl()
{
    auto *dialog = new CurlDialog(m_panes.band->profile(), m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CurlDialog::fillWanted, this, [this](const CurlReading &reading, const auto &photos) {
        fill(tr("The form is filled from the cURL command."), reading.spec->id, valuesOf(reading.parts),
            photos);
    });
    // Most come here with one just copied.
    if (const QString copied = QGuiApplication::clipboard()->text(); hasCurlCall(copied))
        dialog->setText(copied);
    dialog->open();
}

void FormDesk::askForArchive()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose an HTTP archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("HTTP archives (*.har *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FormDesk::readArchive);
    dialog->open();
}

/// In the background: what a browser has seen of a whole day is large.
void FormDesk::readArchive(const QString &path)
{
    runOnWorker(
        this, [path] { return readHarFile(path); },
        [this](const HarReading &reading) { chooseEntry(reading); });
}

void FormDesk::chooseEntry(const HarReading &reading)
{
    if (!reading.error.isEmpty())
        return m_panes.message->say(reading.error);
    if (reading.entries.isEmpty())
        return m_panes.message->say(
            tr("The archive holds no token request, and %n other(s).", nullptr, reading.others));
    auto *dialog = new HarDialog(reading, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HarDialog::fillWanted, this, [this](const QString &endpointId, const Parts &parts) {
        fill(tr("The form is filled from the archive."), endpointId, valuesOf(parts));
    });
    dialog->open();
}

void FormDesk::carryOver()
{
    const RequestForm *form = m_panes.forms->current();
    const FormValues values = form->values();
    const EndpointSpec &to = m_panes.forms->next()->spec();
    const CarryOver carry = carriedOver(form->spec(), to, form->parts());
    auto *dialog = new CarryDialog(to, carry, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CarryDialog::carryWanted, this, [this, id = to.id, carry, values] {
        FormValues carried = valuesOf(carry.parts);
        for (const Part &part : carry.parts) {
            if (part.isFile())
                carried.photos.insert(part.name, values.photos.value(part.name));
        }
        fill(tr("The form is filled from that of the other API."), id, carried);
    });
    dialog->open();
}

void FormDesk::fill(const QString &message, const QString &endpointId, const FormValues &values,
    const QMap<QString, QString> &photoPaths)
{
    if (m_panes.forms->isForbidden(endpointId))
        return m_panes.message->say(sdkOnlySentence());
    const FormStack::Filled before = m_panes.forms->fill(endpointId, values, photoPaths);
    m_panes.message->offer(message, tr("Undo"), [this, before] { m_panes.forms->putBack(before); }, {});
}

/// A command that is pasted where no field takes text.
bool FormDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
        && hasCurlCall(QGuiApplication::clipboard()->text())) {
        readCurl();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace faceid
