#include "callback/listenpage.h"

#include "callback/madecallback.h"
#include "callback/profilechoice.h"
#include "callback/seenview.h"
#include "callback/sendcourse.h"
#include "credentials/credentialstore.h"
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

constexpr int columns = 5;
constexpr qsizetype mostBytes = 32 * 1024 * 1024; // of all that are kept: one may have 1 MiB

QLineEdit *addressLine(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setReadOnly(true);
    line->setAccessibleName(name);
    return line;
}

} // namespace

ListenPage::ListenPage(const QList<Profile> &profiles, CredentialStore &credentials, HistoryStore &history,
    Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_presentation(presentation)
    , m_desk(&history)
    , m_notify(addressLine(QStringLiteral("notify_url"), this))
    , m_return(addressLine(QStringLiteral("return_url"), this))
    , m_profileLabel(new QLabel(this))
    , m_profile(new ProfileChoice(profiles, this))
    , m_answerLabel(new QLabel(this))
    , m_answer(new QComboBox(this))
    , m_toggle(new QPushButton(this))
    , m_toForm(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_table(new QTableWidget(0, columns, this))
    , m_nothing(new QLabel(m_table->viewport()))
    , m_replayLabel(new QLabel(this))
    , m_replayAddress(new QLineEdit(this))
    , m_replay(new QPushButton(this))
    , m_replaySaid(new QLabel(this))
    , m_course(new SendCourse(SendCourse::Kind::Replay, m_replayAddress, m_replay, m_replaySaid, this))
    , m_view(new SeenView(SeenView::Origin::Received, presentation, this))
{
    for (const QString &name : CallbackListener::answerNames())
        m_answer->addItem(name);
    arrange();
    connectAll();
    retranslate();
    readSecret();
}

void ListenPage::connectAll()
{
    connect(m_profile, &QComboBox::currentIndexChanged, this, &ListenPage::readSecret);
    connect(m_answer, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (const auto answer = CallbackListener::answerNamed(CallbackListener::answerNames().value(index)))
            m_listener.setAnswer(*answer);
    });
    connect(m_toggle, &QPushButton::clicked, this, &ListenPage::toggle);
    connect(m_toForm, &QPushButton::clicked, this,
        [this] { Q_EMIT addressesWanted(m_notify->text(), m_return->text()); });
    connect(&m_listener, &CallbackListener::received, &m_desk, &CallbackDesk::take);
    connect(&m_desk, &CallbackDesk::arrived, this, &ListenPage::add);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ListenPage::showChosen);
    connect(m_course, &SendCourse::wanted, this, &ListenPage::replay);
    connect(&m_presentation, &Presentation::changed, this, &ListenPage::retranslate);
}

void ListenPage::arrange()
{
    m_view->setObjectName(QStringLiteral("receivedCallback"));
    m_notify->setObjectName(QStringLiteral("notifyUrl"));
    m_answer->setObjectName(QStringLiteral("callbackAnswer"));
    m_replayAddress->setObjectName(QStringLiteral("replayAddress"));
    m_replay->setObjectName(QStringLiteral("replay"));
    m_replaySaid->setObjectName(QStringLiteral("replaySaid"));
    makePlain(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(96);
    m_nothing->setProperty("role", QStringLiteral("dim"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_nothing);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    for (QPushButton *button : {m_toggle, m_toForm, m_replay})
        makePlain(button);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_toForm);
    buttons->addWidget(m_state, 1);
    m_replayLabel->setBuddy(m_replayAddress);
    auto *again = new QHBoxLayout;
    again->setSpacing(12);
    again->addWidget(m_replayLabel);
    again->addWidget(m_replayAddress, 1);
    again->addWidget(m_replay);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(makeGrid());
    layout->addLayout(buttons);
    layout->addWidget(m_table, 1);
    layout->addLayout(again);
    layout->addWidget(m_replaySaid);
    layout->addWidget(m_view);
}

/// Where it listens, whose signs it checks and how it answers.
QGridLayout *ListenPage::makeGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (QLineEdit *line : {m_notify, m_return}) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(line->accessibleName(), this), row, 0, Qt::AlignRight);
        grid->addWidget(line, row, 1, 1, 3);
    }
    const int row = grid->rowCount();
    grid->addWidget(m_profileLabel, row, 0, Qt::AlignRight);
    grid->addWidget(m_profile, row, 1);
    grid->addWidget(m_answerLabel, row, 2, Qt::AlignRight);
    grid->addWidget(m_answer, row, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    return grid;
}

