#pragma once

#include "client/resultjob.h"
#include "client/resultnote.h"
#include "history/historyrow.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class CredentialStore;
class HistoryStore;
class Presentation;
class ResultView;

/// Looks up the result of a row's token, shows it, and keeps it with the row. Opened, it shows what was kept
/// the last time; nothing is asked before the operator says so.
class ResultDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a profile is who the row was sent as. All references must outlive the dialog.
    ResultDialog(const HistoryRow &row, const Profile &profile, CredentialStore &credentials,
        HistoryStore &history, Presentation &presentation, QWidget *parent);

    /// Whether such a row has a result that can be asked for.
    static bool isPossible(const HistoryRow &row);

private:
    void arrange();
    void readKept();
    void showNote(const ResultNote &note);
    void lookUp();
    void handle(const ResultLookup &lookup);
    void showReport();
    void makeRoom();
    void say(const QString &text, const QString &state);
    int level() const;

    const HistoryRow m_row;
    const Profile m_profile;
    const EndpointSpec &m_endpoint;
    CredentialStore &m_credentials;
    HistoryStore &m_history;
    Presentation &m_presentation;
    QLabel *m_about;
    QLineEdit *m_bizId;
    QComboBox *m_level;
    QLabel *m_state;
    ResultView *m_view;
    QLabel *m_window;
    QPushButton *m_lookUp;
    std::optional<LivenessReport> m_report;
    QPointer<ResultJob> m_job;
};

} // namespace faceid
