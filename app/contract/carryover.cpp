#include "contract/carryover.h"

#include <QCoreApplication>

namespace faceid {

namespace {

/// The value that \a row had by not being said, where the other endpoint would assume another.
QString silentValue(const FieldSpec &row, const FieldSpec *other, Case chosen)
{
    const bool differs = other && !row.assumedValue.isEmpty() && row.assumedValue != other->assumedValue;
    return differs && row.presentIn(chosen) && other->offers(row.assumedValue) ? row.assumedValue : QString();
}

} // namespace

CarryOver carriedOver(const EndpointSpec &from, const EndpointSpec &to, const Parts &parts)
{
    CarryOver result;
    Parts carried;
    const auto note = [&result](CarryNote::Kind kind, const QString &name, const QString &value = {}) {
        result.notes.append({kind, name, value});
    };
    for (const FieldSpec &row : from.fields) {
        if (row.role == Role::Credential || row.role == Role::Constant)
            continue;
        for (const QString &name : row.partNames()) {
            const Part *part = findPart(parts, name);
            const FieldSpec *other = to.field(name);
            const QString text = part ? partText(parts, name) : silentValue(row, other, caseOf(from, parts));
            if (!part && text.isEmpty())
                continue;
            if (!part)
                note(CarryNote::Kind::SaidOutright, name, text);
            else if (!other)
                note(CarryNote::Kind::NoField, name);
            else if (!part->isFile() && !other->offers(text))
                note(CarryNote::Kind::NoValue, name, text);
            if (other && (!part || part->isFile() || other->offers(text)))
                carried.append(part ? *part : textPart(name, text));
        }
    }
    QStringList dropped;
    result.parts = assembled(to, carried, &dropped);
    for (const QString &name : std::as_const(dropped)) {
        result.notes.removeIf([&name](const CarryNote &earlier) { return earlier.name == name; });
        note(CarryNote::Kind::OtherCase, name);
    }
    result.wanted = refusals(validate(to, result.parts));
    return result;
}

QString describe(const CarryNote &note, const EndpointSpec &to)
{
    switch (note.kind) {
    case CarryNote::Kind::SaidOutright:
        return QCoreApplication::translate("Carry", "Now said outright: %1. Left out, %2 would assume %3.")
            .arg(note.value, to.id, to.field(note.name)->assumedValue);
    case CarryNote::Kind::NoField:
        return QCoreApplication::translate("Carry", "%1 has no such field.").arg(to.id);
    case CarryNote::Kind::NoValue:
        return QCoreApplication::translate("Carry", "%1 has no value “%2”.").arg(to.id, note.value);
    case CarryNote::Kind::OtherCase:
        return QCoreApplication::translate("Carry", "%1 has it with another comparison_type only.")
            .arg(to.id);
    }
    return {};
}

} // namespace faceid
