#include "callback/notifypage.h"

#include "callback/notifydoctor.h"
#include "callback/notifyreport.h"
#include "credentials/credentialstore.h"
#include "shell/findinglist.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

NotifyPage::NotifyPage(CredentialStore &credentials, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_addressLabel(new QLabel(QStringLiteral("notify_url"), this))
    , m_address(new QLineEdit(this))
    , m_fromForm(new QPushButton(this))
    , m_run(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_verdict(new QLabel(this))
    , m_lines(new FindingList(QStringLiteral("notifyLines"), this))
{
    arrange();
    connect(m_fromForm, &QPushButton::clicked, this, &NotifyPage::takeFromForm);
    connect(m_address, &QLineEdit::textChanged, this, &NotifyPage::showButtons);
    connect(m_address, &QLineEdit::returnPressed, this, &NotifyPage::run);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (!cancel())
            run();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyText(report()); });
    retranslate();
}

void NotifyPage::arrange()
{
    m_address->setObjectName(QStringLiteral("notifyAddress"));
    m_fromForm->setObjectName(QStringLiteral("notifyFromForm"));
    m_run->setObjectName(QStringLiteral("notifyRun"));
    m_copy->setObjectName(QStringLiteral("notifyCopy"));
    m_verdict->setObjectName(QStringLiteral("notifyVerdict"));
    m_addressLabel->setBuddy(m_address);
    for (QPushButton *button : {m_fromForm, m_run, m_copy})
        makePlain(button);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_addressLabel);
    line->addWidget(m_address, 1);
    line->addWidget(m_fromForm);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_run);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addLayout(buttons);
    layout->addWidget(m_verdict);
    layout->addWidget(m_lines, 1);
}

void NotifyPage::setFormAddress(std::function<QString()> formAddress)
{
    m_formAddress = std::move(formAddress);
    showButtons();
}

bool NotifyPage::cancel()
{
    if (!m_doctor)
        return false;
    m_isCancelled = true;
    m_doctor->cancel();
    return true;
}

void NotifyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NotifyPage::retranslate()
{
    m_address->setAccessibleName(tr("notify_url to check"));
    m_address->setPlaceholderText(QStringLiteral("https://shop.example.com/notify"));
    m_fromForm->setText(tr("Take it from the form"));
    m_copy->setText(tr("Copy the report"));
    m_lines->setAccessibleName(tr("What was found"));
    showButtons();
    showFindings();
}

void NotifyPage::showButtons()
{
    m_fromForm->setEnabled(m_formAddress && !m_doctor);
    m_run->setText(m_doctor ? tr("Cancel") : tr("Check"));
    m_run->setEnabled(m_doctor || !m_address->text().trimmed().isEmpty());
    m_copy->setEnabled(!m_findings.isEmpty() && !m_doctor);
}

void NotifyPage::takeFromForm()
{
    const QString address = m_formAddress();
    if (address.isEmpty()) {
        m_findings.clear();
        showButtons();
        showFindings();
        return say(tr("The form has no notify_url."), QStringLiteral("refused"));
    }
    m_address->setText(address);
    run();
}

void NotifyPage::run()
{
    const QString address = m_address->text().trimmed();
    if (m_doctor || address.isEmpty())
        return;
    m_url = QUrl(address, QUrl::StrictMode);
    m_isCancelled = false;
    m_findings.clear();
    m_doctor = new NotifyDoctor(m_url, {}, m_credentials, this);
    connect(m_doctor, &NotifyDoctor::finished, this, &NotifyPage::conclude);
    showButtons();
    showFindings();
    m_doctor->start();
}

void NotifyPage::conclude(const QList<NotifyFinding> &findings)
{
    m_doctor->deleteLater();
    m_doctor = nullptr;
    m_findings = findings;
    showButtons();
    showFindings();
}

/// The lines and what they come to.
void NotifyPage::showFindings()
{
    m_lines->clear();
    for (const NotifyFinding &finding : std::as_const(m_findings))
        m_lines->add(weightTitle(finding.weight), visibleText(sentenceOf(finding)), adviceOf(finding));
    if (m_doctor)
        return say(tr("Checking…"), QStringLiteral("dim"));
    if (m_findings.isEmpty())
        return say(
            tr("Looks at scheme, port, host, certificate and time to an answer. Asks for headers only; "
               "no callback is sent."),
            QStringLiteral("dim"));
    if (m_isCancelled)
        return say(tr("Cancelled. What was found until then stands below."), QStringLiteral("unknown"));
    if (isBad(m_findings))
        return say(tr("The service cannot use this address. What to do stands below each line."),
            QStringLiteral("refused"));
    say(tr("Nothing bad was found. A way that is open from here may be closed from the service's network."),
        QStringLiteral("issued"));
}

void NotifyPage::say(const QString &text, const QString &mark)
{
    if (m_verdict->text() == text)
        return;
    m_verdict->setText(text);
    Theme::mark(m_verdict, "state", mark);
    QAccessibleEvent alert(m_verdict, QAccessible::Alert); // screen readers read the text of the label
    QAccessible::updateAccessibility(&alert);
}

QString NotifyPage::report() const
{
    return m_url.toString(QUrl::RemoveUserInfo) + u'\n' + visibleText(toText(m_findings), true);
}

} // namespace faceid
