#include "callback/sendpage.h"

#include "callback/madecallback.h"
#include "callback/profilechoice.h"
#include "callback/sendcourse.h"
#include "contract/endpointspec.h"
#include "credentials/credentialstore.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int mostTimes = 100; // enough to see what is booked twice

} // namespace

SendPage::SendPage(
    const QList<Profile> &profiles, CredentialStore &credentials, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_presentation(presentation)
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_outcomeLabel(new QLabel(this))
    , m_outcome(new QComboBox(this))
    , m_caseLabel(new QLabel(this))
    , m_case(new QComboBox(this))
    , m_bizNo(new QLineEdit(CallbackWish().bizNo, this))
    , m_extra(new QLineEdit(this))
    , m_profileLabel(new QLabel(this))
    , m_profile(new ProfileChoice(profiles, this))
    , m_timesLabel(new QLabel(this))
    , m_times(new QSpinBox(this))
    , m_wrongSign(new QCheckBox(this))
    , m_send(new QPushButton(this))
    , m_said(new QLabel(this))
    , m_bodyLabel(new QLabel(this))
    , m_body(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_course(new SendCourse(SendCourse::Kind::Made, m_address, m_send, m_said, this))
{
    for (const OutcomeSpec &spec : outcomes())
        m_outcome->addItem(outcomeTitle(spec), QString::fromLatin1(spec.name));
    for (const FieldChoice &choice : getToken().selector().choices)
        m_case->addItem(translated(choice.label), choice.value);
    m_case->setCurrentIndex(m_case->findData(caseValue(CallbackWish().comparison)));
    m_times->setRange(1, mostTimes);
    presentation.cover(m_bizNo);
    presentation.cover(m_extra);
    arrange();
    m_course->setReady(true);
    connect(m_course, &SendCourse::wanted, this, &SendPage::sign);
    connect(m_course, &SendCourse::answered, this, &SendPage::keep);
    connect(&presentation, &Presentation::changed, this, &SendPage::showBody);
    retranslate();
    showBody();
}

void SendPage::addRow(QGridLayout *grid, QLabel *label, QWidget *field, QLabel *secondLabel, QWidget *second)
{
    const int row = grid->rowCount();
    label->setBuddy(field);
    grid->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(field, row, 1, 1, second ? 1 : 3);
    if (!second)
        return;
    secondLabel->setBuddy(second);
    grid->addWidget(secondLabel, row, 2, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(second, row, 3);
}

void SendPage::arrange()
{
    m_address->setObjectName(QStringLiteral("sendAddress"));
    m_outcome->setObjectName(QStringLiteral("sendOutcome"));
    m_case->setObjectName(QStringLiteral("sendCase"));
    m_bizNo->setObjectName(QStringLiteral("sendBizNo"));
    m_extra->setObjectName(QStringLiteral("sendExtra"));
    m_times->setObjectName(QStringLiteral("sendTimes"));
    m_wrongSign->setObjectName(QStringLiteral("sendWrongSign"));
    m_send->setObjectName(QStringLiteral("sendCallback"));
    makePlain(m_send);
    m_said->setObjectName(QStringLiteral("sendSaid"));
    m_body->setObjectName(QStringLiteral("sendBody"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_hint->setProperty("role", QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    addRow(grid, m_addressLabel, m_address);
    addRow(grid, m_outcomeLabel, m_outcome, m_caseLabel, m_case);
    addRow(grid, new QLabel(QStringLiteral("biz_no"), this), m_bizNo);
    addRow(grid, new QLabel(QStringLiteral("biz_extra_data"), this), m_extra);
    addRow(grid, m_profileLabel, m_profile, m_timesLabel, m_times);
    grid->addWidget(m_wrongSign, grid->rowCount(), 1, 1, 3);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_send);
    buttons->addWidget(m_said, 1);
    buttons->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_hint);
    layout->addLayout(grid);
    layout->addLayout(buttons);
    layout->addWidget(m_bodyLabel);
    layout->addWidget(m_body, 1);
    m_bodyLabel->setBuddy(m_body);
}

bool SendPage::cancel()
{
    return m_course->cancel();
}

void SendPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SendPage::retranslate()
{
    m_hint->setText(tr("One POST of a form with data and sign, as the service sends it. What it says is "
                       "marked as simulated."));
    m_addressLabel->setText(tr("Send to"));
    m_address->setAccessibleName(tr("Address of the integration under test"));
    m_address->setPlaceholderText(QStringLiteral("http://127.0.0.1:8000/notify"));
    m_outcomeLabel->setText(tr("Outcome"));
    m_outcome->setAccessibleName(tr("How the check ended"));
    for (int i = 0; i < m_outcome->count(); ++i)
        m_outcome->setItemText(i, outcomeTitle(outcomes()[std::size_t(i)]));
    m_caseLabel->setText(translated(getToken().selector().label));
    m_case->setAccessibleName(m_caseLabel->text());
    for (int i = 0; i < m_case->count(); ++i)
        m_case->setItemText(i, translated(getToken().selector().choices[std::size_t(i)].label));
    m_bizNo->setAccessibleName(QStringLiteral("biz_no"));
    m_extra->setAccessibleName(QStringLiteral("biz_extra_data"));
    m_profileLabel->setText(tr("Sign as"));
    m_profile->setAccessibleName(tr("Profile whose secret signs the callback"));
    m_timesLabel->setText(tr("Times"));
    m_times->setAccessibleName(tr("How often the very same callback is sent"));
    m_times->setToolTip(
        tr("The very same each time: nothing may be booked twice. Stops when one is not taken."));
    m_wrongSign->setText(tr("Spoil the sign: the integration must not take it"));
    m_bodyLabel->setText(tr("Answer"));
    m_body->setAccessibleName(tr("Body of the answer"));
    m_course->setVerb(tr("Send"));
}

CallbackWish SendPage::wish() const
{
    CallbackWish wish;
    wish.outcome = outcomeNamed(m_outcome->currentData().toString());
    wish.comparison = caseFromValue(m_case->currentData().toString());
    wish.bizNo = m_bizNo->text();
    wish.extraData = m_extra->text();
    wish.wrongSign = m_wrongSign->isChecked();
    return wish;
}

/// What is to be sent is what stands here now; the keychain may take its time.
void SendPage::sign()
{
    m_answer.clear();
    showBody();
    const Profile *profile = m_profile->profile();
    if (!profile)
        return m_course->refuse(tr("There is no profile whose secret could sign it."));
    m_credentials.read(profile->secretEntry(), this,
        [this, wish = wish(), times = m_times->value(), number = ++m_asked](const CredentialResult &result) {
            if (number != m_asked)
                return;
            if (!result.ok())
                return m_course->refuse(describe(result));
            m_course->send(
                madeCallback(wish, result.secret.bytes(), QDateTime::currentSecsSinceEpoch()), times);
        });
}

void SendPage::keep(const SentCallback &sent)
{
    m_answer = sent.isAnswered() ? sent.bodyStart() : QString();
    showBody();
}

void SendPage::showBody()
{
    m_body->setPlainText(m_presentation.shown(visibleText(m_answer, true)));
}

} // namespace faceid
