#include "outcome/outcomecard.h"

#include "contract/refusal.h"
#include "outcome/countdown.h"
#include "outcome/handoverpanel.h"
#include "outcome/outcomelook.h"
#include "outcome/qrview.h"
#include "shell/copiedsign.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QMetaMethod>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int qrSide = 136; // three pixels a module for the link of a PC token, quiet zone included

} // namespace

OutcomeCard::OutcomeCard(
    Theme &theme, Presentation &presentation, MessageTemplates &templates, HandOverLog &log, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_presentation(presentation)
    , m_stripe(new QFrame(this))
    , m_icon(new QLabel(this))
    , m_title(plainLabel("title"))
    , m_figures(plainLabel("dim"))
    , m_sentence(plainLabel("dim"))
    , m_usable(new Countdown(theme, this))
    , m_queryable(new Countdown(theme, this))
    , m_code(plainLabel("mono"))
    , m_meaning(plainLabel(""))
    , m_next(plainLabel(""))
    , m_values(new HandOverPanel(theme, presentation, templates, log, this))
    , m_marker(new MarkPanel(presentation, this))
    , m_again(new QPushButton(this))
    , m_markButton(new QPushButton(this))
    , m_support(new QPushButton(this))
    , m_qr(new QrView(this))
    , m_copied(new CopiedSign(this))
{
    setProperty("role", QStringLiteral("card"));
    layOut();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &OutcomeCard::tick);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT issueAgain(m_exchange); });
    connect(m_support, &QPushButton::clicked, this, [this] {
        Q_EMIT m_values->copyText(supportText(m_exchange));
        m_copied->show(m_support);
    });
    connect(m_markButton, &QPushButton::clicked, this, [this] {
        m_marking = true;
        render();
        m_marker->start();
    });
    connect(m_marker, &MarkPanel::cancelled, this, [this] {
        m_marking = false;
        render();
        m_markButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_marker, &MarkPanel::marked, this, [this](Resolution resolution, const QString &note) {
        Q_EMIT markByHand(m_exchange.id, resolution, note);
    });
    connect(&theme, &Theme::changed, this, &OutcomeCard::render);
    connect(&presentation, &Presentation::changed, this, &OutcomeCard::render);
    retranslate();
}

QLabel *OutcomeCard::plainLabel(const char *role)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QLatin1String(role));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void OutcomeCard::layOut()
{
    m_stripe->setProperty("role", QStringLiteral("stripe"));
    m_stripe->setFixedWidth(4);
    QFont big = m_title->font();
    big.setPointSizeF(big.pointSizeF() * 1.3);
    big.setBold(true);
    m_title->setFont(big);
    m_title->setWordWrap(false);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_title->setObjectName(QStringLiteral("outcome"));
    m_code->setObjectName(QStringLiteral("code"));
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_next->setObjectName(QStringLiteral("next"));
    m_support->setObjectName(QStringLiteral("copyForSupport"));
    m_markButton->setObjectName(QStringLiteral("markByHand"));
    for (QPushButton *button : {m_again, m_markButton, m_support})
        makePlain(button);
    m_qr->setFixedSize(qrSide, qrSide);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_icon);
    top->addWidget(m_title);
    top->addWidget(m_figures, 1, Qt::AlignBottom);
    top->addStretch(); // while there are no figures
    auto *times = new QHBoxLayout;
    times->setSpacing(16);
    times->addWidget(m_usable);
    times->addWidget(m_queryable);
    times->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_again, m_markButton, m_support})
        buttons->addWidget(button);
    buttons->addStretch(1);

    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_code);
    column->addWidget(m_meaning);
    column->addWidget(m_next);
    column->addWidget(m_sentence);
    column->addLayout(times);
    column->addWidget(m_values);
    column->addWidget(m_marker);
    column->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_stripe);
    layout->addLayout(column, 1);
    auto *codeColumn = new QVBoxLayout;
    codeColumn->setContentsMargins(0, 12, 12, 12);
    codeColumn->addWidget(m_qr, 0, Qt::AlignTop);
    layout->addLayout(codeColumn);
}

void OutcomeCard::showNothing(Environment environment)
{
    m_face = Face::Nothing;
    m_environment = environment;
    render();
}

void OutcomeCard::showRunning()
{
    m_face = Face::Running;
    render();
}

void OutcomeCard::showExchange(const Exchange &exchange, const QUrl &pageAddress)
{
    m_face = Face::Result;
    m_exchange = exchange;
    m_mark = Resolution::None;
    m_markNote.clear();
    m_marking = false;
    m_values->showExchange(exchange, pageAddress);
    m_qr->setText(handOverOf(exchange, pageAddress).code());
    render();
    announce();
}

void OutcomeCard::showMark(const QUuid &exchange, Resolution resolution, const QString &note)
{
    if (m_face != Face::Result || m_exchange.id != exchange || (m_mark == resolution && m_markNote == note))
        return;
    m_mark = resolution;
    m_markNote = note;
    m_marking = false;
    render();
    announce();
}

void OutcomeCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ActivationChange)
        tick(); // a clock that was set while no countdown ran
    QFrame::changeEvent(event);
}

void OutcomeCard::retranslate()
{
    m_qr->setAccessibleName(tr("QR code of the token"));
    m_markButton->setText(tr("Mark by hand…"));
    m_support->setText(tr("Copy for support"));
    m_support->setToolTip(tr("request_id, time, address and code; nothing personal and no token"));
    render();
}

