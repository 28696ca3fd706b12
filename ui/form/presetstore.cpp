#include "form/presetstore.h"

#include "contract/endpointspec.h"

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

} // namespace

PresetStore::PresetStore(QSettings &settings)
    : m_settings(settings)
{ }

QStringList PresetStore::names(const EndpointSpec &spec) const
{
    QStringList result = load(m_settings, spec).keys();
    result.sort(Qt::CaseInsensitive);
    return result;
}

QMap<QString, QString> PresetStore::values(const EndpointSpec &spec, const QString &name) const
{
    QMap<QString, QString> result;
    const QJsonObject preset = load(m_settings, spec).value(name).toObject();
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
    const QString name = m_settings.value(defaultKey(profileId, spec)).toString();
    return names(spec).contains(name) ? name : QString();
}

void PresetStore::setDefault(const QString &profileId, const EndpointSpec &spec, const QString &name)
{
    if (name.isEmpty())
        m_settings.remove(defaultKey(profileId, spec));
    else
        m_settings.setValue(defaultKey(profileId, spec), name);
}

} // namespace faceid
