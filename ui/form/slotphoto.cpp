#include "form/slotphoto.h"

#include "client/worker.h"

#include <QBuffer>
#include <QWidget>

namespace faceid {

SlotPhoto::SlotPhoto(const QSize &box, QWidget *slot)
    : QObject(slot)
    , m_box(box)
    , m_slot(slot)
{ }

QSize SlotPhoto::pixelBox() const
{
    return m_box * m_slot->devicePixelRatioF();
}

void SlotPhoto::showThumbnail(const QImage &image)
{
    m_thumbnail = QPixmap::fromImage(image);
    m_thumbnail.setDevicePixelRatio(m_slot->devicePixelRatioF());
}

void SlotPhoto::set(std::shared_ptr<const ImageFile> file)
{
    const int generation = ++m_generation;
    m_loading = false;
    m_file = std::move(file);
    m_fileState = FileState::Same;
    m_thumbnail = {};
    m_search.reset();
    if (m_file) {
        decodeScaledAsync(
            m_file->bytes, m_file->facts, pixelBox(), this, [this, generation](const QImage &image) {
                if (generation != m_generation)
                    return;
                showThumbnail(image);
                Q_EMIT repainted();
            });
        searchForFaces();
    }
    Q_EMIT changed();
}

int SlotPhoto::startLoading()
{
    m_loading = true;
    Q_EMIT repainted();
    return ++m_generation;
}

void SlotPhoto::load(const QString &path)
{
    const int generation = startLoading();
    loadImageFileAsync(path, pixelBox(), this, [this, generation](LoadedImage loaded) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (const auto *refused = std::get_if<ImageRefused>(&loaded.load)) {
            Q_EMIT repainted();
            Q_EMIT failed(describe(*refused));
            return;
        }
        take(std::get<ImageFile>(std::move(loaded.load)), loaded.thumbnail);
    });
}

void SlotPhoto::load(const QImage &image, const QString &name)
{
    const int generation = startLoading();
    struct Pasted
    {
        ImageFile photo;
        QImage thumbnail;
    };
    runOnWorker(
        this,
        [image, box = pixelBox(), name] {
            Pasted pasted;
            QBuffer buffer(&pasted.photo.bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "png"); // without loss: the picture has been compressed once already
            pasted.photo.path = name;
            pasted.photo.facts = inspectImage(pasted.photo.bytes);
            pasted.thumbnail = decodeScaled(pasted.photo.bytes, pasted.photo.facts, box);
            return pasted;
        },
        [this, generation](const Pasted &pasted) {
            if (generation != m_generation)
                return;
            m_loading = false;
            take(pasted.photo, pasted.thumbnail);
        });
}

void SlotPhoto::take(ImageFile file, const QImage &thumbnail)
{
    m_file = std::make_shared<const ImageFile>(std::move(file));
    m_fileState = FileState::Same;
    showThumbnail(thumbnail);
    searchForFaces();
    Q_EMIT changed();
    Q_EMIT taken();
}

/// A photo that came meanwhile has another search.
void SlotPhoto::searchForFaces()
{
    m_search.reset();
    if (!canSearchFaces() || !m_file->facts.usable())
        return;
    runOnWorker(
        this, [file = m_file] { return std::pair(file, searchFaces(file->bytes, file->facts)); },
        [this](const auto &result) {
            if (result.first != m_file)
                return;
            m_search = result.second;
            Q_EMIT changed();
            Q_EMIT searched();
        });
}

void SlotPhoto::checkFile()
{
    if (!m_file)
        return;
    runOnWorker(
        this, [file = m_file] { return std::pair(file, faceid::fileState(*file)); },
        [this](const auto &result) {
            if (result.first != m_file || result.second == m_fileState)
                return;
            m_fileState = result.second;
            Q_EMIT changed();
        });
}

} // namespace faceid
