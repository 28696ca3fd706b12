#pragma once

#include "credentials/profile.h"
#include "policy/policy.h"

#include <QList>

#include <optional>

class QSettings;

namespace faceid {

/// Why a profile cannot be saved.
struct ProfileProblem
{
    QString field; ///< a name of ProfileField, or "address/" and an endpoint's id
    QString text; ///< translated
};
using ProfileProblems = QList<ProfileProblem>;

/// Profiles in the program's settings file. Secrets are not its business and never in that file.
class ProfileStore
{
public:
    /// Uses \a settings, which must outlive the store. What \a policy fixes is so in every profile, whatever
    /// was saved, and saving leaves what was saved as it is.
    explicit ProfileStore(QSettings &settings, Policy policy = {});

    /// All saved profiles by name; the built-in sandbox is not among them.
    QList<Profile> profiles() const;
    std::optional<Profile> byName(const QString &name) const;
    std::optional<Profile> byId(const QString &id) const;
    /// All that is wrong, in the order of the fields; save() refuses with the first.
    ProfileProblems problems(const Profile &profile) const;
    /// Adds or replaces by id. Returns why it could not be saved, translated; empty when it was.
    QString save(const Profile &profile);
    void remove(const QString &id);
    /// \a wanted, or the first of "wanted (2)", "wanted (3)" ... that a new profile may have.
    QString freeName(const QString &wanted) const;
    /// A new profile, not saved, with everything of \a profile but its name and its secrets.
    Profile copyOf(const Profile &profile) const;
    /// A new profile with a fresh id and the documented addresses.
    static Profile blank();

private:
    QString nameProblem(const Profile &profile) const;

    QSettings &m_settings;
    const Policy m_policy;
};

} // namespace faceid
