#include "export/fillfinding.h"

#include "client/tokenclient.h"

#include <QCoreApplication>

namespace faceid {

namespace {

/// What is to be said of the thing named; %1 stands for the detail.
QString sentence(FillFinding::Kind kind)
{
    using Kind = FillFinding::Kind;
    switch (kind) {
    case Kind::UnknownField:
        return QCoreApplication::translate(
            "Finding", "No field of this API has that name; the service ignores it.");
    case Kind::OtherCase:
        return QCoreApplication::translate("Finding", "This comparison_type does not have it.");
    case Kind::Credential:
        return QCoreApplication::translate(
            "Finding", "A credential, left out on purpose. The profile has its own.");
    case Kind::Constant:
        return QCoreApplication::translate("Finding", "Always the same here, never “%1”.");
    case Kind::NotOffered:
        return QCoreApplication::translate("Finding", "The API has no value “%1”.");
    case Kind::Repeated:
        return QCoreApplication::translate("Finding", "Given more than once; the first one counts.");
    case Kind::File:
        return QCoreApplication::translate("Finding", "Choose the photo again: %1");
    case Kind::FileText:
        return QCoreApplication::translate(
            "Finding", "curl would take the value from the file %1, which is not read here.");
    case Kind::PhotoAsText:
        return QCoreApplication::translate(
            "Finding", "Text, where the service takes a file. Choose the photo.");
    case Kind::Unknown:
        return QCoreApplication::translate("Finding", "Only a shell knows %1. Fill it in by hand.");
    case Kind::PartNote:
        return QCoreApplication::translate("Finding", "What stands behind the value is not sent: %1");
    case Kind::Body:
        return QCoreApplication::translate(
            "Finding", "The service does not read a body of type %1. Its values are taken all the same.");
    case Kind::Method:
        return QCoreApplication::translate("Finding", "curl would send %1; the service takes POST.");
    case Kind::Address:
        return QCoreApplication::translate(
            "Finding", "%1 is the address of neither API. The fields told which one is meant.");
    case Kind::ProfileOption:
        return QCoreApplication::translate("Finding", "The profile decides that.");
    case Kind::Option:
        return QCoreApplication::translate("Finding", "Means nothing for the form.");
    case Kind::UnknownOption:
        return QCoreApplication::translate("Finding", "Not known here.");
    case Kind::Rest:
        return QCoreApplication::translate(
            "Finding", "Another request follows. Only the first one was read.");
    case Kind::Masked:
        return QCoreApplication::translate("Finding", "Masked in the archive. Fill it in by hand.");
    case Kind::Open:
        return QCoreApplication::translate(
            "Finding", "A quote is not closed: part of the command may be missing.");
    }
    return {};
}

} // namespace

QString describe(const FillFinding &finding)
{
    const QString text = sentence(finding.kind);
    return text.contains(QLatin1String("%1")) ? text.arg(finding.detail) : text;
}

QString findingName(FillFinding::Kind kind)
{
    using Kind = FillFinding::Kind;
    switch (kind) {
    case Kind::UnknownField:
        return QStringLiteral("unknown-field");
    case Kind::OtherCase:
        return QStringLiteral("other-case");
    case Kind::Credential:
        return QStringLiteral("credential");
    case Kind::Constant:
        return QStringLiteral("constant");
    case Kind::NotOffered:
        return QStringLiteral("not-offered");
    case Kind::Repeated:
        return QStringLiteral("repeated");
    case Kind::File:
        return QStringLiteral("file");
    case Kind::FileText:
        return QStringLiteral("file-text");
    case Kind::PhotoAsText:
        return QStringLiteral("photo-as-text");
    case Kind::Unknown:
        return QStringLiteral("unknown-value");
    case Kind::PartNote:
        return QStringLiteral("part-note");
    case Kind::Body:
        return QStringLiteral("body");
    case Kind::Method:
        return QStringLiteral("method");
    case Kind::Address:
        return QStringLiteral("address");
    case Kind::ProfileOption:
        return QStringLiteral("profile-option");
    case Kind::Option:
        return QStringLiteral("option");
    case Kind::UnknownOption:
        return QStringLiteral("unknown-option");
    case Kind::Rest:
        return QStringLiteral("rest");
    case Kind::Masked:
        return QStringLiteral("masked");
    case Kind::Open:
        return QStringLiteral("open-quote");
    }
    return {};
}

QStringList unreadFields(const QList<FillFinding> &findings)
{
    using Kind = FillFinding::Kind;
    QStringList names;
    for (const FillFinding &finding : findings) {
        if (finding.kind == Kind::File || finding.kind == Kind::FileText || finding.kind == Kind::Unknown
            || finding.kind == Kind::Masked)
            names.append(finding.name);
    }
    return names;
}

QStringList refusalCodes(const EndpointSpec &spec, const Parts &parts, const QStringList &unread)
{
    QStringList codes;
    for (const Problem &problem : requestProblems(spec, parts)) {
        if (problem.severity == Severity::Refusal && !unread.contains(problem.field))
            codes.append(problem.code);
    }
    return codes;
}

} // namespace faceid
