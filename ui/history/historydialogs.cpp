#include "history/historydialogs.h"

#include "callback/callbackwindow.h"
#include "client/worker.h"
#include "export/outfile.h"
#include "export/rowexport.h"
#include "history/bundledialog.h"
#include "history/comparedialog.h"
#include "history/exportdialog.h"
#include "history/historystore.h"
#include "history/historyview.h"
#include "history/privacydialog.h"
#include "history/reportdialog.h"
#include "history/tokendialog.h"
#include "results/resultdialog.h"
#include "shell/presentation.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>

#include <algorithm>
#include <memory>

namespace faceid {

HistoryDialogs::HistoryDialogs(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
    const Policy &policy, HistoryView &view, const Theme &theme, Presentation &presentation, QWidget *window)
    : QObject(window)
    , m_history(history)
    , m_credentials(credentials)
    , m_settings(settings)
    , m_policy(policy)
    , m_view(view)
    , m_theme(theme)
    , m_presentation(presentation)
    , m_window(window)
{
    connect(&view, &HistoryView::resultWanted, this, &HistoryDialogs::lookUp);
    connect(&view, &HistoryView::archiveWanted, this, &HistoryDialogs::saveArchive);
    connect(&view, &HistoryView::compareWanted, this, &HistoryDialogs::compare);
    connect(&view, &HistoryView::bundleWanted, this, &HistoryDialogs::bundle);
}

void HistoryDialogs::readToken()
{
    auto *dialog = new TokenDialog(m_history, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TokenDialog::rowWanted, &m_view, &HistoryView::jumpTo);
    // Most come here with one just copied.
    if (const QString copied = QGuiApplication::clipboard()->text();
        faceid::readToken(copied).shape != TokenReading::Shape::None)
        dialog->setText(copied);
    dialog->open();
}

void HistoryDialogs::exportRows()
{
    auto *dialog = new ExportDialog(m_history, m_view.model(), m_view.narrowing(), m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryDialogs::saveArchive(const HistoryRow &row)
{
    if (!m_policy.allows(Feature::Export))
        return Q_EMIT said(switchedOffSentence(Feature::Export));
    auto *dialog = new QFileDialog(m_window, tr("Save as HAR"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("har"));
    dialog->setNameFilter(QStringLiteral("HAR (*.har)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(
        QStringLiteral("faceid-%1.har").arg(row.startedAt.toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, row](const QString &path) { writeArchive(row, path); });
    dialog->open();
}

void HistoryDialogs::writeArchive(const HistoryRow &row, const QString &path)
{
    const auto file = std::make_shared<OutFile>(path);
    const auto fail = [this, file] { Q_EMIT said(tr("It could not be saved: %1").arg(file->errorString())); };
    if (!file->begin())
        return fail();
    ExportWish wish;
    wish.format = ExportWish::Format::Har;
    wish.withPersonal = !m_presentation.covers();
    auto *job = new RowExport(
        *file, wish, withExchanges(m_history, rowsOf(m_history, QList<qint64>{row.number})), this);
    connect(job, &RowExport::finished, this, [this, job, file, fail, path, wish](const QString &error) {
        job->deleteLater();
        if (!error.isEmpty())
            return void(Q_EMIT said(error));
        if (!file->commit())
            return fail();
        m_history.audit(exportDeed(wish, job->rows()), this, [this, path](const QString &problem) {
            Q_EMIT said(problem.isEmpty() ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : problem);
        });
    });
    job->start();
}

void HistoryDialogs::report()
{
    auto *dialog = new ReportDialog(m_history, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryDialogs::lookUp(const HistoryRow &row)
{
    const QList<Profile> all = m_profiles ? m_profiles() : QList<Profile>();
    const auto profile = std::find_if(
        all.cbegin(), all.cend(), [&row](const Profile &one) { return one.id == row.profileId; });
    if (profile == all.cend())
        return Q_EMIT said(tr("The profile %1 is gone, so nobody knows whom to ask.").arg(row.profileName));
    auto *dialog = new ResultDialog(row, *profile, m_credentials, m_history, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryDialogs::compare(const QUuid &first, const QUuid &second)
{
    auto *dialog = new CompareDialog(m_history, first, second, m_theme, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryDialogs::bundle(const QList<QUuid> &ids)
{
    if (!m_policy.allows(Feature::Export))
        return Q_EMIT said(switchedOffSentence(Feature::Export));
    auto exchanges = std::make_shared<QList<Exchange>>();
    for (const QUuid &id : ids) { // answered in the order asked
        const bool isLast = id == ids.constLast();
        m_history.exchange(id, this, [=](const std::optional<Exchange> &exchange, const QString &error) {
            if (!error.isEmpty())
                return Q_EMIT said(error);
            if (exchange)
                exchanges->append(*exchange);
            if (!isLast)
                return;
            if (exchanges->size() != ids.size())
                return Q_EMIT said(tr("Not all of these rows could be read, so there is no bundle of them."));
            auto *dialog = new BundleDialog(*exchanges, m_theme, m_presentation, m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &BundleDialog::saveWanted, this,
                [this, dialog, deed = bundleDeed(*exchanges)](
                    const QString &path, const Bundle &bundle) { saveBundle(dialog, deed, path, bundle); });
            dialog->open();
        });
    }
}

/// The file is written, and written down, also when the dialog is closed meanwhile; then the window says how
/// it ended.
void HistoryDialogs::saveBundle(
    BundleDialog *dialog, const AuditNote &deed, const QString &path, const Bundle &bundle)
{
    const auto tell = [this, shown = QPointer(dialog)](const QString &words, bool isSaved) {
        if (shown && shown->isVisible())
            shown->showSaved(words, isSaved);
        else
            Q_EMIT said(words);
    };
    runOnWorker(
        this,
        [path, bundle] {
            OutFile file(path);
            const bool isSaved = file.begin() && writeBundle(file, bundle) && file.commit();
            return isSaved ? QString() : tr("It could not be saved: %1").arg(file.errorString());
        },
        [this, tell, deed, path](const QString &error) {
            if (!error.isEmpty())
                return tell(error, false);
            tell(tr("Saved: %1").arg(QDir::toNativeSeparators(path)), true);
            m_history.audit(deed, this, [tell](const QString &problem) {
                if (!problem.isEmpty())
                    tell(problem, false);
            });
        });
}

void HistoryDialogs::openBundle()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a support bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(QStringLiteral("ZIP (*.zip)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryDialogs::showBundle);
    dialog->open();
}

void HistoryDialogs::showBundle(const QString &path)
{
    const auto read = [path] {
        QFile file(path);
        if (file.open(QFile::ReadOnly))
            return readBundle(file);
        Bundle none;
        none.error = tr("%1 cannot be read: %2").arg(path, file.errorString());
        return none;
    };
    runOnWorker(this, read, [this, path](const Bundle &bundle) {
        if (!bundle.error.isEmpty())
            return Q_EMIT said(bundle.error);
        auto *dialog = new BundleDialog(bundle, path, m_theme, m_presentation, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void HistoryDialogs::callbacks()
{
    if (!m_callbacks) {
        m_callbacks = new CallbackWindow(
            m_profiles ? m_profiles() : QList<Profile>(), m_credentials, m_history, m_presentation, m_window);
        m_callbacks->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_callbacks, &CallbackWindow::addressesWanted, this, &HistoryDialogs::addressesWanted);
        connect(m_callbacks, &CallbackWindow::copyText, this, &HistoryDialogs::copyText);
        m_callbacks->setFormAddress(m_formAddress);
    }
    m_callbacks->show();
    m_callbacks->activateWindow();
}

void HistoryDialogs::privacy()
{
    auto *dialog =
        new PrivacyDialog(m_history, m_credentials, m_settings, m_policy, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace faceid
