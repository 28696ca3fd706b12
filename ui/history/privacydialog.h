#pragma once

#include "credentials/personkeyring.h"
#include "history/purgewish.h"
#include "policy/policy.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;
class QVBoxLayout;

namespace faceid {

class HistoryStore;
class Presentation;

/// How long personal data is kept, erasing one person at once, and the audit trail of all that.
class PrivacyDialog : public QDialog
{
    Q_OBJECT

public:
    /// All of them but \a policy must outlive the dialog.
    PrivacyDialog(HistoryStore &history, CredentialStore &credentials, QSettings &settings,
        const Policy &policy, Presentation &presentation, QWidget *parent);

    /// Erases what is personal in the rows of \a person, a name, an ID number or a uuid; asked by whoever
    /// calls.
    void erase(const QString &person);
    /// Writes the whole audit trail as CSV; a file dialog calls it with the name it was given.
    void saveTrail(const QString &path);

private:
    void addRetention(QVBoxLayout *layout);
    void addPerson(QVBoxLayout *layout);
    void addTrail(QVBoxLayout *layout);
    QLabel *addHeading(QVBoxLayout *layout, const QString &text);

    void keepPolicy();
    void confirm();
    void purge(const PurgeWish &wish);
    void showResult(const PurgeWish &wish, const PurgeResult &result);
    void verify();
    void askWhere();

    HistoryStore &m_history;
    QSettings &m_settings;
    const Policy m_policy;
    Presentation &m_presentation;
    PersonKeyring m_persons;
    QString m_noKey; ///< why persons cannot be told apart, of the last erasure; empty when they can
    QSpinBox *m_personalDays;
    QSpinBox *m_recordDays;
    QPushButton *m_keep;
    QLineEdit *m_person;
    QPushButton *m_erase;
    QLabel *m_trail;
    QLabel *m_message;
};

} // namespace faceid
