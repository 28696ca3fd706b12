#pragma once

#include "client/exchange.h"
#include "client/reply.h"
#include "contract/livenessreport.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace faceid {

class CredentialStore;

/// One wish to know what became of a token.
struct ResultRequest
{
    const EndpointSpec *endpoint = nullptr; ///< that issued it
    QString id; ///< the biz_token, or the biz_id of the PC API
    bool withImages = true;
    Profile profile;
    std::chrono::milliseconds connectTimeout{10'000}; ///< until the request is handed over
    std::chrono::milliseconds idleTimeout{30'000}; ///< without a byte
    std::chrono::milliseconds deadline{60'000}; ///< for all of it
};

/// What came of one. Holds no secret; pictures and biz_extra_data only where they say so.
struct ResultLookup
{
    QString endpointId;
    QString profileName;
    QUrl address; ///< without query
    QString id;
    QDateTime askedAt; ///< UTC
    /// Issued: report and answer are there. Otherwise Refused, ServerError, or Invalid: see stop and reply.
    Verdict verdict = Verdict::Invalid;
    Stop stop = Stop::None;
    QString detail; ///< technical words for stop, untranslated
    Reply reply; ///< its body redactedReport(), or the refusal
    std::optional<LivenessReport> report; ///< with pictures
    qint64 milliseconds = 0;

    const EndpointSpec *spec() const { return endpointById(endpointId); }
};

/// Why there is no report, in sentences for people, translated; empty when there is one.
QStringList lookupProblem(const ResultLookup &lookup);

/// Asks for the result of a token: once, with the care that a request for one takes (no redirect, no
/// repetition, time limits, the profile's way and certificates), but nothing is written down. Deletes itself
/// when it has finished.
class ResultJob : public QObject
{
    Q_OBJECT

public:
    /// \a credentials must outlive the job.
    ResultJob(const ResultRequest &request, CredentialStore &credentials, QObject *parent);
    ~ResultJob() override;

    void cancel();

Q_SIGNALS:
    /// Exactly once, queued, on every path.
    void finished(const faceid::ResultLookup &lookup);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
