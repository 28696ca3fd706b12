#pragma once

#include "client/connectionreport.h"
#include "client/route.h"
#include "credentials/credentialstore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace faceid {

/// Walks the way to a profile's services and names the step that fails. Issues nothing: it asks each base
/// address for its headers (HEAD), without credentials, and reads the Date.
///
/// Nothing blocks the thread it lives in. Answers by finished(), once, also after cancel().
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    /// \a store, for the proxy's password, must outlive the test.
    ConnectionTest(const Profile &profile, CredentialStore &store, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Instead of the one that the store has: typed and not saved yet.
    void setProxyPassword(Secret password);
    /// How long one step may take; 10 s unless a test says otherwise.
    void setPatience(std::chrono::milliseconds patience);
    void start();
    /// Leaves what is not reached NotKnown.
    void cancel();

    /// The addresses it looks at: those of all endpoints, each once.
    static QList<QUrl> addresses(const Profile &profile);

Q_SIGNALS:
    void stepped(const QUrl &address, const faceid::StepResult &result);
    void finished(const faceid::ConnectionReports &reports);

private:
    void next();
    void handleRoute(const Route &route);
    void handlePassword(CredentialResult result);
    void connectSocket();
    void handleConnected();
    void handleEncrypted();
    void handleTlsErrors(const QList<QSslError> &errors);
    void handleError(QAbstractSocket::SocketError error);
    void handleTimeout();
    void ask();
    void readHead();
    void judgeClock(const QByteArray &head);

    bool isTurn(qsizetype number) const;
    ConnectionStep current() const; ///< the first that is not known
    void note(ConnectionStep step, StepState state, const QString &detail = {});
    void fail(ConnectionStep step, const QString &detail);
    void endAddress();
    void finish();
    bool throughProxy() const { return m_route.proxy.type() != QNetworkProxy::NoProxy; }
    QString proxyWords(const QString &words) const;

    Profile m_profile;
    CredentialStore &m_store;
    Secret m_password;
    QList<QUrl> m_waiting;
    ConnectionReports m_reports; ///< the last one is under way
    Route m_route;
    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_head;
    QTimer m_patience;
    QElapsedTimer m_clock; ///< of the step under way
    bool m_isFinished = false;
};

} // namespace faceid
