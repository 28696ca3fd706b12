#include "results/resultdialog.h"

#include "contract/tokenreading.h"
#include "history/historystore.h"
#include "results/resultview.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

constexpr int usualWidth = 720;

QString localTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

ResultDialog::ResultDialog(const HistoryRow &row, const Profile &profile, CredentialStore &credentials,
    HistoryStore &history, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_row(row)
    , m_profile(profile)
    , m_endpoint(*endpointById(row.endpointId))
    , m_credentials(credentials)
    , m_history(history)
    , m_presentation(presentation)
    , m_about(new QLabel(this))
    , m_bizId(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_state(new QLabel(this))
    , m_view(new ResultView(presentation, this))
    , m_window(new QLabel(this))
    , m_lookUp(new QPushButton(tr("Look up"), this))
{
    setWindowTitle(tr("Result of a token"));
    arrange();
    const int chosen = row.securityLevel > 0 ? row.securityLevel : assumedSecurityLevel();
    m_level->setCurrentIndex(chosen - 1);
    connect(m_level, &QComboBox::currentIndexChanged, this, &ResultDialog::showReport);
    connect(m_lookUp, &QPushButton::clicked, this, &ResultDialog::lookUp);
    connect(m_bizId, &QLineEdit::textChanged, this,
        [this] { m_lookUp->setEnabled(!m_bizId->text().trimmed().isEmpty()); });
    const auto showRow = [this] {
        m_about->setText(
            tr("%1, serial number %2, profile %3")
                .arg(translated(m_endpoint.title), visibleText(m_presentation.shown(m_row.bizNo)),
                    m_profile.isBuiltIn() ? environmentTitle(Environment::Sandbox)
                                          : visibleText(m_profile.name)));
    };
    connect(&presentation, &Presentation::changed, this, showRow);
    showRow();
    say(tr("Not looked up yet."), QStringLiteral("dim"));
    (m_lookUp->isEnabled() ? static_cast<QWidget *>(m_lookUp) : m_bizId)->setFocus();
    readKept();
}

bool ResultDialog::isPossible(const HistoryRow &row)
{
    return row.outcome == Outcome::Issued && !row.token.isEmpty() && endpointById(row.endpointId);
}

void ResultDialog::arrange()
{
    const bool isPc = m_endpoint.auth == Auth::KeyPair;
    for (QLabel *label : {m_about, m_state, m_window}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_window->setProperty("role", QStringLiteral("dim"));
    m_bizId->setPlaceholderText(tr("The biz_id of the callback"));
    m_bizId->setAccessibleName(QStringLiteral("biz_id"));
    m_presentation.cover(m_bizId);
    m_level->setAccessibleName(tr("security_level that scores are read against"));
    for (size_t i = 0; i < falseAcceptRates.size(); ++i)
        m_level->addItem(tr("%1 (false accept rate %2)").arg(i + 1).arg(QLatin1String(falseAcceptRates[i])));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (isPc)
        form->addRow(QStringLiteral("biz_id"), m_bizId);
    m_bizId->setVisible(isPc);
    form->addRow(QStringLiteral("security_level"), m_level);
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_lookUp);
    buttons->addWidget(close);
    for (QPushButton *button : {m_lookUp, close})
        button->setProperty("role", QStringLiteral("plain"));
    m_lookUp->setDefault(true);
    m_lookUp->setEnabled(!isPc);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_about);
    layout->addLayout(form);
    layout->addWidget(m_state);
    layout->addWidget(m_view);
    layout->addStretch(1);
    layout->addWidget(m_window);
    layout->addLayout(buttons);
    setMinimumWidth(usualWidth);
    resize(usualWidth, sizeHint().height());
}

int ResultDialog::level() const
{
    return m_level->currentIndex() + 1;
}

void ResultDialog::readKept()
{
    m_history.exchange(m_row.id, this, [this](const std::optional<Exchange> &exchange, const QString &) {
        if (exchange && exchange->result)
            showNote(*exchange->result);
    });
}

/// What is kept with the row: the answer without its pictures, and how often it was asked for.
void ResultDialog::showNote(const ResultNote &note)
{
    if (m_bizId->text().isEmpty())
        m_bizId->setText(note.bizId);
    QStringList facts;
    const QDateTime issued = timeInId(m_row.token);
    if (m_endpoint.queryLife.count() > 0 && issued.isValid())
        facts.append(
            tr("Can be looked up until %1.").arg(localTime(issued.addSecs(m_endpoint.queryLife.count()))));
    facts.append(tr("Look-ups by this program so far: %1.").arg(note.calls));
    m_window->setText(facts.join(u' '));
    if (m_report)
        return; // with pictures
    QString oddity;
    auto report = readLivenessReport(m_endpoint, note.answer, oddity);
    if (!report)
        return;
    report->images.clear(); // of which only size and check sum were kept
    m_report = report;
    say(tr("As it was on %1.").arg(localTime(note.askedAt)), QStringLiteral("dim"));
    showReport();
}

void ResultDialog::lookUp()
{
    if (m_job)
        return;
    ResultRequest request;
    request.endpoint = &m_endpoint;
    request.id = m_endpoint.auth == Auth::KeyPair ? m_bizId->text().trimmed() : m_row.token;
    request.profile = m_profile;
    m_job = new ResultJob(request, m_credentials, this);
    connect(m_job, &ResultJob::finished, this, &ResultDialog::handle);
    say(tr("Asking…"), QStringLiteral("dim"));
}

void ResultDialog::handle(const ResultLookup &lookup)
{
    if (!lookup.report) {
        m_report.reset();
        m_view->clear();
        return say(visibleText(lookupProblem(lookup).join(u' ')), QStringLiteral("refused"));
    }
    m_report = lookup.report;
    say(tr("Looked up at %1.").arg(localTime(lookup.askedAt)), QStringLiteral("dim"));
    showReport();
    const QJsonObject answer = QJsonDocument::fromJson(lookup.reply.body).object();
    const ResultRemark remark{resultNote(*lookup.report, answer, level(), lookup.askedAt)};
    m_history.remark(m_row.id, remark, this, [this](const QString &error) {
        if (!error.isEmpty())
            return say(error, QStringLiteral("refused"));
        readKept();
    });
}

void ResultDialog::showReport()
{
    if (m_report)
        m_view->setReport(*m_report, level());
    makeRoom();
}

/// Grows for what has come; the width stays, as texts that wrap would be cut in a narrow one.
void ResultDialog::makeRoom()
{
    layout()->activate();
    const int needed =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), std::max(height(), needed));
}

void ResultDialog::say(const QString &text, const QString &state)
{
    m_state->setText(text);
    Theme::mark(m_state, "state", state);
    makeRoom();
}

} // namespace faceid
