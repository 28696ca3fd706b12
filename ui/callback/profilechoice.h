#pragma once

#include "credentials/profile.h"

#include <QComboBox>

namespace faceid {

/// Whose secret is meant. Follows the language, in which the built-in sandbox has its name.
class ProfileChoice : public QComboBox
{
    Q_OBJECT

public:
    ProfileChoice(const QList<Profile> &profiles, QWidget *parent);

    /// The chosen one; null when there is none. Good while the choice lives.
    const Profile *profile() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retitle();

    const QList<Profile> m_profiles; ///< in the order of the items
};

} // namespace faceid
