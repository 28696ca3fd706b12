#include "inspector/codepage.h"

#include "inspector/bodytext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QLatin1String languageKey("inspector/codeLanguage");

} // namespace

CodePage::CodePage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_language(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_code(new BodyText(theme, this))
{
    m_language->setObjectName(QStringLiteral("codeLanguage"));
    m_language->setProperty("role", QStringLiteral("field"));
    for (const CodeLanguage &language : codeLanguages())
        m_language->addItem(QLatin1String(language.title), QLatin1String(language.id));
    m_note->setProperty("role", QStringLiteral("hint"));
    m_note->setWordWrap(true);
    m_code->setObjectName(QStringLiteral("code"));
    for (QPushButton *button : {m_copy, m_save})
        button->setProperty("role", QStringLiteral("plain"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(8);
    line->addWidget(m_language);
    line->addWidget(m_note, 1);
    line->addWidget(m_copy);
    line->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_code, 1);

    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        if (m_settings)
            m_settings->setValue(languageKey, m_language->currentData());
        render();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyText(m_text); });
    connect(m_save, &QPushButton::clicked, this, &CodePage::save);
    connect(m_code, &BodyText::copyText, this, &CodePage::copyText);
    retranslate();
}

void CodePage::setSource(std::function<Source()> source)
{
    m_source = std::move(source);
    refresh();
}

void CodePage::rememberIn(QSettings &settings)
{
    const int index = m_language->findData(settings.value(languageKey));
    if (index >= 0)
        m_language->setCurrentIndex(index);
    m_settings = &settings;
}

Searchable *CodePage::searchable() const
{
    return m_code;
}

/// Written when it is looked at; nobody needs a program for every key that is typed.
void CodePage::refresh()
{
    if (isVisible())
        render();
}

void CodePage::showEvent(QShowEvent *event)
{
    render();
    QWidget::showEvent(event);
}

const CodeLanguage &CodePage::language() const
{
    return codeLanguages()[std::size_t(m_language->currentIndex())];
}

void CodePage::render()
{
    if (!m_source)
        return;
    const Source source = m_source();
    m_note->setText(source.isStored
            ? tr("The row that is shown, with personal values masked. Secrets come from the environment.")
            : tr(
                "The form as it stands. Secrets come from the environment: FACEID_API_KEY, FACEID_API_SECRET."));
    const QString text = codeFor(language(), source.request);
    if (text == m_text)
        return;
    m_text = text;
    m_code->setBody(m_text);
}

void CodePage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the program"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QLatin1String(language().fileName));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray bytes = m_text.toUtf8();
        const bool saved =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_note->setText(
            saved ? tr("Saved: %1").arg(path) : tr("It could not be saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

void CodePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CodePage::retranslate()
{
    m_language->setAccessibleName(tr("Language of the program"));
    m_language->view()->setAccessibleName(m_language->accessibleName());
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the program"));
    m_save->setText(tr("Save…"));
    m_save->setAccessibleName(tr("Save the program"));
    m_code->setAccessibleName(tr("The request as a program"));
    refresh();
}

} // namespace faceid
