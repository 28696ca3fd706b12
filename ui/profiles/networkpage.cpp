#include "profiles/networkpage.h"

#include "client/route.h"
#include "client/worker.h"
#include "profiles/connectionview.h"
#include "profiles/fieldnote.h"
#include "profiles/formcolumns.h"
#include "profiles/secretedit.h"
#include "profiles/secretpanel.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace faceid {

NetworkPage::NetworkPage(
    CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_manual(new QWidget(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_password(new SecretPanel(credentials, theme, presentation, this))
    , m_proxyNote(new FieldNote(m_host, this))
    , m_caFile(new QLineEdit(this))
    , m_caNote(new FieldNote(m_caFile, this))
    , m_connection(new ConnectionView(theme, this))
{
    m_mode->setObjectName(QStringLiteral("proxyMode"));
    m_mode->addItem(tr("None"), int(ProxyMode::None));
    m_mode->addItem(tr("Like the system"), int(ProxyMode::System));
    m_mode->addItem(tr("HTTP proxy"), int(ProxyMode::Manual));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_host->setAccessibleName(tr("Host of the proxy"));
    m_host->setPlaceholderText(QStringLiteral("proxy.example.com"));
    m_port->setAccessibleName(tr("Port of the proxy"));
    m_port->setRange(0, 65535);
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_user->setPlaceholderText(tr("empty: the proxy asks for nobody"));
    m_password->setName(QStringLiteral("proxyPassword"), tr("Password of the proxy"));
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("PEM file, only for a private certificate authority"));
    presentation.cover(m_user);
    layOut();

    connect(m_mode, &QComboBox::activated, this, [this] {
        follow();
        Q_EMIT edited();
    });
    for (QLineEdit *line : {m_host, m_user, m_caFile})
        connect(line, &QLineEdit::textEdited, this, &NetworkPage::edited);
    connect(m_user, &QLineEdit::textChanged, this, &NetworkPage::follow);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkPage::edited);
    connect(m_caFile, &QLineEdit::textChanged, this, [this] { m_caNote->setProblem({}); });
    connect(m_caFile, &QLineEdit::editingFinished, this, &NetworkPage::checkFile);
    connect(m_password->edit(), &SecretEdit::edited, this, &NetworkPage::edited);
    connect(m_password->edit(), &SecretEdit::revealed, this, &NetworkPage::revealed);
}

void NetworkPage::layOut()
{
    auto *address = new QHBoxLayout;
    address->setSpacing(8);
    address->addWidget(m_host, 1);
    address->addWidget(m_port);
    QFormLayout *manual = makeForm(m_manual);
    auto *choose = new QPushButton(tr("Choose…"), this);
    makePlain(choose);
    connect(choose, &QPushButton::clicked, this, &NetworkPage::chooseFile);
    auto *file = new QHBoxLayout;
    file->setSpacing(8);
    file->addWidget(m_caFile, 1);
    file->addWidget(choose);

    manual->addRow(tr("Host and port"), address);
    manual->addRow(QString(), m_proxyNote);
    manual->addRow(tr("User"), m_user);
    manual->addRow(tr("Password"), m_password);
    QFormLayout *form = makeForm(nullptr);
    form->addRow(tr("Proxy"), m_mode);
    form->addRow(m_manual);
    form->addRow(tr("Additional CA"), file);
    form->addRow(QString(), m_caNote);
    alignLabels({form, manual});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_connection, 1);
}

void NetworkPage::setProfile(const Profile &profile, bool isSaved)
{
    const QSignalBlocker quiet(m_port);
    m_mode->setCurrentIndex(m_mode->findData(int(profile.proxyMode)));
    m_host->setText(profile.proxyHost);
    m_port->setValue(profile.proxyPort);
    m_user->setText(profile.proxyUser);
    m_caFile->setText(profile.caFile);
    m_caFile->setCursorPosition(0);
    m_password->setEntry(profile.proxyEntry(), isSaved && !profile.proxyUser.isEmpty());
    m_connection->clear();
    follow();
}

void NetworkPage::collect(Profile &profile) const
{
    profile.proxyMode = ProxyMode(m_mode->currentData().toInt());
    profile.proxyHost = m_host->text().trimmed();
    profile.proxyPort = quint16(m_port->value());
    profile.proxyUser = m_user->text().trimmed();
    profile.caFile = m_caFile->text().trimmed();
}

QWidget *NetworkPage::showProblems(const ProfileProblems &problems)
{
    QString text;
    for (const ProfileProblem &problem : problems) {
        if (problem.field == u"proxyHost")
            text = problem.text;
    }
    m_proxyNote->setProblem(text);
    return text.isEmpty() ? nullptr : m_host;
}

void NetworkPage::follow()
{
    m_manual->setVisible(m_mode->currentData().toInt() == int(ProxyMode::Manual));
    m_password->setEnabled(!m_user->text().trimmed().isEmpty());
}

void NetworkPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificate authorities"), m_caFile->text(),
        tr("PEM files (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_caFile->setText(path);
        checkFile();
        Q_EMIT edited();
    });
    dialog->open();
}

/// On a worker, because a file may be on a slow disk or far away.
void NetworkPage::checkFile()
{
    const QString path = m_caFile->text().trimmed();
    if (path.isEmpty())
        return;
    runOnWorker(
        this, [path] { return authorityProblem(path).isEmpty(); },
        [this, path](bool isGood) {
            if (path == m_caFile->text().trimmed())
                m_caNote->setProblem(isGood ? QString() : tr("There is no certificate in this file."));
        });
}

} // namespace faceid
