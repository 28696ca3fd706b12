#include "callback/callbackwindow.h"

#include "credentials/credentialstore.h"
#include "results/resultview.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(760, 640);
constexpr int columns = 5;

QLineEdit *addressLine(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setReadOnly(true);
    line->setAccessibleName(name);
    return line;
}

} // namespace

CallbackWindow::CallbackWindow(const QList<Profile> &profiles, CredentialStore &credentials,
    HistoryStore &history, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_presentation(presentation)
    , m_desk(&history)
    , m_profile(new QComboBox(this))
    , m_answer(new QComboBox(this))
    , m_toggle(new QPushButton(this))
    , m_toForm(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_profileLabel(new QLabel(this))
    , m_answerLabel(new QLabel(this))
    , m_notify(addressLine(QStringLiteral("notify_url"), this))
    , m_return(addressLine(QStringLiteral("return_url"), this))
    , m_state(new QLabel(this))
    , m_table(new QTableWidget(0, columns, this))
    , m_check(new QLabel(this))
    , m_view(new ResultView(presentation, this))
{
    arrange();
    for (const Profile &profile : m_profiles)
        m_profile->addItem(profile.name);
    for (const QString &name : CallbackListener::answerNames())
        m_answer->addItem(name);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &CallbackWindow::readSecret);
    connect(m_answer, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (const auto answer = CallbackListener::answerNamed(CallbackListener::answerNames().value(index)))
            m_listener.setAnswer(*answer);
    });
    connect(m_toggle, &QPushButton::clicked, this, &CallbackWindow::toggle);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_toForm, &QPushButton::clicked, this,
        [this] { Q_EMIT addressesWanted(m_notify->text(), m_return->text()); });
    connect(&m_listener, &CallbackListener::received, &m_desk, &CallbackDesk::take);
    connect(&m_desk, &CallbackDesk::arrived, this, &CallbackWindow::add);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &CallbackWindow::showChosen);
    connect(&presentation, &Presentation::changed, this, &CallbackWindow::retranslate);
    retranslate();
    readSecret();
}

void CallbackWindow::arrange()
{
    makePlain(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(160);
    for (QLabel *label : {m_state, m_check}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    const auto addLine = [grid, this](const QString &name, QLineEdit *line) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(name, this), row, 0, Qt::AlignRight);
        grid->addWidget(line, row, 1, 1, 3);
    };
    addLine(QStringLiteral("notify_url"), m_notify);
    addLine(QStringLiteral("return_url"), m_return);
    const int row = grid->rowCount();
    grid->addWidget(m_profileLabel, row, 0, Qt::AlignRight);
    grid->addWidget(m_profile, row, 1);
    grid->addWidget(m_answerLabel, row, 2, Qt::AlignRight);
    grid->addWidget(m_answer, row, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_toForm);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    for (QPushButton *button : {m_toggle, m_toForm, m_close})
        makePlain(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(grid);
    layout->addWidget(m_state);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_check);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    resize(usualSize);
}

void CallbackWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CallbackWindow::retranslate()
{
    setWindowTitle(tr("Callbacks"));
    m_profileLabel->setText(tr("Check signs as"));
    m_profile->setAccessibleName(tr("Profile whose secret signs are checked with"));
    m_answerLabel->setText(tr("Answer with"));
    m_answer->setAccessibleName(tr("How callbacks are answered"));
    const QStringList answers{tr("200"), tr("500"), tr("200 after 10 seconds"), tr("nothing")};
    for (int i = 0; i < m_answer->count(); ++i)
        m_answer->setItemText(i, answers.value(i));
    if (!m_profiles.isEmpty() && m_profiles.constFirst().isBuiltIn())
        m_profile->setItemText(0, environmentTitle(Environment::Sandbox));
    m_toForm->setText(tr("Put both into the form"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("Callbacks that came"));
    m_table->setHorizontalHeaderLabels(
        {tr("Time"), tr("Path"), tr("Sign"), QStringLiteral("biz_no"), tr("What it says")});
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_seen.at(row));
    showState();
    showChosen();
}

