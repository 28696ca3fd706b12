#include "batch/batchwindow.h"

#include "batch/batchform.h"
#include "batch/batchpace.h"
#include "batch/batchwords.h"
#include "batch/sheetproblems.h"
#include "client/tokenclient.h"
#include "client/worker.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/question.h"
#include "shell/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <atomic>

namespace faceid {

namespace {

constexpr QSize usualSize(860, 660);
constexpr int tick = 200; // milliseconds between looks at what is under way

} // namespace

/// What the window and the thread that checks a sheet know of each other.
class SheetCourse
{
public:
    std::atomic<bool> isWanted{true};
    std::atomic<int> rows{0};
};

BatchWindow::BatchWindow(const Services &services, const EndpointSpec &endpoint, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_form(new BatchForm(endpoint, services.formParts, this))
    , m_profileLine(new QLabel(this))
    , m_state(new QLabel(this))
    , m_problems(new SheetProblems(services.theme, services.presentation, this))
    , m_table(new QTableView(this))
    , m_pace(new BatchPace(this))
    , m_start(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setWindowFlag(Qt::WindowMinMaxButtonsHint); // it stays open beside the window
    setSizeGripEnabled(true);
    m_start->setObjectName(QStringLiteral("batchStart"));
    m_state->setObjectName(QStringLiteral("batchState"));
    m_table->setObjectName(QStringLiteral("batchProblems"));
    arrange();
    m_clock.setInterval(tick);
    connect(&m_clock, &QTimer::timeout, this, &BatchWindow::showProgress);
    connect(m_form, &BatchForm::changed, this, &BatchWindow::check);
    connect(m_start, &QPushButton::clicked, this, &BatchWindow::askToStart);
    connect(m_pause, &QPushButton::clicked, this, &BatchWindow::pauseOrGoOn);
    connect(m_stop, &QPushButton::clicked, this, &BatchWindow::stop);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

BatchWindow::~BatchWindow()
{
    if (m_course)
        m_course->isWanted = false;
}

void BatchWindow::arrange()
{
    for (QLabel *label : {m_profileLine, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_table->setModel(m_problems);
    makePlain(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(140);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_start, m_pause, m_stop}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    m_start->setProperty("role", QStringLiteral("primary"));
    for (QPushButton *button : {m_pause, m_stop, m_close})
        makePlain(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addWidget(m_profileLine);
    layout->addWidget(m_state);
    layout->addWidget(m_table, 1000); // with nothing in it, it is not there
    layout->addWidget(m_pace);
    layout->addStretch(1);
    layout->addLayout(buttons);
    resize(usualSize);
}

void BatchWindow::look()
{
    if (m_run || m_question)
        return;
    // What was wrong may have been put right in the meantime, in the sheet or beside it.
    const bool wasWrong = m_found && !m_found->isGood();
    if (m_form->refresh() || wasWrong)
        check();
    follow();
}

void BatchWindow::check()
{
    if (m_course)
        m_course->isWanted = false;
    m_course.reset();
    m_found.reset();
    m_problems->setProblems({});
    if (!m_form->sheet().isEmpty()) {
        m_course = std::make_shared<SheetCourse>();
        m_clock.start();
        runOnWorker(
            this,
            [course = m_course, path = m_form->sheet(), endpoint = &m_form->endpoint(),
                fixed = m_form->fixed()] {
                return checkSheet(path, *endpoint, fixed, [&course](int rows) {
                    course->rows = rows;
                    return course->isWanted.load();
                });
            },
            [this, course = m_course](const SheetCheck &found) {
                if (course == m_course) // or the sheet has been chosen anew
                    handleChecked(found);
            });
    }
    showCheck();
    follow();
}

void BatchWindow::handleChecked(const SheetCheck &found)
{
    m_course.reset();
    m_clock.stop();
    m_found = found;
    m_problems->setProblems(found.first);
    m_table->resizeColumnsToContents();
    showCheck();
    follow();
}

void BatchWindow::showCheck()
{
    if (m_course)
        return say({tr("%Ln row(s) checked …", nullptr, m_course->rows), QStringLiteral("dim")});
    if (!m_found)
        return say(
            {tr("Every row gets a request of its own. All rows are checked before the first one is sent."),
                QStringLiteral("dim")});
    say(checkWords(*m_found, m_form->plan() ? BatchPlan::pathOf(m_form->sheet()) : QString()));
}

void BatchWindow::askToStart()
{
    if (m_run || m_question || !m_found)
        return;
    const Profile profile = m_services.profile(); // what is asked about is what is sent with
    const EndpointSpec &api = m_form->endpoint();
    if (const QString why =
            m_services.client.policy().requestProblem(api, profile.baseUrl(api), profile.isBuiltIn());
        !why.isEmpty())
        return say({why, QStringLiteral("refused")});
    if (profile.environment != Environment::Production)
        return makeSure(profile);
    QMessageBox *box = makeQuestion(this, tr("Issue in production?"),
        tr("Profile “%1” is production: the %Ln token(s) are real, and they may be charged.", nullptr,
            m_found->rows)
            .arg(profile.name),
        tr("Issue them"), [this, profile](const QMessageBox &) { makeSure(profile); });
    m_question = box;
    box->open();
}

/// The sheet is to be what was checked.
void BatchWindow::makeSure(const Profile &profile)
{
    runOnWorker(
        this, [path = m_form->sheet()] { return fileHash(path); },
        [this, profile](const QByteArray &hash) {
            if (m_run || !m_found)
                return;
            if (hash == m_found->hash)
                return start(profile);
            check();
        });
}

void BatchWindow::start(const Profile &profile)
{
    BatchRun::Wish wish;
    wish.sheet = m_form->sheet();
    wish.endpoint = &m_form->endpoint();
    wish.fixed = m_form->fixed();
    wish.profile = profile;
    wish.out = m_form->out();
    wish.qrFolder = m_form->qrFolder();
    wish.parallel = m_form->parallel();
    wish.isResumed = m_form->plan().has_value();
    auto run = std::make_unique<BatchRun>(wish, m_services.client, m_services.history);
    if (const QString problem = run->prepare(*m_found); !problem.isEmpty())
        return say({visibleText(problem), QStringLiteral("refused")});
    m_run = std::move(run);
    m_isEnding = false;
    connect(m_run.get(), &BatchRun::finished, this, &BatchWindow::handleFinished);
    m_run->start();
    m_clock.start();
    say({});
    showProgress();
    follow();
}

void BatchWindow::pauseOrGoOn()
{
    if (!m_run)
        return;
    if (m_run->isPaused())
        m_run->goOn();
    else
        m_run->pause();
    showProgress();
    follow();
}

/// First no more rows; those under way end by themselves, unless the operator cannot wait for them.
void BatchWindow::stop()
{
    if (!m_run)
        return;
    if (m_isEnding)
        m_run->cancel();
    else
        m_run->endEarly();
    m_isEnding = true;
    showProgress();
    follow();
}

void BatchWindow::handleFinished(const QString &why, const QString &sheetProblem)
{
    m_clock.stop();
    showProgress();
    const BatchWords words = endWords(m_run->progress(), why, sheetProblem, m_form->out());
    m_run.release()->deleteLater(); // it is what calls this
    m_form->refresh();
    m_found.reset(); // going on looks at the sheet again
    say(words);
    follow();
    if (m_afterwards)
        std::exchange(m_afterwards, nullptr)();
}

void BatchWindow::say(const BatchWords &words)
{
    m_state->setText(words.text);
    m_state->setVisible(!words.text.isEmpty());
    Theme::mark(m_state, "state", words.state);
}

void BatchWindow::showProgress()
{
    if (!m_run)
        return showCheck();
    m_pace->showProgress(m_run->progress(),
        m_isEnding              ? BatchPace::State::Ending
            : m_run->isPaused() ? BatchPace::State::Paused
                                : BatchPace::State::Sending);
}

void BatchWindow::follow()
{
    const Profile profile = m_services.profile();
    const bool isResumable = m_form->plan() && m_found && m_found->error.isEmpty();
    m_form->setLocked(isRunning());
    const QString environment = environmentTitle(profile.environment);
    m_profileLine->setText(profile.isBuiltIn()
            ? tr("As profile “%1”, chosen in the window.").arg(environment)
            : tr("As profile “%1” (%2), chosen in the window.").arg(visibleText(profile.name), environment));
    m_profileLine->setVisible(!isRunning());
    m_start->setEnabled(!isRunning() && m_found && (m_found->isGood() || isResumable));
    m_start->setVisible(!isRunning());
    Theme::mark(m_start, "environment", environmentName(profile.environment));
    const int rows = m_found ? m_found->rows : 0;
    m_start->setText(isResumable   ? tr("Go on")
            : m_start->isEnabled() ? tr("Issue %n token(s)", nullptr, rows)
                                   : tr("Issue the tokens"));
    m_table->setVisible(!isRunning() && m_problems->rowCount() > 0);
    m_pace->setVisible(isRunning() || (!m_pace->isEmpty() && !m_found && !m_course));
    m_pause->setVisible(isRunning());
    m_pause->setEnabled(isRunning() && !m_isEnding);
    m_pause->setText(isRunning() && m_run->isPaused() ? tr("Go on") : tr("Pause"));
    m_stop->setVisible(isRunning());
    m_stop->setText(m_isEnding ? tr("Cancel those under way") : tr("Stop"));
}

void BatchWindow::endThen(std::function<void()> done)
{
    if (!m_run)
        return done();
    if (m_question)
        return;
    QMessageBox *box = makeQuestion(this, tr("Stop the batch?"),
        tr("No more rows are sent, those under way come to their end, and the results so far are written. It can be "
           "gone on with later."),
        tr("Stop and close"), [this, done = std::move(done)](const QMessageBox &) {
            if (!m_run)
                return done();
            m_afterwards = done;
            if (!m_isEnding)
                stop();
        });
    m_question = box;
    box->open();
}

void BatchWindow::reject()
{
    if (!isRunning())
        return QDialog::reject();
    endThen([this] { close(); });
}

void BatchWindow::closeEvent(QCloseEvent *event)
{
    if (!isRunning())
        return QDialog::closeEvent(event);
    event->ignore();
    endThen([this] { close(); });
}

void BatchWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_found && !isRunning())
            check(); // what is wrong is told in the other language
    }
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        look();
    QDialog::changeEvent(event);
}

void BatchWindow::retranslate()
{
    setWindowTitle(tr("Tokens for a sheet"));
    m_table->setAccessibleName(tr("What is wrong in the sheet"));
    m_close->setText(tr("Close"));
    if (isRunning())
        showProgress();
    else
        showCheck();
    follow();
}

} // namespace faceid
