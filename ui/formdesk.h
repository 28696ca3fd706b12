#pragma once

#include "form/formstack.h"
#include "panes.h"

#include <QObject>

class QWidget;

namespace faceid {

class MainMenu;
struct HarReading;
class Presentation;
class PresetButton;

/// Does what the menu wants of the forms: empty them, bring back, change over, and fill them from elsewhere.
class FormDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this; \a window is what the dialogs stand above.
    FormDesk(MainMenu &menu, const Panes &panes, PresetButton &presets, Presentation &presentation,
        QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clear();
    void bringBack();
    void changeOver();
    void pastePhoto();
    void readCurl();
    /// Asks for an archive, and then for one of its requests.
    void askForArchive();
    void readArchive(const QString &path);
    void chooseEntry(const HarReading &reading);
    /// What is in the form as a request of the other API.
    void carryOver();
    /// Fills the form of an endpoint, says so by \a message and offers to take it back; says why not where
    /// the administrator does not allow it.
    void fill(const QString &message, const QString &endpointId, const FormValues &values,
        const QMap<QString, QString> &photoPaths = {});

    const Panes m_panes;
    PresetButton &m_presets;
    Presentation &m_presentation;
    QWidget *m_window;
};

} // namespace faceid
