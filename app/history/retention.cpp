#include "history/retention.h"

#include "history/historystore.h"

#include <QSettings>

namespace faceid {

namespace {

using namespace std::chrono_literals;

// Keys of the settings file, in days, each written and read here only.
constexpr QLatin1String personalKey("history/personalDays");
constexpr QLatin1String recordKey("history/recordDays");

constexpr int secondsOfADay = 24 * 60 * 60;
constexpr int secondsToRetry = 10 * 60;

/// What makes no sense, such as a typing error in the file, is as if it were not there.
int daysOf(const QSettings &settings, const QString &key, int assumed)
{
    bool isNumber = false;
    const int days = settings.value(key).toInt(&isNumber);
    return isNumber && days > 0 ? days : assumed;
}

} // namespace

RetentionPolicy RetentionPolicy::load(const QSettings &settings, const Policy &fixed)
{
    const RetentionPolicy usual;
    RetentionPolicy policy{
        daysOf(settings, personalKey, usual.personalDays), daysOf(settings, recordKey, usual.recordDays)};
    policy.personalDays = fixed.personalDays.value_or(policy.personalDays);
    policy.recordDays = fixed.recordDays.value_or(policy.recordDays);
    // A fixed number wins over a shorter life of the row that was only chosen.
    if (fixed.personalDays && !fixed.recordDays)
        policy.recordDays = qMax(policy.recordDays, *fixed.personalDays);
    policy.personalDays = qMin(policy.personalDays, policy.recordDays);
    return policy;
}

void RetentionPolicy::save(QSettings &settings) const
{
    settings.setValue(personalKey, personalDays);
    settings.setValue(recordKey, recordDays);
}

PurgeWish RetentionPolicy::due(const QDateTime &now) const
{
    PurgeWish wish;
    wish.personalBefore = now.addDays(-personalDays);
    wish.rowsBefore = now.addDays(-recordDays);
    wish.isByHand = false;
    return wish;
}

Retention::Retention(HistoryStore &history, const QSettings &settings, Policy policy, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_settings(settings)
    , m_policy(std::move(policy))
{
    // By the clock on the wall: a timer of a day stands still while the computer sleeps.
    m_clock.setInterval(1min);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_nextRun.isValid() && QDateTime::currentDateTimeUtc() >= m_nextRun)
            run();
    });
    connect(&history, &HistoryStore::opened, this, [this](int, const QString &error) {
        if (error.isEmpty())
            run();
    });
    m_clock.start();
}

void Retention::run()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_nextRun = {}; // until this one has ended
    m_history.purge(
        RetentionPolicy::load(m_settings, m_policy).due(now), this, [this](const PurgeResult &result) {
            const bool isOver = result.error.isEmpty() && result.isTraceless;
            m_nextRun = QDateTime::currentDateTimeUtc().addSecs(isOver ? secondsOfADay : secondsToRetry);
            Q_EMIT done(result);
        });
}

} // namespace faceid
