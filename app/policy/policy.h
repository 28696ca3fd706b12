#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace faceid {

struct EndpointSpec;

/// What an administrator can switch off as a whole.
enum class Feature { Batch, Callbacks, Export, Sandbox };

/// What the administrator of this computer has set; without a file nothing is. It binds both programs, as far
/// as they are what is run: it is no wall against an operator who brings programs of their own.
struct Policy
{
    QString file; ///< it was read from; empty: there is none
    QString problem; ///< why the file cannot be used, translated; then nothing may be done at all
    bool allowsSecretEntry = true;
    bool forcesMasking = false;
    bool allowsSdkOnly = false;
    QMap<QString, QUrl> addresses; ///< base addresses by EndpointSpec::id
    std::optional<int> personalDays; ///< of the history
    std::optional<int> recordDays;
    QSet<Feature> switchedOff;

    bool allows(Feature feature) const { return !switchedOff.contains(feature); }
    bool fixesRetention() const { return personalDays || recordDays; }
    /// Why \a base may not be the base address for \a spec, translated; empty when it may.
    QString addressRefusal(const EndpointSpec &spec, const QUrl &base) const;
    bool allows(const EndpointSpec &spec) const; ///< to issue its tokens
    /// Why a request to \a spec at the base address \a base may not be sent, translated; empty when it may.
    /// The built-in sandbox has an address of its own.
    QString requestProblem(const EndpointSpec &spec, const QUrl &base, bool isBuiltInSandbox) const;
};

/// One thing that a policy file can set.
struct PolicyRow
{
    const char *key; ///< "section/name" in the file
    const char *values; ///< what may stand behind it
    const char *meaning; ///< QT_TRANSLATE_NOOP("Policy", ...), see describe()
    bool (*take)(Policy &policy, const QString &value); ///< false: that is no value
};

/// All of them.
const std::vector<PolicyRow> &policyRows();
QString describe(const PolicyRow &row); ///< translated

/// Reads the file. One that cannot be read, holds a key or a value that nobody knows, or a key twice, gives a
/// Policy with a problem: a restriction that was mistyped must not be as if it were not there.
Policy readPolicy(const QString &path);

/// The policy of this computer: faceid-console/policy.ini in the first of the system's configuration folders
/// that has it, see policyPlaces().
Policy systemPolicy();
/// Where systemPolicy() looks: never in the user's own folder; /etc/xdg first, so that no environment
/// variable takes another place for it.
QStringList policyPlaces();

/// "Set by your administrator", for what stands disabled because of it, translated.
QString setByAdministrator();
/// A sentence that other tokens than the SDK's are not allowed, translated.
QString sdkOnlySentence();
/// A sentence that the feature is switched off, translated.
QString switchedOffSentence(Feature feature);

} // namespace faceid
