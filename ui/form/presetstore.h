#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

class QSettings;

namespace faceid {

struct EndpointSpec;

/// Named values for a form, in the settings. Holds what can be used for anybody: no personal field, no photo,
/// and no value that must be unique.
class PresetStore
{
public:
    explicit PresetStore(QSettings &settings);

    /// Names of the endpoint's presets, sorted.
    QStringList names(const EndpointSpec &spec) const;
    QMap<QString, QString> values(const EndpointSpec &spec, const QString &name) const;
    /// Adds or replaces; keeps of \a texts what may be kept.
    void save(const EndpointSpec &spec, const QString &name, const QMap<QString, QString> &texts);
    void remove(const EndpointSpec &spec, const QString &name);

    /// Name of the preset that a profile starts with; empty for none.
    QString defaultOf(const QString &profileId, const EndpointSpec &spec) const;
    void setDefault(const QString &profileId, const EndpointSpec &spec, const QString &name);

private:
    QSettings &m_settings;
};

} // namespace faceid
