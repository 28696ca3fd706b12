#include "outcome/qrdialog.h"

#include "outcome/qrview.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int savedPixels = 12; // per module: sharp on paper in the size of a hand
constexpr QSize qrSize(440, 540);

constexpr QLatin1String linkChoice("link");
constexpr QLatin1String tokenChoice("token");

/// A file name that says which request it is, and is one on every system.
QString proposedName(const HandOver &what, const QString &suffix)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_-]+"));
    QString name = what.bizNo;
    name.replace(other, QStringLiteral("_"));
    return QStringLiteral("qr-%1.%2").arg(name.left(80), suffix);
}

} // namespace

QrDialog::QrDialog(const HandOver &what, Theme &theme, const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_what(what)
    , m_presentation(presentation)
    , m_choice(new SegmentedControl(this))
    , m_view(new QrView(this))
    , m_message(new QLabel(this))
    , m_png(new QPushButton(tr("Save as PNG…"), this))
    , m_svg(new QPushButton(tr("Save as SVG…"), this))
{
    setWindowTitle(tr("QR code"));
    resize(qrSize);
    setSizeGripEnabled(true);
    m_choice->addChoice(linkChoice, tr("Link"));
    m_choice->addChoice(tokenChoice, tr("Token"));
    m_choice->setAccessibleName(tr("What the code holds"));
    m_choice->setVisible(!what.page.isEmpty());
    m_view->setAccessibleName(tr("QR code"));
    m_view->setMinimumSize(200, 200);
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setProperty("role", QStringLiteral("hint"));
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_png, m_svg, close}) {
        makePlain(button);
        buttons->addWidget(button);
        if (button == m_svg)
            buttons->addStretch(1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_choice, 0, Qt::AlignHCenter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);

    connect(m_choice, &SegmentedControl::chosen, this, &QrDialog::choose);
    connect(m_png, &QPushButton::clicked, this, [this] { askWhere(QStringLiteral("png")); });
    connect(m_svg, &QPushButton::clicked, this, [this] { askWhere(QStringLiteral("svg")); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&presentation, &Presentation::changed, this, &QrDialog::choose);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    choose();
}

void QrDialog::choose()
{
    m_view->setText(m_choice->value() == tokenChoice ? m_what.token : m_what.code());
    m_view->setCovered(m_presentation.covers());
    const bool isWhole = !m_view->code().isEmpty();
    for (QPushButton *button : {m_png, m_svg})
        button->setEnabled(isWhole);
    m_message->setText(isWhole ? QString() : tr("This is too long for a QR code."));
}

void QrDialog::askWhere(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Save the QR code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    dialog->setDirectory(QDir(pictures).exists() ? pictures : QDir::homePath());
    dialog->selectFile(proposedName(m_what, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, &QrDialog::save);
    dialog->open();
}

bool QrDialog::save(const QString &path)
{
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        bytes = m_view->code().toSvg();
    } else {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        m_view->code().toImage(savedPixels).save(&buffer, "png");
    }
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_message->setText(saved ? tr("Saved: %1").arg(QDir::toNativeSeparators(path))
                             : tr("It could not be saved: %1").arg(file.errorString()));
    return saved;
}

} // namespace faceid
