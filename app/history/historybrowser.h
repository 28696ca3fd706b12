#pragma once

#include "history/historyquery.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

class QThread;

namespace faceid {

class HistoryReader;

/// Reads the history for a list that shows a window of it. Everything runs in threads of its own and is
/// answered by signals, so that neither a million rows nor a slow disk holds the list up: one thread for what
/// is on the screen, one for the order of everything, and at the start one that checks the file.
///
/// A new question makes the answers to the one before void; they are given up where that can be done, and
/// never arrive.
class HistoryBrowser : public QObject
{
    Q_OBJECT

public:
    static constexpr int firstPage = 100; // rows

    explicit HistoryBrowser(const QString &path, QObject *parent = nullptr);
    ~HistoryBrowser() override; ///< waits for what cannot be given up

    /// Begins to answer: the file has its tables now. Questions may be asked before.
    void open();
    /// firstRows() answers, and order() after it. Asked again, the same question is answered again.
    void ask(const HistoryQuery &query);
    /// fetched() answers.
    void fetch(const QList<qint64> &numbers);
    /// unresolved() answers.
    void findUnresolved();
    /// attempts() answers.
    void findAttempts(const QUuid &id);
    /// located() answers.
    void locate(const QUuid &id);

Q_SIGNALS:
    /// The first rows of the answer; all of it when \a isAll.
    void firstRows(const QList<faceid::HistoryRow> &rows, bool isAll);
    /// The numbers of all rows of the answer, where the first ones were not all.
    void order(const QList<qint64> &numbers);
    /// The rows of \a numbers; those that are not among \a rows are gone.
    void fetched(const QList<qint64> &numbers, const QList<faceid::HistoryRow> &rows);
    /// Another program wrote: these are its new rows, and any other one may have changed.
    void changedElsewhere(const QList<faceid::HistoryRow> &added);
    /// Rows are gone, or more have come than can be told one by one: the question is to be asked again.
    void outdated();
    /// The numbers of all rows that isUnresolved() says yes to.
    void unresolved(const QList<qint64> &numbers);
    /// The rows that belong together with the row \a id, in the order they were made; see attemptsOf().
    void attempts(const QUuid &id, const QList<faceid::HistoryRow> &rows);
    /// The number of the row \a id; 0 when it is gone.
    void located(const QUuid &id, qint64 number);
    /// One sentence, translated.
    void failed(const QString &error);
    /// What SQLite found wrong with the file, untranslated. Not sent when it is sound.
    void damaged(const QString &words);

private:
    struct Worker;
    template <typename Work>
    void post(Worker &worker, Work work);
    void askForOrder(const HistoryQuery &query);
    void check();
    void look();
    void lookForGone();

    QString m_path;
    std::unique_ptr<Worker> m_page;
    std::unique_ptr<Worker> m_whole;
    std::unique_ptr<Worker> m_check;
    std::atomic<int> m_question = 0; ///< the number of the last one
    std::atomic<bool> m_ends = false;
    qint64 m_last = 0; ///< the newest row seen; touched in the page's thread
    struct Extent
    {
        qint64 rows = 0;
        qint64 last = 0;
    };
    Extent m_extent; ///< of the file when it was counted last; touched in the whole's thread
    QFileSystemWatcher m_watcher;
    QTimer m_look; ///< a transaction touches the file more than once
};

} // namespace faceid
