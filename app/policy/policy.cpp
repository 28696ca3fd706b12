#include "policy/policy.h"

#include "contract/endpointspec.h"
#include "policy/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String fileName("faceid-console/policy.ini");

std::optional<bool> truth(const QString &value)
{
    if (value == u"true" || value == u"false")
        return value == u"true";
    return std::nullopt;
}

template <bool Policy::*Member>
bool takeSwitch(Policy &policy, const QString &value)
{
    const auto is = truth(value);
    if (is)
        policy.*Member = *is;
    return is.has_value();
}

template <Feature Which>
bool takeFeature(Policy &policy, const QString &value)
{
    const auto is = truth(value);
    if (is && !*is)
        policy.switchedOff.insert(Which);
    return is.has_value();
}

template <std::optional<int> Policy::*Member>
bool takeDays(Policy &policy, const QString &value)
{
    bool isNumber = false;
    const int days = value.toInt(&isNumber);
    if (!isNumber || days < 1)
        return false;
    policy.*Member = days;
    return true;
}

template <const EndpointSpec &(*Endpoint)()>
bool takeAddress(Policy &policy, const QString &value)
{
    const QUrl address(value, QUrl::StrictMode);
    if (!addressProblem(address).isEmpty())
        return false;
    policy.addresses.insert(Endpoint().id, address);
    return true;
}

/// What is wrong with the lines of a file, translated; empty when nothing is. QSettings passes over lines
/// that are none and over what stands behind a section, and of two lines with one key it takes the last.
QString lineProblem(QIODevice &file)
{
    QByteArray section;
    QSet<QByteArray> keys;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith(';'))
            continue;
        const qsizetype equals = line.indexOf('=');
        const bool isSection = line.startsWith('[');
        if (isSection ? !line.endsWith(']') : equals < 1)
            return QCoreApplication::translate("Policy", "it is no INI file");
        if (isSection) {
            section = line.mid(1, line.size() - 2) + '/';
            continue;
        }
        const QByteArray key = section + line.first(equals).trimmed();
        if (keys.contains(key))
            return QCoreApplication::translate("Policy", "%1 is there twice").arg(QString::fromUtf8(key));
        keys.insert(key);
    }
    return {};
}

constexpr char switchValues[] = "true, false";

Policy broken(const QString &path, const QString &why)
{
    Policy policy;
    policy.file = path;
    policy.problem = QCoreApplication::translate("Policy",
        "The policy file of this computer cannot be used, so nothing is done here: %1 "
        "(%2). Ask your administrator.")
                         .arg(why, QDir::toNativeSeparators(path));
    return policy;
}

/// Empty when the value was taken.
QString take(Policy &policy, const QString &key, const QString &value)
{
    const auto row = std::find_if(policyRows().cbegin(), policyRows().cend(),
        [&key](const PolicyRow &one) { return key == QLatin1String(one.key); });
    if (row == policyRows().cend())
        return QCoreApplication::translate("Policy", "there is no '%1'").arg(key);
    if (!row->take(policy, value))
        return QCoreApplication::translate("Policy", "%1 takes %2").arg(key, QString::fromUtf8(row->values));
    return {};
}

} // namespace

const std::vector<PolicyRow> &policyRows()
{
    static const std::vector<PolicyRow> rows{
        {"secrets/entry", switchValues,
            QT_TRANSLATE_NOOP("Policy",
                "false: no api_secret can be typed or brought by the environment; what the keychain has "
                "and ready signs still serve."),
            takeSwitch<&Policy::allowsSecretEntry>},
        {"privacy/masking", switchValues,
            QT_TRANSLATE_NOOP("Policy",
                "true: tokens and personal data stand as dots in the window at all times, and are never "
                "exported from the history in full. What is issued or copied is the real thing: a fresh token is "
                "handed over. Notes and tags are seen while they are edited."),
            takeSwitch<&Policy::forcesMasking>},
        {"tokens/sdkOnly", switchValues, QT_TRANSLATE_NOOP("Policy", "true: only SDK tokens are issued."),
            takeSwitch<&Policy::allowsSdkOnly>},
        {"addresses/get_biz_token", "https://HOST",
            QT_TRANSLATE_NOOP("Policy", "The address for SDK tokens, in every profile."),
            takeAddress<getBizToken>},
        {"addresses/get_token", "https://HOST",
            QT_TRANSLATE_NOOP("Policy", "The address for PC tokens, in every profile."),
            takeAddress<getToken>},
        {"history/personalDays", "1, 2, 3, …",
            QT_TRANSLATE_NOOP("Policy", "How many days personal data is kept."),
            takeDays<&Policy::personalDays>},
        {"history/recordDays", "1, 2, 3, …",
            QT_TRANSLATE_NOOP("Policy", "How many days whole rows are kept."), takeDays<&Policy::recordDays>},
        {"features/batch", switchValues, QT_TRANSLATE_NOOP("Policy", "false: no tokens for whole sheets."),
            takeFeature<Feature::Batch>},
        {"features/callbacks", switchValues,
            QT_TRANSLATE_NOOP("Policy", "false: callbacks are neither received nor made."),
            takeFeature<Feature::Callbacks>},
        {"features/export", switchValues,
            QT_TRANSLATE_NOOP(
                "Policy", "false: no row of the history leaves as a file: no export, HAR or report."),
            takeFeature<Feature::Export>},
        {"features/sandbox", switchValues,
            QT_TRANSLATE_NOOP("Policy", "false: the built-in sandbox is not started."),
            takeFeature<Feature::Sandbox>},
    };
    return rows;
}

