#include "form/fieldhelp.h"

#include "contract/validation.h"
#include "form/fieldeditor.h"

#include <QEvent>
#include <QLabel>
#include <QSet>

#include <algorithm>
#include <utility>

namespace faceid {

namespace {

constexpr QMargins margins(16, 6, 16, 6);
constexpr int spacing = 1;
constexpr int usualWidth = 484;

} // namespace

FieldHelp::FieldHelp(const EndpointSpec &spec, QWidget *parent)
    : QFrame(parent)
    , m_spec(spec)
    , m_rule(new QFrame(this))
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("fieldHelp"));
    setProperty("role", QStringLiteral("help"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_rule->setProperty("role", QStringLiteral("rule"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    setFont(small);
    QFont heavy;
    heavy.setWeight(QFont::DemiBold);
    m_heading->setFont(heavy);
    // Placed by hand: a layout would ask for the height of the text of the moment.
    for (QLabel *label : {m_heading, m_text}) {
        label->setProperty("role", QStringLiteral("hint"));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
}

void FieldHelp::explain(const FieldSpec &row, Case chosen)
{
    m_heading->setText(heading(row, chosen));
    m_text->setText(translated(row.help));
    placeLabels();
}

void FieldHelp::placeLabels()
{
    m_rule->setGeometry(0, 0, width(), 1);
    const QRect area = rect().marginsRemoved(margins);
    const int head = m_heading->heightForWidth(area.width());
    m_heading->setGeometry(area.left(), area.top(), area.width(), head);
    m_text->setGeometry(area.adjusted(0, head + spacing, 0, 0));
}

QString FieldHelp::heading(const FieldSpec &row, Case chosen) const
{
    return tr("%1: %2").arg(accessibleLabel(row), demandText(m_spec, row, chosen));
}

int FieldHelp::heightForWidth(int width) const
{
    const auto known = m_heights.constFind(width);
    return known != m_heights.constEnd() ? *known : *m_heights.insert(width, neededHeight(width));
}

int FieldHelp::neededHeight(int width) const
{
    const int room = width - margins.left() - margins.right();
    const auto heightOf = [room](const QLabel *label, const QString &text) {
        return label->fontMetrics().boundingRect(0, 0, room, 0, Qt::TextWordWrap, text).height();
    };
    int needed = 0;
    for (const FieldSpec &row : m_spec.fields) {
        if (row.role != Role::Parameter && row.role != Role::Selector)
            continue;
        QSet<QString> headings; // most rows have one for all comparisons
        for (const FieldChoice &choice : m_spec.selector().choices)
            headings.insert(heading(row, caseFromValue(choice.value)));
        int head = 0;
        for (const QString &text : std::as_const(headings))
            head = std::max(head, heightOf(m_heading, text));
        needed = std::max(needed, head + heightOf(m_text, translated(row.help)));
    }
    return needed + spacing + margins.top() + margins.bottom();
}

QSize FieldHelp::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

void FieldHelp::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        m_heights.clear();
        updateGeometry();
        placeLabels();
    }
}

void FieldHelp::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeLabels();
}

QString demandText(const EndpointSpec &spec, const FieldSpec &row, Case chosen)
{
    if (row.requiredInCase(chosen)) {
        Problem reason; // in the words of the verdict
        if (row.requiredIn != AnyCase)
            reason.text = QStringLiteral("%1=%2").arg(spec.selector().name, caseValue(chosen));
        return describe(reason);
    }
    if (row.assumedValue.isEmpty())
        return FieldHelp::tr("optional");
    return FieldHelp::tr("optional; left out, the service assumes %1").arg(assumedText(row));
}

QString assumedText(const FieldSpec &row)
{
    const auto it = std::find_if(row.choices.cbegin(), row.choices.cend(),
        [&](const FieldChoice &choice) { return choice.value == row.assumedValue; });
    return it == row.choices.cend() ? row.assumedValue : translated(it->label);
}

} // namespace faceid
