#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

class QSettings;

namespace faceid {

struct EndpointSpec;

/// Named values for a form, in the settings. Holds what can be used for anybody: no personal field, no photo,
/// and no value that must be unique. One is built in where the contract wants addresses, so that the sandbox
/// can be used at once.
class PresetStore
{
public:
    explicit PresetStore(QSettings &settings);

    /// The operator's own, sorted, behind the one built in.
    QStringList names(const EndpointSpec &spec) const;
    /// Of this name until the operator keeps another preset under it.
    static QString builtInName() { return QStringLiteral("example.com"); }
    bool isBuiltIn(const EndpointSpec &spec, const QString &name) const;
    QMap<QString, QString> values(const EndpointSpec &spec, const QString &name) const;
    /// Adds or replaces; keeps of \a texts what may be kept.
    void save(const EndpointSpec &spec, const QString &name, const QMap<QString, QString> &texts);
    void remove(const EndpointSpec &spec, const QString &name);

    /// Name of the preset that a profile starts with; empty for none. The sandbox starts with the one built
    /// in until another choice, or none, is made.
    QString defaultOf(const QString &profileId, const EndpointSpec &spec) const;
    void setDefault(const QString &profileId, const EndpointSpec &spec, const QString &name);

private:
    QSettings &m_settings;
};

} // namespace faceid
