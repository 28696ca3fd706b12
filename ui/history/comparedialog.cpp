#include "history/comparedialog.h"

#include "history/historystore.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace faceid {

namespace {

using CompareColumn = CompareModel::Column;

constexpr QSize compareSize(960, 640);
constexpr int nameWidth = 200;
constexpr int differenceWidth = 160;
constexpr int sideWidth = 270;
constexpr int fewLines = 90; // pixels of the texts below

QPlainTextEdit *sideText(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    text->setMinimumHeight(fewLines);
    return text;
}

QString headOf(const Exchange &exchange)
{
    const QString time =
        QLocale().toString(exchange.startedAt.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return time + QStringLiteral(" · ") + outcomeTitle(exchange.outcome);
}

} // namespace

CompareDialog::CompareDialog(HistoryStore &history, const QUuid &first, const QUuid &second,
    const Theme &theme, const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_model(new CompareModel(theme, presentation, this))
    , m_summary(new QLabel(this))
    , m_onlyDifferent(new QCheckBox(tr("Only what differs"), this))
    , m_view(new QTreeView(this))
    , m_left(sideText(tr("The earlier value"), this))
    , m_right(sideText(tr("The later value"), this))
{
    setWindowTitle(tr("Compare two requests"));
    arrange();
    connect(m_onlyDifferent, &QCheckBox::toggled, m_model, &CompareModel::setOnlyDifferent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CompareDialog::fill);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CompareDialog::showChosen);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompareDialog::showChosen);
    for (const QUuid &id : {first, second}) // answered in the order asked
        history.exchange(id, this,
            [this](const std::optional<Exchange> &exchange, const QString &error) { take(exchange, error); });
}

void CompareDialog::arrange()
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("What the two requests have in common and what not"));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setHighlightSections(false);
    m_view->header()->setStretchLastSection(true);
    m_view->setColumnWidth(int(CompareColumn::Name), nameWidth);
    m_view->setColumnWidth(int(CompareColumn::Difference), differenceWidth);
    m_view->setColumnWidth(int(CompareColumn::Left), sideWidth);
    auto *texts = new QSplitter(Qt::Horizontal, this);
    texts->addWidget(m_left);
    texts->addWidget(m_right);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(texts);
    for (QSplitter *one : {texts, splitter})
        one->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setProperty("role", QStringLiteral("plain"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_onlyDifferent);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    layout->addLayout(buttons);
    const QList<QWidget *> stops{m_onlyDifferent, m_view, m_left, m_right, close};
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
    resize(compareSize);
    m_view->setFocus();
}

void CompareDialog::take(const std::optional<Exchange> &exchange, const QString &error)
{
    if (!exchange) {
        m_summary->setText(error.isEmpty() ? tr("One of the rows is not in the history any more.") : error);
        Theme::mark(m_summary, "state", QStringLiteral("refused"));
    } else if (!m_first) {
        m_first = exchange;
    } else if (m_first->startedAt <= exchange->startedAt) {
        show(*m_first, *exchange);
    } else {
        show(*exchange, *m_first);
    }
}

void CompareDialog::show(const Exchange &left, const Exchange &right)
{
    m_model->setRows(compared(left, right), headOf(left), headOf(right));
    QStringList words;
    if (const int differ = m_model->count(Difference::Real); differ > 0)
        words.append(tr("%Ln thing(s) differ.", nullptr, differ));
    else
        words.append(tr("Nothing differs but what differs each time."));
    if (const int unclear = m_model->count(Difference::Unclear); unclear > 0)
        words.append(
            tr("%Ln masked value(s) are alike; whether they are the same is not known.", nullptr, unclear));
    m_summary->setText(words.join(u' '));
}

void CompareDialog::fill()
{
    m_view->expandAll();
    QModelIndex first;
    for (int branch = 0; branch < m_model->rowCount(); ++branch) {
        m_view->setFirstColumnSpanned(branch, {}, true);
        const QModelIndex section = m_model->index(branch, 0);
        for (int row = 0; row < m_model->rowCount(section) && !first.isValid(); ++row) {
            const QModelIndex index = m_model->index(row, 0, section);
            if (m_model->differenceAt(index) == Difference::Real)
                first = index;
        }
    }
    m_view->setCurrentIndex(first.isValid() ? first : m_model->index(0, 0));
    showChosen();
}

void CompareDialog::showChosen()
{
    const QModelIndex current = m_view->currentIndex();
    m_left->setPlainText(m_model->wholeValue(current, CompareColumn::Left));
    m_right->setPlainText(m_model->wholeValue(current, CompareColumn::Right));
}

} // namespace faceid
