#pragma once

#include "client/imagefile.h"
#include "faces/facesearch.h"

#include <QObject>
#include <QPixmap>

#include <memory>
#include <optional>

class QWidget;

namespace faceid {

/// The photo of a slot: reads it, and finds out in the background what there is to show and to say about it.
class SlotPhoto : public QObject
{
    Q_OBJECT

public:
    /// Makes thumbnails that fit into \a box on the screen where \a slot, its parent, is.
    SlotPhoto(const QSize &box, QWidget *slot);

    std::shared_ptr<const ImageFile> file() const { return m_file; } ///< null: none
    const QPixmap &thumbnail() const { return m_thumbnail; } ///< null: none yet, or none can be made
    const std::optional<FaceSearch> &search() const { return m_search; } ///< nothing while it is not done
    FileState fileState() const { return m_fileState; } ///< as the last check found it
    bool isLoading() const { return m_loading; }

    /// Takes \a file, or none with null; makes the thumbnail and searches it for faces in the background.
    void set(std::shared_ptr<const ImageFile> file);
    /// Reads the file in the background, then emits taken(), or failed() and keeps what was there.
    void load(const QString &path);
    /// Takes a picture that came from no file, in the background; \a name stands for its path.
    void load(const QImage &image, const QString &name);
    /// Looks in the background whether the file is still what it was.
    void checkFile();

Q_SIGNALS:
    void changed(); ///< there is something else to say about it
    void repainted(); ///< no more than its look: it is being read, or has its thumbnail
    void taken(); ///< what load() was to read is there
    void searched(); ///< search() is known now
    void failed(const QString &message);

private:
    void take(ImageFile file, const QImage &thumbnail);
    void showThumbnail(const QImage &image);
    int startLoading();
    void searchForFaces();
    QSize pixelBox() const;

    const QSize m_box;
    const QWidget *const m_slot;
    std::shared_ptr<const ImageFile> m_file;
    QPixmap m_thumbnail;
    std::optional<FaceSearch> m_search; ///< of m_file
    FileState m_fileState = FileState::Same;
    bool m_loading = false;
    int m_generation = 0; ///< drops the answer of a load that a later one overtook
};

} // namespace faceid
