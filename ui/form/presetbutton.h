#pragma once

#include "form/presetstore.h"

#include <QToolButton>

namespace faceid {

class RequestForm;

/// The menu of presets: apply one to the form, keep the form as one, make one the profile's default, remove
/// one.
class PresetButton : public QToolButton
{
    Q_OBJECT

public:
    PresetButton(QSettings &settings, QWidget *parent);

    /// What the menu works on.
    void setForm(RequestForm *form);
    void setProfile(const QString &profileId);
    /// Puts the profile's default preset for the form's API into the form, if it has one.
    void applyDefault();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillMenu();
    void apply(const QString &name);
    void askName();

    PresetStore m_presets;
    RequestForm *m_form = nullptr;
    QString m_profileId;
};

} // namespace faceid
