#include "inspector/responsepage.h"

#include "client/worker.h"
#include "inspector/bodytext.h"
#include "inspector/hexview.h"
#include "inspector/jsonformat.h"
#include "inspector/jsontree.h"
#include "inspector/jsontreeview.h"
#include "places.h"
#include "shell/plaintext.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype longestString = 256; // characters
constexpr int maxLines = 50'000; // of text; the tree and the hex view have no end

// Names of the views in the segmented control, in the order of ResponsePage::View.
constexpr QLatin1String viewNames[] = {
    QLatin1String("tree"), QLatin1String("text"), QLatin1String("raw"), QLatin1String("hex")};

QString nameOf(ResponsePage::View view)
{
    return viewNames[int(view)];
}

QString headText(const Reply &reply)
{
    QString head = QStringLiteral("HTTP %1\n").arg(reply.httpStatus);
    for (const auto &[name, value] : reply.headers)
        head += visibleText(QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromLatin1(value))
            + u'\n';
    return head + u'\n';
}

/// The bytes as UTF-8; those that are none as \xNN.
QString rawText(const QByteArray &bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) < 0x80)
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    }
    return text;
}

/// Takes the lines beyond the limit off; whether there were any.
bool cutOff(QString &text)
{
    qsizetype at = -1;
    for (int line = 0; line < maxLines; ++line) {
        at = text.indexOf(u'\n', at + 1);
        if (at < 0)
            return false;
    }
    text.truncate(at);
    return true;
}

/// Empty when it is written.
QString written(const QString &path, const QByteArray &body)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return ResponsePage::tr("this is no file");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    // There is a token in it.
    file.setPermissions(ownerOnly);
    // Asked for here, because commit() fails without words after a write that failed.
    if (file.write(body) != body.size() || !file.flush()) {
        const QString error = file.errorString();
        file.cancelWriting();
        return error;
    }
    return file.commit() ? QString() : ResponsePage::tr("the file could not be put in its place");
}

} // namespace

struct ResponsePage::Prepared
{
    std::shared_ptr<const JsonTree> tree;
    QString head;
    QString text;
    QString raw;
    int shortened = 0;
    bool textCutOff = false;
    bool rawCutOff = false;
};

ResponsePage::ResponsePage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_views(new SegmentedControl(this))
    , m_status(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new JsonTreeView(theme, this))
    , m_text(new BodyText(theme, this))
    , m_raw(new BodyText(theme, this))
    , m_hex(new HexView(theme, this))
    , m_note(new QLabel(this))
{
    for (const QLatin1String name : viewNames)
        m_views->addChoice(name, name);
    m_text->setObjectName(QStringLiteral("response"));
    m_raw->setObjectName(QStringLiteral("responseRaw"));
    for (QLabel *label : {m_status, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("dim"));
    }
    m_status->setMinimumWidth(0);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setMargin(12);
    for (QWidget *view : std::initializer_list<QWidget *>{m_tree, m_text, m_raw, m_hex, m_note})
        m_stack->addWidget(view);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(12);
    bar->addWidget(m_views);
    bar->addWidget(m_status, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);

    connect(m_views, &SegmentedControl::chosen, this, [this](const QString &name) {
        setView(View(std::find(std::begin(viewNames), std::end(viewNames), name) - std::begin(viewNames)));
    });
    connect(m_tree, &JsonTreeView::copyText, this, &ResponsePage::copyText);
    connect(m_hex, &HexView::copyText, this, &ResponsePage::copyText);
    for (BodyText *text : {m_text, m_raw}) {
        connect(text, &BodyText::copyText, this, &ResponsePage::copyText);
        connect(text, &BodyText::completed, this, [this, text] {
            if (m_stack->currentWidget() == text)
                Q_EMIT shown();
        });
    }
    retranslate();
}

void ResponsePage::setReply(const Reply &reply, const QDateTime &startedAt)
{
    clear();
    m_reply = reply;
    m_startedAt = startedAt;
    prepare();
}

void ResponsePage::clear()
{
    ++m_number;
    m_reply.reset();
    m_prepared.reset();
    m_tree->setTree(nullptr);
    m_text->setBody({});
    m_raw->setBody({});
    m_hex->setBytes({});
    std::fill(std::begin(m_laidIn), std::end(m_laidIn), false);
    showView();
}

void ResponsePage::prepare()
{
    JsonLimits limits;
    limits.longestString = longestString;
    limits.maxLines = maxLines;
    limits.leftOut = u' ' + tr("… %1 characters left out …", "in a long string");
    runOnWorker(
        this,
        [reply = *m_reply, limits] {
            auto prepared = std::make_shared<Prepared>();
            const QString body = rawText(reply.body);
            prepared->tree = std::make_shared<const JsonTree>(JsonTree::parse(body));
            prepared->head = headText(reply);
            prepared->raw = prepared->head + visibleText(body, true);
            prepared->rawCutOff = cutOff(prepared->raw);
            if (prepared->tree->isValid()) {
                const IndentedJson json = indentedJson(body, limits);
                prepared->text = prepared->head + visibleText(json.text, true);
                prepared->shortened = json.shortened;
                prepared->textCutOff = json.cutOff;
            } else {
                prepared->text = prepared->raw;
                prepared->textCutOff = prepared->rawCutOff;
            }
            return prepared;
        },
        [this, number = m_number](const std::shared_ptr<Prepared> &prepared) {
            if (number == m_number)
                take(*prepared);
        });
}

