#include "form/presetbutton.h"

#include "form/formstack.h"
#include "form/presetdialog.h"
#include "form/requestform.h"
#include "shell/presentation.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace faceid {

namespace {

/// As the text of an action, which takes an ampersand for a mark of its own.
QString literal(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

PresetButton::PresetButton(QSettings &settings, FormStack &forms, Presentation &presentation, QWidget *parent)
    : QToolButton(parent)
    , m_presets(settings)
    , m_forms(forms)
    , m_presentation(presentation)
{
    setObjectName(QStringLiteral("presets"));
    setProperty("role", QStringLiteral("plain"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PresetButton::fillMenu);
    // A menu keeps its entries until it is opened again, and whoever looks may ask for them.
    connect(&presentation, &Presentation::changed, this, &PresetButton::emptyMenu);
    retranslate();
}

const EndpointSpec &PresetButton::spec() const
{
    return m_forms.current()->spec();
}

QMap<QString, QString> PresetButton::defaultValues(const RequestForm &form) const
{
    return m_presets.values(form.spec(), m_presets.defaultOf(m_profile.id, form.spec()));
}

void PresetButton::setProfile(const Profile &profile)
{
    const bool isOther = profile.id != m_profile.id;
    if (isOther) {
        for (RequestForm *form : m_forms.forms())
            form->withdrawValues(defaultValues(*form));
    }
    m_profile = profile;
    if (isOther) {
        for (RequestForm *form : m_forms.forms())
            form->applyValues(defaultValues(*form), {});
    }
}

void PresetButton::applyDefault()
{
    m_forms.current()->applyValues(defaultValues(*m_forms.current()), {});
}

QList<Command> PresetButton::commands() const
{
    QList<Command> commands;
    for (const QString &name : m_presets.names(spec()))
        commands.append({QStringLiteral("preset/%1/%2").arg(spec().id, name), tr("Preset"), shownName(name),
            {}, true, [button = const_cast<PresetButton *>(this), name] { button->apply(name); }});
    return commands;
}

void PresetButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void PresetButton::retranslate()
{
    setText(tr("Presets ▾"));
    setToolTip(tr("Values kept for the next requests: options, addresses, comparison"));
    setAccessibleName(tr("Presets"));
}

QString PresetButton::shownName(const QString &name) const
{
    if (m_presets.isBuiltIn(spec(), name))
        return tr("%1 (built in)").arg(name);
    if (m_presentation.covers())
        return tr("Preset %1").arg(m_presets.names(spec()).indexOf(name) + 1);
    return name;
}

void PresetButton::emptyMenu()
{
    menu()->clear();
    qDeleteAll(menu()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves them
}

void PresetButton::fillMenu()
{
    emptyMenu();
    const QStringList names = m_presets.names(spec());
    for (const QString &name : names)
        menu()->addAction(literal(shownName(name)), this, [this, name] { apply(name); });
    menu()->addSeparator();
    menu()->addAction(tr("Keep this form as a preset…"), this, &PresetButton::askName);
    if (names.isEmpty())
        return;
    fillDefaults(menu()->addMenu(literal(tr("Start profile “%1” with").arg(m_profile.name))));
    QMenu *removal = menu()->addMenu(tr("Remove"));
    for (const QString &name : names) {
        if (!m_presets.isBuiltIn(spec(), name))
            removal->addAction(
                literal(shownName(name)), this, [this, name] { m_presets.remove(spec(), name); });
    }
    removal->setEnabled(!removal->isEmpty());
}

void PresetButton::fillDefaults(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const QString current = m_presets.defaultOf(m_profile.id, spec());
    for (const QString &name : QStringList{QString()} + m_presets.names(spec())) {
        QAction *action = menu->addAction(name.isEmpty() ? tr("None") : literal(shownName(name)), this,
            [this, name] { m_presets.setDefault(m_profile.id, spec(), name); });
        action->setCheckable(true);
        action->setChecked(name == current);
        group->addAction(action);
    }
}

void PresetButton::apply(const QString &name)
{
    m_forms.current()->applyValues(m_presets.values(spec(), name), {});
}

void PresetButton::askName()
{
    const bool isFirst = m_presets.defaultOf(m_profile.id, spec()).isEmpty();
    auto *dialog =
        new PresetDialog(m_presets.names(spec()), m_profile.name, isFirst, m_presentation, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PresetDialog::chosen, this, [this](const QString &name, bool startWith) {
        m_presets.save(spec(), name, m_forms.current()->values().texts);
        if (startWith)
            m_presets.setDefault(m_profile.id, spec(), name);
    });
    dialog->open();
}

} // namespace faceid
