#include "shell/aboutdialog.h"

#include "about.h"
#include "shell/plainlook.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace faceid {

AboutDialog::AboutDialog(const Files &files, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About FaceID Console"));
    auto *icon = new QLabel;
    icon->setPixmap(windowIcon().pixmap(64, 64));
    auto *name = new QLabel(tr("FaceID Console %1").arg(version()));
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    name->setFont(large);
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *versions = new QLabel(QStringLiteral("Qt %1 · %2 · %3")
                                    .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                                        QSysInfo::currentCpuArchitecture()));
    versions->setProperty("role", QStringLiteral("dim"));
    versions->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QGridLayout;
    head->setHorizontalSpacing(16);
    head->addWidget(icon, 0, 0, 2, 1);
    head->addWidget(name, 0, 1, Qt::AlignBottom);
    head->addWidget(versions, 1, 1, Qt::AlignTop);
    head->setColumnStretch(1, 1);

    auto *heading = new QLabel(tr("Where your data is"));
    heading->setProperty("role", QStringLiteral("section"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    addPath(grid, tr("History"), files.history);
    addPath(grid, tr("Settings"), files.settings);
    addPath(grid, tr("Draft"), files.draft);
    addText(grid, tr("Secrets"), tr("in the keychain of this desktop, or in memory until you quit"));
    addText(grid, tr("Photos"), tr("never written to disk by this program"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setProperty("role", QStringLiteral("plain"));
    close->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addSpacing(4);
    layout->addWidget(heading);
    layout->addLayout(grid);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(700);
    close->setFocus();
}

void AboutDialog::addPath(QGridLayout *grid, const QString &title, const QString &path)
{
    const int line = grid->rowCount();
    auto *label = new QLabel(title);
    label->setProperty("role", QStringLiteral("dim"));
    auto *value = new QLineEdit(QDir::toNativeSeparators(path));
    value->setReadOnly(true);
    value->setAccessibleName(title);
    value->setCursorPosition(0);
    auto *open = new QPushButton(tr("Open the folder"));
    makePlain(open);
    open->setAccessibleName(tr("Open the folder: %1").arg(title));
    const QString folder = QFileInfo(path).absolutePath();
    open->setEnabled(QFileInfo(folder).isDir()); // nothing was saved yet
    connect(open, &QPushButton::clicked, this,
        [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    grid->addWidget(label, line, 0);
    grid->addWidget(value, line, 1);
    grid->addWidget(open, line, 2);
}

void AboutDialog::addText(QGridLayout *grid, const QString &title, const QString &text)
{
    const int line = grid->rowCount();
    auto *label = new QLabel(title);
    label->setProperty("role", QStringLiteral("dim"));
    auto *value = new QLabel(text);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(label, line, 0);
    grid->addWidget(value, line, 1, 1, 2);
}

} // namespace faceid
