#include "shell/segmentedcontrol.h"

#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace faceid {

namespace {

/// One of several, of which one is chosen: Qt would call it a check box, as any button that stays down.
class AccessibleSegment : public QAccessibleWidget
{
public:
    explicit AccessibleSegment(QPushButton *button)
        : QAccessibleWidget(button, QAccessible::RadioButton)
        , m_button(button)
    { }

    QString text(QAccessible::Text which) const override
    {
        const QString said = QAccessibleWidget::text(which);
        return which == QAccessible::Name && said.isEmpty() ? m_button->text() : said;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = m_button->isChecked();
        return state;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }

    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_button->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    QPushButton *m_button;
};

/// What a segment says of itself to screen readers; null for anything else.
QAccessibleInterface *accessibleSegment(const QString &, QObject *object)
{
    auto *button = qobject_cast<QPushButton *>(object);
    const bool isSegment = button && button->property("segment").isValid();
    return isSegment ? new AccessibleSegment(button) : nullptr;
}

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    m_group->setExclusive(true);
    static const bool installed = (QAccessible::installFactory(accessibleSegment), true);
    Q_UNUSED(installed)
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(m_values.at(id)); });
}

void SegmentedControl::addChoice(const QString &value, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(this);
    button->setProperty(
        "segment", QStringLiteral("middle")); // at once: it makes it what it is to screen readers
    button->setCheckable(true);
    button->setAutoDefault(false);
    const int id = int(m_values.size());
    m_values.append(value);
    m_group->addButton(button, id);
    m_layout->insertWidget(id, button);
    button->setChecked(id == 0);
    setText(value, text, toolTip);
    restyle();
}

void SegmentedControl::setText(const QString &value, const QString &text, const QString &toolTip)
{
    QAbstractButton *button = m_group->button(int(m_values.indexOf(value)));
    if (!button)
        return;
    button->setText(text);
    keepRoom(button);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
}

void SegmentedControl::keepRoom(QAbstractButton *button)
{
    QFont bold = font();
    bold.setBold(true);
    constexpr int padding = 32;
    button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button->text()) + padding);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        for (QAbstractButton *button : m_group->buttons())
            keepRoom(button);
    }
    QWidget::changeEvent(event);
}

void SegmentedControl::setChoiceEnabled(const QString &value, bool enabled)
{
    if (QAbstractButton *button = m_group->button(int(m_values.indexOf(value))))
        button->setEnabled(enabled);
}

QString SegmentedControl::value() const
{
    const int id = m_group->checkedId();
    return id < 0 ? QString() : m_values.at(id);
}

void SegmentedControl::setValue(const QString &value)
{
    if (QAbstractButton *button = m_group->button(int(m_values.indexOf(value))))
        button->setChecked(true);
}

void SegmentedControl::focusChosen()
{
    if (QAbstractButton *button = m_group->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

void SegmentedControl::restyle()
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const char *place = i == 0 ? "first" : i == buttons.size() - 1 ? "last" : "middle";
        buttons.at(i)->setProperty("segment", QLatin1String(place));
    }
}

} // namespace faceid
