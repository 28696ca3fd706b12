#pragma once

#include "client/imagefile.h"
#include "contract/imagefacts.h"

#include <QAbstractButton>

#include <memory>
#include <optional>

class QToolButton;

namespace faceid {

class SlotPhoto;
class Theme;

/// One place for a photo: choose by button or key, drop a file on it, see it, take it out again. Shows what
/// is in it and how it is judged; judging itself is the form's business.
class ImageSlot : public QAbstractButton
{
    Q_OBJECT

public:
    ImageSlot(const QString &partName, Theme &theme, QWidget *parent);

    const QString &partName() const { return m_partName; }
    std::shared_ptr<const ImageFile> photo() const;
    /// What was found in the photo; nothing before the search is done, or where none can be made.
    std::optional<FaceFacts> faces() const;
    /// Puts a photo in, or takes it out with null; makes the thumbnail and searches it for faces in the
    /// background.
    void setPhoto(std::shared_ptr<const ImageFile> photo);
    /// Reads the file in the background, then emits changed(), or failed() and keeps what was there.
    void load(const QString &path);
    bool isLoading() const;
    /// Takes a picture or a file from the clipboard; false when it has neither.
    bool paste();
    /// Looks in the background whether the file is still what it was, and says so when not. What was chosen
    /// is sent.
    void checkFile();
    /// "" or "refused".
    void setState(const QString &state);
    void retranslate();
    /// What screen readers hear after what is in the slot.
    void setHelp(const QString &help);
    /// Covered, a slot shows that it has a photo and neither face nor file name, and opens nothing.
    void setCovered(bool covered);

    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();
    void searched(); ///< faces() is known now
    /// More files were dropped here than fit in one slot: the ones after the first.
    void moreDropped(const QStringList &paths);
    void failed(const QString &message);
    /// The photo of another slot was dragged here, or this one is to move by so many places.
    void swapWanted(const QString &otherPartName);
    void moveWanted(int places);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void open();
    void browse();
    void showLarge();
    void follow();
    void describeForReaders();
    QString caption() const;

    const QString m_partName;
    Theme &m_theme;
    QToolButton *m_remove;
    SlotPhoto *m_photo;
    QString m_state;
    QString m_help;
    bool m_dragOver = false;
    bool m_covered = false;
};

} // namespace faceid
