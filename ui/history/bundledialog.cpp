#include "history/bundledialog.h"

#include "client/worker.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

enum ReplacementColumn { PseudonymColumn, KindColumn, TimesColumn, OriginalColumn };

constexpr QSize bundleSize(960, 680);
constexpr int filesWidth = 220;
constexpr int replacementsHeight = 170;
constexpr qsizetype longestFile = 200'000; // characters that are shown

} // namespace

BundleDialog::BundleDialog(
    const QList<Exchange> &exchanges, const Theme &theme, const Presentation &presentation, QWidget *parent)
    : BundleDialog(true, theme, presentation, parent)
{
    setWindowTitle(tr("Support bundle"));
    m_about->setText(tr("This is all that the file will hold. What stands in square brackets and is marked "
                        "was replaced; secrets and photos were never kept."));
    m_save->setEnabled(false);
    say(tr("Personal data is being replaced …"), QStringLiteral("dim"));
    runOnWorker(
        this, [exchanges, now = QDateTime::currentDateTimeUtc()] { return supportBundle(exchanges, now); },
        [this](const Bundle &bundle) {
            take(bundle);
            m_save->setEnabled(true);
            say({}, QStringLiteral("dim"));
        });
}

BundleDialog::BundleDialog(const Bundle &bundle, const QString &name, const Theme &theme,
    const Presentation &presentation, QWidget *parent)
    : BundleDialog(false, theme, presentation, parent)
{
    take(bundle);
    setWindowTitle(tr("Support bundle %1, read only").arg(visibleText(QFileInfo(name).fileName())));
    const QString made =
        QLocale().toString(bundle.madeAt.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_about->setText(tr("Made on %1. What stands in square brackets and is marked was replaced.").arg(made));
}

BundleDialog::BundleDialog(bool isOurs, const Theme &theme, const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_isOurs(isOurs)
    , m_theme(theme)
    , m_presentation(presentation)
    , m_about(new QLabel(this))
    , m_files(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_replacements(new QTreeWidget(this))
    , m_message(new QLabel(this))
    , m_find(new QPushButton(tr("Find the next place"), this))
    , m_save(new QPushButton(tr("Save…"), this))
{
    arrange();
    connect(m_files, &QListWidget::currentRowChanged, this, &BundleDialog::showFile);
    connect(m_replacements, &QTreeWidget::currentItemChanged, this,
        [this](const QTreeWidgetItem *item) { m_find->setEnabled(item); });
    connect(m_replacements, &QTreeWidget::itemActivated, this, &BundleDialog::findNext);
    connect(m_find, &QPushButton::clicked, this, &BundleDialog::findNext);
    connect(m_save, &QPushButton::clicked, this, &BundleDialog::askWhere);
    connect(&theme, &Theme::changed, this, &BundleDialog::mark);
    connect(&presentation, &Presentation::changed, this, [this] {
        fillReplacements();
        showFile();
    });
    m_files->setFocus();
}

void BundleDialog::take(const Bundle &bundle)
{
    m_bundle = bundle;
    for (const ZipEntry &file : std::as_const(m_bundle.files))
        m_files->addItem(visibleText(file.name));
    fillReplacements();
    m_files->setCurrentRow(m_bundle.files.size() > 1 ? 1 : 0); // the first of a request
}

void BundleDialog::arrange()
{
    for (QLabel *label : {m_about, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_files->setAccessibleName(tr("Files of the bundle"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setAccessibleName(tr("The file, its replacements marked"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_replacements->setAccessibleName(tr("What was replaced"));
    m_replacements->setRootIsDecorated(false);
    m_replacements->setUniformRowHeights(true);
    m_replacements->setHeaderLabels({tr("Pseudonym"), tr("Kind"), tr("Places"), tr("Stands for")});
    m_replacements->setColumnHidden(OriginalColumn, !m_isOurs); // nobody knows any more
    m_replacements->setMinimumHeight(replacementsHeight / 2);
    auto *top = new QSplitter(Qt::Horizontal, this);
    top->addWidget(m_files);
    top->addWidget(m_text);
    top->setSizes({filesWidth, bundleSize.width() - filesWidth});
    top->setStretchFactor(1, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(top);
    splitter->addWidget(m_replacements);
    splitter->setSizes({bundleSize.height() - replacementsHeight, replacementsHeight});
    splitter->setStretchFactor(0, 1);
    for (QSplitter *one : {top, splitter})
        one->setChildrenCollapsible(false);
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_find);
    buttons->addWidget(m_message, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(close);
    for (QPushButton *button : {m_find, m_save, close})
        makePlain(button);
    m_find->setEnabled(false);
    m_save->setVisible(m_isOurs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_about);
    layout->addWidget(splitter, 1);
    layout->addLayout(buttons);
    resize(bundleSize);
}

void BundleDialog::fillReplacements()
{
    m_replacements->clear();
    for (const Replacement &one : m_bundle.replacements) {
        auto *item = new QTreeWidgetItem(m_replacements,
            {visibleText(one.pseudonym), hiddenTitle(visibleText(one.kind)), QLocale().toString(one.times),
                visibleText(m_presentation.shown(one.original))});
        item->setTextAlignment(TimesColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const int column : {PseudonymColumn, KindColumn, TimesColumn})
        m_replacements->resizeColumnToContents(column);
}

void BundleDialog::showFile()
{
    const int row = m_files->currentRow();
    if (row < 0)
        return;
    QString text = QString::fromUtf8(m_bundle.files[row].content);
    if (text.size() > longestFile)
        text = text.left(longestFile) + QStringLiteral(" … ")
            + tr("%1 characters").arg(QLocale().toString(text.size()));
    m_text->setPlainText(visibleText(text, true));
    mark();
}

void BundleDialog::mark()
{
    m_marks = marksIn(m_text->toPlainText(), m_bundle.replacements);
    QList<QTextEdit::ExtraSelection> selections;
    for (const BundleMark &mark : std::as_const(m_marks)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(int(mark.at));
        selection.cursor.setPosition(int(mark.at + mark.length), QTextCursor::KeepAnchor);
        selection.format.setBackground(m_theme.colors().selection);
        selection.format.setForeground(m_theme.colors().text);
        selection.format.setFontUnderline(true); // not by colour alone
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
}

void BundleDialog::findNext()
{
    const int wanted = m_replacements->indexOfTopLevelItem(m_replacements->currentItem());
    if (wanted < 0)
        return;
    const int first = qMax(0, m_files->currentRow());
    int after = m_text->textCursor().selectionEnd();
    // Once around, to this file's beginning.
    for (int step = 0; step <= m_files->count(); ++step) {
        m_files->setCurrentRow((first + step) % m_files->count());
        const auto found = std::find_if(m_marks.cbegin(), m_marks.cend(),
            [&](const BundleMark &mark) { return mark.replacement == wanted && mark.at >= after; });
        if (found != m_marks.cend()) {
            QTextCursor cursor(m_text->document());
            cursor.setPosition(int(found->at));
            cursor.setPosition(int(found->at + found->length), QTextCursor::KeepAnchor);
            m_text->setTextCursor(cursor);
            m_text->centerCursor();
            return;
        }
        after = 0;
    }
}

void BundleDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the support bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->setNameFilter(QStringLiteral("ZIP (*.zip)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("faceid-support-%1.zip")
                           .arg(m_bundle.madeAt.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmm"))));
    connect(dialog, &QFileDialog::fileSelected, this, &BundleDialog::save);
    dialog->open();
}

void BundleDialog::save(const QString &path)
{
    m_save->setEnabled(false);
    say(tr("It is being saved …"), QStringLiteral("dim"));
    Q_EMIT saveWanted(path, m_bundle);
}

void BundleDialog::showSaved(const QString &words, bool isSaved)
{
    m_save->setEnabled(true);
    say(words, isSaved ? QStringLiteral("issued") : QStringLiteral("refused"));
}

void BundleDialog::say(const QString &words, const QString &state)
{
    m_message->setText(words);
    Theme::mark(m_message, "state", state);
}

} // namespace faceid