QString describe(const PolicyRow &row)
{
    return QCoreApplication::translate("Policy", row.meaning);
}

Policy readPolicy(const QString &path)
{
    QFile file(path); // QSettings takes a file that it may not read for an empty one
    if (!file.open(QIODevice::ReadOnly))
        return broken(path, file.errorString());
    if (const QString problem = lineProblem(file); !problem.isEmpty())
        return broken(path, problem);
    file.close();
    const QSettings settings(path, QSettings::IniFormat);
    if (settings.status() != QSettings::NoError)
        return broken(path, QCoreApplication::translate("Policy", "it is no INI file"));
    Policy policy;
    policy.file = path;
    for (const QString &key : settings.allKeys()) {
        if (const QString why = take(policy, key, settings.value(key).toString().trimmed()); !why.isEmpty())
            return broken(path, why);
    }
    if (policy.personalDays && policy.recordDays && *policy.personalDays > *policy.recordDays)
        return broken(
            path, QCoreApplication::translate("Policy", "personal data would be kept longer than its row"));
    return policy;
}

QStringList policyPlaces()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    folders.removeAll(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
#ifdef Q_OS_UNIX
    folders.prepend(QStringLiteral("/etc/xdg"));
#endif
    folders.removeDuplicates();
    QStringList places;
    for (const QString &folder : std::as_const(folders))
        places.append(folder + u'/' + fileName);
    return places;
}

Policy systemPolicy()
{
    for (const QString &path : policyPlaces()) {
        // A folder that may not be looked into may hold one, and so may a drive that a link leads to and that
        // is gone: exists() would say no.
        const QFileInfo file(path);
        const QFileInfo folder(file.absolutePath());
        if (file.exists() || file.isSymLink() || (folder.isDir() && !folder.isExecutable()))
            return readPolicy(path);
    }
    return {};
}

QString Policy::addressRefusal(const EndpointSpec &spec, const QUrl &base) const
{
    const auto fixed = addresses.constFind(spec.id);
    if (fixed == addresses.cend() || *fixed == base)
        return {};
    return QCoreApplication::translate("Policy", "Your administrator allows no other address than %1 here.")
        .arg(fixed->toString());
}

bool Policy::allows(const EndpointSpec &spec) const
{
    return !allowsSdkOnly || spec.auth == Auth::Signature;
}

QString Policy::requestProblem(const EndpointSpec &spec, const QUrl &base, bool isBuiltInSandbox) const
{
    if (!problem.isEmpty())
        return problem;
    if (!allows(spec))
        return sdkOnlySentence();
    return isBuiltInSandbox && allows(Feature::Sandbox) ? QString() : addressRefusal(spec, base);
}

QString setByAdministrator()
{
    return QCoreApplication::translate("Policy", "Set by your administrator");
}

QString sdkOnlySentence()
{
    return QCoreApplication::translate("Policy", "Your administrator allows SDK tokens only.");
}

QString switchedOffSentence(Feature feature)
{
    switch (feature) {
    case Feature::Batch:
        return QCoreApplication::translate("Policy", "Your administrator has switched batches off.");
    case Feature::Callbacks:
        return QCoreApplication::translate("Policy", "Your administrator has switched callbacks off.");
    case Feature::Export:
        return QCoreApplication::translate("Policy", "Your administrator has switched exports off.");
    case Feature::Sandbox:
        return QCoreApplication::translate("Policy", "Your administrator has switched the sandbox off.");
    }
    return {};
}

} // namespace faceid
