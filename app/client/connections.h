#pragma once

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>
#include <vector>

namespace faceid {

/// Connections that the rows of one batch, which all go to one address as one profile, use one after the
/// other: where a handshake takes longer than the answer, that is most of the time of a row. Each belongs to
/// one request at a time. It is kept only after a valid answer whose end is beyond doubt, and only for a
/// moment, in a pause of the batch too: a server that closes it at the same time as it is used again makes
/// the outcome of that row Unknown.
class Connections
{
public:
    Connections();
    ~Connections();

    /// One that is idle, or a new one.
    std::unique_ptr<QNetworkAccessManager> take();
    /// \a sinceEnd: running since the end of its last answer.
    void giveBack(std::unique_ptr<QNetworkAccessManager> manager, const QElapsedTimer &sinceEnd);

private:
    struct Idle
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QElapsedTimer since;
    };
    void clear();

    std::vector<Idle> m_idle; ///< the one given back last at the end
    QTimer m_expiry; ///< when all of them have waited too long
};

} // namespace faceid
