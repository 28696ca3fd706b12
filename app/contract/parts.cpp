#include "contract/parts.h"

#include "contract/masking.h"
#include "contract/sha256.h"

#include <QUrl>

#include <algorithm>

namespace faceid {

namespace {

/// The mask of a personal text; nothing for values that are not personal, and for photos, which are no text.
std::optional<QString> maskedText(const FieldSpec &row, const QString &value)
{
    switch (row.kind) {
    case Kind::PersonName:
        return maskedName(value);
    case Kind::IdCardNumber:
        return maskedIdNumber(value);
    case Kind::Text:
    case Kind::Integer:
    case Kind::Choice:
    case Kind::Url:
    case Kind::Image:
        break;
    }
    return std::nullopt;
}

QByteArray fileSummary(const Part &part)
{
    const ImageFacts facts = part.image ? *part.image : inspectImage(part.value);
    const QString name = facts.formatName().isEmpty() ? QStringLiteral("?") : facts.formatName();
    return QStringLiteral("%1 %2x%3, %4 B, sha256 %5")
        .arg(name)
        .arg(facts.pixels.width())
        .arg(facts.pixels.height())
        .arg(part.value.size())
        .arg(QLatin1String(sha256Hex(part.value)))
        .toUtf8();
}

} // namespace

Part textPart(const QString &name, const QString &value)
{
    return {name, value.toUtf8(), {}, {}};
}

Part imagePart(const QString &name, const QByteArray &bytes, const ImageFacts &facts)
{
    QString suffix = facts.formatName().toLower();
    if (suffix.isEmpty())
        suffix = QStringLiteral("bin");
    else if (facts.format == ImageFacts::Format::Jpeg)
        suffix = QStringLiteral("jpg");
    return {name, bytes, name + u'.' + suffix, facts};
}

const Part *findPart(const Parts &parts, QStringView name)
{
    const auto it =
        std::find_if(parts.cbegin(), parts.cend(), [name](const Part &p) { return p.name == name; });
    return it == parts.cend() ? nullptr : &*it;
}

QString partText(const Parts &parts, QStringView name)
{
    const Part *part = findPart(parts, name);
    return part && !part->isFile() ? QString::fromUtf8(part->value) : QString();
}

Case caseOf(const EndpointSpec &spec, const Parts &parts)
{
    const FieldSpec &selector = spec.selector();
    const QString value = partText(parts, selector.name);
    const bool offered = std::any_of(selector.choices.cbegin(), selector.choices.cend(),
        [&value](const FieldChoice &choice) { return choice.value == value; });
    return offered ? caseFromValue(value) : NoCase;
}

QString uniqueText(const EndpointSpec &spec, const Parts &parts)
{
    const FieldSpec *row = spec.uniqueField();
    return row ? partText(parts, row->name) : QString();
}

Parts assembled(const EndpointSpec &spec, const Parts &parts, QStringList *dropped)
{
    const Case chosen = caseOf(spec, parts);
    Parts result;
    QStringList used;
    for (const FieldSpec &row : spec.fields) {
        if (row.role == Role::Credential || (chosen != NoCase && !row.presentIn(chosen)))
            continue;
        for (const QString &name : row.partNames()) {
            const Part *part = findPart(parts, name);
            used.append(name);
            if (part && (!part->value.isEmpty() || part->isFile()))
                result.append(*part);
            else if (row.role == Role::Constant)
                result.append(textPart(name, row.assumedValue));
        }
    }
    if (dropped) {
        for (const Part &part : parts) {
            if (!used.contains(part.name) && !part.value.isEmpty())
                dropped->append(part.name);
        }
    }
    return result;
}

QStringList spellings(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            escaped += c;
        else
            escaped += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return {text, QString::fromLatin1(QUrl::toPercentEncoding(text)), escaped};
}

QString redactedText(const EndpointSpec &spec, const Parts &parts, const QString &text)
{
    QString result = text;
    for (const Part &part : parts) {
        const FieldSpec *row = spec.field(part.name);
        if (!row || part.isFile())
            continue;
        const QString value = QString::fromUtf8(part.value).trimmed();
        const std::optional<QString> masked = maskedText(*row, value);
        if (!masked || value.size() < 2) // a single letter would take whole words apart and reveals nothing
            continue;
        for (const QString &spelling : spellings(value))
            result.replace(spelling, *masked, Qt::CaseInsensitive);
    }
    return result;
}

bool holdsMask(const EndpointSpec &spec, const Parts &parts, const Part &part)
{
    return std::any_of(parts.cbegin(), parts.cend(), [&](const Part &other) {
        const FieldSpec *row = spec.field(other.name);
        return row && row->isPersonal() && !other.isFile() && isMasked(QString::fromUtf8(other.value))
            && part.value.contains(other.value);
    });
}

Parts redacted(const EndpointSpec &spec, const Parts &parts)
{
    Parts result;
    for (const Part &part : parts) {
        const FieldSpec *row = spec.field(part.name);
        if (row && row->role == Role::Credential)
            continue;
        Part copy = part;
        copy.fileName = redactedText(spec, parts, part.fileName);
        if (part.isFile() || (row && row->kind == Kind::Image)) { // which is no text, and large
            copy.value = fileSummary(part);
            result.append(copy);
            continue;
        }
        const QString text = QString::fromUtf8(part.value);
        if (const auto masked = row ? maskedText(*row, text) : std::nullopt)
            copy.value = masked->toUtf8();
        else
            copy.value = redactedText(spec, parts, text).toUtf8();
        result.append(copy);
    }
    return result;
}

} // namespace faceid
