#include "sandbox/checkpanel.h"

#include "sandbox/outcome.h"
#include "sandbox/sandboxserver.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

CheckPanel::CheckPanel(SandboxServer &server, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_heading(new QLabel(this))
    , m_tokenLabel(new QLabel(this))
    , m_token(new QLineEdit(this))
    , m_outcomeLabel(new QLabel(this))
    , m_outcome(new QComboBox(this))
    , m_finish(new QPushButton(this))
    , m_said(new QLabel(this))
{
    m_heading->setProperty("role", QStringLiteral("section"));
    m_token->setObjectName(QStringLiteral("checkToken"));
    presentation.cover(m_token);
    m_outcome->setObjectName(QStringLiteral("checkOutcome"));
    m_finish->setObjectName(QStringLiteral("checkFinish"));
    makePlain(m_finish);
    m_said->setObjectName(QStringLiteral("checkSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setProperty("role", QStringLiteral("hint"));
    for (const OutcomeSpec &spec : outcomes())
        m_outcome->addItem(outcomeTitle(spec));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_tokenLabel->setBuddy(m_token);
    m_outcomeLabel->setBuddy(m_outcome);
    grid->addWidget(m_tokenLabel, 0, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_token, 0, 1);
    grid->addWidget(m_outcomeLabel, 1, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_outcome, 1, 1);
    grid->addWidget(m_finish, 2, 1, Qt::AlignLeft);
    grid->addWidget(m_said, 3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(grid);

    connect(m_token, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_finish->setEnabled(!text.trimmed().isEmpty());
        m_said->clear();
    });
    connect(m_token, &QLineEdit::returnPressed, this, &CheckPanel::finish);
    connect(m_finish, &QPushButton::clicked, this, &CheckPanel::finish);
    m_finish->setEnabled(false);
    retranslate();
}

void CheckPanel::setToken(const QString &token)
{
    m_token->setText(token);
    m_token->setCursorPosition(0);
}

void CheckPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CheckPanel::retranslate()
{
    m_heading->setText(tr("End a check as the phone would"));
    m_tokenLabel->setText(tr("Token"));
    m_token->setAccessibleName(tr("Token of the sandbox"));
    m_token->setPlaceholderText(tr("Issued by the sandbox, not used yet"));
    m_outcomeLabel->setText(tr("Outcome"));
    m_outcome->setAccessibleName(tr("How the check ends"));
    for (int i = 0; i < m_outcome->count(); ++i)
        m_outcome->setItemText(i, outcomeTitle(outcomes()[std::size_t(i)]));
    m_finish->setText(tr("End the check"));
    m_said->clear();
}

void CheckPanel::finish()
{
    const QString token = m_token->text().trimmed();
    if (token.isEmpty())
        return;
    const OutcomeSpec &outcome = outcomes()[std::size_t(m_outcome->currentIndex())];
    const bool done = m_server.complete(token, outcome);
    m_said->setText(done
            ? tr("Ended. get_result knows the outcome now; the notify_url, if there is one, is being called.")
            : tr("The sandbox does not know this token, or its check is over or came too late."));
    Theme::mark(m_said, "state", done ? QStringLiteral("issued") : QStringLiteral("refused"));
}

} // namespace faceid
