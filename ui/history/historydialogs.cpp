#include "history/historydialogs.h"

#include "callback/callbackwindow.h"
#include "history/exportdialog.h"
#include "history/historyview.h"
#include "history/privacydialog.h"
#include "history/reportdialog.h"
#include "history/tokendialog.h"
#include "results/resultdialog.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace faceid {

HistoryDialogs::HistoryDialogs(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
    HistoryView &view, Presentation &presentation, QWidget *window)
    : QObject(window)
    , m_history(history)
    , m_credentials(credentials)
    , m_settings(settings)
    , m_view(view)
    , m_presentation(presentation)
    , m_window(window)
{ }

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
    auto *dialog = new ExportDialog(m_history, m_view.model(), m_view.narrowing(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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

void HistoryDialogs::callbacks()
{
    if (!m_callbacks) {
        m_callbacks = new CallbackWindow(
            m_profiles ? m_profiles() : QList<Profile>(), m_credentials, m_history, m_presentation, m_window);
        m_callbacks->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_callbacks, &CallbackWindow::addressesWanted, this, &HistoryDialogs::addressesWanted);
    }
    m_callbacks->show();
    m_callbacks->activateWindow();
}

void HistoryDialogs::privacy()
{
    auto *dialog = new PrivacyDialog(m_history, m_credentials, m_settings, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace faceid
