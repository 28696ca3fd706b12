#include "history/pagecleaner.h"

#include "history/pageroom.h"

#include <QFileInfo>
#include <QSqlDriver>

#include <algorithm>
#include <sqlite3.h>

namespace faceid {

namespace {

constexpr qint64 pagesAtOnce = 4000;
constexpr qint64 tooManyPages = 1 << 25; // see unusedRoom()

sqlite3 *handleOf(const HistoryDatabase &database)
{
    const QVariant handle = database.connection().driver()->handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                       : nullptr;
}

sqlite3_file *fileOf(const HistoryDatabase &database)
{
    sqlite3_file *file = nullptr;
    sqlite3 *handle = handleOf(database);
    return handle && sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
        ? file
        : nullptr;
}

QSqlError errorOf(int result)
{
    if (result == SQLITE_OK)
        return {};
    return {QString(), QString::fromUtf8(sqlite3_errstr(result)), QSqlError::StatementError,
        QString::number(result)};
}

} // namespace

PageCleaner::PageCleaner(const HistoryDatabase &database)
    : m_database(database)
{ }

QSqlError PageCleaner::number(const QString &pragma, qint64 &answer) const
{
    QVariant found;
    const QSqlError error = m_database.ask(QStringLiteral("PRAGMA ") + pragma, {}, found);
    answer = found.toLongLong();
    return error;
}

bool PageCleaner::isPossible() const
{
    QVariant version;
    qint64 pages = 0;
    qint64 movesPages = 1;
    const bool isKnown = !m_database.ask(QStringLiteral("SELECT sqlite_source_id()"), {}, version).isValid()
        && version.toString() == QLatin1String(sqlite3_sourceid());
    return isKnown && fileOf(m_database) && !number(QStringLiteral("page_count"), pages).isValid()
        && pages < tooManyPages && !number(QStringLiteral("auto_vacuum"), movesPages).isValid()
        && movesPages == 0;
}

QSqlError PageCleaner::step(State &state)
{
    state = State::Blocked;
    qint64 pages = 0;
    bool isEmpty = false;
    QSqlError error = emptyLog(isEmpty);
    if (error.isValid() || !isEmpty)
        return error;
    error = number(QStringLiteral("page_count"), pages);
    if (error.isValid())
        return error;
    if (m_next > pages) {
        state = State::Done;
        return {};
    }
    bool isCleaned = false;
    error = m_database.inTransaction([&] { return cleanSlice(isCleaned); });
    if (isCleaned)
        state = State::More;
    return error;
}

QSqlError PageCleaner::emptyLog(bool &isEmpty) const
{
    const auto usual = m_database.patience();
    m_database.setPatience(std::min(usual, PageCleaner::patience));
    QVariantList checkpoint;
    const QSqlError error =
        m_database.askRow(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {}, checkpoint);
    m_database.setPatience(usual);
    isEmpty = !error.isValid() && checkpoint.value(0).toInt() == 0;
    return error;
}

/// In a transaction that has the lock to write.
QSqlError PageCleaner::cleanSlice(bool &isCleaned)
{
    // Somebody may have written before the lock was had.
    if (QFileInfo(m_database.path() + QStringLiteral("-wal")).size() > 0)
        return {};
    qint64 pages = 0;
    qint64 size = 0;
    qint64 layout = 0;
    QSqlError error = number(QStringLiteral("page_count"), pages);
    if (!error.isValid())
        error = number(QStringLiteral("page_size"), size);
    QByteArray bytes(size, Qt::Uninitialized);
    const qint64 end = std::min(pages + 1, m_next + pagesAtOnce);
    for (qint64 page = m_next; page < end && !error.isValid(); ++page)
        error = errorOf(clean(page, bytes));
    sqlite3_file *file = fileOf(m_database);
    if (!error.isValid())
        error = errorOf(file->pMethods->xSync(file, SQLITE_SYNC_NORMAL));
    if (!error.isValid()) // pages that this connection remembers
        error = errorOf(sqlite3_db_release_memory(handleOf(m_database)));
    // A change that is none, so that others read again what they may have read since the log was emptied.
    if (!error.isValid())
        error = number(QStringLiteral("user_version"), layout);
    if (!error.isValid())
        error = m_database.run(QStringLiteral("PRAGMA user_version = %1").arg(layout));
    isCleaned = !error.isValid();
    if (isCleaned)
        m_next = end;
    return error;
}

/// \a bytes is room for a page. Returns a result of SQLite.
int PageCleaner::clean(qint64 page, QByteArray &bytes) const
{
    sqlite3_file *file = fileOf(m_database);
    const qint64 at = (page - 1) * bytes.size();
    int result = file->pMethods->xRead(file, bytes.data(), int(bytes.size()), at);
    const QList<PageRoom> rooms = result == SQLITE_OK ? unusedRoom(bytes) : QList<PageRoom>();
    for (const PageRoom &room : rooms) {
        const QByteArray nothing(room.size, '\0');
        if (result == SQLITE_OK)
            result = file->pMethods->xWrite(file, nothing.constData(), int(nothing.size()), at + room.from);
    }
    return result;
}

} // namespace faceid
