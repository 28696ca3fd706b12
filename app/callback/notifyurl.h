#pragma once

#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <array>

namespace faceid {

/// The ports that related pages of the service allow for notify_url.
inline constexpr std::array<int, 5> notifyPorts{443, 5000, 16003, 8883, 8028};
/// notifyPorts for people, with commas between them.
QString notifyPortList();

/// What may be wrong with a notify_url before anybody has connected to it.
struct NotifyFinding
{
    enum class Weight { Good, Warning, Bad };
    Weight weight;
    const char *text; ///< QT_TRANSLATE_NOOP("Callback", ...)
    QString detail; ///< what was found, for an engineer
    const char *advice = nullptr; ///< what to do, as text is; null: nothing
};
/// What to do where the service cannot reach a receiver.
inline constexpr char publicNameAdvice[] = QT_TRANSLATE_NOOP(
    "Callback", "Give the receiver a public name, by a reverse proxy or a tunnel. The sandbox needs none.");

/// Scheme, port, host, query: what can be said of the address alone, in this order.
QList<NotifyFinding> inspectNotifyUrl(const QUrl &url);
/// Whether the service, on the public network, cannot reach it: loopback, private, link-local.
bool isPrivateAddress(const QHostAddress &address);

} // namespace faceid
