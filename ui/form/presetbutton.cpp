#include "form/presetbutton.h"

#include "form/requestform.h"

#include <QEvent>
#include <QInputDialog>
#include <QMenu>

namespace faceid {

PresetButton::PresetButton(QSettings &settings, QWidget *parent)
    : QToolButton(parent)
    , m_presets(settings)
{
    setObjectName(QStringLiteral("presets"));
    setProperty("role", QStringLiteral("plain"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PresetButton::fillMenu);
    retranslate();
}

void PresetButton::setForm(RequestForm *form)
{
    m_form = form;
}

void PresetButton::setProfile(const QString &profileId)
{
    m_profileId = profileId;
}

void PresetButton::applyDefault()
{
    const QString name = m_form ? m_presets.defaultOf(m_profileId, m_form->spec()) : QString();
    if (!name.isEmpty())
        apply(name);
}

void PresetButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void PresetButton::retranslate()
{
    setText(tr("Presets"));
    setToolTip(tr("Values kept for the next requests: options, addresses, comparison"));
    setAccessibleName(text());
}

void PresetButton::fillMenu()
{
    menu()->clear();
    const EndpointSpec &spec = m_form->spec();
    const QStringList names = m_presets.names(spec);
    const QString byDefault = m_presets.defaultOf(m_profileId, spec);
    for (const QString &name : names) {
        QAction *action = menu()->addAction(name, this, [this, name] { apply(name); });
        action->setCheckable(true);
        action->setChecked(name == byDefault);
    }
    menu()->addSeparator();
    menu()->addAction(tr("Keep this form as a preset…"), this, &PresetButton::askName);
    if (names.isEmpty())
        return;
    QMenu *defaults = menu()->addMenu(tr("Start this profile with"));
    defaults->addAction(tr("None"), this, [this, &spec] { m_presets.setDefault(m_profileId, spec, {}); });
    QMenu *removal = menu()->addMenu(tr("Remove"));
    for (const QString &name : names) {
        defaults->addAction(
            name, this, [this, &spec, name] { m_presets.setDefault(m_profileId, spec, name); });
        removal->addAction(name, this, [this, &spec, name] { m_presets.remove(spec, name); });
    }
}

void PresetButton::apply(const QString &name)
{
    m_form->applyValues(m_presets.values(m_form->spec(), name), {});
}

void PresetButton::askName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep as a preset"));
    dialog->setLabelText(tr("Name of the preset. Personal fields, photos and serial numbers are not kept."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            m_presets.save(m_form->spec(), name.trimmed(), m_form->values().texts);
    });
    dialog->open();
}

} // namespace faceid
