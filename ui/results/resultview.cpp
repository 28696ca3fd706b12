#include "results/resultview.h"

#include "client/imagefile.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize pictureBox(180, 180);
constexpr int scoreColumn = 1;
constexpr int firstLevelColumn = 2;

/// The look of a finding; what it says stands beside it in words.
QString stateOf(Finding finding)
{
    switch (finding) {
    case Finding::Passed:
        return QStringLiteral("issued");
    case Finding::Failed:
        return QStringLiteral("refused");
    case Finding::NotDone:
        return QStringLiteral("dim");
    case Finding::Unclear:
        return QStringLiteral("unknown");
    }
    return {};
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ResultView::ResultView(const Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_presentation(presentation)
    , m_meaning(plainLabel(this))
    , m_advice(plainLabel(this))
    , m_remarks(plainLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    auto *verdicts = new QGridLayout;
    verdicts->setHorizontalSpacing(24);
    verdicts->setVerticalSpacing(4);
    for (int place = 0; place < 3; ++place) {
        auto *title = new QLabel(this);
        title->setProperty("role", QStringLiteral("section"));
        auto *finding = new QLabel(this);
        QFont large = finding->font();
        large.setPointSizeF(large.pointSizeF() * 1.4);
        large.setBold(true);
        finding->setFont(large);
        verdicts->addWidget(title, 0, place);
        verdicts->addWidget(finding, 1, place);
        verdicts->setColumnStretch(place, 1);
        m_titles.append(title);
        m_findings.append(finding);
    }
    m_advice->setProperty("role", QStringLiteral("dim"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->addLayout(verdicts);
    m_layout->addWidget(m_meaning);
    m_layout->addWidget(m_advice);
    m_layout->addWidget(m_remarks);
    connect(&presentation, &Presentation::changed, this, &ResultView::show);
    clear();
}

void ResultView::setReport(const LivenessReport &report, int securityLevel)
{
    m_report = report;
    m_level = securityLevel;
    show();
}

void ResultView::clear()
{
    m_report.reset();
    show();
}

void ResultView::show()
{
    setVisible(m_report.has_value());
    if (!m_report)
        return;
    const Verdicts verdicts = verdictsOf(*m_report, m_level);
    showVerdict(0, tr("Flow"), verdicts.flow);
    showVerdict(1, tr("Liveness"), verdicts.liveness);
    showVerdict(2, tr("Comparison"), verdicts.comparison);
    const QString code = m_report->code > 0 ? QString::number(m_report->code) + u' ' : QString();
    const QString name = m_report->isLive ? QStringLiteral("success") : code + m_report->name;
    m_meaning->setText(tr("%1 (%2)").arg(endMeaning(*m_report), visibleText(name)));
    m_advice->setText(tr("Who must act: %1. %2").arg(endActor(*m_report), endAdvice(*m_report)));
    QStringList remarks;
    if (verdicts.disagrees)
        remarks.append(
            tr("The service itself called the comparison otherwise: it judged by another security_level, or "
               "contradicts itself."));
    for (const Suspicion &suspicion : m_report->suspicions) {
        if (suspicion.isFounded())
            remarks.append(tr("Suspicious: %1 %2, over %3.")
                               .arg(visibleText(suspicion.what))
                               .arg(suspicion.confidence)
                               .arg(suspicion.threshold));
    }
    for (const QString &exception : m_report->exceptions)
        remarks.append(tr("Said of the ID photo: %1.").arg(visibleText(exception)));
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
    Theme::mark(m_remarks, "state", QStringLiteral("unknown"));
    showScores();
    showPictures();
}

void ResultView::showVerdict(int place, const QString &title, Finding finding)
{
    m_titles[place]->setText(title);
    m_findings[place]->setText(findingTitle(finding));
    m_findings[place]->setAccessibleName(title);
    Theme::mark(m_findings[place], "state", stateOf(finding));
}

QLabel *ResultView::addCell(int line, int column, const QString &text, bool isChosen)
{
    auto *cell = new QLabel(text, m_table);
    cell->setTextFormat(Qt::PlainText);
    if (isChosen) {
        QFont bold = cell->font();
        bold.setBold(true);
        cell->setFont(bold);
    }
    const Qt::Alignment side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
    static_cast<QGridLayout *>(m_table->layout())->addWidget(cell, line, column, side);
    return cell;
}

/// One line for each comparison: the score, and each threshold with whether it is reached.
void ResultView::showScores()
{
    delete m_table;
    m_table = nullptr;
    if (m_report->comparisons.isEmpty())
        return;
    m_table = new QWidget(this);
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    addCell(0, 0, tr("Compared with"), false)->setProperty("role", QStringLiteral("dim"));
    addCell(0, scoreColumn, tr("Score"), false)->setProperty("role", QStringLiteral("dim"));
    const int levels = int(falseAcceptRates.size());
    for (int level = 1; level <= levels; ++level) {
        const QString rate = QLatin1String(falseAcceptRates[size_t(level) - 1]);
        const QString title = level == m_level ? tr("▸ level %1 (%2)") : tr("level %1 (%2)");
        addCell(0, firstLevelColumn + level - 1, title.arg(level).arg(rate), level == m_level);
    }
    int line = 0;
    for (const Comparison &comparison : m_report->comparisons) {
        ++line;
        addCell(line, 0, visibleText(comparison.with), false);
        addCell(line, scoreColumn, QString::number(comparison.confidence, 'f', 2), true);
        for (int level = 1; level <= levels; ++level) {
            const auto threshold = comparison.thresholds[size_t(level) - 1];
            const auto passes = comparison.passes(level);
            const QString text = !passes ? tr("not said")
                : *passes                ? tr("%1 reached").arg(*threshold)
                                         : tr("%1 not reached").arg(*threshold);
            QLabel *cell = addCell(line, firstLevelColumn + level - 1, text, level == m_level);
            Theme::mark(cell, "state",
                !passes       ? QStringLiteral("dim")
                    : *passes ? QStringLiteral("issued")
                              : QStringLiteral("refused"));
        }
    }
    grid->setColumnStretch(firstLevelColumn + levels, 1);
    m_layout->insertWidget(m_layout->indexOf(m_remarks), m_table);
}

void ResultView::showPictures()
{
    delete m_pictures;
    m_pictures = nullptr;
    if (m_report->images.isEmpty() || m_presentation.covers())
        return; // faces are not for a projector
    m_pictures = new QWidget(this);
    auto *row = new QHBoxLayout(m_pictures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (const ResultImage &image : m_report->images) {
        const ImageFacts facts = inspectImage(image.bytes);
        auto *label = new QLabel(m_pictures);
        label->setAccessibleName(visibleText(image.name));
        label->setToolTip(tr("%1: %2 x %3 pixels, %4 bytes")
                              .arg(visibleText(image.name))
                              .arg(facts.pixels.width())
                              .arg(facts.pixels.height())
                              .arg(image.bytes.size()));
        const auto put = [label, name = image.name](const QImage &picture) {
            if (picture.isNull())
                label->setText(tr("%1: no picture that can be shown").arg(visibleText(name)));
            else
                label->setPixmap(QPixmap::fromImage(picture));
        };
        if (facts.accepted())
            decodeScaledAsync(image.bytes, facts, pictureBox, label, put);
        else
            put({});
        row->addWidget(label);
    }
    row->addStretch(1);
    m_layout->addWidget(m_pictures);
}

} // namespace faceid
