#include "contract/validation.h"

#include "contract/idnumber.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace faceid {

namespace {

QString coded(const QString &code, const QString &partName)
{
    return code + u':' + partName;
}

Problem bad(const FieldSpec &row, Reason reason, const QString &partName = {})
{
    Problem problem;
    problem.reason = reason;
    problem.field = partName.isEmpty() ? row.name : partName;
    problem.code = row.refusalNamesField ? coded(row.refusal, problem.field) : row.refusal;
    return problem;
}

Problem bad(const FieldSpec &row, Reason reason, qint64 actual, qint64 limit)
{
    Problem problem = bad(row, reason);
    problem.actual = actual;
    problem.limit = limit;
    return problem;
}

Problem missing(const EndpointSpec &spec, const FieldSpec &row, const QString &partName, Case chosen)
{
    Problem problem = bad(row, Reason::Missing, partName);
    problem.code = coded(QStringLiteral("MISSING_ARGUMENTS"), partName);
    if (row.requiredIn != AnyCase && chosen != NoCase)
        problem.text = QStringLiteral("%1=%2").arg(spec.selector().name, caseValue(chosen));
    return problem;
}

std::optional<QString> decoded(const QByteArray &utf8)
{
    // A leading byte order mark is sent like any other character, so it is looked at like any other
    // character.
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(utf8);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

qint64 codePoints(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isLowSurrogate(); });
}

std::optional<Problem> lengthProblem(const FieldSpec &row, const QByteArray &bytes, const QString &value)
{
    if (row.maxBytes > 0 && bytes.size() > row.maxBytes)
        return bad(row, Reason::TooManyBytes, bytes.size(), row.maxBytes);
    if (row.maxChars > 0 && codePoints(value) > row.maxChars)
        return bad(row, Reason::TooManyChars, codePoints(value), row.maxChars);
    return std::nullopt;
}

std::optional<Problem> integerProblem(const FieldSpec &row, const QString &value)
{
    static const QRegularExpression decimal(
        QRegularExpression::anchoredPattern(QStringLiteral("-?[0-9]{1,18}")));
    if (!decimal.match(value).hasMatch())
        return bad(row, Reason::NotANumber);
    const qint64 number = value.toLongLong();
    if (number >= *row.minimum && number <= *row.maximum)
        return std::nullopt;
    Problem problem = bad(row, Reason::OutOfRange, number, *row.maximum);
    problem.lowest = *row.minimum;
    return problem;
}

std::optional<Problem> choiceProblem(const FieldSpec &row, const QString &value)
{
    QStringList allowed;
    for (const FieldChoice &choice : row.choices)
        allowed.append(choice.value);
    if (allowed.contains(value))
        return std::nullopt;
    Problem problem = bad(row, Reason::NotAChoice);
    problem.text = allowed.join(QStringLiteral(", "));
    return problem;
}

std::optional<Problem> urlProblem(const FieldSpec &row, const QString &value)
{
    const QUrl address(value, QUrl::StrictMode);
    const QString scheme = address.scheme();
    if (address.isValid() && !address.host().isEmpty() && (scheme == u"http" || scheme == u"https"))
        return std::nullopt;
    return bad(row, Reason::NotAUrl);
}

std::optional<Problem> idNumberProblem(const FieldSpec &row, const QString &value)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9]{17}[0-9Xx]")));
    if (!shape.match(value).hasMatch())
        return bad(row, Reason::IdNumberShape, codePoints(value), 18);
    if (idNumberCheckDigitFits(value))
        return std::nullopt;
    Problem problem = bad(row, Reason::IdNumberCheckDigit);
    problem.severity = Severity::Warning;
    problem.code.clear();
    return problem;
}

/// Whether the request has photos without a face turned and looked at again.
bool turnsPhotos(const EndpointSpec &spec, const Parts &parts)
{
    const auto row = std::find_if(
        spec.fields.cbegin(), spec.fields.cend(), [](const FieldSpec &field) { return field.turnsPhotos; });
    if (row == spec.fields.cend())
        return false;
    const QString given = partText(parts, row->name);
    return (given.isEmpty() ? row->assumedValue : given) == u"1";
}

/// Of several faces an API takes the largest, unless its document has a code for them.
bool refusesSeveralFaces(const EndpointSpec &spec)
{
    return std::any_of(spec.errors.cbegin(), spec.errors.cend(),
        [](const ErrorSpec &error) { return error.code == u"MULTIPLE_FACES"; });
}

