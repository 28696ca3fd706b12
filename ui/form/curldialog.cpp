#include "form/curldialog.h"

#include "client/worker.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize curlDialogSize(720, 600);

} // namespace

CurlDialog::CurlDialog(const Profile &profile, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_presentation(presentation)
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
    , m_preview(new FillPreview(this))
    , m_fill(new QPushButton(tr("Fill the form"), this))
{
    setWindowTitle(tr("Fill the form from a cURL command"));
    arrange();
    connect(m_text, &QPlainTextEdit::textChanged, this, &CurlDialog::read);
    connect(&presentation, &Presentation::changed, this, &CurlDialog::showReading);
    connect(m_fill, &QPushButton::clicked, this, [this] {
        Q_EMIT fillWanted(m_reading, m_preview->chosenPhotos());
        accept();
    });
    read();
}

void CurlDialog::arrange()
{
    m_text->setObjectName(QStringLiteral("curlText"));
    m_text->setPlaceholderText(
        tr("Paste a cURL command here, written for bash, cmd or PowerShell, or copied from a browser. "
           "It is read and never run."));
    m_text->setAccessibleName(tr("cURL command"));
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_state->setObjectName(QStringLiteral("curlState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_fill->setObjectName(QStringLiteral("curlFill"));
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_fill, close}) {
        makePlain(button);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_text, 2);
    layout->addWidget(m_state);
    layout->addWidget(m_preview, 3);
    layout->addLayout(buttons);
    resize(curlDialogSize);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void CurlDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void CurlDialog::read()
{
    m_reading = readCurl(m_text->toPlainText());
    showReading();
    lookForPhotos();
}

/// In the background: a path can lead to another computer, and a disk that sleeps takes its time.
void CurlDialog::lookForPhotos()
{
    const QStringList paths = m_reading.photoPaths.values();
    if (paths.isEmpty())
        return;
    const auto look = [paths] {
        QMap<QString, bool> found;
        for (const QString &path : paths)
            found.insert(path, QFileInfo(path).isFile());
        return found;
    };
    runOnWorker(this, look, [this, paths](const QMap<QString, bool> &found) {
        if (paths != m_reading.photoPaths.values() || found == m_isFile)
            return; // another command stands there by now
        m_isFile = found;
        showReading();
    });
}

void CurlDialog::showReading()
{
    m_text->setVisible(!m_presentation.covers()); // it may hold a key
    m_fill->setEnabled(m_reading.spec != nullptr);
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    QString words = isEmpty ? tr("Nothing to read yet.") : visibleText(m_reading.error);
    if (m_reading.spec)
        words = tr("%1 (%2), read as %3 reads it.")
                    .arg(translated(m_reading.spec->title), m_reading.spec->id, shellName(m_reading.shell));
    if (m_presentation.covers())
        words +=
            u' ' + tr("%1: the command is not shown. Ctrl+V pastes another.").arg(m_presentation.reason());
    m_state->setText(words);
    Theme::mark(
        m_state, "state", m_reading.spec || isEmpty ? QStringLiteral("dim") : QStringLiteral("refused"));
    m_preview->showGroups({{tr("Goes into the form"), filledLines()}, {tr("Does not fit"), otherLines()}});
}

QList<FillLine> CurlDialog::filledLines() const
{
    if (!m_reading.spec)
        return {};
    QList<FillLine> lines = faceid::filledLines(*m_reading.spec, m_reading.parts, m_presentation);
    for (auto it = m_reading.photoPaths.cbegin(); it != m_reading.photoPaths.cend(); ++it) {
        const QString path = m_presentation.shown(QDir::toNativeSeparators(it.value()));
        if (!m_isFile.contains(it.value()))
            lines.append({it.key(), tr("Looking for the file %1 …").arg(path)});
        else if (m_isFile.value(it.value()))
            lines.append({it.key(), path, it.value()});
    }
    return lines;
}

QList<FillLine> CurlDialog::otherLines() const
{
    QList<FillFinding> missing;
    for (auto it = m_reading.photoPaths.cbegin(); it != m_reading.photoPaths.cend(); ++it) {
        if (!m_isFile.value(it.value(), true))
            missing.append({FillFinding::Kind::File, it.key(), it.value()});
    }
    QList<FillLine> lines = findingLines(missing, m_presentation);
    const QUrl service = m_reading.spec ? m_profile.baseUrl(*m_reading.spec) : QUrl();
    if (!m_reading.address.isEmpty() && m_reading.address.host() != service.host())
        lines.append({tr("Host"),
            tr("The command goes to %1. The form goes to %2, as the profile says.")
                .arg(m_reading.address.host(), service.host())});
    return lines + findingLines(m_reading.findings, m_presentation);
}

/// Also while the box for it is hidden.
void CurlDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        setText(QGuiApplication::clipboard()->text());
    else
        QDialog::keyPressEvent(event);
}

} // namespace faceid
