#include "profiles/profiledialog.h"

#include "credentials/profilestore.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace faceid {

ProfileDialog::ProfileDialog(ProfileStore &profiles, CredentialStore &credentials, Theme &, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_apiKey(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_session(new QCheckBox(tr("Keep the secret in memory only, until you quit"), this))
    , m_secretState(new QLabel(this))
    , m_validity(new QSpinBox(this))
    , m_singleUse(new QCheckBox(tr("Sign for a single use"), this))
    , m_proxy(new QComboBox(this))
    , m_proxyHost(new QLineEdit(this))
    , m_proxyPort(new QSpinBox(this))
    , m_caFile(new QLineEdit(this))
    , m_pagePattern(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Profiles"));
    m_environment->addItem(tr("Test"), int(Environment::Test));
    m_environment->addItem(tr("Production"), int(Environment::Production));
    m_proxy->addItem(tr("None"), int(ProxyMode::None));
    m_proxy->addItem(tr("Like the system"), int(ProxyMode::System));
    m_proxy->addItem(tr("HTTP proxy:"), int(ProxyMode::Manual));
    m_secret->setEchoMode(QLineEdit::Password);
    m_apiKey->setObjectName(QStringLiteral("apiKey"));
    m_validity->setRange(10, 24 * 3600);
    m_validity->setSuffix(tr(" s"));
    m_proxyPort->setRange(0, 65535);
    layOut();
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        const auto profile = item ? m_profiles.byId(item->data(Qt::UserRole).toString()) : std::nullopt;
        if (profile)
            show(*profile);
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_list->setCurrentItem(nullptr);
        show(ProfileStore::blank());
        m_name->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, &ProfileDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    const auto followProxy = [this] {
        const bool manual = m_proxy->currentData().toInt() == int(ProxyMode::Manual);
        m_proxyHost->setEnabled(manual);
        m_proxyPort->setEnabled(manual);
    };
    connect(m_proxy, &QComboBox::currentIndexChanged, this, followProxy);
    reload({});
    followProxy();
}

ProfileDialog::~ProfileDialog()
{
    QString typed = m_secret->text();
    m_secret->clear();
    wipe(typed);
}

void ProfileDialog::layOut()
{
    for (QPushButton *button : {m_add, m_remove, m_save, m_close}) {
        button->setProperty("role", QStringLiteral("plain"));
        button->setAutoDefault(false);
    }
    m_save->setDefault(true);
    for (QLabel *label : {m_secretState, m_message}) {
        label->setProperty("role", QStringLiteral("hint"));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Environment"), m_environment);
    for (const EndpointSpec *spec : endpoints()) {
        auto *line = new QLineEdit(this);
        line->setPlaceholderText(spec->host);
        m_addresses.insert(spec->id, line);
        form->addRow(tr("Address for %1").arg(translated(spec->title)), line);
    }
    form->addRow(QStringLiteral("api_key"), m_apiKey);
    form->addRow(QStringLiteral("api_secret"), m_secret);
    form->addRow(QString(), m_session);
    form->addRow(QString(), m_secretState);
    form->addRow(tr("Signature valid for"), m_validity);
    form->addRow(QString(), m_singleUse);
    auto *proxy = new QHBoxLayout;
    proxy->addWidget(m_proxy);
    proxy->addWidget(m_proxyHost, 1);
    proxy->addWidget(m_proxyPort);
    m_proxyHost->setAccessibleName(tr("Host of the proxy"));
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    form->addRow(tr("Proxy"), proxy);
    m_caFile->setPlaceholderText(tr("PEM file, only for a private certificate authority"));
    form->addRow(tr("Additional CA"), m_caFile);
    m_pagePattern->setPlaceholderText(getToken().pagePattern);
    form->addRow(tr("End user's page"), m_pagePattern);

    auto *listButtons = new QHBoxLayout;
    listButtons->addWidget(m_add);
    listButtons->addWidget(m_remove);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(listButtons);
    m_list->setFixedWidth(190);
    m_list->setAccessibleName(tr("Profiles"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_message, 1);
    foot->addWidget(m_save);
    foot->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->addLayout(form);
    right->addStretch(1);
    right->addLayout(foot);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    resize(760, 540);
}

void ProfileDialog::reload(const QString &chosenId)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    Profile chosen = ProfileStore::blank();
    for (const Profile &profile : m_profiles.profiles()) {
        auto *item = new QListWidgetItem(profile.name, m_list);
        item->setData(Qt::UserRole, profile.id);
        if (profile.id == chosenId || (chosenId.isEmpty() && m_list->count() == 1)) {
            m_list->setCurrentItem(item);
            chosen = profile;
        }
    }
    show(chosen);
}

void ProfileDialog::show(const Profile &profile)
{
    m_current = profile;
    m_name->setText(profile.name);
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    for (const EndpointSpec *spec : endpoints())
        m_addresses.value(spec->id)->setText(profile.baseUrls.value(spec->id).toString());
    m_apiKey->setText(profile.apiKey);
    m_secret->clear();
    m_session->setChecked(m_credentials.isSessionOnly(profile.id));
    m_validity->setValue(profile.signValiditySeconds);
    m_singleUse->setChecked(profile.singleUseSign);
    m_proxy->setCurrentIndex(m_proxy->findData(int(profile.proxyMode)));
    m_proxyHost->setText(profile.proxyHost);
    m_proxyPort->setValue(profile.proxyPort);
    m_caFile->setText(profile.caFile);
    m_pagePattern->setText(profile.pagePattern);
    m_remove->setEnabled(m_profiles.byId(profile.id).has_value());
    say({});
    askWhereSecretIs();
}

Profile ProfileDialog::edited() const
{
    Profile profile = m_current;
    profile.name = m_name->text().trimmed();
    profile.environment = Environment(m_environment->currentData().toInt());
    profile.baseUrls.clear();
    for (const EndpointSpec *spec : endpoints()) {
        const QString typed = m_addresses.value(spec->id)->text().trimmed();
        if (!typed.isEmpty())
            profile.baseUrls.insert(spec->id, QUrl(typed, QUrl::StrictMode));
    }
    profile.apiKey = m_apiKey->text().trimmed();
    profile.signValiditySeconds = m_validity->value();
    profile.singleUseSign = m_singleUse->isChecked();
    profile.proxyMode = ProxyMode(m_proxy->currentData().toInt());
    profile.proxyHost = m_proxyHost->text().trimmed();
    profile.proxyPort = quint16(m_proxyPort->value());
    profile.caFile = m_caFile->text().trimmed();
    profile.pagePattern = m_pagePattern->text().trimmed();
    return profile;
}

void ProfileDialog::save()
{
    const Profile profile = edited();
    const QString error = m_profiles.save(profile);
    if (!error.isEmpty())
        return say(error, QStringLiteral("refused"));

    QString typed = m_secret->text();
    Secret secret(typed.toUtf8());
    wipe(typed);
    const bool session = m_session->isChecked();
    reload(profile.id);
    Q_EMIT changed(profile.id);
    if (secret.isEmpty())
        return say(tr("Saved."));
    if (session) {
        m_credentials.keepForSession(profile.id, std::move(secret));
        say(tr("Saved. The secret is kept in memory until you quit."));
        return askWhereSecretIs();
    }
    say(tr("Saving the secret in the keychain…"));
    m_credentials.write(profile.id, std::move(secret), this, [this](const CredentialResult &result) {
        say(result.ok() ? tr("Saved.") : describe(result),
            result.ok() ? QString() : QStringLiteral("refused"));
        askWhereSecretIs();
    });
}

void ProfileDialog::remove()
{
    const QString id = m_current.id;
    m_remove->setEnabled(false);
    say(tr("Removing the secret from the keychain…"));
    // The profile goes only when its secret is known to be gone; otherwise nobody could find the entry again.
    m_credentials.remove(id, this, [this, id](const CredentialResult &result) {
        const bool neverSaved = result.state == CredentialState::NoKeychain && !result.earlier.isKnown();
        const bool gone = result.state == CredentialState::Missing || neverSaved;
        if (!gone) {
            m_remove->setEnabled(true);
            return say(describe(result), QStringLiteral("refused"));
        }
        m_profiles.remove(id);
        reload({});
        Q_EMIT changed({});
    });
}

void ProfileDialog::askWhereSecretIs()
{
    const QString id = m_current.id;
    m_secret->setPlaceholderText({});
    if (!m_profiles.byId(id))
        return m_secretState->clear();
    m_secretState->setText(tr("Asking the keychain…"));
    m_credentials.examine(id, this, [this, id](const CredentialResult &result) {
        if (id != m_current.id)
            return;
        m_secretState->setText(describe(result));
        if (result.ok())
            m_secret->setPlaceholderText(tr("stored; type to replace"));
    });
}

void ProfileDialog::say(const QString &text, const QString &state)
{
    m_message->setText(text);
    Theme::mark(m_message, "state", state);
}

} // namespace faceid
