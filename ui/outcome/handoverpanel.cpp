#include "outcome/handoverpanel.h"

#include "outcome/messagedialog.h"
#include "outcome/qrdialog.h"
#include "shell/copiedsign.h"
#include "shell/elidedline.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace faceid {

namespace {

constexpr std::chrono::seconds questionStands(10);
constexpr int widest = 800; // a link with its token, in full

} // namespace

HandOverPanel::HandOverPanel(Theme &theme, const Presentation &presentation, MessageTemplates &templates,
    HandOverLog &log, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_presentation(presentation)
    , m_templates(templates)
    , m_log(log)
    , m_openPage(new QPushButton(this))
    , m_message(new QPushButton(this))
    , m_qr(new QPushButton(this))
    , m_messageMenu(new QMenu(this))
    , m_note(new QLabel(this))
    , m_copied(new CopiedSign(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    setMaximumWidth(widest); // in a wide window the buttons stay beside their values
    m_token = addValue(column, QStringLiteral("token"), "token");
    m_link = addValue(column, {}, "link");
    m_requestId = addValue(column, QStringLiteral("request_id"), "requestId");
    m_bizNo = addValue(column, QStringLiteral("biz_no"), "bizNo");

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    for (QPushButton *button : {m_openPage, m_message, m_qr}) {
        makePlain(button);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_note->setProperty("role", QStringLiteral("hint"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_message->setObjectName(QStringLiteral("message"));
    m_qr->setObjectName(QStringLiteral("qr"));
    buildMessageMenu();

    connect(m_token.copy, &QPushButton::clicked, this, &HandOverPanel::copyToken);
    connect(m_link.copy, &QPushButton::clicked, this, &HandOverPanel::copyLink);
    connect(m_requestId.copy, &QPushButton::clicked, this, &HandOverPanel::copyRequestId);
    connect(m_bizNo.copy, &QPushButton::clicked, this, [this] {
        Q_EMIT copyText(m_exchange.bizNo);
        m_copied->show(m_bizNo.copy);
    });
    connect(m_openPage, &QPushButton::clicked, this, &HandOverPanel::openPage);
    connect(m_qr, &QPushButton::clicked, this, &HandOverPanel::showQr);
    connect(&presentation, &Presentation::changed, this, &HandOverPanel::render);
    retranslate();
}

HandOverPanel::Value HandOverPanel::addValue(QVBoxLayout *column, const QString &name, const char *objectName)
{
    const Value value{
        new QLabel(name, this), new ElidedLine(m_theme, &ThemeColors::panel, this), new QPushButton(this)};
    value.name->setProperty("role", QStringLiteral("dim"));
    value.text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    value.text->setReadOnly(true);
    value.text->setFrame(false);
    value.text->setProperty("role", QStringLiteral("value"));
    value.text->setObjectName(QLatin1String(objectName));
    value.copy->setProperty("role", QStringLiteral("plain"));
    value.copy->setAutoDefault(false);
    QString copyName = QLatin1String(objectName);
    copyName[0] = copyName[0].toUpper();
    value.copy->setObjectName(QStringLiteral("copy") + copyName);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(value.name);
    line->addWidget(value.text, 1);
    line->addWidget(value.copy);
    column->addLayout(line);
    return value;
}

void HandOverPanel::buildMessageMenu()
{
    using Tongue = MessageTemplates::Tongue;
    m_chinese = m_messageMenu->addAction({}, this, [this] { copyMessage(Tongue::Chinese); });
    m_english = m_messageMenu->addAction({}, this, [this] { copyMessage(Tongue::English); });
    m_messageMenu->addSeparator();
    m_edit = m_messageMenu->addAction({}, this, &HandOverPanel::editMessages);
    // The button asks before a second copy; then it is the answer that it takes, not the language.
    connect(m_message, &QPushButton::clicked, this, [this] {
        if (m_asked == Way::Message)
            copyMessage(m_tongue);
        else
            m_messageMenu->popup(m_message->mapToGlobal(QPoint(0, m_message->height())));
    });
}

void HandOverPanel::showExchange(const Exchange &exchange, const QUrl &page)
{
    dropQuestion();
    m_exchange = exchange;
    m_what = handOverOf(exchange, page);
    m_once = exchange.spec() && worksOnce(*exchange.spec());
    render();
}

void HandOverPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HandOverPanel::retranslate()
{
    m_link.name->setText(tr("link"));
    const std::pair<Value, QString> names[] = {{m_token, tr("Token")}, {m_link, tr("Link")},
        {m_requestId, QStringLiteral("request_id")}, {m_bizNo, QStringLiteral("biz_no")}};
    for (const auto &[value, name] : names) {
        value.text->setAccessibleName(name);
        value.copy->setAccessibleName(tr("Copy %1").arg(name));
        value.copy->setToolTip(value.copy->accessibleName());
    }
    m_openPage->setText(tr("Open page"));
    m_openPage->setAccessibleName(tr("Open the end user's page"));
    m_qr->setText(tr("QR code…"));
    m_chinese->setText(tr("Copy the Chinese message"));
    m_english->setText(tr("Copy the English message"));
    m_edit->setText(tr("Edit the messages…"));
    render();
}

void HandOverPanel::showValue(const Value &value, const QString &text)
{
    value.text->setText(visibleText(text));
    value.text->setCursorPosition(0);
    for (QWidget *widget : std::initializer_list<QWidget *>{value.name, value.text, value.copy})
        widget->setVisible(!text.isEmpty());
}

void HandOverPanel::render()
{
    // One column of names, as wide as the widest.
    int nameWidth = 0;
    for (const Value &value : {m_token, m_link, m_requestId, m_bizNo})
        nameWidth = std::max(nameWidth, value.name->sizeHint().width());
    for (const Value &value : {m_token, m_link, m_requestId, m_bizNo})
        value.name->setFixedWidth(nameWidth);
    showValue(m_token, m_presentation.shown(m_what.token));
    showValue(m_link, m_what.page.isEmpty() ? QString() : m_presentation.shown(m_what.code()));
    showValue(m_requestId, m_presentation.shown(m_exchange.reply.requestId));
    showValue(m_bizNo, m_exchange.bizNo);
    const bool issued = !m_what.isEmpty();
    m_openPage->setVisible(issued && !m_what.page.isEmpty());
    for (QPushButton *button : {m_message, m_qr})
        button->setVisible(issued);

    const QDateTime copied = m_log.lastCopied(m_what.token).toLocalTime();
    const QString time = copied.toString(QStringLiteral("HH:mm"));
    const auto label = [this, &time](Way way, const QString &text) {
        return m_asked == way ? tr("Handed over at %1 – copy again?").arg(time) : text;
    };
    m_token.copy->setText(label(Way::Token, tr("Copy  %1").arg(QStringLiteral("Ctrl+1"))));
    m_requestId.copy->setText(tr("Copy  %1").arg(QStringLiteral("Ctrl+2")));
    m_link.copy->setText(label(Way::Link, tr("Copy  %1").arg(QStringLiteral("Ctrl+3"))));
    m_bizNo.copy->setText(tr("Copy"));
    m_message->setText(label(Way::Message, tr("Message ▾")));
    m_message->setAccessibleName(m_asked == Way::Message ? m_message->text() : tr("Message"));
    m_note->setText(tr("Handed over at %1. This token works once.").arg(time));
    m_note->setVisible(m_once && copied.isValid());
}

void HandOverPanel::handOver(Way way, const QString &text)
{
    if (m_what.isEmpty() || text.isEmpty())
        return;
    if (m_once && m_asked != way)
        m_log.forgetQuestion(); // asked about another way of copying
    if (m_once && !m_log.admit(m_what.token)) {
        m_asked = way;
        QTimer::singleShot(questionStands, this, &HandOverPanel::dropQuestion);
        return render();
    }
    m_asked = Way::None;
    Q_EMIT copyText(text);
    Q_EMIT handedOver(m_exchange.id);
    render();
    m_copied->show(way == Way::Token ? m_token.copy : way == Way::Link ? m_link.copy : m_message);
}

void HandOverPanel::dropQuestion()
{
    if (m_asked == Way::None)
        return;
    m_asked = Way::None;
    m_log.forgetQuestion();
    render();
}

void HandOverPanel::copyToken()
{
    handOver(Way::Token, m_what.token);
}

void HandOverPanel::copyLink()
{
    if (!m_what.page.isEmpty())
        handOver(Way::Link, m_what.code());
}

void HandOverPanel::copyRequestId()
{
    if (m_exchange.reply.requestId.isEmpty())
        return;
    Q_EMIT copyText(m_exchange.reply.requestId);
    m_copied->show(m_requestId.copy);
}

void HandOverPanel::openPage()
{
    if (!m_what.page.isEmpty())
        Q_EMIT openWanted(m_what.page);
}

void HandOverPanel::copyMessage(MessageTemplates::Tongue tongue)
{
    m_tongue = tongue;
    handOver(Way::Message, filled(m_templates.pattern(tongue), m_what));
}

void HandOverPanel::showQr()
{
    if (m_what.isEmpty())
        return;
    auto *dialog = new QrDialog(m_what, m_theme, m_presentation, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void HandOverPanel::editMessages()
{
    auto *dialog = new MessageDialog(m_templates, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace faceid
