#include "export/rowexport.h"

#include "history/historystore.h"

#include <QIODevice>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace faceid {

namespace {

constexpr int pageSize = 500;

QString formatName(ExportWish::Format format)
{
    switch (format) {
    case ExportWish::Format::Csv:
        return QStringLiteral("CSV");
    case ExportWish::Format::Json:
        return QStringLiteral("JSON");
    case ExportWish::Format::Har:
        return QStringLiteral("HAR");
    }
    return {};
}

} // namespace

RowExport::RowExport(QIODevice &out, const ExportWish &wish, Source source, QObject *parent)
    : QObject(parent)
    , m_out(out)
    , m_writer(out, wish)
    , m_source(std::move(source))
{ }

void RowExport::start()
{
    if (!m_writer.begin()) // told later, as everything else
        return void(QMetaObject::invokeMethod(this, &RowExport::fail, Qt::QueuedConnection));
    m_source(this, [this](const Page &page) { handlePage(page); });
}

void RowExport::cancel()
{
    m_isOver = true;
}

void RowExport::handlePage(const Page &page)
{
    if (m_isOver)
        return;
    if (!page.error.isEmpty()) {
        m_isOver = true;
        Q_EMIT finished(page.error);
        return;
    }
    for (const HistoryRow &row : page.rows) {
        const auto exchange = page.exchanges.constFind(row.id);
        const bool isThere = exchange != page.exchanges.cend();
        if (!m_writer.add(row, isThere ? std::optional(*exchange) : std::nullopt))
            return fail();
    }
    m_rows += page.rows.size();
    if (!page.rows.isEmpty()) {
        Q_EMIT progress(m_rows);
        if (!m_isOver)
            m_source(this, [this](const Page &next) { handlePage(next); });
        return;
    }
    if (!m_writer.end())
        return fail();
    m_isOver = true;
    Q_EMIT finished({});
}

void RowExport::fail()
{
    if (m_isOver) // cancelled before it could be told
        return;
    m_isOver = true;
    Q_EMIT finished(tr("It could not be written: %1").arg(m_out.errorString()));
}

RowExport::Source rowsOf(HistoryStore &history, std::function<bool(const HistoryRow &)> isWanted)
{
    /// Goes on until a page has rows that are wanted, or there are none left.
    struct Walk
    {
        HistoryStore &history;
        std::function<bool(const HistoryRow &)> isWanted;
        qint64 before = 0;

        void ask(const std::shared_ptr<Walk> &self, QObject *context, const RowExport::Answer &answer)
        {
            history.page(before, pageSize, context,
                [self, context, answer](const QList<HistoryRow> &rows, const QString &error) {
                    RowExport::Page page{{}, error};
                    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(page.rows), self->isWanted);
                    if (!rows.isEmpty())
                        self->before = rows.constLast().number;
                    if (page.rows.isEmpty() && !rows.isEmpty())
                        self->ask(self, context, answer);
                    else
                        answer(page);
                });
        }
    };
    const auto walk = std::make_shared<Walk>(Walk{history, std::move(isWanted)});
    return [walk](QObject *context, const RowExport::Answer &answer) { walk->ask(walk, context, answer); };
}

RowExport::Source rowsOf(HistoryStore &history, const QList<qint64> &numbers)
{
    /// Goes on until a page has rows that are still there, or there are none left.
    struct Walk
    {
        HistoryStore &history;
        QList<qint64> numbers;
        qsizetype next = 0;

        void ask(const std::shared_ptr<Walk> &self, QObject *context, const RowExport::Answer &answer)
        {
            const QList<qint64> wanted = numbers.mid(next, pageSize);
            next += wanted.size();
            history.rowsAt(wanted, context,
                [self, context, answer](const QList<HistoryRow> &rows, const QString &error) {
                    if (rows.isEmpty() && error.isEmpty() && self->next < self->numbers.size())
                        self->ask(self, context, answer);
                    else
                        answer({rows, error});
                });
        }
    };
    const auto walk = std::make_shared<Walk>(Walk{history, numbers});
    return [walk](QObject *context, const RowExport::Answer &answer) { walk->ask(walk, context, answer); };
}

RowExport::Source withExchanges(HistoryStore &history, RowExport::Source source)
{
    return [&history, source = std::move(source)](QObject *context, const RowExport::Answer &answer) {
        source(context, [&history, context, answer](const RowExport::Page &page) {
            if (page.rows.isEmpty())
                return answer(page);
            const auto filled = std::make_shared<RowExport::Page>(page);
            const auto left = std::make_shared<qsizetype>(page.rows.size());
            for (const HistoryRow &row : page.rows) {
                history.exchange(row.id, context,
                    [filled, left, answer](const std::optional<Exchange> &exchange, const QString &error) {
                        if (exchange)
                            filled->exchanges.insert(exchange->id, *exchange);
                        if (!error.isEmpty())
                            filled->error = error;
                        if (--*left == 0)
                            answer(*filled);
                    });
            }
        });
    };
}

AuditNote exportDeed(const ExportWish &wish, qint64 rows)
{
    return {Deed::Export, {},
        QStringLiteral("%1 rows as %2, %3 personal columns")
            .arg(rows)
            .arg(formatName(wish.format),
                wish.withPersonal ? QStringLiteral("with") : QStringLiteral("without"))};
}

} // namespace faceid
