#include "sandbox/scenarioqueue.h"

namespace faceid {

void ScenarioQueue::add(const ScenarioOrder &order)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.append({++m_lastId, order});
}

void ScenarioQueue::remove(quint64 id)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.removeIf([id](const Entry &entry) { return entry.id == id; });
}

void ScenarioQueue::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_entries.clear();
}

void ScenarioQueue::setSeed(quint32 seed)
{
    const QMutexLocker lock(&m_mutex);
    m_dice.seed(seed);
}

QList<ScenarioQueue::Entry> ScenarioQueue::entries() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_entries.cbegin(), m_entries.cend()}; // shares nothing with what goes on changing
}

bool ScenarioQueue::chooseForConnection()
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).order.scenario.isOfConnection() && use(i))
            return true;
    }
    return false;
}

ScenarioQueue::Choice ScenarioQueue::choose(const EndpointSpec &spec)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const ScenarioOrder &order = m_entries.at(i).order;
        if (order.scenario.isOfConnection() || !order.scenario.concerns(spec))
            continue;
        if (!order.field.isEmpty())
            return {std::nullopt, m_entries.at(i).id};
        if (auto scenario = use(i))
            return {scenario, 0};
    }
    return {};
}

std::optional<Scenario> ScenarioQueue::choose(const EndpointSpec &spec, const Parts &parts, quint64 open)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const ScenarioOrder &order = entry.order;
        if (entry.id < open || order.scenario.isEarly() || !order.scenario.concerns(spec))
            continue;
        if (!order.field.isEmpty() && partText(parts, order.field) != order.value)
            continue;
        if (auto scenario = use(i))
            return scenario;
    }
    return std::nullopt;
}

/// The scenario of an order that fits, unless the dice say no. Counts it.
std::optional<Scenario> ScenarioQueue::use(qsizetype index)
{
    ScenarioOrder &order = m_entries[index].order;
    if (order.percent < 100 && int(m_dice.bounded(100)) >= order.percent)
        return std::nullopt;
    const Scenario scenario = order.scenario;
    if (order.count && --*order.count == 0)
        m_entries.removeAt(index);
    return scenario;
}

} // namespace faceid
