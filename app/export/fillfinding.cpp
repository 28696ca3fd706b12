#include "export/curlfinding.h"

#include <QCoreApplication>

namespace faceid {

namespace {

/// What is to be said of the thing named; %1 stands for the detail.
QString sentence(CurlFinding::Kind kind)
{
    using Kind = CurlFinding::Kind;
    switch (kind) {
    case Kind::UnknownField:
        return QCoreApplication::translate(
            "Curl", "No field of this API has that name; the service ignores it.");
    case Kind::OtherCase:
        return QCoreApplication::translate("Curl", "This comparison_type does not have it.");
    case Kind::Credential:
        return QCoreApplication::translate(
            "Curl", "A credential, left out on purpose. The profile has its own.");
    case Kind::Constant:
        return QCoreApplication::translate("Curl", "Always the same here, never “%1”.");
    case Kind::NotOffered:
        return QCoreApplication::translate("Curl", "The API has no value “%1”.");
    case Kind::Repeated:
        return QCoreApplication::translate("Curl", "Given more than once; the first one counts.");
    case Kind::File:
        return QCoreApplication::translate("Curl", "Choose the photo again: %1");
    case Kind::FileText:
        return QCoreApplication::translate(
            "Curl", "curl would take the value from the file %1, which is not read here.");
    case Kind::PhotoAsText:
        return QCoreApplication::translate("Curl", "Text, where the service takes a file. Choose the photo.");
    case Kind::Unknown:
        return QCoreApplication::translate("Curl", "Only a shell knows %1. Fill it in by hand.");
    case Kind::PartNote:
        return QCoreApplication::translate("Curl", "What stands behind the value is not sent: %1");
    case Kind::Body:
        return QCoreApplication::translate(
            "Curl", "The service does not read a body of type %1. Its values are taken all the same.");
    case Kind::Method:
        return QCoreApplication::translate("Curl", "curl would send %1; the service takes POST.");
    case Kind::Address:
        return QCoreApplication::translate(
            "Curl", "%1 is the address of neither API. The fields told which one is meant.");
    case Kind::ProfileOption:
        return QCoreApplication::translate("Curl", "The profile decides that.");
    case Kind::Option:
        return QCoreApplication::translate("Curl", "Means nothing for the form.");
    case Kind::UnknownOption:
        return QCoreApplication::translate("Curl", "Not known here.");
    case Kind::Rest:
        return QCoreApplication::translate("Curl", "Another request follows. Only the first one was read.");
    case Kind::Open:
        return QCoreApplication::translate(
            "Curl", "A quote is not closed: part of the command may be missing.");
    }
    return {};
}

} // namespace

QString describe(const CurlFinding &finding)
{
    const QString text = sentence(finding.kind);
    return text.contains(QLatin1String("%1")) ? text.arg(finding.detail) : text;
}

QString findingName(CurlFinding::Kind kind)
{
    using Kind = CurlFinding::Kind;
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
    case Kind::Open:
        return QStringLiteral("open-quote");
    }
    return {};
}

} // namespace faceid
