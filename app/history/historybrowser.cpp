#include "history/historybrowser.h"

#include "history/historyreader.h"

#include <QFile>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <utility>

namespace faceid {

namespace {

constexpr std::chrono::milliseconds settle{100}; // from one touch of the file to the look at it
constexpr std::chrono::seconds checkDelay{2}; // what the operator looks at first comes first
/// Between the first rows and the question for all the others: the screen comes first, and who types on wants
/// no more of this answer.
constexpr std::chrono::milliseconds paintTime{40};
constexpr int maxAdded = 500; // rows of other programs taken over one by one

} // namespace

/// A thread with a connection of its own.
struct HistoryBrowser::Worker
{
    Worker(const QString &path, const char *name)
    {
        thread.setObjectName(QLatin1String(name));
        object.moveToThread(&thread);
        thread.start();
        QMetaObject::invokeMethod(
            &object, [this, path] { reader = std::make_unique<HistoryReader>(path); }, Qt::QueuedConnection);
    }

    ~Worker()
    {
        QMetaObject::invokeMethod(
            &object,
            [this] {
                reader.reset(); // a connection belongs to the thread that made it
                thread.quit();
            },
            Qt::QueuedConnection);
        thread.wait();
    }

    QThread thread;
    QObject object; ///< stands for the thread
    std::unique_ptr<HistoryReader> reader; ///< touched in the thread only
};

HistoryBrowser::HistoryBrowser(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_page(std::make_unique<Worker>(path, "history page"))
    , m_whole(std::make_unique<Worker>(path, "history order"))
{
    m_look.setSingleShot(true);
    m_look.setInterval(settle);
    connect(&m_look, &QTimer::timeout, this, &HistoryBrowser::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_look.isActive())
            m_look.start();
    });
}

HistoryBrowser::~HistoryBrowser()
{
    m_ends = true;
    ++m_question;
}

template <typename Work>
void HistoryBrowser::post(Worker &worker, Work work)
{
    QMetaObject::invokeMethod(
        &worker.object,
        [this, &worker, work = std::move(work)] {
            if (!m_ends)
                work(*worker.reader);
        },
        Qt::QueuedConnection);
}

void HistoryBrowser::open()
{
    for (Worker *worker : {m_page.get(), m_whole.get()}) {
        post(*worker, [this](HistoryReader &reader) {
            reader.open();
            if (const QString error = reader.error(); !error.isEmpty())
                Q_EMIT failed(error);
        });
    }
    post(*m_whole, [this](HistoryReader &reader) {
        m_extent = {reader.countRows(0).first, reader.lastNumber()};
    });
    post(*m_page, [this](HistoryReader &reader) {
        m_last = reader.lastNumber();
        // The log beside the file is touched by every transaction, and the file itself hardly ever.
        QMetaObject::invokeMethod(this, [this] { m_watcher.addPath(m_path + QStringLiteral("-wal")); });
    });
    QTimer::singleShot(checkDelay, this, &HistoryBrowser::check);
}

void HistoryBrowser::ask(const HistoryQuery &query)
{
    const int question = ++m_question;
    const auto isStale = [this, question] { return m_question != question; };
    // Answers are looked at once more where they arrive: a new question may have been asked meanwhile.
    post(*m_page, [this, query, isStale](HistoryReader &reader) {
        if (isStale())
            return;
        const QList<HistoryRow> rows = reader.firstRows(query, firstPage, isStale);
        QMetaObject::invokeMethod(this, [this, query, rows, isStale, error = reader.error()] {
            if (isStale())
                return;
            if (!error.isEmpty())
                Q_EMIT failed(error);
            Q_EMIT firstRows(rows, rows.size() < firstPage);
            if (rows.size() == firstPage)
                QTimer::singleShot(paintTime, this, [this, query, isStale] {
                    if (!isStale())
                        askForOrder(query);
                });
        });
    });
}

void HistoryBrowser::askForOrder(const HistoryQuery &query)
{
    const auto isStale = [this, question = m_question.load()] { return m_question != question; };
    post(*m_whole, [this, query, isStale](HistoryReader &reader) {
        if (isStale())
            return;
        const QList<qint64> numbers = reader.order(query, isStale);
        QMetaObject::invokeMethod(this, [this, numbers, isStale, isAnswered = reader.error().isEmpty()] {
            if (!isStale() && isAnswered)
                Q_EMIT order(numbers);
        });
    });
}

void HistoryBrowser::fetch(const QList<qint64> &numbers)
{
    post(*m_page, [this, numbers](HistoryReader &reader) {
        const QList<HistoryRow> rows = reader.rows(numbers);
        if (reader.error().isEmpty())
            QMetaObject::invokeMethod(this, [this, numbers, rows] { Q_EMIT fetched(numbers, rows); });
    });
}

/// What another program may have written.
void HistoryBrowser::look()
{
    // A log that was taken away and made anew is another file.
    if (m_watcher.files().isEmpty())
        m_watcher.addPath(m_path + QStringLiteral("-wal"));
    post(*m_page, [this](HistoryReader &reader) {
        m_last = std::min(m_last, reader.lastNumber()); // a number that was the last may come again
        const QList<HistoryRow> added = reader.rowsAfter(m_last, maxAdded);
        const bool isMore = added.size() == maxAdded;
        if (!added.isEmpty())
            m_last = isMore ? reader.lastNumber() : added.constLast().number;
        QMetaObject::invokeMethod(this, [this, added, isMore] {
            Q_EMIT changedElsewhere(added);
            if (isMore)
                Q_EMIT outdated();
        });
    });
    lookForGone();
}

/// A row that is not in memory and gone is missed by nobody, but the list would go on counting it.
void HistoryBrowser::lookForGone()
{
    post(*m_whole, [this](HistoryReader &reader) {
        const auto [rows, added] = reader.countRows(m_extent.last);
        const Extent before = std::exchange(m_extent, {rows, reader.lastNumber()});
        if (reader.error().isEmpty() && before.rows + added > rows)
            QMetaObject::invokeMethod(this, &HistoryBrowser::outdated);
    });
}

void HistoryBrowser::findUnresolved()
{
    post(*m_whole, [this](HistoryReader &reader) {
        HistoryQuery query;
        query.isUnresolved = true;
        const QList<qint64> numbers = reader.order(query, [this] { return m_ends.load(); });
        if (reader.error().isEmpty())
            QMetaObject::invokeMethod(this, [this, numbers] { Q_EMIT unresolved(numbers); });
    });
}

void HistoryBrowser::findAttempts(const QUuid &id)
{
    post(*m_page, [this, id](HistoryReader &reader) {
        const QList<HistoryRow> rows = reader.attempts(id);
        if (reader.error().isEmpty())
            QMetaObject::invokeMethod(this, [this, id, rows] { Q_EMIT attempts(id, rows); });
    });
}

void HistoryBrowser::locate(const QUuid &id)
{
    post(*m_page, [this, id](HistoryReader &reader) {
        const qint64 number = reader.numberOf(id);
        if (reader.error().isEmpty())
            QMetaObject::invokeMethod(this, [this, id, number] { Q_EMIT located(id, number); });
    });
}

void HistoryBrowser::check()
{
    m_check = std::make_unique<Worker>(m_path, "history check");
    m_check->thread.setPriority(QThread::IdlePriority);
    post(*m_check, [this](HistoryReader &reader) {
        reader.open();
        const QString found = reader.check([this] { return m_ends.load(); });
        QMetaObject::invokeMethod(this, [this, found] {
            m_check.reset();
            if (!found.isEmpty())
                Q_EMIT damaged(found);
        });
    });
}

} // namespace faceid