bool ListenPage::cancel()
{
    return m_course->cancel();
}

void ListenPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ListenPage::retranslate()
{
    m_profileLabel->setText(tr("Check signs as"));
    m_profile->setAccessibleName(tr("Profile whose secret signs are checked with"));
    m_answerLabel->setText(tr("Answer with"));
    m_answer->setAccessibleName(tr("How callbacks are answered"));
    const QStringList answers{tr("200"), tr("500"), tr("200 after 10 seconds"), tr("nothing")};
    for (int i = 0; i < m_answer->count(); ++i)
        m_answer->setItemText(i, answers.value(i));
    m_toForm->setText(tr("Put both into the form"));
    m_table->setAccessibleName(tr("Callbacks that came"));
    m_table->setHorizontalHeaderLabels(
        {tr("Time"), tr("Path"), tr("Sign"), QStringLiteral("biz_no"), tr("What it says")});
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_seen.at(row));
    m_replayLabel->setText(tr("Send again to"));
    m_replayAddress->setAccessibleName(tr("Address of this machine to send the chosen callback to again"));
    m_replayAddress->setPlaceholderText(QStringLiteral("http://127.0.0.1:8000/notify"));
    m_course->setVerb(tr("Send again"));
    showState();
    showChosen();
}

void ListenPage::toggle()
{
    if (m_listener.port() != 0)
        m_listener.stop();
    else
        m_listener.start({});
    showState();
}

void ListenPage::showState()
{
    const bool isOn = m_listener.port() != 0;
    m_toggle->setText(isOn ? tr("Stop listening") : tr("Listen"));
    m_toForm->setEnabled(isOn);
    m_notify->setText(m_listener.url(CallbackListener::notifyPath).toString());
    m_return->setText(m_listener.url(CallbackListener::returnPath).toString());
    m_nothing->setVisible(m_seen.isEmpty());
    m_nothing->setText(isOn
            ? tr("No callback has come yet.")
            : tr("Listen, put both addresses into the form and issue a token: what the sandbox "
                 "calls back at the end of the check is shown here."));
    const QString error = m_listener.errorString();
    m_state->setText(!error.isEmpty() ? error
            : isOn ? tr("Listening. Only this machine can reach it: the built-in sandbox calls it, the "
                        "service does not.")
                   : tr("Not listening."));
    Theme::mark(m_state, "state", error.isEmpty() ? QStringLiteral("dim") : QStringLiteral("refused"));
}

/// Until it is there, signs are not checked.
void ListenPage::readSecret()
{
    m_desk.setSecret({});
    const Profile *profile = m_profile->profile();
    if (!profile)
        return;
    const int index = m_profile->currentIndex();
    m_credentials.read(profile->secretEntry(), this, [this, index](CredentialResult result) {
        if (index == m_profile->currentIndex() && result.ok())
            m_desk.setSecret(std::move(result.secret));
    });
}

/// The newest is shown, unless the operator looks at another.
void ListenPage::add(const SeenCallback &seen)
{
    m_bytes += seen.callback.data.size();
    while (!m_seen.isEmpty() && (m_seen.size() >= mostRows || m_bytes > mostBytes)) {
        m_bytes -= m_seen.takeLast().callback.data.size();
        m_table->removeRow(m_table->rowCount() - 1);
    }
    m_seen.prepend(seen);
    {
        const QSignalBlocker blocker(m_table);
        const bool isNewestChosen = m_table->currentRow() <= 0;
        m_table->insertRow(0);
        fillRow(0, seen);
        if (isNewestChosen)
            m_table->selectRow(0);
    }
    m_nothing->hide();
    showChosen();
}

void ListenPage::fillRow(int row, const SeenCallback &seen)
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

const SeenCallback *ListenPage::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_seen.size() ? &m_seen.at(row) : nullptr;
}

void ListenPage::showChosen()
{
    const SeenCallback *seen = chosen();
    m_course->setReady(seen && replayProblem(seen->callback).isEmpty());
    m_replay->setToolTip(seen ? replayProblem(seen->callback) : QString());
    if (seen)
        m_view->setSeen(*seen);
    else
        m_view->clear();
}

/// The bytes as they came, with the sign as it came.
void ListenPage::replay()
{
    if (const SeenCallback *seen = chosen())
        m_course->send(fieldsOf(seen->callback.data, seen->callback.sign));
}

} // namespace faceid
