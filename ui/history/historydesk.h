#pragma once

#include "history/audit.h"
#include "history/historyrow.h"
#include "history/remark.h"

#include <QObject>
#include <QTimer>

namespace faceid {

class HistoryBrowser;
class HistoryModel;
class HistoryStore;
class HistoryView;

/// What stands between the history's file and its list: it hands the list's questions to the reader and the
/// operator's words to the store, brings in what this and other programs write, and keeps deleted rows until
/// nobody can want them back.
class HistoryDesk : public QObject
{
    Q_OBJECT

public:
    HistoryDesk(HistoryStore &store, QObject *parent);
    ~HistoryDesk() override; ///< what was deleted is deleted for good

    HistoryModel &model() { return *m_model; }
    /// Does what the operator wants of the rows in \a list, and tells it what it asks for.
    void serve(HistoryView &list);

    /// Says something about a row; what goes wrong comes by said().
    void takeDown(const QUuid &id, const Remark &remark);
    /// Takes a row out of the list. It goes for good with the next one, settleDeleted() or the end of the
    /// program; until then restoreDeleted() brings it back, and so does a crash.
    void remove(const QUuid &id);
    void restoreDeleted();
    void settleDeleted();
    /// shown() follows with what is kept of the row's exchange, now and when it has changed.
    void show(const QUuid &id);
    /// attempts() follows, now and when they may have changed.
    void findAttempts(const QUuid &id);
    /// found() follows, or said() when the row is gone.
    void find(const QUuid &id);

Q_SIGNALS:
    void said(const QString &message);
    void removed(); ///< a row left the list and can be brought back
    void shown(const faceid::Exchange &exchange);
    void vanished(const QUuid &id); ///< the row that was to be shown is gone
    /// The rows that belong together with the row \a id; see attemptsOf().
    void attempts(const QUuid &id, const QList<faceid::HistoryRow> &rows);
    void found(const QUuid &id, qint64 number);
    /// How many rows there are of which nobody knows the outcome.
    void unresolved(int count);

private:
    void connectBrowser();
    void connectStore();
    void writeDown(Deed deed, const QUuid &id);
    void askAgain();

    HistoryStore &m_store;
    HistoryBrowser *m_browser;
    HistoryModel *m_model;
    QUuid m_deleted; ///< null: none waits
    QUuid m_wanted; ///< the row to be shown, the last one asked for
    QUuid m_together; ///< the row whose attempts are wanted
    QTimer m_again; ///< a burst of changes asks once
};

} // namespace faceid