void OutcomeCard::setState(const QString &state, const QString &icon, const QColor &color)
{
    Theme::mark(m_stripe, "state", state);
    Theme::mark(m_title, "state", state);
    m_icon->setPixmap(m_theme.icon(icon, color).pixmap(20, 20));
}

void OutcomeCard::render()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_usable, m_queryable, m_code, m_meaning, m_next,
             m_values, m_marker, m_again, m_markButton, m_support, m_figures, m_sentence, m_qr})
        widget->hide();
    m_ticker.stop();
    switch (m_face) {
    case Face::Nothing:
        setState(QStringLiteral("dim"), QStringLiteral("send"), m_theme.colors().dim);
        m_title->setText(tr("Ready"));
        m_sentence->setText(m_environment == Environment::Sandbox
                ? tr(
                    "Fill in the form and press Issue token; the answer appears here. This is the built-in sandbox: "
                    "it imitates the service on this computer, and nothing leaves it.")
                : tr("Fill in the form and press Issue token; the answer appears here."));
        m_sentence->show();
        break;
    case Face::Running:
        setState(QStringLiteral("busy"), QStringLiteral("send"), m_theme.colors().accent);
        m_title->setText(tr("On its way…"));
        break;
    case Face::Result:
        renderResult();
        break;
    }
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_sentence->isVisibleTo(this) ? m_sentence->text() : m_meaning->text());
}

void OutcomeCard::renderResult()
{
    const OutcomeLook look = lookOf(m_exchange.outcome, m_theme.colors());
    setState(look.state, look.icon, look.color);
    m_title->setText(outcomeTitle(m_exchange.outcome));

    QStringList figures;
    if (m_exchange.timing.finished >= 0)
        figures.append(tr("%1 ms").arg(m_exchange.timing.finished));
    if (m_exchange.reply.timeUsedMs >= 0)
        figures.append(tr("service %1 ms").arg(m_exchange.reply.timeUsedMs));
    if (m_exchange.reply.httpStatus > 0)
        figures.append(QStringLiteral("HTTP %1").arg(m_exchange.reply.httpStatus));
    m_figures->setText(figures.join(QStringLiteral(" · ")));
    m_figures->setVisible(!figures.isEmpty());

    const bool issued = m_exchange.outcome == Outcome::Issued;
    m_qr->setCovered(m_presentation.covers());
    m_qr->setVisible(issued);
    if (!m_exchange.reply.errorText.isEmpty() || m_exchange.outcome == Outcome::Refused)
        renderRefusal();
    renderSentences();
    m_values->show();
    m_again->setVisible(!issued && m_exchange.stop != Stop::Problems);
    m_again->setText(m_exchange.outcome == Outcome::Unknown ? tr("Issue again…") : tr("Issue again"));
    m_support->setVisible(!issued && m_exchange.reply.httpStatus > 0);
    m_markButton->setVisible(canBeMarked() && !m_marking);
    m_marker->setVisible(canBeMarked() && m_marking);
    if (issued) {
        const bool query = m_exchange.queryableUntil().isValid();
        m_usable->setWindow(
            query ? tr("Usable by the SDK") : tr("Usable"), m_exchange.startedAt, m_exchange.expiresAt());
        m_queryable->setWindow(tr("Result available"), m_exchange.startedAt, m_exchange.queryableUntil());
    }
    tick();
}

/// What happened and what may have happened, in whole sentences.
void OutcomeCard::renderSentences()
{
    QStringList lines;
    if (m_exchange.outcome != Outcome::Issued && m_exchange.outcome != Outcome::Refused) {
        lines.append(outcomeSentence(m_exchange.outcome));
        lines.append(visibleText(stopSentence(m_exchange)));
    }
    if (m_mark != Resolution::None) {
        lines.append(remarkText(m_mark, m_presentation.shown(visibleText(m_markNote))));
    } else if (canBeMarked()) {
        lines.append(tr("Ask the service's support with the serial number, or issue again: that can lead "
                        "to a second token and a second charge."));
    }
    if (!m_exchange.notSaved.isEmpty())
        lines.append(tr("The history could not be updated, note the token now: %1").arg(m_exchange.notSaved));
    lines.removeAll(QString());
    m_sentence->setText(lines.join(u'\n'));
    m_sentence->setVisible(!lines.isEmpty());
}

bool OutcomeCard::canBeMarked() const
{
    return canBeResolved(m_exchange.outcome) && m_mark == Resolution::None
        && isSignalConnected(QMetaMethod::fromSignal(&OutcomeCard::markByHand));
}

/// Qt 6.4 has no announcements of its own; an alert makes screen readers read the card's name and
/// description.
void OutcomeCard::announce()
{
    QAccessibleEvent name(m_title, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&name);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void OutcomeCard::renderRefusal()
{
    const EndpointSpec *spec = m_exchange.spec();
    if (!spec)
        return;
    const Refusal refusal = explainRefusal(*spec, m_exchange.reply.httpStatus, m_exchange.reply.errorText);
    m_code->setText(visibleText(refusal.code));
    m_meaning->setText(refusal.meaning());
    m_next->setText(tr("%1: %2").arg(refusal.actor(), refusal.advice()));
    for (QLabel *label : {m_code, m_meaning, m_next})
        label->show();
}

void OutcomeCard::tick()
{
    if (m_face != Face::Result || m_exchange.outcome != Outcome::Issued)
        return;
    bool counting = m_usable->tick();
    counting |= m_queryable->tick();
    if (counting && !m_ticker.isActive())
        m_ticker.start();
    else if (!counting)
        m_ticker.stop();
}

} // namespace faceid