void CallbackWindow::toggle()
{
    if (m_listener.port() != 0)
        m_listener.stop();
    else
        m_listener.start({});
    showState();
}

void CallbackWindow::showState()
{
    const bool isOn = m_listener.port() != 0;
    m_toggle->setText(isOn ? tr("Stop listening") : tr("Listen"));
    m_toForm->setEnabled(isOn);
    m_notify->setText(m_listener.url(CallbackListener::notifyPath).toString());
    m_return->setText(m_listener.url(CallbackListener::returnPath).toString());
    const QString error = m_listener.errorString();
    m_state->setText(!error.isEmpty() ? error
            : isOn ? tr("Listening. Only this machine can reach it: the built-in sandbox calls it, the "
                        "service does not.")
                   : tr("Not listening."));
    Theme::mark(m_state, "state", error.isEmpty() ? QStringLiteral("dim") : QStringLiteral("refused"));
}

/// Until it is there, signs are not checked.
void CallbackWindow::readSecret()
{
    m_desk.setSecret({});
    const int index = m_profile->currentIndex();
    if (index < 0 || index >= m_profiles.size())
        return;
    m_credentials.read(m_profiles.at(index).secretEntry(), this, [this, index](CredentialResult result) {
        if (index == m_profile->currentIndex() && result.ok())
            m_desk.setSecret(std::move(result.secret));
    });
}

void CallbackWindow::add(const SeenCallback &seen)
{
    if (m_seen.size() >= mostRows) {
        m_seen.removeLast();
        m_table->removeRow(m_table->rowCount() - 1);
    }
    m_seen.prepend(seen);
    {
        const QSignalBlocker blocker(m_table);
        m_table->insertRow(0);
        fillRow(0, seen);
        m_table->selectRow(0);
    }
    showChosen();
}

void CallbackWindow::fillRow(int row, const SeenCallback &seen)
{
    const QString sign = !seen.check ? tr("not checked")
        : seen.check->matches        ? tr("matches")
                                     : tr("DIFFERS");
    const QString says = seen.report ? verdictsText(verdictsOf(*seen.report, seen.securityLevel()))
                                     : tr("No callback of the service.");
    const QStringList cells{seen.callback.at.toLocalTime().toString(QStringLiteral("HH:mm:ss")),
        visibleText(seen.callback.path), sign,
        seen.report ? visibleText(m_presentation.shown(seen.report->bizNo)) : QString(), says};
    for (int column = 0; column < columns; ++column) {
        if (!m_table->item(row, column))
            m_table->setItem(row, column, new QTableWidgetItem);
        m_table->item(row, column)->setText(cells.at(column));
    }
    m_table->resizeColumnsToContents();
}

void CallbackWindow::showChosen()
{
    const int row = m_table->currentRow();
    const bool isAny = row >= 0 && row < m_seen.size();
    m_check->setVisible(isAny);
    if (!isAny)
        return m_view->clear();
    const SeenCallback &seen = m_seen.at(row);
    QString text = !seen.check ? tr("The sign was not checked: the profile's secret is not at hand.")
        : seen.check->matches  ? tr("The sign matches: the profile's secret made it, over these bytes.")
                               : tr("The sign differs: trust nothing in this callback.");
    if (seen.check && seen.check->flaw)
        text += u' ' + describe(*seen.check->flaw);
    if (seen.report && !seen.row)
        text += u' ' + tr("The history has no row with this serial number.");
    if (!seen.oddity.isEmpty())
        text += u' ' + visibleText(seen.oddity);
    m_check->setText(text);
    Theme::mark(m_check, "state",
        !seen.check               ? QStringLiteral("unknown")
            : seen.check->matches ? QStringLiteral("issued")
                                  : QStringLiteral("refused"));
    if (seen.report)
        m_view->setReport(*seen.report, seen.securityLevel());
    else
        m_view->clear();
}

} // namespace faceid
