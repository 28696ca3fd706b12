#pragma once

#include "callback/notifyurl.h"
#include "client/connectionreport.h"

#include <QObject>

#include <memory>

namespace faceid {

class ConnectionTest;
class CredentialStore;

/// Looks at a notify_url as the service will: the address itself, then name, connection, certificate and time
/// to an answer. It asks for headers only (HEAD) and sends no callback. This machine stands in for the
/// service: a way that is open from here may be closed from there.
class NotifyDoctor : public QObject
{
    Q_OBJECT

public:
    /// \a store must outlive it; \a caFile: authorities to trust as well, may be empty.
    NotifyDoctor(const QUrl &url, const QString &caFile, CredentialStore &store, QObject *parent = nullptr);
    ~NotifyDoctor() override;

    void start();
    /// Looks no further; what was found so far is the report.
    void cancel();

Q_SIGNALS:
    /// Once, queued, also after cancel().
    void finished(const QList<faceid::NotifyFinding> &findings);

private:
    void handleReports(const ConnectionReports &reports);
    void finish();

    QUrl m_url;
    std::unique_ptr<ConnectionTest> m_test;
    QList<NotifyFinding> m_findings;
    bool m_isFinished = false;
};

/// What an answered or failed connection says, in NotifyFinding's words.
QList<NotifyFinding> findingsOf(const ConnectionReport &report);

/// Whether any of them is Bad.
bool isBad(const QList<NotifyFinding> &findings);

} // namespace faceid
