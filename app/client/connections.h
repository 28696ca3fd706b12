#pragma once

#include <QElapsedTimer>
#include <QNetworkAccessManager>

#include <memory>
#include <vector>

namespace faceid {

/// Connections that the rows of one batch, which all go to one address as one profile, use one after the
/// other: where a handshake takes longer than the answer, that is most of the time of a row. Each belongs to
/// one request at a time. It is kept only after an answer whose end is beyond doubt, and only for a moment: a
/// server that closes it at the same time as it is used again makes the outcome of that row Unknown.
class Connections
{
public:
    ~Connections();

    /// One that is idle, or a new one.
    std::unique_ptr<QNetworkAccessManager> take();
    void giveBack(std::unique_ptr<QNetworkAccessManager> manager);

private:
    struct Idle
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QElapsedTimer since;
    };
    std::vector<Idle> m_idle; ///< the one given back last at the end
};

} // namespace faceid
