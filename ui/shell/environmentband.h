#pragma once

#include "credentials/profile.h"

#include <QFrame>
#include <QList>

class QComboBox;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace faceid {

class SegmentedControl;
class Theme;

/// The band across the top in the environment's colour: which profile, which API, and the menu. Its colour is
/// what tells production from the sandbox at a glance; its words say it again.
class EnvironmentBand : public QFrame
{
    Q_OBJECT

public:
    EnvironmentBand(Theme &theme, QWidget *parent);

    /// Fills the list of profiles and chooses \a currentId, or the first.
    void setProfiles(const QList<Profile> &profiles, const QString &currentId);
    /// Chooses a profile as the operator does; false when there is none of that id.
    bool choose(const QString &id);
    Profile profile() const;
    QString endpointId() const;
    void setEndpoint(const QString &endpointId);
    /// Leaves the API there, disabled: the administrator does not allow it.
    void forbid(const QString &endpointId);
    void setMenu(QMenu *menu);
    /// A button before the menu, for what deserves to be seen at once. The caller gives it its text.
    QToolButton *addTool();

Q_SIGNALS:
    void profileChosen();
    void endpointChosen(const QString &endpointId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow();

    Theme &m_theme;
    QList<Profile> m_profiles;
    QSet<QString> m_forbidden; ///< ids of endpoints
    QComboBox *m_profileBox;
    SegmentedControl *m_endpoint;
    QToolButton *m_menuButton;
    QHBoxLayout *m_layout;
};

} // namespace faceid
