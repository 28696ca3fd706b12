#include "outcome/messagedialog.h"

#include "shell/plainlook.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize messageSize(560, 460);

using Tongue = MessageTemplates::Tongue;

/// A made-up token, so that the preview shows nobody's.
HandOver example()
{
    const QString token = QStringLiteral("0123456789abcdef0123456789abcdef");
    const QString page = QString(getToken().pagePattern).replace(QStringLiteral("{token}"), token);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {token, QUrl(page), QStringLiteral("20260101-0001"), now, now.addSecs(600)};
}

} // namespace

MessageDialog::MessageDialog(MessageTemplates &templates, QWidget *parent)
    : QDialog(parent)
    , m_templates(templates)
    , m_tabs(new QTabWidget(this))
    , m_preview(new QLabel(this))
{
    setWindowTitle(tr("Messages"));
    resize(messageSize);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Language of the message"));
    addPage(Tongue::Chinese, QStringLiteral("中文"));
    addPage(Tongue::English, QStringLiteral("English"));
    auto *hint =
        new QLabel(tr("Filled in: %1. {link} is the token where there is no page; a line that names only "
                      "missing things is left out.")
                       .arg(MessageTemplates::placeholders().join(QStringLiteral("  "))),
            this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("dim"));
    auto *title = new QLabel(tr("Example"), this);
    title->setProperty("role", QStringLiteral("section"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *reset = new QPushButton(tr("Back to the original"), this);
    auto *saveButton = new QPushButton(tr("Save"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {reset, saveButton, cancel}) {
        makePlain(button);
        buttons->addWidget(button);
        if (button == reset)
            buttons->addStretch(1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(hint);
    layout->addWidget(title);
    layout->addWidget(m_preview);
    layout->addLayout(buttons);

    connect(m_tabs, &QTabWidget::currentChanged, this, &MessageDialog::preview);
    connect(reset, &QPushButton::clicked, this,
        [this] { current()->setPlainText(MessageTemplates::builtIn(Tongue(m_tabs->currentIndex()))); });
    connect(saveButton, &QPushButton::clicked, this, &MessageDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    preview();
}

void MessageDialog::addPage(Tongue tongue, const QString &title)
{
    auto *edit = new QPlainTextEdit(m_templates.pattern(tongue), m_tabs);
    edit->setAccessibleName(title);
    edit->setTabChangesFocus(true);
    m_tabs->insertTab(int(tongue), edit, title);
    connect(edit, &QPlainTextEdit::textChanged, this, &MessageDialog::preview);
}

QPlainTextEdit *MessageDialog::current() const
{
    return static_cast<QPlainTextEdit *>(m_tabs->currentWidget());
}

void MessageDialog::preview()
{
    m_preview->setText(filled(current()->toPlainText(), example()));
}

void MessageDialog::save()
{
    for (const auto tongue : {Tongue::Chinese, Tongue::English})
        m_templates.setPattern(
            tongue, static_cast<QPlainTextEdit *>(m_tabs->widget(int(tongue)))->toPlainText());
    accept();
}

} // namespace faceid