/// What the faces in a photo make of it.
std::optional<Problem> faceProblem(
    const EndpointSpec &spec, const FieldSpec &row, const Part &part, bool turning)
{
    const auto problem = [&](Reason reason, const char *code, int faces) {
        Problem found = bad(row, reason, part.name);
        found.code = coded(QString::fromLatin1(code), part.name);
        found.actual = faces;
        return found;
    };
    const FaceFacts &seen = *part.faces;
    if (!seen.decoded)
        return problem(Reason::ImageUnreadable, "IMAGE_ERROR_UNSUPPORTED_FORMAT", 0);
    const int faces = seen.upright > 0 || !turning ? seen.upright : seen.turned;
    if (faces == 0)
        return problem(seen.turned > 0 ? Reason::FaceNotUpright : Reason::NoFace, "NO_FACE_FOUND", 0);
    if (faces > 1 && refusesSeveralFaces(spec))
        return problem(Reason::SeveralFaces, "MULTIPLE_FACES", faces);
    return std::nullopt;
}

std::optional<Problem> imageProblem(const EndpointSpec &spec, const FieldSpec &row, const Part &part)
{
    const ImageFacts facts = part.image ? *part.image : inspectImage(part.value);
    if (part.value.isEmpty())
        return bad(row, Reason::ImageEmpty, part.name);
    if (!facts.accepted()) {
        Problem problem = bad(row, Reason::ImageFormat, part.name);
        problem.text = facts.formatName();
        return problem;
    }
    const int side = std::max(facts.pixels.width(), facts.pixels.height());
    if (spec.maxImageSide > 0 && side > spec.maxImageSide) {
        Problem problem = bad(row, Reason::ImageTooLarge, part.name);
        problem.code = coded(QStringLiteral("INVALID_IMAGE_SIZE"), part.name);
        problem.actual = side;
        problem.limit = spec.maxImageSide;
        return problem;
    }
    if (!facts.usable())
        return bad(row, Reason::ImageDamaged, part.name);
    return std::nullopt;
}

/// Switched on every Kind: a new kind of value does not compile until it is checked.
std::optional<Problem> valueProblem(const EndpointSpec &spec, const FieldSpec &row, const Part &part)
{
    if (row.kind == Kind::Image)
        return imageProblem(spec, row, part);
    const std::optional<QString> value = decoded(part.value);
    if (!value)
        return bad(row, Reason::NotUtf8);
    if (auto problem = lengthProblem(row, part.value, *value))
        return problem;
    switch (row.kind) {
    case Kind::Integer:
        return integerProblem(row, *value);
    case Kind::Choice:
        return choiceProblem(row, *value);
    case Kind::Url:
        return urlProblem(row, *value);
    case Kind::IdCardNumber:
        return idNumberProblem(row, *value);
    case Kind::Text:
    case Kind::PersonName:
    case Kind::Image:
        break;
    }
    return std::nullopt;
}

/// What this program believes and the service may see otherwise: the code goes into the sentence.
Problem asWarning(Problem problem)
{
    problem.severity = Severity::Warning;
    problem.text = problem.code;
    problem.code.clear();
    return problem;
}

/// The part, unless it counts as left out: empty, or a file where a text belongs (a form reader keeps files
/// apart from texts, so the service sees no such text). A photo sent as a text is looked at, and refused as
/// no picture.
const Part *givenPart(const FieldSpec &row, const Parts &parts, const QString &name)
{
    const Part *part = findPart(parts, name);
    if (!part)
        return nullptr;
    const bool given = part->isFile() ? row.kind == Kind::Image : !part->value.isEmpty();
    return given ? part : nullptr;
}

/// A required row with copies misses its first copy, or, with anyCopy, misses something only when it has
/// none.
bool isMissing(const FieldSpec &row, const Parts &parts)
{
    const QStringList names = row.partNames();
    if (row.anyCopy)
        return std::none_of(names.cbegin(), names.cend(),
            [&](const QString &name) { return givenPart(row, parts, name) != nullptr; });
    return givenPart(row, parts, names.constFirst()) == nullptr;
}

} // namespace

Problems validate(const EndpointSpec &spec, const Parts &parts, Scope scope)
{
    const Case chosen = caseOf(spec, parts);
    const bool turning = turnsPhotos(spec, parts);
    Problems problems;
    for (const FieldSpec &row : spec.fields) {
        if (row.role == Role::Credential && scope == Scope::Form)
            continue;
        const bool always = row.requiredIn == AnyCase;
        if (chosen != NoCase && !row.presentIn(chosen))
            continue;
        if ((always || row.requiredInCase(chosen)) && isMissing(row, parts))
            problems.append(missing(spec, row, row.partNames().constFirst(), chosen));
        for (const QString &name : row.partNames()) {
            const Part *part = givenPart(row, parts, name);
            if (!part)
                continue;
            auto problem = valueProblem(spec, row, *part);
            if (!problem && part->faces && row.kind == Kind::Image) {
                problem = faceProblem(spec, row, *part, turning);
                if (problem && scope == Scope::Form)
                    problem = asWarning(*problem);
            }
            if (problem)
                problems.append(*problem);
        }
    }
    return problems;
}

