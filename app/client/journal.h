#pragma once

#include "client/exchange.h"

#include <QObject>

#include <functional>

namespace faceid {

/// Where requests are written down before and after they are sent. Implemented by the history, which stands a
/// floor above the client.
///
/// Calls are carried out in the order made; finish() may come before begin() has answered, and changes
/// nothing where begin() saved nothing.
class Journal
{
public:
    enum class Begin { Saved, DuplicateBizNo, Unavailable };
    using BeginCallback = std::function<void(Begin, const QString &detail)>;
    using FinishCallback = std::function<void(const QString &error)>; ///< empty: saved

    virtual ~Journal() = default;
    /// Saves \a pending durably (Outcome::Pending) before anything is sent. Answers once, queued, in \a
    /// context's thread, or not at all once \a context is gone.
    virtual void begin(const Exchange &pending, QObject *context, BeginCallback done) = 0;
    /// Notes, before it returns, that the request \a id may reach the service whole from now on. Called while
    /// the network layer reads the body, so it neither waits nor calls back.
    virtual void depart(const QUuid &id) = 0;
    /// Saves how it ended, under the same id.
    virtual void finish(const Exchange &exchange, QObject *context, FinishCallback done) = 0;
};

} // namespace faceid
