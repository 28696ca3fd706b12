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

Q_SIGNALS:
    /// The first rows of the answer; all of it when \a isAll.
    void firstRows(const QList<faceid::HistoryRow> &rows, bool isAll);
    /// The numbers of all rows of the answer, where the first ones were not all.
    void order(const QList<qint64> &numbers);
    /// The rows of \a numbers; those that are not among \a rows are gone.
    void fetched(const QList<qint64> &numbers, const QList<faceid::HistoryRow> &rows);
    /// Another program wrote: these are its new rows, and any other one may have changed.
    void changedElsewhere(const QList<faceid::HistoryRow> &added);
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

    QString m_path;
    std::unique_ptr<Worker> m_page;
    std::unique_ptr<Worker> m_whole;
    std::unique_ptr<Worker> m_check;
    std::atomic<int> m_question = 0; ///< the number of the last one
    std::atomic<bool> m_ends = false;
    qint64 m_last = 0; ///< the newest row seen; touched in the page's thread
    QFileSystemWatcher m_watcher;
    QTimer m_look; ///< a transaction touches the file more than once
};

} // namespace faceid
