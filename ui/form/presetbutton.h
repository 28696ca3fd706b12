#pragma once

#include "credentials/profile.h"
#include "form/presetstore.h"
#include "shell/command.h"

#include <QToolButton>

class QMenu;

namespace faceid {

class FormStack;
class Presentation;
class RequestForm;

/// The menu of presets: apply one to the form, keep the form as one, make one the profile's default, remove
/// one. While presenting, presets have numbers in place of names: people name them after customers.
class PresetButton : public QToolButton
{
    Q_OBJECT

public:
    /// All of them must outlive the button.
    PresetButton(QSettings &settings, FormStack &forms, Presentation &presentation, QWidget *parent);

    /// Puts the profile's default presets into the forms, and takes out what the profile before had put there
    /// and nobody changed: a real request must not go out with the addresses of a rehearsal.
    void setProfile(const Profile &profile);
    /// Puts the profile's default preset into the form that is seen.
    void applyDefault();
    /// One for each preset of the form that is seen.
    QList<Command> commands() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void emptyMenu();
    void fillMenu();
    void fillDefaults(QMenu *menu);
    void apply(const QString &name);
    void askName();
    QString shownName(const QString &name) const;
    const EndpointSpec &spec() const;
    QMap<QString, QString> defaultValues(const RequestForm &form) const;

    PresetStore m_presets;
    FormStack &m_forms;
    Presentation &m_presentation;
    Profile m_profile;
};

} // namespace faceid
