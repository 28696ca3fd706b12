#include "sandbox/sandboxcontrol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace faceid {

namespace {

SandboxAnswer json(int httpStatus, const QJsonObject &object)
{
    return {httpStatus, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

SandboxAnswer list(const ScenarioQueue &queue)
{
    QJsonArray texts;
    for (const ScenarioQueue::Entry &entry : queue.entries())
        texts.append(entry.order.text());
    return json(200, {{QStringLiteral("scenarios"), texts}});
}

SandboxAnswer add(ScenarioQueue &queue, const Parts &parts)
{
    QList<ScenarioOrder> orders;
    for (const Part &part : parts) {
        if (part.name != u"scenario")
            continue;
        const auto order = readOrder(QString::fromUtf8(part.value));
        if (const QString *problem = std::get_if<QString>(&order))
            return json(400, {{QStringLiteral("error"), *problem}});
        orders.append(std::get<ScenarioOrder>(order));
    }
    for (const ScenarioOrder &order : orders)
        queue.add(order);
    return list(queue);
}

} // namespace

std::optional<SandboxAnswer> controlAnswer(ScenarioQueue &queue, const SandboxRequest &request)
{
    if (request.path != u"/sandbox/scenarios")
        return std::nullopt;
    if (!request.client.isLoopback())
        return json(403, {{QStringLiteral("error"), QStringLiteral("from this machine only")}});
    if (request.method == "POST")
        return add(queue, request.parts);
    if (request.method == "DELETE")
        queue.clear();
    else if (request.method != "GET")
        return std::nullopt;
    return list(queue);
}

} // namespace faceid
