#include "batch/batchpace.h"

#include "batch/batchwords.h"
#include "shell/theme.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace faceid {

namespace {

QString duration(qint64 seconds)
{
    return seconds < 60 ? BatchPace::tr("%1 s").arg(localNumber(seconds))
                        : BatchPace::tr("%1 min").arg(localNumber((seconds + 59) / 60));
}

QString paceText(const BatchProgress &now, BatchPace::State state)
{
    switch (state) {
    case BatchPace::State::Ending:
        return BatchPace::tr("No more rows are sent; %1 still under way.").arg(localNumber(now.underWay));
    case BatchPace::State::Paused:
        return now.underWay > 0 ? BatchPace::tr("Paused; %1 still under way.").arg(localNumber(now.underWay))
                                : BatchPace::tr("Paused: no more rows are sent until you go on.");
    case BatchPace::State::Sending:
        break;
    }
    if (now.backOffSeconds > 0)
        return BatchPace::tr("The service is busy or away: the next row is sent in %1.")
            .arg(duration(now.backOffSeconds));
    const QString pace = BatchPace::tr("%1 rows a second").arg(QLocale().toString(now.perSecond, 'f', 1));
    return now.secondsLeft <= 0
        ? pace
        : pace + QStringLiteral("  ·  ") + BatchPace::tr("about %1 left").arg(duration(now.secondsLeft));
}

} // namespace

BatchPace::BatchPace(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_counts(new QLabel(this))
    , m_pace(new QLabel(this))
{
    m_bar->setTextVisible(false);
    m_counts->setObjectName(QStringLiteral("batchCounts"));
    m_pace->setObjectName(QStringLiteral("batchPace"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    for (QLabel *label : {m_counts, m_pace}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
}

bool BatchPace::isEmpty() const
{
    return m_counts->text().isEmpty();
}

void BatchPace::showProgress(const BatchProgress &now, State state)
{
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, now.total);
    m_bar->setValue(now.done());
    QStringList counts{tr("%1 of %Ln row(s)", nullptr, now.total).arg(localNumber(now.done())),
        tr("issued %1").arg(localNumber(now.issued)), tr("refused %1").arg(localNumber(now.refused)),
        tr("not sent %1").arg(localNumber(now.notSent)), tr("unknown %1").arg(localNumber(now.unknown))};
    if (now.earlier > 0)
        counts.append(tr("%1 of them by an earlier run").arg(localNumber(now.earlier)));
    m_counts->setText(counts.join(QStringLiteral("  ·  ")));
    m_pace->setText(paceText(now, state));
    const bool isHeld = state == State::Paused || (state == State::Sending && now.backOffSeconds > 0);
    Theme::mark(m_pace, "state", isHeld ? QStringLiteral("unknown") : QStringLiteral("dim"));
}

} // namespace faceid
