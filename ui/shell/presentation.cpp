#include "shell/presentation.h"

#include "policy/policy.h"

#include <QApplication>
#include <QFont>
#include <QLineEdit>
#include <QRegularExpression>
#include <QWidget>

namespace faceid {

namespace {

constexpr double largerType = 1.2;

/// \a json with every text value but that of \a errorKey as dots, and long numbers too (an ID number, a
/// telephone): keys, short numbers and the layout stay what is to be seen.
QString coveredJson(const QString &json, const QString &errorKey)
{
    static const QRegularExpression token(QStringLiteral("(\"(?:[^\"\\\\]++|\\\\.)*+\")(\\s*+:)?|\\d{11,}"),
        QRegularExpression::DotMatchesEverythingOption);
    QString result;
    QString key;
    qsizetype end = 0;
    for (auto it = token.globalMatch(json); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(json).sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const bool isKey = match.capturedLength(2) > 0;
        if (isKey)
            key = match.captured(1);
        const bool isError = key == u'"' + errorKey + u'"';
        if (isKey || isError || match.capturedLength(1) == 2)
            result += match.capturedView();
        else
            result += u'"' + Presentation::dots() + u'"';
    }
    return result + json.mid(end);
}

void coverReply(Reply &reply, const EndpointSpec *spec)
{
    const QByteArray dots = Presentation::dots().toUtf8();
    for (auto &header : reply.headers) {
        for (const QString &secret : {reply.token, reply.requestId}) {
            if (!secret.isEmpty())
                header.second.replace(secret.toUtf8(), dots);
        }
    }
    if (reply.isJson)
        reply.body = coveredJson(QString::fromUtf8(reply.body), spec ? spec->errorKey : QString()).toUtf8();
    else if (!reply.body.isEmpty())
        reply.body = dots; // nobody knows what is in it
    for (QString *text : {&reply.token, &reply.requestId}) {
        if (!text->isEmpty())
            *text = Presentation::dots();
    }
    reply.location.setQuery(QString());
}

} // namespace

Presentation::Presentation(QObject *parent)
    : QObject(parent)
{ }

void Presentation::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    scaleType(on ? largerType : 1 / largerType);
    Q_EMIT changed();
}

void Presentation::coverAlways()
{
    m_always = true;
    Q_EMIT changed();
}

QString Presentation::reason() const
{
    if (m_always)
        return setByAdministrator();
    return m_on ? tr("Presentation mode") : QString();
}

QString Presentation::shown(const QString &text) const
{
    return covers() && !text.isEmpty() ? dots() : text;
}

Exchange Presentation::shown(const Exchange &exchange) const
{
    if (!covers())
        return exchange;
    Exchange result = exchange;
    const EndpointSpec *spec = result.spec();
    for (Part &part : result.request) {
        const FieldSpec *row = spec ? spec->field(part.name) : nullptr;
        if (!row || row->tellsWho())
            part.value = dots().toUtf8();
    }
    coverReply(result.reply, spec);
    return result;
}

void Presentation::cover(QLineEdit *line)
{
    coverWhen(line, &Presentation::covers);
}

void Presentation::coverOwnWords(QLineEdit *line)
{
    coverWhen(line, &Presentation::isOn);
}

void Presentation::coverWhen(QLineEdit *line, bool (Presentation::*hides)() const)
{
    const QLineEdit::EchoMode plain = line->echoMode();
    const auto follow = [this, line, plain, hides] {
        line->setEchoMode((this->*hides)() ? QLineEdit::Password : plain);
    };
    connect(this, &Presentation::changed, line, follow);
    follow();
}

QString Presentation::dots()
{
    return QString(6, QChar(0x2022));
}

/// The application's font reaches every widget but those that have a size of their own.
void Presentation::scaleType(double factor)
{
    const auto scaled = [factor](QFont font) {
        font.setPointSizeF(font.pointSizeF() * factor);
        return font;
    };
    QList<std::pair<QWidget *, QFont>> ownSize;
    for (QWidget *widget : QApplication::allWidgets()) {
        const bool sized = widget->testAttribute(Qt::WA_SetFont)
            && (widget->font().resolveMask() & QFont::SizeResolved) && widget->font().pointSizeF() > 0;
        if (sized && !widget->window()->property(ownType).toBool())
            ownSize.append({widget, scaled(widget->font())});
    }
    // A style sheet keeps the fonts that it found, and brings them back when it is set again; so it comes
    // before those of an own size. It is taken away first, because Qt 6.4 restyles, when a sheet is set
    // again, widgets that are gone.
    const QString sheet = qApp->styleSheet();
    qApp->setStyleSheet({});
    QApplication::setFont(scaled(QApplication::font()));
    qApp->setStyleSheet(sheet);
    for (const auto &[widget, font] : std::as_const(ownSize))
        widget->setFont(font);
}

} // namespace faceid
