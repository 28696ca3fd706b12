#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/sandboxrules.h"
#include "sandbox/tokenledger.h"

#include <QUrl>

#include <chrono>
#include <functional>

namespace faceid {

/// A form on its way to a notify_url.
struct Callback
{
    QUrl url;
    QByteArray form; ///< url-encoded: data and sign
    std::chrono::seconds delay{0};
    int moreAttempts = 0; ///< after one that was not answered with 2xx
};

/// What happens after the token: the end user's page, its outcome, the callbacks. Thread-safe; knows no
/// socket and no clock.
///
/// Where no public page says anything, this imitation chooses:
/// - The page is served at the documented address of the PC API and at that of its small sister
///   (/faceid/lite/do). Opening it uses the token up: a second time, and after its last second, it is 410
///   with a page that says so; an unknown token is 404.
/// - The callback to notify_url leaves when the outcome is chosen, before the browser goes to return_url;
///   SandboxRules::callbacks changes that. Any host is allowed, since what is tested is on this machine.
/// - A token finished from outside the page (complete()) has no browser: it gets notify_url only.
class LivenessFlow
{
public:
    using Notify = std::function<void(const Callback &)>;

    /// \a secretOf gives the secret of an api_key.
    LivenessFlow(const SandboxRules::Callbacks &rules, std::function<QByteArray(const QString &)> secretOf);

    /// Where callbacks go; before the first request.
    void setNotify(Notify notify) { m_notify = std::move(notify); }
    TokenLedger &tokens() { return m_tokens; }

    /// The answer to a request of a browser; nothing when the path is none of the page's.
    std::optional<SandboxAnswer> page(const SandboxRequest &request);
    /// Stands for the end user's phone or browser.
    std::optional<TokenLedger::Refusal> complete(
        const QString &token, const OutcomeSpec &outcome, qint64 now);

private:
    SandboxAnswer finished(const SandboxRequest &request);
    /// The two fields of both callbacks.
    Parts callbackFields(const IssuedToken &token, qint64 now) const;
    void notify(const IssuedToken &token, qint64 now);

    const SandboxRules::Callbacks m_rules;
    const std::function<QByteArray(const QString &)> m_secretOf;
    Notify m_notify;
    TokenLedger m_tokens;
};

} // namespace faceid
