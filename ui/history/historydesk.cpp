#include "history/historydesk.h"

#include "history/historybrowser.h"
#include "history/historymodel.h"
#include "history/historystore.h"

#include <utility>

namespace faceid {

HistoryDesk::HistoryDesk(HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_browser(new HistoryBrowser(store.path(), this))
    , m_model(new HistoryModel(this))
{
    connect(m_model, &HistoryModel::asked, m_browser, &HistoryBrowser::ask);
    connect(m_model, &HistoryModel::rowsWanted, m_browser, &HistoryBrowser::fetch);
    connect(m_browser, &HistoryBrowser::firstRows, m_model, &HistoryModel::showFirst);
    connect(m_browser, &HistoryBrowser::order, m_model, &HistoryModel::setOrder);
    connect(m_browser, &HistoryBrowser::fetched, m_model, &HistoryModel::supply);
    connect(m_browser, &HistoryBrowser::failed, this, &HistoryDesk::said);
    connect(m_browser, &HistoryBrowser::damaged, this, [this](const QString &words) {
        Q_EMIT said(tr("The history file %1 is damaged: %2. Copy it away before you go on, and have the copy "
                       "looked at.")
                        .arg(m_store.path(), words));
    });
    connect(m_browser, &HistoryBrowser::changedElsewhere, this, [this](const QList<HistoryRow> &added) {
        for (const HistoryRow &row : added)
            m_model->put(row);
        m_model->refresh();
    });
    connect(&store, &HistoryStore::changed, m_model, &HistoryModel::put);
    connect(&store, &HistoryStore::purged, m_model, [this] {
        m_model->reload();
        m_model->refresh();
    });
    connect(m_model, &HistoryModel::edited, this, &HistoryDesk::takeDown);
    // Answered when the file has been opened, whatever there was to be done.
    store.list(0, this, [this](const QList<HistoryRow> &, const QString &error) {
        if (!error.isEmpty())
            return; // HistoryStore::opened() said so
        m_browser->open();
        m_model->reload();
    });
}

HistoryDesk::~HistoryDesk()
{
    settleDeleted();
}

void HistoryDesk::takeDown(const QUuid &id, const Remark &remark)
{
    m_store.remark(id, remark, this, [this](const QString &error) {
        if (!error.isEmpty())
            Q_EMIT said(error);
    });
}

void HistoryDesk::remove(const QUuid &id)
{
    settleDeleted();
    m_deleted = id;
    m_model->hide(id);
    writeDown(Deed::Delete, id);
    Q_EMIT removed();
}

void HistoryDesk::restoreDeleted()
{
    const QUuid id = std::exchange(m_deleted, {});
    if (id.isNull())
        return;
    m_model->showAgain(id);
    writeDown(Deed::Restore, id);
}

void HistoryDesk::settleDeleted()
{
    const QUuid id = std::exchange(m_deleted, {});
    if (id.isNull())
        return;
    m_store.erase(id, this, [this, id](const QString &error) {
        if (error.isEmpty())
            return;
        m_model->showAgain(id);
        Q_EMIT said(error);
    });
}

void HistoryDesk::writeDown(Deed deed, const QUuid &id)
{
    m_store.audit({deed, id.toString(QUuid::WithoutBraces), {}}, this, [this](const QString &error) {
        if (!error.isEmpty())
            Q_EMIT said(error);
    });
}

void HistoryDesk::show(const QUuid &id)
{
    m_wanted = id;
    m_store.exchange(id, this, [this, id](const std::optional<Exchange> &exchange, const QString &) {
        if (exchange && id == m_wanted)
            Q_EMIT shown(*exchange);
    });
}

} // namespace faceid
