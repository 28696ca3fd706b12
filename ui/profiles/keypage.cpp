#include "profiles/keypage.h"

#include "contract/signature.h"
#include "credentials/credentialstore.h"
#include "policy/policy.h"
#include "profiles/formcolumns.h"
#include "profiles/secretedit.h"
#include "profiles/secretpanel.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QLatin1String pairValue("pair");
constexpr QLatin1String signValue("sign");
constexpr int shortestSign = 10; // seconds
constexpr int longestSign = 24 * 3600;

} // namespace

KeyPage::KeyPage(CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_proof(new SegmentedControl(this))
    , m_pairs(new QWidget(this))
    , m_signBox(new QWidget(this))
    , m_spareBox(new QWidget(this))
    , m_apiKey(new QLineEdit(this))
    , m_secret(new SecretPanel(credentials, theme, presentation, this))
    , m_spareKey(new QLineEdit(this))
    , m_spareSecret(new SecretPanel(credentials, theme, presentation, this))
    , m_sign(new SecretPanel(credentials, theme, presentation, this))
    , m_signReading(new QLabel(this))
    , m_addSpare(new QPushButton(tr("Add a second key pair…"), this))
    , m_swap(new QPushButton(tr("Use this one from now on"), this))
    , m_removeSpare(new QPushButton(tr("Remove this pair"), this))
    , m_session(new QCheckBox(tr("Keep secrets in memory only, until you quit"), this))
    , m_validity(new QSpinBox(this))
    , m_singleUse(new QCheckBox(tr("Sign for a single use"), this))
{
    m_apiKey->setObjectName(QStringLiteral("apiKey"));
    m_spareKey->setObjectName(QStringLiteral("spareApiKey"));
    m_session->setObjectName(QStringLiteral("sessionOnly"));
    m_swap->setObjectName(QStringLiteral("swapKeys"));
    m_addSpare->setObjectName(QStringLiteral("addSpare"));
    m_removeSpare->setObjectName(QStringLiteral("removeSpare"));
    m_secret->setName(QStringLiteral("apiSecret"), QStringLiteral("api_secret"));
    m_spareSecret->setName(QStringLiteral("spareSecret"), tr("Other api_secret"));
    m_sign->setName(QStringLiteral("readySign"), tr("Sign"));
    for (QLineEdit *line : {m_apiKey, m_spareKey})
        presentation.cover(line);
    layOut();
    wire();
}

KeyPage::~KeyPage() = default;

void KeyPage::wire()
{
    const auto setSpare = [this](bool has) {
        m_hasSpare = has;
        follow();
        Q_EMIT edited();
    };
    connect(m_proof, &SegmentedControl::chosen, this, [this] {
        follow();
        Q_EMIT edited();
    });
    connect(m_addSpare, &QPushButton::clicked, this, [this, setSpare] {
        setSpare(true);
        m_spareKey->setFocus();
    });
    connect(m_swap, &QPushButton::clicked, this, &KeyPage::swapWanted);
    connect(m_removeSpare, &QPushButton::clicked, this, &KeyPage::spareRemovalWanted);
    for (QLineEdit *line : {m_apiKey, m_spareKey})
        connect(line, &QLineEdit::textEdited, this, &KeyPage::edited);
    for (SecretPanel *panel : {m_secret, m_spareSecret, m_sign}) {
        connect(panel->edit(), &SecretEdit::edited, this, &KeyPage::edited);
        connect(panel->edit(), &SecretEdit::revealed, this, &KeyPage::revealed);
    }
    connect(m_sign->edit(), &SecretEdit::edited, this, &KeyPage::readSign);
    connect(m_session, &QCheckBox::clicked, this, &KeyPage::edited);
    connect(m_validity, &QSpinBox::valueChanged, this, &KeyPage::edited);
    connect(m_singleUse, &QCheckBox::clicked, this, [this] {
        follow();
        Q_EMIT edited();
    });
}

void KeyPage::addPair(QFormLayout *form, QLineEdit *key, SecretPanel *panel, const QString &keyName)
{
    form->addRow(keyName, key);
    form->addRow(panel->edit()->line()->accessibleName(), panel);
}

void KeyPage::layOut()
{
    m_proof->addChoice(pairValue, tr("Key pair"));
    m_proof->addChoice(signValue, tr("Ready sign"),
        tr("A sign made elsewhere, for SDK tokens: the secret is never on this computer"));
    for (QPushButton *button : {m_addSpare, m_swap, m_removeSpare})
        makePlain(button);
    m_validity->setRange(shortestSign, longestSign);
    m_validity->setSuffix(tr(" s"));
    m_signReading->setTextFormat(Qt::PlainText);
    m_signReading->setWordWrap(true);
    m_signReading->setProperty("role", QStringLiteral("hint"));

    auto *spareButtons = new QHBoxLayout;
    spareButtons->setSpacing(8);
    spareButtons->addWidget(m_swap);
    spareButtons->addWidget(m_removeSpare);
    spareButtons->addStretch(1);
    QFormLayout *spare = makeForm(m_spareBox);
    addPair(spare, m_spareKey, m_spareSecret, tr("Other api_key"));
    spare->addRow(QString(), spareButtons);

    QFormLayout *pairs = makeForm(m_pairs);
    addPair(pairs, m_apiKey, m_secret, QStringLiteral("api_key"));
    pairs->addRow(QString(), m_session);
    auto *signRow = new QHBoxLayout;
    signRow->setSpacing(12);
    signRow->addWidget(m_validity);
    signRow->addWidget(m_singleUse);
    signRow->addStretch(1);
    pairs->addRow(tr("Signature valid for"), signRow);

    QFormLayout *sign = makeForm(m_signBox);
    sign->addRow(tr("Sign"), m_sign);
    sign->addRow(QString(), m_signReading);

    alignLabels({pairs, spare, sign});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_proof, 0, Qt::AlignLeft);
    column->addWidget(m_pairs);
    column->addWidget(m_addSpare, 0, Qt::AlignLeft);
    column->addWidget(m_spareBox);
    column->addWidget(m_signBox);
    column->addStretch(1);
}

