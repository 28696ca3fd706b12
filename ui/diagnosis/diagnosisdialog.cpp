#include "diagnosis/diagnosisdialog.h"

#include "diagnosis/contacts.h"
#include "shell/findinglist.h"
#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

namespace faceid {

namespace {

constexpr QSize usualSize(760, 560);

QString iconOf(Weight weight)
{
    switch (weight) {
    case Weight::Good:
        return QStringLiteral("check");
    case Weight::Warning:
        return QStringLiteral("warning");
    case Weight::Bad:
        return QStringLiteral("cross");
    }
    return {};
}

QColor colorOf(Weight weight, const ThemeColors &colors)
{
    switch (weight) {
    case Weight::Good:
        return colors.issued;
    case Weight::Warning:
        return colors.unknown;
    case Weight::Bad:
        return colors.refused;
    }
    return {};
}

QPushButton *namedButton(const QString &text, const QString &name)
{
    auto *button = makePlain(new QPushButton(text));
    button->setObjectName(name);
    return button;
}

} // namespace

DiagnosisDialog::DiagnosisDialog(const Doctor::Patient &patient, const QList<Profile> &profiles,
    CredentialStore &credentials, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_patient(patient)
    , m_credentials(credentials)
    , m_theme(theme)
    , m_tabs(new QTabWidget(this))
    , m_reach(new QComboBox)
    , m_run(namedButton(tr("Check now"), QStringLiteral("runDiagnosis")))
    , m_copy(namedButton(tr("Copy the report"), QStringLiteral("copyDiagnosis")))
    , m_lines(new FindingList(QStringLiteral("diagnosisLines")))
    , m_verdict(new QLabel)
{
    setWindowTitle(tr("Diagnosis"));
    m_reach->addItem(tr("Nothing leaves this computer"));
    for (const Profile &profile : m_patient.profiles)
        m_reach->addItem(tr("Also reach the services of %1").arg(profile.name));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Diagnosis"));
    m_tabs->addTab(makeChecks(), tr("Check"));
    m_tabs->addTab(makeContacts(profiles), tr("Network contacts"));
    QPushButton *close = namedButton(tr("Close"), QStringLiteral("closeDiagnosis"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_run, &QPushButton::clicked, this, &DiagnosisDialog::run);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyText(m_report); });
    resize(usualSize);
}

QWidget *DiagnosisDialog::makeChecks()
{
    m_reach->setObjectName(QStringLiteral("diagnosisReach"));
    m_reach->setAccessibleName(tr("How far the check goes"));
    m_copy->setEnabled(false);
    m_verdict->setObjectName(QStringLiteral("diagnosisVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_copy->setToolTip(tr("The report holds nothing secret or personal."));
    m_lines->setAccessibleName(tr("What was found"));
    auto *page = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_run);
    bar->addWidget(m_reach);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_verdict);
    column->addWidget(m_lines, 1);
    return page;
}

QWidget *DiagnosisDialog::makeContacts(const QList<Profile> &profiles)
{
    const QList<Contact> contacts = contactsOf(profiles);
    auto *table = new QTableWidget(int(contacts.size()), 3);
    table->setObjectName(QStringLiteral("contacts"));
    table->setAccessibleName(tr("Hosts that the program may contact"));
    table->setHorizontalHeaderLabels({tr("Host"), tr("Profile"), tr("For what")});
    makePlain(table);
    table->setWordWrap(true);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < contacts.size(); ++i) {
        const QStringList cells{contacts.at(i).host, contacts.at(i).profile, contacts.at(i).purpose};
        for (int column = 0; column < cells.size(); ++column)
            table->setItem(i, column, new QTableWidgetItem(cells.at(column)));
    }
    table->resizeColumnsToContents();
    // The purpose wraps, so how high a row is depends on how wide the window is; queued, because the header
    // tells the new width before the table goes by it.
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, table, &QTableView::resizeRowsToContents,
        Qt::QueuedConnection);
    auto *words = new QLabel(
        tr("Nobody else is ever contacted: there is no update check and no telemetry. Each is contacted only "
           "when an operator asks for it."));
    words->setWordWrap(true);
    words->setProperty("role", QStringLiteral("hint"));
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(words);
    column->addWidget(table, 1);
    return page;
}

void DiagnosisDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        run(); // with nothing chosen yet that would leave this computer
}

void DiagnosisDialog::run()
{
    m_lines->clear();
    m_run->setEnabled(false);
    m_copy->setEnabled(false);
    m_verdict->setText(tr("Checking…"));
    Theme::mark(m_verdict, "state", QStringLiteral("dim"));
    m_patient.reached.reset();
    if (const int chosen = m_reach->currentIndex() - 1; chosen >= 0)
        m_patient.reached = m_patient.profiles.at(chosen);
    auto *doctor = new Doctor(m_patient, m_credentials, this);
    connect(doctor, &Doctor::found, this, &DiagnosisDialog::add);
    connect(doctor, &Doctor::finished, this, [this, doctor](const Diagnosis &diagnosis) {
        doctor->deleteLater();
        conclude(diagnosis);
    });
    doctor->start();
}

void DiagnosisDialog::add(const Symptom &symptom)
{
    QTreeWidgetItem *item = m_lines->add(symptom.title, symptom.text, symptom.advice);
    item->setIcon(0, m_theme.icon(iconOf(symptom.weight), colorOf(symptom.weight, m_theme.colors())));
    item->setData(
        0, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(symptom.title, weightTitle(symptom.weight)));
}

void DiagnosisDialog::conclude(const Diagnosis &diagnosis)
{
    m_report = toText(diagnosis);
    m_run->setEnabled(true);
    m_copy->setEnabled(true);
    const bool bad = isBad(diagnosis);
    m_verdict->setText(bad ? tr("Something does not work. What to do stands below it.")
                           : tr("Everything that is needed works."));
    Theme::mark(m_verdict, "state", bad ? QStringLiteral("refused") : QStringLiteral("issued"));
}

} // namespace faceid
