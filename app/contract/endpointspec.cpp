#include "contract/endpointspec.h"

#include <algorithm>

namespace faceid {

QString actorName(Actor actor)
{
    switch (actor) {
    case Actor::Operator:
        return translated(QT_TRANSLATE_NOOP("Contract", "You"));
    case Actor::EndUser:
        return translated(QT_TRANSLATE_NOOP("Contract", "The end user"));
    case Actor::Integrator:
        return translated(QT_TRANSLATE_NOOP("Contract", "Whoever set up this profile"));
    case Actor::AccountOwner:
        return translated(QT_TRANSLATE_NOOP("Contract", "The owner of the FaceID account"));
    case Actor::Service:
        return translated(QT_TRANSLATE_NOOP("Contract", "FaceID support"));
    }
    return {};
}

const FieldSpec *EndpointSpec::field(QStringView partName) const
{
    for (const FieldSpec &row : fields) {
        if (row.partNames().contains(partName))
            return &row;
    }
    return nullptr;
}

const FieldSpec &EndpointSpec::selector() const
{
    for (const FieldSpec &row : fields) {
        if (row.role == Role::Selector)
            return row;
    }
    Q_UNREACHABLE(); // a table without a selector does not pass tst_contract
}

const FieldSpec *EndpointSpec::uniqueField() const
{
    const auto row =
        std::find_if(fields.cbegin(), fields.cend(), [](const FieldSpec &field) { return field.unique; });
    return row == fields.cend() ? nullptr : &*row;
}

QStringList EndpointSpec::partNames() const
{
    QStringList names;
    for (const FieldSpec &row : fields)
        names += row.partNames();
    return names;
}

QStringList EndpointSpec::partsNamedBy(const ErrorSpec &error) const
{
    QStringList names;
    if (error.detail != ErrorDetail::Field)
        return names;
    for (const FieldSpec &row : fields) {
        if (!error.aboutPhoto || row.kind == Kind::Image)
            names += row.partNames();
    }
    return names;
}

const std::vector<const EndpointSpec *> &endpoints()
{
    static const std::vector<const EndpointSpec *> all{&getBizToken(), &getToken()};
    return all;
}

const EndpointSpec *endpointById(QStringView id)
{
    for (const EndpointSpec *spec : endpoints()) {
        if (spec->id == id)
            return spec;
    }
    return nullptr;
}

const EndpointSpec *endpointAt(QStringView path)
{
    for (const EndpointSpec *spec : endpoints()) {
        if (path.endsWith(spec->path))
            return spec;
    }
    return nullptr;
}

bool isCredential(QStringView partName)
{
    return std::any_of(endpoints().begin(), endpoints().end(), [partName](const EndpointSpec *spec) {
        const FieldSpec *row = spec->field(partName);
        return row && row->role == Role::Credential;
    });
}

} // namespace faceid
