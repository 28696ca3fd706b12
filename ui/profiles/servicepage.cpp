#include "profiles/servicepage.h"

#include "policy/policy.h"
#include "profiles/fieldnote.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace faceid {

namespace {

constexpr QLatin1String nameField("name");
constexpr QLatin1String pageField("pagePattern");

QString addressField(const EndpointSpec &spec)
{
    return QStringLiteral("address/") + spec.id;
}

} // namespace

ServicePage::ServicePage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_environment(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setLabelAlignment(Qt::AlignRight);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto addLine = [&](const QString &field, const QString &title, const QString &hint) {
        auto *line = new QLineEdit(this);
        auto *note = new FieldNote(line, this);
        line->setPlaceholderText(hint);
        line->setObjectName(field);
        m_lines.insert(field, line);
        m_notes.insert(field, note);
        form->addRow(title, line);
        form->addRow(QString(), note);
        connect(line, &QLineEdit::textEdited, this, &ServicePage::edited);
    };
    addLine(nameField, tr("Name"), {});
    m_environment->setObjectName(QStringLiteral("environment"));
    m_environment->addItem(tr("Test"), int(Environment::Test));
    m_environment->addItem(tr("Production"), int(Environment::Production));
    m_environment->addItem(tr("Sandbox of your own"), int(Environment::Sandbox));
    form->addRow(tr("Environment"), m_environment);
    for (const EndpointSpec *spec : endpoints())
        addLine(addressField(*spec), tr("Address for %1").arg(translated(spec->title)), spec->host);
    addLine(pageField, tr("End user's page"), getToken().pagePattern);
    connect(m_environment, &QComboBox::activated, this, &ServicePage::edited);
    connect(&theme, &Theme::changed, this, &ServicePage::drawEnvironments);
    drawEnvironments();
}

void ServicePage::drawEnvironments()
{
    for (int i = 0; i < m_environment->count(); ++i) {
        QPixmap dot(12, 12);
        dot.fill(m_theme.environmentColor(Environment(m_environment->itemData(i).toInt())));
        m_environment->setItemIcon(i, dot);
    }
}

void ServicePage::setProfile(const Profile &profile)
{
    m_lines.value(nameField)->setText(profile.name);
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    for (const EndpointSpec *spec : endpoints())
        m_lines.value(addressField(*spec))->setText(profile.baseUrls.value(spec->id).toString());
    m_lines.value(pageField)->setText(profile.pagePattern);
    for (QLineEdit *line : std::as_const(m_lines))
        line->setCursorPosition(0);
}

void ServicePage::fixAddresses(const QMap<QString, QUrl> &addresses)
{
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it) {
        const EndpointSpec *spec = endpointById(it.key());
        QLineEdit *line = spec ? m_lines.value(addressField(*spec)) : nullptr;
        if (!line)
            continue;
        line->setEnabled(false);
        line->setToolTip(setByAdministrator());
        line->setAccessibleDescription(setByAdministrator());
        auto *note = new QLabel(setByAdministrator(), this);
        note->setProperty("role", QStringLiteral("hint"));
        auto *form = static_cast<QFormLayout *>(layout());
        int row = 0;
        form->getWidgetPosition(line, &row, nullptr);
        form->insertRow(row + 1, QString(), note);
    }
}

void ServicePage::collect(Profile &profile) const
{
    profile.name = m_lines.value(nameField)->text().trimmed();
    profile.environment = Environment(m_environment->currentData().toInt());
    for (const EndpointSpec *spec : endpoints()) {
        const QString typed = m_lines.value(addressField(*spec))->text().trimmed();
        if (typed.isEmpty())
            profile.baseUrls.remove(spec->id);
        else
            profile.baseUrls.insert(spec->id, QUrl(typed, QUrl::StrictMode));
    }
    profile.pagePattern = m_lines.value(pageField)->text().trimmed();
}

QWidget *ServicePage::showProblems(const ProfileProblems &problems)
{
    QMap<QString, QString> texts;
    QWidget *first = nullptr;
    for (const ProfileProblem &problem : problems) {
        texts.insert(problem.field, problem.text);
        if (!first)
            first = m_lines.value(problem.field);
    }
    for (auto it = m_notes.cbegin(); it != m_notes.cend(); ++it)
        it.value()->setProblem(texts.value(it.key()));
    return first;
}

void ServicePage::focusName()
{
    m_lines.value(nameField)->setFocus();
}

} // namespace faceid
