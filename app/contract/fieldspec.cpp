#include "contract/fieldspec.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

FieldSpec field(const char *name, Kind kind)
{
    FieldSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.names = {spec.name};
    spec.kind = kind;
    spec.refusal = QStringLiteral("BAD_ARGUMENTS");
    return spec;
}

} // namespace

Case caseFromValue(QStringView value)
{
    for (const Case c : {LivenessOnly, Uploaded, Source}) {
        if (value == caseValue(c))
            return c;
    }
    return NoCase;
}

QString caseValue(Case c)
{
    switch (c) {
    case LivenessOnly:
        return QStringLiteral("-1");
    case Uploaded:
        return QStringLiteral("0");
    case Source:
        return QStringLiteral("1");
    case NoCase:
    case AnyCase:
        break;
    }
    return {};
}

bool FieldSpec::isPersonal() const
{
    switch (kind) {
    case Kind::PersonName:
    case Kind::IdCardNumber:
    case Kind::Image:
        return true;
    case Kind::Text:
    case Kind::Integer:
    case Kind::Choice:
    case Kind::Url:
        break;
    }
    return false;
}

bool FieldSpec::offers(const QString &value) const
{
    switch (kind) {
    case Kind::Choice:
        return std::any_of(choices.cbegin(), choices.cend(),
            [&value](const FieldChoice &choice) { return choice.value == value; });
    case Kind::Integer: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        return isNumber && number >= *minimum && number <= *maximum;
    }
    case Kind::Text:
    case Kind::Url:
    case Kind::PersonName:
    case Kind::IdCardNumber:
    case Kind::Image:
        break;
    }
    return true;
}

FieldSpec &FieldSpec::in(Section s)
{
    section = s;
    return *this;
}

FieldSpec &FieldSpec::bytes(int limit)
{
    maxBytes = limit;
    return *this;
}

FieldSpec &FieldSpec::chars(int limit)
{
    maxChars = limit;
    return *this;
}

FieldSpec &FieldSpec::required(unsigned cases)
{
    requiredIn |= cases;
    return *this;
}

FieldSpec &FieldSpec::optional(unsigned cases)
{
    optionalIn |= cases;
    return *this;
}

FieldSpec &FieldSpec::atLeastOne()
{
    anyCopy = true;
    return *this;
}

FieldSpec &FieldSpec::turnsThePhotos()
{
    turnsPhotos = true;
    return *this;
}

FieldSpec &FieldSpec::proposed()
{
    generated = true;
    return *this;
}

FieldSpec &FieldSpec::mustBeUnique()
{
    unique = true;
    return *this;
}

FieldSpec &FieldSpec::assumed(const char *value)
{
    assumedValue = QString::fromLatin1(value);
    return *this;
}

FieldSpec &FieldSpec::refusedAs(const char *code)
{
    refusal = QString::fromLatin1(code);
    refusalNamesField = false;
    return *this;
}

FieldSpec &FieldSpec::as(Role r)
{
    role = r;
    return *this;
}

FieldSpec &FieldSpec::choice(const char *value, const char *choiceLabel)
{
    choices.push_back({QString::fromLatin1(value), choiceLabel});
    return *this;
}

FieldSpec &FieldSpec::texts(const char *fieldLabel, const char *fieldHelp)
{
    label = fieldLabel;
    help = fieldHelp;
    return *this;
}

namespace row {

FieldSpec text(const char *name)
{
    return field(name, Kind::Text);
}

FieldSpec integer(const char *name, int low, int high)
{
    FieldSpec spec = field(name, Kind::Integer);
    spec.minimum = low;
    spec.maximum = high;
    return spec;
}

FieldSpec choice(const char *name)
{
    return field(name, Kind::Choice);
}

FieldSpec url(const char *name)
{
    return field(name, Kind::Url);
}

FieldSpec personName(const char *name)
{
    return field(name, Kind::PersonName);
}

FieldSpec idCardNumber(const char *name)
{
    return field(name, Kind::IdCardNumber);
}

FieldSpec images(const char *stem, int copies)
{
    FieldSpec spec = field(stem, Kind::Image);
    spec.names.clear();
    for (int i = 1; i <= copies; ++i)
        spec.names.append(spec.name + QString::number(i));
    spec.section = Section::Photos;
    spec.refusal = QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT");
    return spec;
}

} // namespace row

QString translated(const char *tableText)
{
    return tableText ? QCoreApplication::translate("Contract", tableText) : QString();
}

} // namespace faceid
