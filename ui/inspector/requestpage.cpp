#include "inspector/requestpage.h"

#include "client/imagefile.h"
#include "client/multipart.h"
#include "client/worker.h"
#include "shell/plaintext.h"
#include "shell/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

enum RequestColumn { NameColumn, ValueColumn, SizeColumn };

constexpr int isDimRole = Qt::UserRole; // of a row that is explanation, not content
constexpr QSize thumbnailBox(96, 56); // pixels at scale 1

QString bytesText(qint64 bytes)
{
    return RequestPage::tr("%1 B", "bytes").arg(QLocale().toString(bytes));
}

/// What redacted() says of a photo, taken apart again.
struct FileSummary
{
    QString picture; ///< "JPEG 512x512"
    qint64 bytes = -1;
    QString sha256;
};

std::optional<FileSummary> readFileSummary(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(.+), (\\d+) B, sha256 ([0-9a-f]{64})\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return FileSummary{match.captured(1), match.captured(2).toLongLong(), match.captured(3)};
}

} // namespace

RequestPage::RequestPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tree(new QTreeWidget(this))
    , m_search(*m_tree)
{
    m_tree->setObjectName(QStringLiteral("request"));
    m_tree->setColumnCount(SizeColumn + 1);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setHighlightSections(false);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(SizeColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_tree->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_tree);
    connect(&theme, &Theme::changed, this, &RequestPage::restyle);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Copy"), QKeySequence::Copy, this, &RequestPage::copyCurrent)
            ->setEnabled(m_tree->currentItem() != nullptr);
        menu->popup(m_tree->viewport()->mapToGlobal(position));
    });
    retranslate();
}

void RequestPage::setRequest(const Exchange &exchange, const Parts &original)
{
    m_exchange = exchange;
    fill(original);
}

void RequestPage::clear()
{
    m_exchange.reset();
    fill({});
}

void RequestPage::fill(const Parts &original)
{
    ++m_number;
    m_tree->clear();
    if (!m_exchange)
        return;
    add(nullptr, QStringLiteral("POST"), visibleText(m_exchange->address.toString()));
    if (const EndpointSpec *spec = m_exchange->spec())
        addCredentials(*spec);
    for (const Part &part : std::as_const(m_exchange->request))
        addPart(part, findPart(original, part.name));
    if (m_exchange->bodyBytes > 0) {
        auto *total = add(nullptr, tr("whole body"), {});
        total->setText(SizeColumn, bytesText(m_exchange->bodyBytes));
    }
    restyle();
}

QTreeWidgetItem *RequestPage::add(QTreeWidgetItem *parent, const QString &name, const QString &value)
{
    const QStringList texts{name, value, QString()};
    auto *item = parent ? new QTreeWidgetItem(parent, texts) : new QTreeWidgetItem(m_tree, texts);
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void RequestPage::setDim(QTreeWidgetItem *item)
{
    item->setData(NameColumn, isDimRole, true);
}

void RequestPage::addCredentials(const EndpointSpec &spec)
{
    for (const FieldSpec &row : spec.fields) {
        if (row.role == Role::Credential)
            setDim(add(nullptr, row.name, tr("a credential: never kept, never shown")));
    }
}

void RequestPage::addPart(const Part &part, const Part *original)
{
    const FieldSpec *row = m_exchange->spec() ? m_exchange->spec()->field(part.name) : nullptr;
    auto *item = add(nullptr, visibleText(part.name), visibleText(QString::fromUtf8(part.value)));
    if (part.isFile())
        addFile(item, part);
    else if (row && row->isPersonal())
        item->setText(SizeColumn, tr("masked")); // the size at hand is that of the mask
    else
        item->setText(SizeColumn, bytesText(part.value.size()));
    // The type of a file is known from its facts; the summary in the place of its bytes has none.
    const bool knowsType = !part.isFile() || part.image.has_value();
    const auto headers = partHeaders(knowsType || !original ? part : *original);
    for (const auto &[name, value] : headers) {
        if (knowsType || original || name != "Content-Type")
            setDim(add(item, QString::fromLatin1(name), visibleText(QString::fromUtf8(value))));
    }
    if (part.isFile() && original && original->isFile())
        showThumbnail(part.name, *original);
}

void RequestPage::addFile(QTreeWidgetItem *item, const Part &part)
{
    const auto summary = readFileSummary(QString::fromUtf8(part.value));
    if (!summary)
        return;
    item->setText(ValueColumn, visibleText(summary->picture));
    item->setText(SizeColumn, bytesText(summary->bytes));
    setDim(add(item, QStringLiteral("SHA-256"), summary->sha256));
    item->setExpanded(true);
}

void RequestPage::showThumbnail(const QString &partName, const Part &original)
{
    runOnWorker(
        this,
        [bytes = original.value, known = original.image, ratio = devicePixelRatioF()] {
            QImage image = decodeScaled(bytes, known ? *known : inspectImage(bytes), (thumbnailBox * ratio));
            image.setDevicePixelRatio(ratio);
            return image;
        },
        [this, partName, number = m_number](const QImage &image) {
            if (number != m_number || image.isNull())
                return;
            for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
                if (m_tree->topLevelItem(row)->text(NameColumn) == partName)
                    m_tree->topLevelItem(row)->setData(ValueColumn, Qt::DecorationRole, image);
            }
            Q_EMIT thumbnailShown();
        });
}

void RequestPage::copyCurrent()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return;
    const QString value = item->text(ValueColumn);
    const bool isHeader = item->parent() && item->text(NameColumn).startsWith(QLatin1String("Content-"));
    Q_EMIT copyText(isHeader ? item->text(NameColumn) + QStringLiteral(": ") + value : value);
}

bool RequestPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RequestPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RequestPage::retranslate()
{
    m_tree->setAccessibleName(tr("Parts of the request"));
    m_tree->setHeaderLabels({tr("Part"), tr("Value (personal values masked)"), tr("Size")});
    m_tree->headerItem()->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    // The few words among the rows; thumbnails stay where they are.
    if (!m_exchange)
        return;
    QHash<QString, QVariant> thumbnails;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_tree->topLevelItem(row);
        thumbnails.insert(item->text(NameColumn), item->data(ValueColumn, Qt::DecorationRole));
    }
    fill({});
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        const QVariant thumbnail = thumbnails.value(item->text(NameColumn));
        if (thumbnail.isValid())
            item->setData(ValueColumn, Qt::DecorationRole, thumbnail);
    }
}

void RequestPage::restyle()
{
    const ThemeColors &colors = m_theme.colors();
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        const bool isDim = (*at)->data(NameColumn, isDimRole).toBool();
        for (const int column : {NameColumn, ValueColumn, SizeColumn}) {
            const bool isValue = column == ValueColumn && !isDim;
            (*at)->setForeground(
                column, isValue || (column == NameColumn && !isDim) ? colors.text : colors.dim);
        }
    }
}

} // namespace faceid
