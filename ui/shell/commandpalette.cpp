#include "shell/commandpalette.h"

#include "shell/commandlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String recentKey("window/recentCommands");
constexpr int keptRecent = 6;
constexpr QSize wantedSize(560, 380);

} // namespace

CommandPalette::CommandPalette(QList<Command> commands, QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_commands(std::move(commands))
    , m_search(new QLineEdit(this))
    , m_list(new CommandList(this))
    , m_nothing(new QLabel(this))
{
    setWindowTitle(tr("Find a command"));
    m_commands.removeIf([](const Command &command) { return !command.run || !command.isEnabled; });
    const QStringList recent = settings.value(recentKey).toStringList();
    const auto place = [&recent](const Command &command) {
        const qsizetype at = recent.indexOf(command.id);
        return at < 0 ? recent.size() : at;
    };
    std::stable_sort(m_commands.begin(), m_commands.end(),
        [&place](const Command &a, const Command &b) { return place(a) < place(b); });

    m_search->setObjectName(QStringLiteral("commandSearch"));
    m_search->setPlaceholderText(tr("Type what you want to do"));
    m_search->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus); // the search line keeps the keyboard
    m_list->driveFrom(m_search);
    m_nothing->setText(tr("No command fits."));
    m_nothing->setProperty("role", QStringLiteral("dim"));
    m_nothing->setAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    resize(wantedSize);
    m_search->setFocus();
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::runChosen);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::runChosen);
    filter({});
}

void CommandPalette::showEvent(QShowEvent *event)
{
    // At the top of its window, where eyes are when keys are pressed.
    if (const QWidget *window = parentWidget()) {
        const QRect place = window->geometry();
        move(place.center().x() - width() / 2, place.top() + std::min(80, place.height() / 8));
    }
    QDialog::showEvent(event);
}

void CommandPalette::filter(const QString &pattern)
{
    QList<std::pair<int, const Command *>> found;
    for (const Command &command : std::as_const(m_commands)) {
        // The name in the settings, too: it is the same in every language.
        const int score = std::max(fuzzyScore(pattern, command.text),
            fuzzyScore(pattern, QStringList{command.group, command.text, command.id}.join(u' ')) * 9 / 10);
        if (score > 0)
            found.append({score, &command});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<Command> shown;
    for (const auto &[score, command] : std::as_const(found))
        shown.append(*command);
    m_list->setCommands(shown);
    m_list->setVisible(!shown.isEmpty());
    m_nothing->setVisible(shown.isEmpty());
}

void CommandPalette::runChosen()
{
    const Command *chosen = m_list->current();
    if (!chosen)
        return;
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(chosen->id);
    recent.prepend(chosen->id);
    m_settings.setValue(recentKey, recent.mid(0, keptRecent));
    const auto run = chosen->run;
    accept();
    run();
}

} // namespace faceid
