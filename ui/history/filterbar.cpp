#include "history/filterbar.h"

#include "contract/endpointspec.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace faceid {

namespace {

enum class Span { Any, Today, Week, Month, Dates };

constexpr int unresolved = -1; // in the place of an outcome

/// Fills a choice anew; the one that was chosen is chosen again where it is still there.
class Refill
{
public:
    Refill(QComboBox *box, const QString &purpose)
        : m_box(box)
        , m_blocker(box)
        , m_chosen(box->currentData())
    {
        box->clear();
        box->setAccessibleName(purpose);
        box->setToolTip(purpose);
    }
    ~Refill() { m_box->setCurrentIndex(qMax(0, m_box->findData(m_chosen))); }
    Refill(const Refill &) = delete;
    Refill &operator=(const Refill &) = delete;

    void add(const QString &text, const QVariant &value = {}) { m_box->addItem(text, value); }

private:
    QComboBox *m_box;
    QSignalBlocker m_blocker;
    QVariant m_chosen;
};

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_dates(new QWidget(this))
    , m_from(new QDateEdit(QDate::currentDate().addDays(-7), m_dates))
    , m_until(new QDateEdit(QDate::currentDate(), m_dates))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_outcome = addChoice("filterOutcome");
    m_endpoint = addChoice("filterApi");
    m_profile = addChoice("filterProfile");
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be long
    m_profile->setMinimumContentsLength(9);
    m_environment = addChoice("filterEnvironment");
    m_time = addChoice("filterTime");
    auto *dates = new QHBoxLayout(m_dates);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(4);
    for (QDateEdit *date : {m_from, m_until}) {
        date->setCalendarPopup(true);
        date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        dates->addWidget(date);
        connect(date, &QDateEdit::dateChanged, this, &FilterBar::changed);
    }
    connect(m_from, &QDateEdit::dateChanged, m_until, &QDateEdit::setMinimumDate);
    m_until->setMinimumDate(m_from->date());
    m_dates->hide();
    m_validity = addChoice("filterValidity");
    connect(m_time, &QComboBox::currentIndexChanged, this, &FilterBar::showDates);
    fill();
}

QComboBox *FilterBar::addChoice(const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setProperty("role", QStringLiteral("field"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout()->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
    return box;
}

void FilterBar::fill()
{
    {
        Refill box(m_outcome, tr("Outcome"));
        box.add(tr("All outcomes"));
        box.add(tr("Unresolved"), unresolved);
        for (const Outcome outcome : {Outcome::Issued, Outcome::Refused, Outcome::Unknown,
                 Outcome::ServerError, Outcome::NotSent, Outcome::CutOff, Outcome::Pending})
            box.add(outcomeTitle(outcome), int(outcome));
    }
    {
        Refill box(m_endpoint, tr("API"));
        box.add(tr("All APIs"));
        for (const EndpointSpec *spec : endpoints())
            box.add(translated(spec->title), spec->id);
    }
    {
        Refill box(m_profile, tr("Profile"));
        box.add(tr("All profiles"));
        for (const Profile &profile : std::as_const(m_profiles))
            box.add(profile.isBuiltIn() ? environmentTitle(profile.environment) : profile.name, profile.id);
    }
    {
        Refill box(m_environment, tr("Environment"));
        box.add(tr("All environments"));
        for (const Environment environment :
            {Environment::Sandbox, Environment::Test, Environment::Production})
            box.add(environmentTitle(environment), environmentName(environment));
    }
    {
        Refill box(m_time, tr("Time"));
        box.add(tr("Any time"), int(Span::Any));
        box.add(tr("Today"), int(Span::Today));
        box.add(tr("Last 7 days"), int(Span::Week));
        box.add(tr("Last 30 days"), int(Span::Month));
        box.add(tr("From … to …"), int(Span::Dates));
    }
    Refill box(m_validity, tr("Validity of the token"));
    box.add(tr("Open or expired"));
    box.add(tr("Still open"), int(HistoryQuery::Validity::Open));
    box.add(tr("Expired"), int(HistoryQuery::Validity::Expired));
    m_from->setAccessibleName(tr("From this day"));
    m_until->setAccessibleName(tr("To this day"));
}

void FilterBar::setProfiles(const QList<Profile> &profiles)
{
    m_profiles = profiles;
    fill();
    Q_EMIT changed(); // the one that was chosen may be gone
}

void FilterBar::narrow(HistoryQuery &query) const
{
    const QVariant outcome = m_outcome->currentData();
    query.isUnresolved = outcome == unresolved;
    query.outcomes.clear();
    if (outcome.isValid() && !query.isUnresolved)
        query.outcomes.insert(Outcome(outcome.toInt()));
    query.endpointId = m_endpoint->currentData().toString();
    query.profileId = m_profile->currentData().toString();
    const QString environment = m_environment->currentData().toString();
    query.environment =
        environment.isEmpty() ? std::nullopt : std::optional(environmentFromName(environment));
    query.validity = HistoryQuery::Validity(m_validity->currentData().toInt());
    narrowTime(query);
}

QStringList FilterBar::words() const
{
    QStringList words;
    for (const QComboBox *box : {m_outcome, m_endpoint, m_profile, m_environment, m_time, m_validity}) {
        if (box->currentIndex() <= 0)
            continue;
        words.append(box == m_time && !m_dates->isHidden()
                ? tr("From %1 to %2").arg(m_from->text(), m_until->text())
                : box->currentText());
    }
    return words;
}

/// Days are the operator's, not those of UTC.
void FilterBar::narrowTime(HistoryQuery &query) const
{
    const QDate today = QDate::currentDate();
    query.from = {};
    query.until = {};
    switch (Span(m_time->currentData().toInt())) {
    case Span::Any:
        break;
    case Span::Today:
        query.from = today.startOfDay().toUTC();
        break;
    case Span::Week:
        query.from = today.addDays(-6).startOfDay().toUTC();
        break;
    case Span::Month:
        query.from = today.addDays(-29).startOfDay().toUTC();
        break;
    case Span::Dates:
        query.from = m_from->date().startOfDay().toUTC();
        query.until = m_until->date().addDays(1).startOfDay().toUTC();
        break;
    }
}

void FilterBar::clear()
{
    reset();
    Q_EMIT changed();
}

void FilterBar::showUnresolved()
{
    reset();
    {
        const QSignalBlocker blocker(this);
        m_outcome->setCurrentIndex(m_outcome->findData(unresolved));
    }
    Q_EMIT changed();
}

void FilterBar::reset()
{
    const QSignalBlocker blocker(this);
    for (QComboBox *box : {m_outcome, m_endpoint, m_profile, m_environment, m_time, m_validity})
        box->setCurrentIndex(0);
}

void FilterBar::showDates()
{
    m_dates->setVisible(Span(m_time->currentData().toInt()) == Span::Dates);
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace faceid
