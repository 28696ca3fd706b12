#pragma once

#include "diagnosis/doctor.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace faceid {

class CredentialStore;
class FindingList;
class Theme;

/// Looks at everything that the program needs, each line with what to do, as a report to copy; and lists the
/// hosts that the program may contact. What does not leave this computer is looked at as soon as it is shown,
/// services only when they are asked for.
class DiagnosisDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a profiles: all, the built-in sandbox first. \a credentials and \a theme must outlive the dialog.
    DiagnosisDialog(const Doctor::Patient &patient, const QList<Profile> &profiles,
        CredentialStore &credentials, Theme &theme, QWidget *parent);

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChecks();
    QWidget *makeContacts(const QList<Profile> &profiles);
    void run();
    void add(const Symptom &symptom);
    void conclude(const Diagnosis &diagnosis);

    Doctor::Patient m_patient;
    CredentialStore &m_credentials;
    Theme &m_theme;
    QTabWidget *m_tabs;
    QComboBox *m_reach;
    QPushButton *m_run;
    QPushButton *m_copy;
    FindingList *m_lines;
    QLabel *m_verdict;
    QString m_report;
    bool m_wasShown = false;
};

} // namespace faceid
