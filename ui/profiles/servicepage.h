#pragma once

#include "credentials/profilestore.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace faceid {

class FieldNote;
class Theme;

/// What a profile is called and where it sends to.
class ServicePage : public QWidget
{
    Q_OBJECT

public:
    ServicePage(Theme &theme, QWidget *parent);

    void setProfile(const Profile &profile);
    /// The administrator has set these base addresses, by EndpointSpec::id: they stand there, disabled.
    void fixAddresses(const QMap<QString, QUrl> &addresses);
    void collect(Profile &profile) const;
    /// Puts each problem below its field. Returns the first field here that has one, or null.
    QWidget *showProblems(const ProfileProblems &problems);
    void focusName();

Q_SIGNALS:
    void edited();

private:
    void drawEnvironments();

    Theme &m_theme;
    QComboBox *m_environment;
    QMap<QString, QLineEdit *> m_lines; ///< by the field of a ProfileProblem
    QMap<QString, FieldNote *> m_notes; ///< the same
};

} // namespace faceid
