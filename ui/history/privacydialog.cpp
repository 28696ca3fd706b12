#include "history/privacydialog.h"

#include "export/auditexport.h"
#include "history/historystore.h"
#include "history/retention.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/question.h"
#include "shell/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int privacyWidth = 640;
constexpr int longestDays = 36500; // a century

QSpinBox *daysBox(const QString &name, int days, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(1, longestDays);
    box->setValue(days);
    box->setSuffix(PrivacyDialog::tr(" days"));
    box->setAccessibleName(name);
    return box;
}

} // namespace

PrivacyDialog::PrivacyDialog(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
    const Policy &policy, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_history(history)
    , m_settings(settings)
    , m_policy(policy)
    , m_presentation(presentation)
    , m_persons(credentials)
    , m_trail(new QLabel(this))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("Personal data"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    addRetention(layout);
    layout->addSpacing(12);
    addPerson(layout);
    layout->addSpacing(12);
    addTrail(layout);
    layout->addStretch(1);
    for (QLabel *label : {m_message, m_trail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_trail->setTextInteractionFlags(Qt::TextSelectableByMouse); // the hash, to be kept elsewhere
    QPushButton *close = makePlain(new QPushButton(tr("Close"), this));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addWidget(close, 0, Qt::AlignBottom);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(privacyWidth, sizeHint().height());
    verify();
}

QLabel *PrivacyDialog::addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setProperty("role", QStringLiteral("section"));
    layout->addWidget(heading);
    return heading;
}

void PrivacyDialog::addRetention(QVBoxLayout *layout)
{
    const RetentionPolicy policy = RetentionPolicy::load(m_settings, m_policy);
    addHeading(layout, tr("How long the history keeps what"));
    m_personalDays = daysBox(tr("Personal data"), policy.personalDays, this);
    m_recordDays = daysBox(tr("Whole rows"), policy.recordDays, this);
    m_personalDays->setMaximum(policy.recordDays);
    m_recordDays->setMinimum(m_policy.personalDays.value_or(1));
    m_keep = makePlain(new QPushButton(tr("Save, and erase what is due"), this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (QSpinBox *box : {m_personalDays, m_recordDays}) {
        auto *label = new QLabel(box->accessibleName(), this);
        label->setBuddy(box);
        grid->addWidget(label, line, 0, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(box, line++, 1);
    }
    grid->addWidget(m_keep, 1, 2, Qt::AlignLeft);
    const std::pair<QSpinBox *, bool> fixed[] = {
        {m_personalDays, m_policy.personalDays.has_value()}, {m_recordDays, m_policy.recordDays.has_value()}};
    for (const auto &[box, isFixed] : fixed) {
        box->setEnabled(!isFixed);
        box->setToolTip(isFixed ? setByAdministrator() : QString());
        box->setAccessibleDescription(box->toolTip());
    }
    if (m_policy.fixesRetention()) {
        auto *note = new QLabel(setByAdministrator(), this);
        note->setObjectName(QStringLiteral("retentionFixed"));
        note->setProperty("role", QStringLiteral("hint"));
        grid->addWidget(note, 0, 2, Qt::AlignLeft | Qt::AlignVCenter);
    }
    layout->addLayout(grid);
    auto *hint = new QLabel(
        tr("Personal are name, ID number, uuid, token, what was sent and answered, notes, tags and "
           "ticket. It is done at every start and once a day."),
        this);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("hint"));
    layout->addWidget(hint);
    connect(m_recordDays, &QSpinBox::valueChanged, m_personalDays, &QSpinBox::setMaximum);
    connect(m_keep, &QPushButton::clicked, this, &PrivacyDialog::keepPolicy);
}

void PrivacyDialog::addPerson(QVBoxLayout *layout)
{
    addHeading(layout, tr("Erase one person"));
    m_person = new QLineEdit(this);
    m_person->setPlaceholderText(tr("Name, ID number or uuid"));
    m_person->setAccessibleName(tr("The person to erase"));
    m_presentation.cover(m_person);
    m_erase = makePlain(new QPushButton(tr("Erase…"), this));
    m_erase->setEnabled(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_person, 1);
    line->addWidget(m_erase);
    layout->addLayout(line);
    connect(m_person, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_erase->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_person, &QLineEdit::returnPressed, m_erase, &QPushButton::click);
    connect(m_erase, &QPushButton::clicked, this, &PrivacyDialog::confirm);
}

void PrivacyDialog::addTrail(QVBoxLayout *layout)
{
    addHeading(layout, tr("Audit trail"));
    QPushButton *check = makePlain(new QPushButton(tr("Check"), this));
    QPushButton *save = makePlain(new QPushButton(tr("Save as CSV…"), this));
    auto *line = new QHBoxLayout;
    line->addWidget(m_trail, 1);
    line->addWidget(check, 0, Qt::AlignTop);
    line->addWidget(save, 0, Qt::AlignTop);
    layout->addLayout(line);
    connect(check, &QPushButton::clicked, this, &PrivacyDialog::verify);
    connect(save, &QPushButton::clicked, this, &PrivacyDialog::askWhere);
}

void PrivacyDialog::keepPolicy()
{
    RetentionPolicy own = RetentionPolicy::load(m_settings, {}); // the administrator's are not the user's
    if (!m_policy.personalDays)
        own.personalDays = m_personalDays->value();
    if (!m_policy.recordDays)
        own.recordDays = m_recordDays->value();
    own.save(m_settings);
    purge(RetentionPolicy::load(m_settings, m_policy).due(QDateTime::currentDateTimeUtc()));
}

void PrivacyDialog::confirm()
{
    makeQuestion(this, tr("Erase one person"),
        tr("What the history holds of this person is erased for good, and so are backups from before an upgrade. It "
           "cannot be undone."),
        tr("Erase for good"), [this](const QMessageBox &) { erase(m_person->text().trimmed()); })
        ->open();
}

void PrivacyDialog::erase(const QString &person)
{
    m_persons.get(this, [this, person](const std::shared_ptr<const PersonKey> &key, const QString &why) {
        m_noKey = why;
        PurgeWish wish;
        wish.person = personCodes(key.get(), person);
        m_person->clear();
        purge(wish);
    });
}

void PrivacyDialog::purge(const PurgeWish &wish)
{
    m_keep->setEnabled(false);
    m_erase->setEnabled(false);
    Theme::mark(m_message, "state", QStringLiteral("dim"));
    m_message->setText(tr("Erasing …"));
    m_history.purge(wish, this, [this, wish](const PurgeResult &result) { showResult(wish, result); });
}

void PrivacyDialog::showResult(const PurgeWish &wish, const PurgeResult &result)
{
    m_keep->setEnabled(true);
    m_erase->setEnabled(!m_person->text().trimmed().isEmpty());
    QStringList words{tr("Personal data erased from %n row(s).", nullptr, int(result.personal))};
    if (result.rows > 0)
        words.append(tr("%n row(s) erased.", nullptr, int(result.rows)));
    if (wish.person && !m_noKey.isEmpty())
        words.append(m_noKey);
    if (result.unreachable > 0)
        words.append(
            tr("%n row(s) about somebody carry no key by which persons are told apart: whether they are "
               "this person's is not known.",
                nullptr, int(result.unreachable)));
    if (!result.error.isEmpty())
        words.append(result.error);
    else if (!result.isTraceless)
        words.append(
            tr("Another program reads the history, so traces are left in its file until the next time."));
    const bool isAll = result.error.isEmpty() && result.isTraceless && result.unreachable == 0;
    Theme::mark(m_message, "state", isAll ? QStringLiteral("issued") : QStringLiteral("unknown"));
    m_message->setText(words.join(u' '));
    verify();
}

void PrivacyDialog::verify()
{
    m_history.verifyAudit({}, this, [this](const AuditVerdict &verdict) {
        Theme::mark(m_trail, "state", verdict.isWhole() ? QString() : QStringLiteral("refused"));
        m_trail->setText(verdict.isWhole()
                ? tr("%n entries, nothing was changed. Last hash: %1", nullptr, int(verdict.entries))
                      .arg(verdict.head.isEmpty() ? QStringLiteral("–")
                                                  : QString::fromLatin1(verdict.head.left(16)))
                : verdict.error + verdict.reason);
    });
}

void PrivacyDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the audit trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(QStringLiteral("CSV (*.csv)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("faceid-audit.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &PrivacyDialog::saveTrail);
    dialog->open();
}

void PrivacyDialog::saveTrail(const QString &path)
{
    auto *trail = new AuditExport(m_history, path, this);
    connect(trail, &AuditExport::finished, this, [this, trail, path](const QString &error) {
        trail->deleteLater();
        Theme::mark(m_message, "state", error.isEmpty() ? QStringLiteral("dim") : QStringLiteral("refused"));
        m_message->setText(error.isEmpty() ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : error);
    });
    trail->start();
}

} // namespace faceid
