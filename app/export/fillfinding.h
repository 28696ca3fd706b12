#pragma once

#include "contract/parts.h"

#include <QStringList>

namespace faceid {

struct EndpointSpec;

/// Something in a cURL command or an archive that a form does not take, or takes otherwise.
struct FillFinding
{
    enum class Kind {
        UnknownField, ///< no field of the endpoint
        OtherCase, ///< a field that the chosen comparison_type does not have
        Credential, ///< left out on purpose
        Constant, ///< a field that has one value only, another than this
        NotOffered, ///< a value that the form's control cannot hold
        Repeated, ///< a field that came before
        File, ///< a photo that is no file of this computer that could be named in full
        FileText, ///< a value that curl would read from a file
        PhotoAsText,
        Unknown, ///< a value that only a shell knows
        PartNote, ///< `;type=` and the like behind a value
        Body, ///< sent in a way that the service does not read
        Method, ///< sent otherwise than by POST
        Address, ///< not that of the endpoint
        ProfileOption, ///< an option for which the profile has a setting
        Option, ///< an option without a meaning for a form
        UnknownOption,
        Rest, ///< another request of the same text
        Masked, ///< a personal value of which only the mask was kept
        Open, ///< a quote that is not closed
    };

    Kind kind = Kind::UnknownField;
    QString name; ///< the field, option or header that is meant
    QString detail; ///< file, variable, value, type or address; never of a credential
};

/// One sentence about what the finding names, without the name, in the language of the program.
QString describe(const FillFinding &finding);
/// The kind for programs, such as `unknown-field`; the same in every language.
QString findingName(FillFinding::Kind kind);

/// The fields that do have a value in what was read, such as a photo, only one that cannot be known here.
QStringList unreadFields(const QList<FillFinding> &findings);
/// The codes by which the service would refuse \a parts, with nothing said of the \a unread fields.
QStringList refusalCodes(const EndpointSpec &spec, const Parts &parts, const QStringList &unread);

} // namespace faceid
