#include "form/presetstore.h"

#include "contract/endpointspec.h"
#include "credentials/profile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace faceid {

namespace {

// One JSON object for each endpoint, name to values: a name may hold any character, which a settings key may
// not.
QString presetsKey(const EndpointSpec &spec)
{
    return QStringLiteral("presets/") + spec.id;
}

QString defaultKey(const QString &profileId, const EndpointSpec &spec)
{
    return QStringLiteral("presetDefaults/%1/%2").arg(profileId, spec.id);
}

QJsonObject load(const QSettings &settings, const EndpointSpec &spec)
{
    return QJsonDocument::fromJson(settings.value(presetsKey(spec)).toString().toUtf8()).object();
}

void store(QSettings &settings, const EndpointSpec &spec, const QJsonObject &presets)
{
    settings.setValue(
        presetsKey(spec), QString::fromUtf8(QJsonDocument(presets).toJson(QJsonDocument::Compact)));
}

/// Every address that a request cannot do without, at a host that is reserved for examples (RFC 2606).
QJsonObject exampleAddresses(const EndpointSpec &spec)
{
    QJsonObject addresses;
    for (const FieldSpec &row : spec.fields) {
        if (row.kind == Kind::Url && row.role == Role::Parameter && row.requiredIn != NoCase)
            addresses.insert(row.name, QStringLiteral("https://example.com/") + row.name);
    }
    return addresses;
}

} // namespace

PresetStore::PresetStore(QSettings &settings)
    : m_settings(settings)
{ }

QStringList PresetStore::names(const EndpointSpec &spec) const
{
    QStringList result = load(m_settings, spec).keys();
    result.sort(Qt::CaseInsensitive);
    if (isBuiltIn(spec, builtInName()))
        result.prepend(builtInName());
    return result;
}

bool PresetStore::isBuiltIn(const EndpointSpec &spec, const QString &name) const
{
    return name == builtInName() && !load(m_settings, spec).contains(name)
        && !exampleAddresses(spec).isEmpty();
}

QMap<QString, QString> PresetStore::values(const EndpointSpec &spec, const QString &name) const
{
    QMap<QString, QString> result;
    const QJsonObject preset =
        isBuiltIn(spec, name) ? exampleAddresses(spec) : load(m_settings, spec).value(name).toObject();
    for (auto it = preset.constBegin(); it != preset.constEnd(); ++it)
        result.insert(it.key(), it.value().toString());
    return result;
}

void PresetStore::save(const EndpointSpec &spec, const QString &name, const QMap<QString, QString> &texts)
{
    QJsonObject preset;
    for (const FieldSpec &row : spec.fields) {
        const bool forAnybody = !row.isPersonal() && !row.generated
            && (row.role == Role::Parameter || row.role == Role::Selector);
        if (forAnybody && texts.contains(row.name))
            preset.insert(row.name, texts.value(row.name));
    }
    QJsonObject presets = load(m_settings, spec);
    presets.insert(name, preset);
    store(m_settings, spec, presets);
}

void PresetStore::remove(const EndpointSpec &spec, const QString &name)
{
    QJsonObject presets = load(m_settings, spec);
    presets.remove(name);
    store(m_settings, spec, presets);
}

QString PresetStore::defaultOf(const QString &profileId, const EndpointSpec &spec) const
{
    const QString unchosen = profileId == Profile::sandboxId() ? builtInName() : QString();
    const QString name = m_settings.value(defaultKey(profileId, spec), unchosen).toString();
    return names(spec).contains(name) ? name : QString();
}

void PresetStore::setDefault(const QString &profileId, const EndpointSpec &spec, const QString &name)
{
    m_settings.setValue(defaultKey(profileId, spec), name); // an empty one is a choice too
}

} // namespace faceid
