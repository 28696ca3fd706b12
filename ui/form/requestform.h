#pragma once

#include "form/fieldeditor.h"

#include <QWidget>

class QScrollArea;

namespace faceid {

class FieldHelp;
class FormPage;
class ImagesEditor;
class Presentation;

/// The form of one endpoint, made from its contract table: a page that scrolls, what is in it, and what the
/// service would say to that.
class RequestForm : public QWidget
{
    Q_OBJECT

public:
    RequestForm(const EndpointSpec &spec, Theme &theme, QWidget *parent);
    ~RequestForm() override;

    const EndpointSpec &spec() const { return m_spec; }
    /// What would be sent now, without credentials.
    Parts parts() const;
    Problems problems() const { return m_problems; }
    FormValues values() const;
    void setValues(const FormValues &values);

    /// Puts in a draft or a preset: texts by part name where there are any, photos read from their paths.
    void applyValues(const QMap<QString, QString> &texts, const QMap<QString, QString> &photoPaths);

    /// Empties the fields in which a value of \a texts still stands.
    void withdrawValues(const QMap<QString, QString> &texts);

    /// From now on what is missing is an error too. Puts the keyboard on the first refusal; true when there
    /// is none.
    bool readyToIssue();
    /// Focuses and marks the part that the service refused until its value changes, with what \a text says in
    /// the language of the moment. An empty or unknown part marks nothing and answers false.
    bool showRefusal(const QString &partName, std::function<QString()> text);
    /// Takes the mark of an earlier refusal away, wherever it is.
    void forgetRefusal();
    /// Says beneath what must differ from request to request that \a text speaks against its value; null
    /// takes it back. See FieldEditor::showDoubt().
    void doubtUnique(const std::function<QString()> &text);
    /// New values for what must differ from request to request, where \a sent still stands in the form.
    void renewUnique(const Parts &sent);
    /// Empties everything and proposes new values. The chosen comparison stays.
    void clear();
    /// Puts files into the free photo slots; shows the form's way to take photos when the chosen case takes
    /// none.
    void addPhotos(const QStringList &paths);
    bool isLoadingPhotos() const;
    /// Takes the picture on the clipboard; false when there is none or the case takes no photos.
    bool pastePhoto();
    /// Looks again whether the files behind the photos are what they were; call it when the window comes
    /// back.
    void checkPhotos();
    /// From now on whatever says who the end user is, is hidden while \a presentation is on.
    void coverWith(Presentation &presentation);
    /// Whether what the document says of a field stands beneath the form.
    void setHelpShown(bool shown);
    /// Puts the keyboard on the first field that is empty and wanted, or the first field.
    void focusFirst();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void judge();
    void explain();
    void followFocus(QWidget *now);
    /// Puts the keyboard on a part, wherever it is on the page.
    void goTo(FieldEditor *editor, const QString &partName);
    ImagesEditor *photos() const;

    const EndpointSpec &m_spec;
    QScrollArea *m_scroll;
    FormPage *m_page;
    FieldHelp *m_help;
    const FieldSpec *m_explained; ///< the row that has the keyboard, or had it last
    Problems m_problems;
    bool m_strict = false;
};

} // namespace faceid
