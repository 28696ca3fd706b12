#include "inspector/signpage.h"

#include "client/authentication.h"
#include "credentials/credentialstore.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"

#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace faceid {

namespace {

/// A line as a row of a table; nothing is told by colour alone.
QString htmlOf(const SignLine &line)
{
    const QString mark = line.state == SignLine::State::Bad ? QStringLiteral("\u26a0 ")
        : line.state == SignLine::State::Good               ? QStringLiteral("\u2713 ")
                                                            : QString();
    const QString text = mark + visibleText(line.text).toHtmlEscaped();
    if (line.title.isEmpty())
        return QStringLiteral("<tr><td colspan=2>%1</td></tr>").arg(text);
    return QStringLiteral("<tr><td align=right>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(line.title.toHtmlEscaped(), text);
}

} // namespace

SignPage::SignPage(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLineEdit(this))
    , m_make(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_lines(new QLabel)
{
    m_sign->setObjectName(QStringLiteral("sign"));
    m_sign->setClearButtonEnabled(false);
    m_lines->setObjectName(QStringLiteral("signLines"));
    m_lines->setProperty("role", QStringLiteral("page"));
    m_lines->setTextFormat(Qt::RichText);
    m_lines->setWordWrap(true);
    m_lines->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_lines->setContentsMargins(12, 8, 12, 8);
    for (QPushButton *button : {m_make, m_copy})
        button->setProperty("role", QStringLiteral("plain"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(8);
    line->addWidget(m_sign, 1);
    line->addWidget(m_make);
    line->addWidget(m_copy);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_lines);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(scroll, 1);

    connect(m_sign, &QLineEdit::textChanged, this, &SignPage::read);
    connect(m_make, &QPushButton::clicked, this, &SignPage::make);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyText(m_sign->text()); });
    retranslate();
}

void SignPage::setUp(CredentialStore &credentials, Presentation &presentation, Profiles profiles)
{
    m_credentials = &credentials;
    m_profiles = std::move(profiles);
    presentation.cover(m_sign);
    connect(&presentation, &Presentation::changed, this,
        [this, &presentation] { m_lines->setVisible(!presentation.covers()); });
}

void SignPage::setClockSkew(std::optional<qint64> milliseconds)
{
    m_clockSkew = milliseconds;
}

std::optional<Profile> SignPage::profile() const
{
    const QList<Profile> all = m_profiles ? m_profiles() : QList<Profile>();
    return all.isEmpty() ? std::nullopt : std::optional(all.constFirst());
}

void SignPage::showEvent(QShowEvent *event)
{
    read(); // times have moved on, and the profile may be another
    QWidget::showEvent(event);
}

void SignPage::read()
{
    const int number = ++m_number;
    const QString text = m_sign->text();
    m_copy->setEnabled(!text.isEmpty());
    const auto chosen = profile();
    if (text.trimmed().isEmpty())
        return say(
            tr("Paste a sign, url-encoded or broken into lines too, or make one for the chosen profile."));
    SignFacts facts = signFacts(signature::read(text.toUtf8()), m_profiles ? m_profiles() : QList<Profile>(),
        chosen ? &*chosen : nullptr);
    facts.clockSkewMs = m_clockSkew;
    showFacts(facts);
    if (!facts.reading.readable || !m_credentials || !chosen)
        return;
    m_credentials->read(
        chosen->secretEntry(), this, [this, facts, number](const CredentialResult &result) mutable {
            if (number != m_number || !result.ok())
                return;
            facts.matches = signature::matches(facts.reading, result.secret.bytes());
            showFacts(facts);
        });
}

void SignPage::make()
{
    const auto chosen = profile();
    if (!m_credentials || !chosen)
        return;
    m_credentials->read(
        chosen->secretEntry(), this, [this, profile = *chosen](const CredentialResult &result) {
            if (!result.ok())
                return say(describe(result));
            m_sign->setText(
                QString::fromLatin1(freshSign(profile, result.secret, QDateTime::currentDateTimeUtc())));
            m_sign->setCursorPosition(0);
        });
}

void SignPage::showFacts(const SignFacts &facts)
{
    QString rows;
    for (const SignLine &line : linesOf(facts, QDateTime::currentDateTimeUtc()))
        rows += htmlOf(line);
    m_lines->setText(QStringLiteral("<table cellspacing=4>%1</table>").arg(rows));
}

void SignPage::say(const QString &problem)
{
    m_lines->setText(problem.toHtmlEscaped());
}

void SignPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignPage::retranslate()
{
    m_sign->setAccessibleName(tr("Sign"));
    m_sign->setPlaceholderText(tr("Paste a sign"));
    m_make->setText(tr("Make one"));
    m_make->setToolTip(tr("With the api_key and the secret of the chosen profile"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the sign"));
    m_lines->setAccessibleName(tr("What the sign states"));
    read();
}

} // namespace faceid
