#pragma once

#include "history/audit.h"
#include "history/historyrow.h"
#include "history/remark.h"

#include <QObject>

namespace faceid {

class HistoryBrowser;
class HistoryModel;
class HistoryStore;

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

    /// Says something about a row; what goes wrong comes by said().
    void takeDown(const QUuid &id, const Remark &remark);
    /// Takes a row out of the list. It goes for good with the next one, settleDeleted() or the end of the
    /// program; until then restoreDeleted() brings it back, and so does a crash.
    void remove(const QUuid &id);
    void restoreDeleted();
    void settleDeleted();
    /// shown() follows with what is kept of the row's exchange.
    void show(const QUuid &id);

Q_SIGNALS:
    void said(const QString &message);
    void removed(); ///< a row left the list and can be brought back
    void shown(const faceid::Exchange &exchange);

private:
    void writeDown(Deed deed, const QUuid &id);

    HistoryStore &m_store;
    HistoryBrowser *m_browser;
    HistoryModel *m_model;
    QUuid m_deleted; ///< null: none waits
    QUuid m_wanted; ///< the row to be shown, the last one asked for
};

} // namespace faceid
