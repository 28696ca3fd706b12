#include "profiles/secretpanel.h"

#include "profiles/secretedit.h"
#include "shell/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace faceid {

SecretPanel::SecretPanel(
    CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_edit(new SecretEdit(theme, presentation, this))
    , m_state(new QLabel(this))
{
    m_state->setProperty("role", QStringLiteral("hint"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit);
    column->addWidget(m_state);
    setFocusProxy(m_edit);
}

void SecretPanel::setName(const QString &objectName, const QString &title)
{
    m_edit->setName(objectName, title);
    m_state->setObjectName(objectName + QStringLiteral("State"));
}

void SecretPanel::setEntry(const QString &entry, bool isSaved)
{
    m_entry = entry;
    m_edit->discard();
    m_edit->setHint({});
    m_state->clear();
    Theme::mark(m_state, "state", {});
    if (isSaved)
        refresh();
}

void SecretPanel::refresh()
{
    m_state->setText(tr("Asking the keychain…"));
    m_credentials.examine(m_entry, this, [this, entry = m_entry](const CredentialResult &result) {
        if (entry == m_entry)
            showState(result);
    });
}

void SecretPanel::showState(const CredentialResult &result)
{
    QString text = describe(result);
    if (result.ok())
        text += u' ' + tr("Fingerprint %1.").arg(QString::fromLatin1(result.secret.fingerprint()));
    m_state->setText(text);
    const bool isTrouble = !result.ok() && result.state != CredentialState::Missing;
    Theme::mark(m_state, "state", isTrouble ? QStringLiteral("unknown") : QString());
    m_edit->setHint(result.ok() ? tr("stored; type to replace") : QString());
}

} // namespace faceid
