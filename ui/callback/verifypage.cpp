#include "callback/verifypage.h"

#include "callback/callbackdesk.h"
#include "callback/madecallback.h"
#include "callback/profilechoice.h"
#include "callback/seenview.h"
#include "credentials/credentialstore.h"
#include "shell/presentation.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QVBoxLayout>

namespace faceid {

VerifyPage::VerifyPage(
    const QList<Profile> &profiles, CredentialStore &credentials, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_hint(new QLabel(this))
    , m_profileLabel(new QLabel(this))
    , m_profile(new ProfileChoice(profiles, this))
    , m_sign(new QLineEdit(this))
    , m_data(new QPlainTextEdit(this))
    , m_view(new SeenView(SeenView::Origin::Pasted, presentation, this))
{
    arrange();
    const auto follow = [this, &presentation] { m_data->setVisible(!presentation.covers()); };
    connect(&presentation, &Presentation::changed, this, follow);
    connect(&presentation, &Presentation::changed, this, &VerifyPage::look);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &VerifyPage::readSecret);
    connect(m_sign, &QLineEdit::textChanged, this, &VerifyPage::look);
    connect(m_data, &QPlainTextEdit::textChanged, this, &VerifyPage::look);
    follow();
    retranslate();
}

void VerifyPage::arrange()
{
    m_hint->setProperty("role", QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_sign->setObjectName(QStringLiteral("verifySign"));
    m_data->setObjectName(QStringLiteral("verifyData"));
    m_data->setTabChangesFocus(true);
    m_profileLabel->setBuddy(m_profile);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_profileLabel, 0, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_profile, 0, 1);
    grid->addWidget(new QLabel(QStringLiteral("sign"), this), 1, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_sign, 1, 1);
    grid->addWidget(new QLabel(QStringLiteral("data"), this), 2, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(m_data, 2, 1);
    grid->setRowStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_hint);
    layout->addLayout(grid, 1);
    layout->addWidget(m_view);
}

void VerifyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// The keychain is asked when somebody wants to check, and again, as the secret may be another by now.
void VerifyPage::showEvent(QShowEvent *event)
{
    readSecret();
    QWidget::showEvent(event);
}

void VerifyPage::retranslate()
{
    m_hint->setText(tr("Paste the fields data and sign as they were after url-decoding, or the whole form. "
                       "Nothing leaves this computer."));
    m_profileLabel->setText(tr("Check the sign as"));
    m_profile->setAccessibleName(tr("Profile whose secret the sign is checked with"));
    m_sign->setAccessibleName(tr("The callback's sign"));
    m_data->setAccessibleName(tr("The callback's data, or the whole form"));
    look();
}

void VerifyPage::readSecret()
{
    m_secret = {};
    look();
    if (const Profile *profile = m_profile->profile())
        m_credentials.read(profile->secretEntry(), this, [this, number = ++m_asked](CredentialResult result) {
            if (number != m_asked || !result.ok())
                return;
            m_secret = std::move(result.secret);
            look();
        });
}

/// Its bytes: QPlainTextEdit's own way to its text changes blanks that do not break.
QByteArray VerifyPage::data() const
{
    return m_data->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').toUtf8();
}

void VerifyPage::look()
{
    ReceivedCallback callback;
    const QByteArray pasted = data();
    const bool isJson = pasted.trimmed().startsWith('{'); // which may hold & and = itself
    if (!isJson && readFields(formFields(pasted), callback)) { // a form's fields go where they belong
        const QSignalBlocker signBlocker(m_sign);
        const QSignalBlocker dataBlocker(m_data);
        m_sign->setText(QString::fromUtf8(callback.sign));
        m_data->setPlainText(QString::fromUtf8(callback.data));
    }
    callback = callbackOf(data(), m_sign->text().toUtf8());
    if (callback.data.isEmpty() || callback.sign.isEmpty())
        return m_view->clear();
    m_view->setSeen(lookAt(callback, m_secret));
}

} // namespace faceid
