#pragma once

#include "client/imagerepair.h"
#include "faces/facesearch.h"

#include <QDialog>

#include <memory>
#include <optional>

class QLabel;
class QLayout;
class QPushButton;

namespace faceid {

class Theme;

/// One photo in large: what is in it, what each API would say to it, and a repair in one click where that
/// helps, with the picture before and after side by side. The file on disk is never touched.
class PhotoDialog : public QDialog
{
    Q_OBJECT

public:
    PhotoDialog(const QString &partName, std::shared_ptr<const ImageFile> photo, FileState file, Theme &theme,
        QWidget *parent);

Q_SIGNALS:
    void replaceWanted();
    void readAgainWanted(); ///< the file as it is now, in place of what was read
    void removeWanted();
    void repaired(std::shared_ptr<const faceid::ImageFile> photo);

private:
    QLayout *makePictures();
    QLayout *makeButtons();
    QWidget *makePane(const QString &title, const ImageFile &photo, QLabel *&picture, QLabel *&facts);
    void showPicture(QLabel *label, const ImageFile &photo);
    void frameFaces(QLabel *label, const ImageFile &photo);
    void describeVerdicts();
    void repair();

    Theme &m_theme;
    const QString m_partName;
    std::shared_ptr<const ImageFile> m_photo;
    const FileState m_file;
    std::shared_ptr<const ImageFile> m_after;
    std::optional<FaceFacts> m_faces; ///< of the photo as it came; nothing while the search lasts
    QString m_failure; ///< of the repair
    QLabel *m_before;
    QLabel *m_beforeFacts;
    QLabel *m_arrow;
    QWidget *m_afterPane;
    QLabel *m_afterPicture;
    QLabel *m_afterFacts;
    QLabel *m_verdicts;
    QPushButton *m_repair;
    QPushButton *m_use;
};

/// "1200 × 1600  JPEG, 412 KB"
QString photoFacts(const ImageFile &photo);
/// What each API would say to the photo in the slot of that part, with the options that it assumes: one line
/// each, translated. \a faces is what a search found, if there was one.
QStringList photoVerdicts(
    const ImageFile &photo, const QString &partName, const std::optional<FaceFacts> &faces);
/// The limits that satisfy both APIs at once.
ImageLimits strictestImageLimits();

} // namespace faceid
