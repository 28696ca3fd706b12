#pragma once

#include "credentials/profile.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace faceid {

class Theme;

/// The saved profiles by name, each with its environment's colour, and the buttons that work on them. Only
/// asks: what comes of it is the dialog's business.
class ProfileList : public QWidget
{
    Q_OBJECT

public:
    ProfileList(Theme &theme, QWidget *parent);

    /// Shows \a profiles; the one of \a chosenId is marked, or none.
    void setProfiles(const QList<Profile> &profiles, const QString &chosenId);
    /// Whether there is a saved profile for the buttons to work on.
    void setHasChosen(bool has);

Q_SIGNALS:
    void chosen(const QString &id);
    void addWanted();
    void duplicateWanted();
    void removeWanted();
    void importWanted();
    void exportWanted(bool all);

private:
    void layOut();
    void fill();

    Theme &m_theme;
    QList<Profile> m_profiles;
    QString m_chosenId;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_export;
};

} // namespace faceid
