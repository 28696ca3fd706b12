#include "form/imageslot.h"

#include "form/photodialog.h"
#include "form/slotlook.h"
#include "form/slotphoto.h"
#include "shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>

namespace faceid {

namespace {

constexpr QSize slotSize(132, 124);
constexpr int narrowestSlot = 90; // three of them fit beside the labels in the narrowest window

constexpr QLatin1String slotMimeType("application/x-faceid-photo-slot");

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

ImageSlot::ImageSlot(const QString &partName, Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_partName(partName)
    , m_theme(theme)
    , m_remove(new QToolButton(this))
    , m_photo(new SlotPhoto(slotSize, this))
{
    setObjectName(partName);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMinimumWidth(narrowestSlot);
    setAttribute(Qt::WA_Hover);
    m_remove->setProperty("role", QStringLiteral("remove"));
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setCursor(Qt::ArrowCursor);
    m_remove->hide();
    connect(this, &QAbstractButton::clicked, this, &ImageSlot::open);
    connect(m_remove, &QToolButton::clicked, this, [this] {
        setPhoto({});
        setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    connect(m_photo, &SlotPhoto::changed, this, &ImageSlot::follow);
    connect(m_photo, &SlotPhoto::repainted, this, qOverload<>(&QWidget::update));
    connect(m_photo, &SlotPhoto::taken, this, &ImageSlot::changed);
    connect(m_photo, &SlotPhoto::searched, this, &ImageSlot::searched);
    connect(m_photo, &SlotPhoto::failed, this, &ImageSlot::failed);
    const auto restyle = [this] {
        m_remove->setIcon(m_theme.icon(QStringLiteral("cross"), m_theme.colors().text));
    };
    connect(&m_theme, &Theme::changed, this, restyle);
    restyle();
    retranslate();
}

std::shared_ptr<const ImageFile> ImageSlot::photo() const
{
    return m_photo->file();
}

bool ImageSlot::isLoading() const
{
    return m_photo->isLoading();
}

void ImageSlot::setPhoto(std::shared_ptr<const ImageFile> photo)
{
    m_photo->set(std::move(photo));
}

void ImageSlot::load(const QString &path)
{
    m_photo->load(path);
}

void ImageSlot::follow()
{
    m_remove->setVisible(photo() != nullptr);
    describeForReaders();
    update();
}

std::optional<FaceFacts> ImageSlot::faces() const
{
    const std::optional<FaceSearch> &search = m_photo->search();
    return search ? std::optional(search->facts) : std::nullopt;
}

bool ImageSlot::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList paths = localFiles(data);
    if (!paths.isEmpty()) {
        load(paths.constFirst());
        return true;
    }
    const QImage image = qvariant_cast<QImage>(data->imageData());
    if (image.isNull())
        return false;
    m_photo->load(image, tr("pasted"));
    return true;
}

void ImageSlot::checkFile()
{
    m_photo->checkFile();
}

void ImageSlot::setState(const QString &state)
{
    if (m_state == state)
        return;
    m_state = state;
    describeForReaders();
    update();
}

void ImageSlot::retranslate()
{
    m_remove->setToolTip(tr("Remove this photo (Del)"));
    m_remove->setAccessibleName(tr("Remove the photo %1").arg(m_partName));
    describeForReaders();
    update();
}

QSize ImageSlot::sizeHint() const
{
    return slotSize;
}

void ImageSlot::setHelp(const QString &help)
{
    m_help = help;
    describeForReaders();
}

void ImageSlot::setCovered(bool covered)
{
    m_covered = covered;
    describeForReaders();
    update();
}

void ImageSlot::open()
{
    if (m_covered)
        return;
    if (photo())
        showLarge();
    else
        browse();
}

void ImageSlot::showLarge()
{
    auto *dialog = new PhotoDialog(m_partName, photo(), m_photo->fileState(), m_theme, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PhotoDialog::replaceWanted, this, &ImageSlot::browse);
    connect(dialog, &PhotoDialog::readAgainWanted, this, [this] { load(photo()->path); });
    connect(dialog, &PhotoDialog::removeWanted, m_remove, &QToolButton::click);
    connect(dialog, &PhotoDialog::repaired, this, [this](std::shared_ptr<const ImageFile> photo) {
        setPhoto(std::move(photo));
        Q_EMIT changed();
    });
    dialog->open();
}

void ImageSlot::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a photo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Photos (*.jpg *.jpeg *.png *.bmp *.webp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImageSlot::load);
    dialog->open();
}

void ImageSlot::describeForReaders()
{
    setAccessibleName(tr("Photo %1").arg(m_partName));
    QString content = photo() ? caption() : tr("empty");
    if (photo() && !m_covered)
        content.prepend(QFileInfo(photo()->path).fileName() + u' ');
    setAccessibleDescription(m_help.isEmpty() ? content : QString(content + u'\n' + m_help));
    if (m_covered) {
        setToolTip({});
        return;
    }
    setToolTip(photo() ? QFileInfo(photo()->path).fileName() + u'\n'
                + photoVerdicts(*photo(), m_partName, faces()).join(u'\n')
                       : tr("Choose a photo, drop one here, or paste one (Ctrl+V)"));
}

QString ImageSlot::caption() const
{
    switch (m_photo->fileState()) {
    case FileState::Changed:
        return tr("File has changed;\nthis one is sent");
    case FileState::Gone:
        return tr("File has moved;\nthis one is sent");
    case FileState::Same:
        break;
    }
    const QSize pixels = photo()->facts.pixels;
    const QString format = photo()->facts.formatName();
    const QString what = pixels.isEmpty()
        ? (format.isEmpty() ? tr("no photo") : format)
        : QStringLiteral("%1 × %2  %3").arg(pixels.width()).arg(pixels.height()).arg(format);
    const QString more =
        m_state == u"refused" ? tr("Click for help") : QLocale().formattedDataSize(photo()->bytes.size(), 1);
    return what + u'\n' + more;
}

void ImageSlot::paintEvent(QPaintEvent *)
{
    SlotLook look;
    look.isFull = photo() && !isLoading();
    look.text =
        look.isFull ? caption() : m_partName + u'\n' + (isLoading() ? tr("Reading…") : tr("Choose or drop"));
    look.thumbnail = m_photo->thumbnail();
    look.faces = m_photo->search() ? m_photo->search()->boxes : QList<QRectF>();
    look.isCovered = m_covered;
    look.isRefused = m_state == u"refused";
    look.isStale = m_photo->fileState() != FileState::Same;
    look.hasFocus = hasFocus();
    look.isHovered = underMouse();
    look.isTarget = m_dragOver;
    QPainter painter(this);
    paintSlot(painter, rect(), look, m_theme);
}

void ImageSlot::keyPressEvent(QKeyEvent *event)
{
    if (photo() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        m_remove->click();
    else if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier)
        click();
    else if (event->matches(QKeySequence::Paste))
        event->setAccepted(paste());
    else if (event->key() == Qt::Key_Left && event->modifiers() == Qt::ControlModifier)
        Q_EMIT moveWanted(-1);
    else if (event->key() == Qt::Key_Right && event->modifiers() == Qt::ControlModifier)
        Q_EMIT moveWanted(1);
    else
        QAbstractButton::keyPressEvent(event);
}

void ImageSlot::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->position().toPoint() - rect().center()).manhattanLength() > width() / 2;
    if (!photo() || !(event->buttons() & Qt::LeftButton) || !isDown() || !far)
        return QAbstractButton::mouseMoveEvent(event);
    setDown(false);
    auto *data = new QMimeData;
    data->setData(slotMimeType, m_partName.toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    if (!m_covered)
        drag->setPixmap(m_photo->thumbnail());
    drag->exec(Qt::MoveAction);
}

void ImageSlot::dragEnterEvent(QDragEnterEvent *event)
{
    const bool fromSlot = event->mimeData()->hasFormat(slotMimeType);
    if (!fromSlot && localFiles(event->mimeData()).isEmpty())
        return;
    if (fromSlot) {
        event->acceptProposedAction();
        m_dragOver = true;
        return update();
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dragOver = true;
    update();
}

void ImageSlot::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragOver = false;
    update();
}

void ImageSlot::dropEvent(QDropEvent *event)
{
    m_dragOver = false;
    update();
    if (event->mimeData()->hasFormat(slotMimeType)) {
        event->acceptProposedAction();
        Q_EMIT swapWanted(QString::fromUtf8(event->mimeData()->data(slotMimeType)));
        return;
    }
    QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    load(paths.takeFirst());
    if (!paths.isEmpty())
        Q_EMIT moreDropped(paths);
}

void ImageSlot::resizeEvent(QResizeEvent *)
{
    const int side = 22;
    m_remove->setGeometry(width() - side - 4, 4, side, side);
}

bool ImageSlot::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace faceid
