#pragma once

#include "credentials/profile.h"
#include "export/curlreader.h"
#include "form/fillpreview.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace faceid {

class Presentation;

/// Takes a cURL command, shows at once what of it would go into the form and what does not fit, and fills the
/// form when the operator says so. Photos are read only where a box is ticked.
class CurlDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a profile is the one that would send the form; \a presentation must outlive the dialog.
    CurlDialog(const Profile &profile, Presentation &presentation, QWidget *parent);

    void setText(const QString &text);

Q_SIGNALS:
    void fillWanted(const faceid::CurlReading &reading, const QMap<QString, QString> &photoPaths);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void read();
    void showReading();
    void lookForPhotos();
    QList<FillLine> filledLines() const;
    QList<FillLine> otherLines() const;

    const Profile m_profile;
    const Presentation &m_presentation;
    CurlReading m_reading;
    QMap<QString, bool> m_isFile; ///< whether a path of a photo is one; not in it: not looked yet
    QPlainTextEdit *m_text;
    QLabel *m_state;
    FillPreview *m_preview;
    QPushButton *m_fill;
};

} // namespace faceid
