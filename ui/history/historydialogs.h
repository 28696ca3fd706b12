#pragma once

#include <QObject>

class QSettings;
class QWidget;

namespace faceid {

class CredentialStore;
class HistoryStore;
class HistoryView;
class Presentation;

/// What is done with the history as a whole, each in a dialog of its own.
class HistoryDialogs : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this; \a window is what the dialogs stand above.
    HistoryDialogs(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
        HistoryView &view, Presentation &presentation, QWidget *window);

    /// Reads a token or request_id, to begin with the one on the clipboard.
    void readToken();
    /// Saves rows as CSV or JSON.
    void exportRows();
    /// Shows the shift report.
    void report();
    /// Retention, erasing one person, and the audit trail.
    void privacy();

private:
    HistoryStore &m_history;
    CredentialStore &m_credentials;
    QSettings &m_settings;
    HistoryView &m_view;
    Presentation &m_presentation;
    QWidget *m_window;
};

} // namespace faceid