void ResponsePage::take(const Prepared &prepared)
{
    m_prepared = std::make_shared<const Prepared>(prepared);
    std::fill(std::begin(m_laidIn), std::end(m_laidIn), false);
    showView();
}

void ResponsePage::setView(View view)
{
    m_view = view;
    m_views->setValue(nameOf(view));
    showView();
}

void ResponsePage::showView()
{
    m_views->setVisible(m_reply && m_reply->httpStatus != 0);
    m_note->setText(note());
    m_stack->setCurrentIndex(m_note->text().isEmpty() ? int(m_view) : m_stack->indexOf(m_note));
    say(facts(), QString());
    if (!m_prepared) {
        if (!m_reply)
            Q_EMIT shown();
        return;
    }
    bool &laidIn = m_laidIn[int(m_view)];
    const bool isNew = !std::exchange(laidIn, true);
    const int jsonFrom = m_prepared->tree->isValid() ? int(m_prepared->head.count(u'\n')) : -1;
    switch (m_view) {
    case View::Tree:
        if (isNew)
            m_tree->setTree(m_prepared->tree);
        Q_EMIT shown();
        break;
    case View::Text:
        if (isNew)
            m_text->setBody(m_prepared->text, jsonFrom);
        else if (m_text->isComplete())
            Q_EMIT shown();
        break;
    case View::Raw:
        if (isNew)
            m_raw->setBody(m_prepared->raw);
        else if (m_raw->isComplete())
            Q_EMIT shown();
        break;
    case View::Hex:
        if (isNew)
            m_hex->setBytes(m_reply->body);
        Q_EMIT shown();
        break;
    }
}

QString ResponsePage::note() const
{
    if (!m_reply)
        return tr("The answer of the service appears here, as it came.");
    if (m_reply->httpStatus == 0)
        return tr("There is no answer.");
    const bool showsHead = m_view == View::Text || m_view == View::Raw;
    if (m_reply->body.isEmpty())
        return showsHead ? QString() : tr("The answer has no body.");
    if (m_view == View::Tree && m_prepared && !m_prepared->tree->isValid())
        return tr("The answer is not JSON (from character %1 on). Text, raw and hex show it as it came.")
            .arg(QLocale().toString(m_prepared->tree->errorAt() + 1));
    return {};
}

QString ResponsePage::facts() const
{
    if (!m_reply || m_reply->httpStatus == 0)
        return {};
    QStringList facts{QStringLiteral("HTTP %1").arg(m_reply->httpStatus),
        QLocale().formattedDataSize(m_reply->body.size())};
    if (m_prepared && m_view == View::Text && m_prepared->shortened > 0)
        facts += tr("%n string(s) shortened", nullptr, m_prepared->shortened);
    const bool cut = m_prepared
        && ((m_view == View::Text && m_prepared->textCutOff)
            || (m_view == View::Raw && m_prepared->rawCutOff));
    if (cut)
        facts += tr("the first %1 lines; all of it under Hex").arg(QLocale().toString(maxLines));
    return facts.join(QStringLiteral("  ·  "));
}

Searchable *ResponsePage::searchable() const
{
    switch (m_view) {
    case View::Tree:
        return m_tree;
    case View::Text:
        return m_text;
    case View::Raw:
        return m_raw;
    case View::Hex:
        return m_hex;
    }
    return nullptr;
}

void ResponsePage::say(const QString &text, const QString &state)
{
    m_status->setText(text);
    m_status->setToolTip(QString());
    Theme::mark(m_status, "state", state);
}

QString ResponsePage::suggestedName() const
{
    const bool isJson = m_prepared && m_prepared->tree->isValid();
    return QStringLiteral("answer-%1.%2")
        .arg(m_startedAt.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss")),
            isJson ? QStringLiteral("json") : QStringLiteral("txt"));
}

void ResponsePage::save()
{
    if (!canSave())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the answer's body"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, &ResponsePage::saveTo);
    dialog->open();
}

void ResponsePage::saveTo(const QString &path)
{
    if (!canSave())
        return;
    runOnWorker(
        this, [path, body = m_reply->body] { return written(path, body); },
        [this, path](const QString &error) {
            const QString name = QFileInfo(path).fileName();
            if (error.isEmpty())
                say(tr("Saved as %1").arg(name), QStringLiteral("issued"));
            else
                say(tr("%1 could not be saved: %2").arg(name, error), QStringLiteral("refused"));
            Q_EMIT saved(error);
        });
}

void ResponsePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResponsePage::retranslate()
{
    m_views->setText(nameOf(View::Tree), tr("Tree"), tr("Names and values, pictures shown"));
    m_views->setText(nameOf(View::Text), tr("Text"), tr("Indented, long strings shortened"));
    m_views->setText(nameOf(View::Raw), tr("Raw"), tr("As it came, with nothing left out"));
    m_views->setText(nameOf(View::Hex), tr("Hex"), tr("Byte by byte"));
    m_views->setAccessibleName(tr("How the answer is shown"));
    m_text->setAccessibleName(tr("Response"));
    m_raw->setAccessibleName(tr("Response as it came"));
    m_tree->retranslate();
    m_hex->retranslate();
    if (m_reply)
        prepare(); // there are words in the text
    showView();
}

} // namespace faceid