void KeyPage::setProfile(const Profile &profile, bool isSaved)
{
    m_proof->setValue(profile.usesReadySign ? signValue : pairValue);
    m_apiKey->setText(profile.apiKey);
    m_spareKey->setText(profile.spareApiKey);
    m_hasSpare = !profile.spareApiKey.isEmpty();
    m_secret->setEntry(profile.secretEntry(), isSaved);
    m_spareSecret->setEntry(profile.spareSecretEntry(), isSaved && m_hasSpare);
    m_sign->setEntry(profile.signEntry(), isSaved && profile.usesReadySign);
    const QSignalBlocker quiet(m_validity);
    m_validity->setValue(profile.signValiditySeconds);
    m_singleUse->setChecked(profile.singleUseSign);
    m_signReading->clear();
    follow();
}

void KeyPage::collect(Profile &profile) const
{
    profile.usesReadySign = m_proof->value() == signValue;
    profile.apiKey = m_apiKey->text().trimmed();
    profile.spareApiKey = m_hasSpare ? m_spareKey->text().trimmed() : QString();
    profile.signValiditySeconds = m_validity->value();
    profile.singleUseSign = m_singleUse->isChecked();
}

void KeyPage::refuseSecrets()
{
    for (const SecretPanel *panel : {m_secret, m_spareSecret})
        panel->edit()->refuse(setByAdministrator());
    m_session->setEnabled(false);
}

std::vector<SecretPanel *> KeyPage::typedPanels(const Profile &profile) const
{
    std::vector<SecretPanel *> panels;
    const auto add = [&panels](SecretPanel *panel, bool isUsed) {
        if (isUsed && panel->edit()->hasInput())
            panels.push_back(panel);
    };
    add(m_secret, !profile.usesReadySign);
    add(m_spareSecret, !profile.usesReadySign && !profile.spareApiKey.isEmpty());
    add(m_sign, profile.usesReadySign);
    return panels;
}

bool KeyPage::hasInput() const
{
    return m_secret->edit()->hasInput() || m_spareSecret->edit()->hasInput() || m_sign->edit()->hasInput();
}

/// A sign is over in minutes: it is never worth an entry in the keychain.
bool KeyPage::isSessionOnly(const SecretPanel *panel) const
{
    return m_session->isChecked() || panel == m_sign;
}

void KeyPage::refresh()
{
    m_secret->refresh();
    if (m_hasSpare)
        m_spareSecret->refresh();
    if (m_proof->value() == signValue)
        m_sign->refresh();
}

void KeyPage::follow()
{
    const bool isSign = m_proof->value() == signValue;
    m_pairs->setVisible(!isSign);
    m_signBox->setVisible(isSign);
    m_spareBox->setVisible(!isSign && m_hasSpare);
    m_addSpare->setVisible(!isSign && !m_hasSpare);
    m_validity->setEnabled(!m_singleUse->isChecked());
}

void KeyPage::readSign()
{
    const Secret typed = m_sign->edit()->typed();
    if (typed.isEmpty())
        return m_signReading->clear();
    const signature::Reading reading = signature::read(typed.bytes());
    QStringList lines;
    if (!reading.readable) {
        lines.append(tr("This is no sign that can be read."));
    } else if (reading.claims.expiresAt == 0) {
        lines.append(tr("Of api_key %1, for a single use.").arg(reading.claims.apiKey));
    } else {
        const QDateTime until = QDateTime::fromSecsSinceEpoch(reading.claims.expiresAt);
        const QString text = until < QDateTime::currentDateTime() ? tr("Of api_key %1, expired at %2.")
                                                                  : tr("Of api_key %1, good until %2.");
        lines.append(text.arg(reading.claims.apiKey, QLocale().toString(until, QLocale::ShortFormat)));
    }
    for (const signature::Flaw flaw : reading.flaws)
        lines.append(signature::describe(flaw));
    m_signReading->setText(lines.join(u'\n'));
    Theme::mark(m_signReading, "state",
        reading.readable && reading.flaws.isEmpty() ? QString() : QStringLiteral("unknown"));
}

} // namespace faceid