std::optional<Problem> bodySizeProblem(const EndpointSpec &spec, qint64 bodyBytes)
{
    if (spec.maxRequestBytes <= 0 || bodyBytes <= spec.maxRequestBytes)
        return std::nullopt;
    Problem problem;
    problem.reason = Reason::RequestTooLarge;
    problem.actual = bodyBytes;
    problem.limit = spec.maxRequestBytes;
    const auto row = std::find_if(spec.errors.cbegin(), spec.errors.cend(),
        [](const ErrorSpec &error) { return error.httpStatus == 413; });
    if (row != spec.errors.cend())
        problem.code = row->code;
    return problem;
}

const Problem *firstRefusal(const Problems &problems)
{
    const auto it = std::find_if(problems.cbegin(), problems.cend(),
        [](const Problem &problem) { return problem.severity == Severity::Refusal; });
    return it == problems.cend() ? nullptr : &*it;
}

Problems refusals(const Problems &problems)
{
    Problems result;
    std::copy_if(problems.cbegin(), problems.cend(), std::back_inserter(result),
        [](const Problem &problem) { return problem.severity == Severity::Refusal; });
    return result;
}

QString describe(const Problem &problem)
{
    switch (problem.reason) {
    case Reason::Missing:
        if (problem.text.isEmpty())
            return translated(QT_TRANSLATE_NOOP("Contract", "required"));
        return translated(QT_TRANSLATE_NOOP("Contract", "required because %1")).arg(problem.text);
    case Reason::NotUtf8:
        return translated(QT_TRANSLATE_NOOP("Contract", "not valid UTF-8"));
    case Reason::TooManyBytes:
        return translated(QT_TRANSLATE_NOOP("Contract", "%1 of at most %2 bytes"))
            .arg(problem.actual)
            .arg(problem.limit);
    case Reason::TooManyChars:
        return translated(QT_TRANSLATE_NOOP("Contract", "%1 of at most %2 characters"))
            .arg(problem.actual)
            .arg(problem.limit);
    case Reason::NotANumber:
        return translated(QT_TRANSLATE_NOOP("Contract", "not a whole number"));
    case Reason::OutOfRange:
        return translated(QT_TRANSLATE_NOOP("Contract", "must be from %1 to %2"))
            .arg(problem.lowest)
            .arg(problem.limit);
    case Reason::NotAChoice:
        return translated(QT_TRANSLATE_NOOP("Contract", "must be one of: %1")).arg(problem.text);
    case Reason::NotAUrl:
        return translated(QT_TRANSLATE_NOOP("Contract", "not an http or https address"));
    case Reason::IdNumberShape:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "must be 18 digits, the last may be X; this has %1 characters"))
            .arg(problem.actual);
    case Reason::IdNumberCheckDigit:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "the last character does not fit the others: is there a typing error?"));
    case Reason::ImageEmpty:
        return translated(QT_TRANSLATE_NOOP("Contract", "the file is empty"));
    case Reason::ImageFormat:
        if (problem.text.isEmpty())
            return translated(QT_TRANSLATE_NOOP("Contract", "not a picture in JPEG, PNG, BMP or WebP"));
        return translated(
            QT_TRANSLATE_NOOP("Contract", "a %1 file; the service reads JPEG, PNG, BMP and WebP"))
            .arg(problem.text);
    case Reason::ImageDamaged:
        return translated(QT_TRANSLATE_NOOP("Contract", "the picture is damaged or cut off"));
    case Reason::ImageTooLarge:
        return translated(QT_TRANSLATE_NOOP("Contract", "a side of %1 pixels, at most %2 allowed"))
            .arg(problem.actual)
            .arg(problem.limit);
    case Reason::ImageUnreadable:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "the picture cannot be read; the service would answer %1"))
            .arg(problem.text);
    case Reason::NoFace:
        return translated(QT_TRANSLATE_NOOP("Contract", "no face seen; the service would answer %1"))
            .arg(problem.text);
    case Reason::FaceNotUpright:
        return translated(QT_TRANSLATE_NOOP("Contract",
                              "the face is not upright; without turning the service would answer %1"))
            .arg(problem.text);
    case Reason::SeveralFaces:
        return translated(QT_TRANSLATE_NOOP("Contract", "%1 faces seen; the service would answer %2"))
            .arg(problem.actual)
            .arg(problem.text);
    case Reason::RequestTooLarge:
        return translated(QT_TRANSLATE_NOOP("Contract",
                              "the whole request has %1 bytes, at most %2 allowed: choose smaller photos"))
            .arg(problem.actual)
            .arg(problem.limit);
    }
    return {};
}

} // namespace faceid
