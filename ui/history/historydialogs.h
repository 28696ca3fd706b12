#pragma once

#include "credentials/profile.h"
#include "history/historyrow.h"
#include "policy/policy.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QSettings;
class QWidget;

namespace faceid {

class BundleDialog;
class CallbackWindow;
class CredentialStore;
class HistoryStore;
class HistoryView;
class Presentation;
class Theme;
struct AuditNote;
struct Bundle;

/// What is done with the history as a whole, each in a dialog of its own.
class HistoryDialogs : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this; \a window is what the dialogs stand above.
    HistoryDialogs(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
        const Policy &policy, HistoryView &view, const Theme &theme, Presentation &presentation,
        QWidget *window);

    /// Reads a token or request_id, to begin with the one on the clipboard.
    void readToken();
    /// Saves the rows that the list shows as CSV, JSON or HAR.
    void exportRows();
    /// Shows the shift report.
    void report();
    /// Saves what a row sent and got as an HTTP archive, after asking where.
    void saveArchive(const HistoryRow &row);
    /// Looks up what became of a row's token.
    void lookUp(const HistoryRow &row);
    /// Shows two rows side by side.
    void compare(const QUuid &first, const QUuid &second);
    /// Shows what support would get to see of these rows, to be saved.
    void bundle(const QList<QUuid> &ids);
    /// Shows a bundle that somebody saved, once it is read; openBundle() asks which.
    void openBundle();
    void showBundle(const QString &path);
    /// Receives callbacks, checks them and ties them to their rows; sends them; checks a notify_url.
    void callbacks();
    /// Who rows may have been sent as.
    void setProfiles(std::function<QList<Profile>()> profiles) { m_profiles = std::move(profiles); }
    /// The notify_url that the form has; empty when it has none.
    void setFormAddress(std::function<QString()> formAddress) { m_formAddress = std::move(formAddress); }
    /// Retention, erasing one person, and the audit trail.
    void privacy();

Q_SIGNALS:
    void said(const QString &message);
    /// The form is to name the listener of callbacks.
    void addressesWanted(const QString &notifyUrl, const QString &returnUrl);
    void copyText(const QString &text);

private:
    void saveBundle(BundleDialog *dialog, const AuditNote &deed, const QString &path, const Bundle &bundle);
    void writeArchive(const HistoryRow &row, const QString &path);

    HistoryStore &m_history;
    CredentialStore &m_credentials;
    QSettings &m_settings;
    const Policy m_policy;
    HistoryView &m_view;
    const Theme &m_theme;
    Presentation &m_presentation;
    QWidget *m_window;
    std::function<QList<Profile>()> m_profiles;
    std::function<QString()> m_formAddress;
    QPointer<CallbackWindow> m_callbacks;
};

} // namespace faceid
