#include "sandbox/scenariopanel.h"

#include "contract/endpointspec.h"
#include "sandbox/scenarioqueue.h"
#include "shell/plainlook.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int mostRequests = 100'000;
constexpr int idRole = Qt::UserRole;
constexpr int fewestLines = 4; // of the list of orders

/// Names of all parts of both documents that a scenario can ask for.
QStringList partNames()
{
    QStringList names;
    for (const EndpointSpec *spec : endpoints())
        names += spec->partNames();
    names.removeDuplicates();
    return names;
}

} // namespace

ScenarioPanel::ScenarioPanel(ScenarioQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_heading(new QLabel(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QComboBox(this))
    , m_description(new QLabel(this))
    , m_countLabel(new QLabel(this))
    , m_count(new QSpinBox(this))
    , m_shareLabel(new QLabel(this))
    , m_share(new QSpinBox(this))
    , m_fieldLabel(new QLabel(this))
    , m_field(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_problem(new QLabel(this))
    , m_orders(new QListWidget(this))
    , m_none(new QLabel(this))
    , m_remove(new QPushButton(this))
    , m_removeAll(new QPushButton(this))
{
    m_heading->setProperty("role", QStringLiteral("section"));
    m_name->setObjectName(QStringLiteral("scenario"));
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_name->setMinimumContentsLength(24);
    m_name->completer()->setFilterMode(Qt::MatchContains);
    m_name->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (QLabel *label : {m_description, m_problem, m_none}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("role", QStringLiteral("hint"));
    }
    m_problem->setObjectName(QStringLiteral("scenarioProblem"));
    m_problem->setProperty("state", QStringLiteral("refused"));
    m_problem->hide();
    m_count->setRange(0, mostRequests);
    m_count->setValue(1);
    m_share->setRange(1, 100);
    m_share->setValue(100);
    m_share->setSuffix(QStringLiteral(" %"));
    m_field->addItem(QString());
    m_field->addItems(partNames());
    m_orders->setObjectName(QStringLiteral("scenarioOrders"));
    m_orders->setMinimumHeight(fewestLines * m_orders->fontMetrics().lineSpacing() * 2);
    for (QPushButton *button : {m_add, m_remove, m_removeAll})
        makePlain(button);
    build();
    wire();
    m_value->setEnabled(false);
    retranslate();
    refresh();
}

void ScenarioPanel::build()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto line = [grid](int row, QLabel *label, QWidget *control) {
        label->setBuddy(control);
        grid->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(control, row, 1);
    };
    line(0, m_nameLabel, m_name);
    grid->addWidget(m_description, 1, 1);
    line(2, m_countLabel, m_count);
    line(3, m_shareLabel, m_share);
    line(4, m_fieldLabel, m_field);
    grid->addWidget(m_value, 5, 1);
    grid->addWidget(m_add, 6, 1, Qt::AlignLeft);
    grid->addWidget(m_problem, 7, 1);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addWidget(m_removeAll);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(grid);
    layout->addWidget(m_none);
    layout->addWidget(m_orders, 1);
    layout->addLayout(buttons);
}

void ScenarioPanel::wire()
{
    connect(m_name, &QComboBox::currentTextChanged, this, &ScenarioPanel::describe);
    m_name->lineEdit()->installEventFilter(this);
    connect(m_value, &QLineEdit::returnPressed, this, &ScenarioPanel::add);
    connect(m_field, &QComboBox::currentTextChanged, this,
        [this](const QString &field) { m_value->setEnabled(!field.isEmpty()); });
    connect(m_add, &QPushButton::clicked, this, &ScenarioPanel::add);
    connect(m_remove, &QPushButton::clicked, this, &ScenarioPanel::removeChosen);
    connect(m_removeAll, &QPushButton::clicked, this, [this] {
        m_queue.clear();
        refresh();
    });
    connect(
        m_orders, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
}

void ScenarioPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Not returnPressed(): QComboBox hands a Return that its line edit leaves to the line edit once more.
bool ScenarioPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    add();
    return true;
}

void ScenarioPanel::retranslate()
{
    m_heading->setText(tr("What the sandbox does instead"));
    m_nameLabel->setText(tr("Error or fault"));
    m_name->setAccessibleName(tr("Error code or fault"));
    m_name->lineEdit()->setAccessibleName(m_name->accessibleName());
    m_countLabel->setText(tr("Requests"));
    m_count->setAccessibleName(tr("How many requests"));
    m_count->setPrefix(tr("the next "));
    m_count->setSpecialValueText(tr("all from now on"));
    m_shareLabel->setText(tr("Share of them"));
    m_share->setAccessibleName(tr("Share of the requests"));
    m_fieldLabel->setText(tr("Only where"));
    m_field->setAccessibleName(tr("Only where this field"));
    m_field->setItemText(0, tr("any field has any value"));
    m_value->setAccessibleName(tr("has this value"));
    m_value->setPlaceholderText(tr("has this value"));
    m_add->setText(tr("Add"));
    m_orders->setAccessibleName(tr("Scenarios that stand"));
    m_none->setText(tr("Nothing is set: everything is answered as the documents say."));
    m_remove->setText(tr("Remove"));
    m_removeAll->setText(tr("Remove all"));
    fillCatalog();
}

void ScenarioPanel::fillCatalog()
{
    const QString before = m_name->currentText();
    m_name->clear();
    for (const ScenarioEntry &entry : scenarioCatalog())
        m_name->addItem(entry.name, entry.description);
    if (!before.isEmpty())
        m_name->setEditText(before);
    describe();
}

/// What the name stands for; of a code with its field filled in, what the code means.
void ScenarioPanel::describe()
{
    m_problem->hide();
    const QString name = m_name->currentText();
    int row = m_name->findText(name);
    for (const QChar end : {u'=', u':'}) {
        if (row < 0)
            row =
                m_name->findText(name.section(end, 0, 0) + end, Qt::MatchStartsWith | Qt::MatchCaseSensitive);
    }
    m_description->setText(row < 0 ? QString() : m_name->itemData(row).toString());
    m_description->setVisible(!m_description->text().isEmpty());
    m_add->setEnabled(!name.isEmpty());
}

QString ScenarioPanel::orderText() const
{
    QString text = m_name->currentText();
    if (m_count->value() > 0)
        text += u':' + QString::number(m_count->value());
    if (m_share->value() < 100)
        text += u':' + QString::number(m_share->value()) + u'%';
    if (m_field->currentIndex() > 0)
        text += u'@' + m_field->currentText() + u'=' + m_value->text();
    return text;
}

void ScenarioPanel::add()
{
    const auto order = readOrder(orderText());
    if (const QString *problem = std::get_if<QString>(&order)) {
        m_problem->setText(*problem);
        m_problem->show();
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->hide();
    m_queue.add(std::get<ScenarioOrder>(order));
    refresh();
}

void ScenarioPanel::removeChosen()
{
    const QListWidgetItem *item = m_orders->currentItem();
    if (!item)
        return;
    m_queue.remove(item->data(idRole).toULongLong());
    refresh();
}

void ScenarioPanel::refresh()
{
    const QListWidgetItem *chosen = m_orders->currentItem();
    const QVariant before = chosen ? chosen->data(idRole) : QVariant();
    m_orders->clear();
    for (const ScenarioQueue::Entry &entry : m_queue.entries()) {
        auto *item = new QListWidgetItem(entry.order.text(), m_orders);
        item->setData(idRole, entry.id);
        if (item->data(idRole) == before)
            m_orders->setCurrentItem(item);
    }
    const bool isAny = m_orders->count() > 0;
    m_none->setVisible(!isAny);
    m_removeAll->setEnabled(isAny);
    m_remove->setEnabled(m_orders->currentItem());
}

} // namespace faceid
