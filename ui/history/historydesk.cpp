#include "history/historydesk.h"

#include "history/historybrowser.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "history/historyview.h"

#include <chrono>
#include <utility>

namespace faceid {

namespace {

constexpr std::chrono::milliseconds settle{200};

} // namespace

HistoryDesk::HistoryDesk(HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_browser(new HistoryBrowser(store.path(), this))
    , m_model(new HistoryModel(this))
{
    m_again.setSingleShot(true);
    m_again.setInterval(settle);
    connect(&m_again, &QTimer::timeout, this, &HistoryDesk::askAgain);
    connect(m_model, &HistoryModel::edited, this, &HistoryDesk::takeDown);
    connectBrowser();
    connectStore();
}

void HistoryDesk::connectBrowser()
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
        m_again.start();
    });
    connect(m_browser, &HistoryBrowser::outdated, m_model, &HistoryModel::reload);
    connect(m_browser, &HistoryBrowser::unresolved, this, [this](const QList<qint64> &numbers) {
        Q_EMIT unresolved(int(m_model->withoutHidden(numbers).size()));
    });
    connect(m_browser, &HistoryBrowser::attempts, this, &HistoryDesk::attempts);
    connect(m_browser, &HistoryBrowser::located, this, [this](const QUuid &id, qint64 number) {
        if (number > 0)
            Q_EMIT found(id, number);
        else
            Q_EMIT said(tr("That row is not in the history any more."));
    });
}

void HistoryDesk::connectStore()
{
    connect(&m_store, &HistoryStore::changed, this, [this](const HistoryRow &row) {
        m_model->put(row);
        m_again.start();
    });
    connect(&m_store, &HistoryStore::purged, this, [this] {
        m_model->reload();
        m_model->refresh();
        show(m_wanted);
        m_again.start();
    });
    // Answered when the file has been opened, whatever there was to be done.
    m_store.list(0, this, [this](const QList<HistoryRow> &, const QString &error) {
        if (!error.isEmpty())
            return; // HistoryStore::opened() said so
        m_browser->open();
        m_model->reload();
        m_again.start();
    });
}

void HistoryDesk::serve(HistoryView &list)
{
    connect(&list, &HistoryView::remarkWanted, this, &HistoryDesk::takeDown);
    connect(&list, &HistoryView::rowChosen, this, &HistoryDesk::show);
    connect(&list, &HistoryView::deleteWanted, this, &HistoryDesk::remove);
    connect(&list, &HistoryView::rowSought, this, &HistoryDesk::find);
    connect(&list, &HistoryView::attemptsWanted, this, &HistoryDesk::findAttempts);
    connect(this, &HistoryDesk::found, &list, &HistoryView::showRow);
    connect(this, &HistoryDesk::attempts, &list, &HistoryView::showAttempts);
    connect(this, &HistoryDesk::unresolved, &list, &HistoryView::setUnresolved);
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
    m_again.start();
    writeDown(Deed::Delete, id);
    Q_EMIT removed();
}

void HistoryDesk::restoreDeleted()
{
    const QUuid id = std::exchange(m_deleted, {});
    if (id.isNull())
        return;
    m_model->showAgain(id);
    m_again.start();
    writeDown(Deed::Restore, id);
}

void HistoryDesk::settleDeleted()
{
    const QUuid id = std::exchange(m_deleted, {});
    if (id.isNull())
        return;
    m_store.erase(id, this, [this, id](const QString &error) {
        m_again.start();
        if (error.isEmpty())
            return m_model->forgetHidden(id);
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
    if (id.isNull())
        return;
    m_store.exchange(id, this, [this, id](const std::optional<Exchange> &exchange, const QString &) {
        if (id != m_wanted)
            return;
        if (exchange)
            Q_EMIT shown(*exchange);
        else
            Q_EMIT vanished(id);
    });
}

void HistoryDesk::findAttempts(const QUuid &id)
{
    m_together = id;
    m_browser->findAttempts(id);
}

void HistoryDesk::find(const QUuid &id)
{
    m_browser->locate(id);
}

void HistoryDesk::askAgain()
{
    m_browser->findUnresolved();
    if (!m_together.isNull())
        m_browser->findAttempts(m_together);
}

} // namespace faceid
