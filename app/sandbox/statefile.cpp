#include "sandbox/statefile.h"

#include "places.h"
#include "sandbox/gatekeeper.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace faceid {

namespace {

constexpr char firstLine[] = "{\"faceid_sandbox_state\":1}\n"; // with the version of the lines behind it

constexpr std::pair<IssuedToken::Progress, QLatin1String> progressNames[] = {
    {IssuedToken::Progress::NotStarted, QLatin1String("issued")},
    {IssuedToken::Progress::Started, QLatin1String("started")},
    {IssuedToken::Progress::Done, QLatin1String("done")},
};

QString named(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray lineOf(const IssuedToken &token)
{
    QJsonObject object{{named("api"), token.spec->id}, {named("token"), token.token},
        {named("api_key"), token.apiKey}, {named("issued_at"), token.issuedAt},
        {named("usable_until"), token.usableUntil},
        {named("photos"), QJsonArray::fromStringList(token.photos)}};
    if (!token.bizId.isEmpty())
        object.insert(named("biz_id"), token.bizId);
    QJsonArray request;
    for (const Part &part : token.request)
        request.append(QJsonArray{part.name, QString::fromUtf8(part.value)});
    object.insert(named("request"), request);
    for (const auto &[progress, name] : progressNames) {
        if (progress == token.progress)
            object.insert(named("progress"), name);
    }
    if (token.outcome)
        object.insert(named("outcome"), QLatin1String(token.outcome->name));
    return lineOf(object);
}

QByteArray lineOf(const QByteArray &usedSign)
{
    return lineOf(QJsonObject{{named("used_sign"), QString::fromLatin1(usedSign.toBase64())}});
}

std::optional<IssuedToken> readToken(const QJsonObject &object)
{
    IssuedToken token;
    token.spec = endpointById(object.value(named("api")).toString());
    token.token = object.value(named("token")).toString();
    token.bizId = object.value(named("biz_id")).toString();
    token.apiKey = object.value(named("api_key")).toString();
    token.issuedAt = object.value(named("issued_at")).toInteger();
    token.usableUntil = object.value(named("usable_until")).toInteger();
    const QJsonArray request = object.value(named("request")).toArray();
    for (const QJsonValue &pair : request)
        token.request.append(textPart(pair[0].toString(), pair[1].toString()));
    const QJsonArray photos = object.value(named("photos")).toArray();
    for (const QJsonValue &photo : photos)
        token.photos.append(photo.toString());
    const QString progress = object.value(named("progress")).toString();
    const auto known = std::find_if(std::begin(progressNames), std::end(progressNames),
        [&progress](const auto &row) { return progress == row.second; });
    if (!token.spec || token.token.isEmpty() || known == std::end(progressNames))
        return std::nullopt;
    token.progress = known->first;
    token.outcome = outcomeNamed(object.value(named("outcome")).toString());
    if (token.progress == IssuedToken::Progress::Done && !token.outcome)
        return std::nullopt;
    return token;
}

/// The newest \a count.
template <typename T>
void keepNewest(QList<T> &list, qsizetype count)
{
    if (list.size() > count)
        list.remove(0, list.size() - count);
}

} // namespace

StateFile::StateFile(const QString &path, qint64 large)
    : m_large(large)
    , m_lock(path + QStringLiteral(".lock"))
    , m_file(path)
{ }

StateFile::~StateFile()
{
    if (m_lock.isLocked())
        m_lock.remove();
}

bool StateFile::open()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_lock.tryLock()) {
        return fail(m_lock.isHeldElsewhere()
                ? QCoreApplication::translate("StateFile", "Another program is using it.")
                : QCoreApplication::translate("StateFile", "No lock file can be made beside it."));
    }
    return read() && rewrite();
}

QString StateFile::errorString() const
{
    const QMutexLocker lock(&m_mutex);
    return m_error;
}

SandboxMemory StateFile::takeMemory()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_memory, {});
}

bool StateFile::add(const IssuedToken &token)
{
    const QMutexLocker lock(&m_mutex);
    return append(lineOf(token));
}

bool StateFile::add(const QByteArray &usedSign)
{
    const QMutexLocker lock(&m_mutex);
    return append(lineOf(usedSign));
}

/// Of a token the last line counts; it keeps the place of its first.
bool StateFile::read()
{
    m_memory = {};
    if (!m_file.exists())
        return true;
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(m_file.errorString());
    const QByteArray start = m_file.readLine();
    if (start != firstLine && !start.isEmpty()) {
        m_file.close();
        return fail(QCoreApplication::translate("StateFile", "It is no file of a sandbox's state."));
    }
    QHash<QString, qsizetype> places;
    for (int number = 2; !m_file.atEnd(); ++number) {
        const QByteArray line = m_file.readLine();
        if (!line.endsWith('\n'))
            break;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (const QByteArray sign = object.value(named("used_sign")).toString().toLatin1(); !sign.isEmpty()) {
            m_memory.usedSigns.append(QByteArray::fromBase64(sign));
            continue;
        }
        const auto token = readToken(object);
        if (!token) {
            m_file.close();
            return fail(QCoreApplication::translate("StateFile", "Its line %1 cannot be read.").arg(number));
        }
        const auto place = places.constFind(token->token);
        if (place != places.cend()) {
            m_memory.tokens[*place] = *token;
        } else {
            places.insert(token->token, m_memory.tokens.size());
            m_memory.tokens.append(*token);
        }
    }
    m_file.close();
    keepNewest(m_memory.tokens, TokenLedger::maxTokens);
    keepNewest(m_memory.usedSigns, Gatekeeper::maxUsedSigns);
    return true;
}

/// Replaces the file by one with what was read, and goes on behind it.
bool StateFile::rewrite()
{
    QSaveFile fresh(m_file.fileName());
    if (!fresh.open(QIODevice::WriteOnly) || !fresh.setPermissions(ownerOnly))
        return fail(fresh.errorString());
    fresh.write(firstLine);
    for (const IssuedToken &token : std::as_const(m_memory.tokens))
        fresh.write(lineOf(token));
    for (const QByteArray &sign : std::as_const(m_memory.usedSigns))
        fresh.write(lineOf(sign));
    if (!fresh.commit())
        return fail(fresh.errorString());
    if (!reopen())
        return false;
    m_rewriteAt = std::max(m_large, 2 * m_bytes);
    return true;
}

bool StateFile::reopen()
{
    constexpr QIODevice::OpenMode mode =
        QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered | QIODevice::ExistingOnly;
    if (!m_file.open(mode))
        return fail(m_file.errorString());
    m_bytes = m_file.size();
    return true;
}

/// Where it fails, what is there is as good as before; it costs reading all of it, so the next try waits.
void StateFile::compact()
{
    m_file.close();
    if (!(read() && rewrite()))
        m_rewriteAt = m_bytes + m_bytes / 2;
    m_memory = {};
}

bool StateFile::append(const QByteArray &line)
{
    if (m_bytes > m_rewriteAt)
        compact();
    if (!m_file.isOpen() && !reopen())
        return false;
    if (m_file.write(line) != line.size()) {
        const QString why = m_file.errorString();
        m_file.resize(m_bytes); // half a line would spoil the next one
        return fail(why);
    }
    m_bytes += line.size();
    return true;
}

bool StateFile::fail(const QString &why)
{
    m_error = why;
    return false;
}

} // namespace faceid
