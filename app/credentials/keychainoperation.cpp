#include "credentials/keychainoperation.h"

#include <QPointer>

#include <utility>

namespace faceid {

namespace {

/// The program's name in the keychain, where the system has room for one beside the key.
constexpr QLatin1String service("faceid-console");

/// What a job has read. The job keeps a reference until it goes and does not overwrite it, so that is done
/// here.
Secret takeSecret(const QKeychain::Job *job)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
    if (!read)
        return {};
    QByteArray shared = read->binaryData();
    Secret own(QByteArray(shared.constData(), shared.size()));
    wipeShared(shared);
    return own;
}

} // namespace

KeychainOperation::KeychainOperation(const QString &entry, CredentialStore::Callback done, QObject *parent)
    : QObject(parent)
    , m_entry(entry)
    , m_done(std::move(done))
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { conclude(CredentialState::NoAnswer); });
}

KeychainOperation::~KeychainOperation()
{
    conclude(CredentialState::NoAnswer, QStringLiteral("the program is ending"));
}

void KeychainOperation::startRead(std::chrono::milliseconds patience)
{
    start(Wish::Read, patience);
}

void KeychainOperation::startExamine(std::chrono::milliseconds patience)
{
    start(Wish::Examine, patience);
}

void KeychainOperation::startWrite(Secret secret, std::chrono::milliseconds patience)
{
    m_secret = std::move(secret);
    start(Wish::Write, patience);
}

void KeychainOperation::startRemove(std::chrono::milliseconds patience)
{
    start(Wish::Remove, patience);
}

void KeychainOperation::start(Wish wish, std::chrono::milliseconds patience)
{
    m_wish = wish;
    m_watchdog.start(patience);
    begin();
}

void KeychainOperation::begin()
{
    switch (m_wish) {
    case Wish::Read:
    case Wish::Examine:
        return readEntry(&KeychainOperation::handleRead);
    case Wish::Write:
        return write();
    case Wish::Remove:
        return run(new QKeychain::DeletePasswordJob(service), &KeychainOperation::handleRemoved);
    }
}

void KeychainOperation::write()
{
    // The job shares these bytes for as long as it runs, which may be longer than this operation.
    QByteArray bytes(m_secret.bytes().data(), m_secret.bytes().size());
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(bytes);
    connect(job, &QKeychain::Job::finished, job, [bytes]() mutable { wipeShared(bytes); });
    run(job, &KeychainOperation::handleWritten);
}

void KeychainOperation::readEntry(Handler handler)
{
    run(new QKeychain::ReadPasswordJob(service), handler);
}

void KeychainOperation::run(QKeychain::Job *job, Handler handler)
{
    job->setInsecureFallback(false);
    job->setKey(m_entry);
    // The job is the context: it has to be listened to, and its answer overwritten, also when the operation
    // is long gone. It deletes itself.
    connect(job, &QKeychain::Job::finished, job, [job, handler, self = QPointer<KeychainOperation>(this)] {
        Answer answer{job->error(), job->errorString(), takeSecret(job)};
        if (self && self->m_done)
            (self->*handler)(std::move(answer));
    });
    job->start();
}

void KeychainOperation::handleRead(Answer answer)
{
    if (answer.error != QKeychain::NoError)
        return explain(answer);
    if (answer.secret.isEmpty()) // nobody's secret is empty, and write() saves none
        return conclude(CredentialState::Missing);
    if (m_wish == Wish::Examine)
        return concludeWithPlace(std::move(answer.secret));
    conclude(CredentialState::InKeychain, {}, std::move(answer.secret));
}

void KeychainOperation::handleWritten(Answer answer)
{
    if (answer.error != QKeychain::NoError)
        return explain(answer);
    readEntry(&KeychainOperation::handleReadBack);
}

void KeychainOperation::handleReadBack(Answer answer)
{
    if (answer.error == QKeychain::EntryNotFound)
        return askService(CredentialState::NotVerified, CredentialState::NotVerified, answer.words);
    if (answer.error != QKeychain::NoError)
        return explain(answer);
    if (answer.secret.bytes() != m_secret.bytes())
        return conclude(CredentialState::NotVerified);
    concludeWithPlace();
}

void KeychainOperation::handleRemoved(Answer answer)
{
    // Whether it says "done" or "not there" proves nothing: a locked keyring says either and keeps the entry.
    if (answer.error != QKeychain::NoError && answer.error != QKeychain::EntryNotFound)
        return explain(answer);
    readEntry(&KeychainOperation::handleGone);
}

void KeychainOperation::handleGone(Answer answer)
{
    if (answer.error == QKeychain::NoError)
        return conclude(CredentialState::NotVerified);
    explain(answer);
}

/// What an error means. The question whether the keyring is locked comes first, because QtKeychain answers a
/// locked one in three ways (measured: EntryNotFound, AccessDenied, NoError), and an absent one with
/// OtherError.
void KeychainOperation::explain(const Answer &answer)
{
    switch (answer.error) {
    case QKeychain::EntryNotFound:
        // If there is no Secret Service, another keychain has answered (KWallet), and its word counts.
        return askService(CredentialState::Missing, CredentialState::Missing, {});
    case QKeychain::AccessDenied:
        return askService(CredentialState::Denied, CredentialState::Denied, answer.words);
    case QKeychain::AccessDeniedByUser:
        return conclude(CredentialState::Denied, answer.words);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return conclude(CredentialState::NoKeychain, answer.words);
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return askService(CredentialState::Failed, CredentialState::NoKeychain, answer.words);
    }
}

void KeychainOperation::askService(CredentialState ifOpen, CredentialState ifAbsent, const QString &words)
{
    probeKeychain(this, [=](const KeychainReport &report) {
        if (!m_done)
            return; // the watchdog was first
        const QString &detail = words.isEmpty() ? report.detail : words;
        switch (report.service) {
        case KeychainService::Open:
            if (ifOpen == CredentialState::Failed && !std::exchange(m_isSecondTry, true)) {
                // Perhaps only libsecret's idea of a service that was started again since. All three wishes
                // may be carried out twice: the second changes nothing.
                forgetKeychainSession();
                return begin();
            }
            return conclude(ifOpen, detail, {}, report.place);
        case KeychainService::Locked:
            return conclude(CredentialState::Locked, detail, {}, report.place);
        case KeychainService::Absent:
            return conclude(ifAbsent, detail);
        case KeychainService::Denied:
            return conclude(CredentialState::Denied, detail);
        case KeychainService::NoAnswer:
            return conclude(CredentialState::NoAnswer, detail);
        }
    });
}

/// InKeychain, with the name of the keychain. Without a Secret Service another one has answered, unnamed.
void KeychainOperation::concludeWithPlace(Secret secret)
{
    const auto held = std::make_shared<Secret>(std::move(secret)); // a std::function is copied
    probeKeychain(this, [this, held](const KeychainReport &report) {
        conclude(CredentialState::InKeychain, {}, std::move(*held), report.place);
    });
}

void KeychainOperation::conclude(
    CredentialState state, const QString &detail, Secret secret, const KeychainPlace &place)
{
    const auto done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    m_watchdog.stop();
    m_secret.wipe();
    deleteLater();
    done({state, detail, std::move(secret), place, {}});
}

} // namespace faceid
