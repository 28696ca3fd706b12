#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace faceid {

/// Sets of `comparison_type`: what the live face is compared with. A bit set, because a parameter is required
/// in some cases and allowed in others.
enum Case : unsigned {
    NoCase = 0,
    LivenessOnly = 1, ///< "-1": liveness without comparison (PC only)
    Uploaded = 2, ///< "0": compared with the uploaded photos
    Source = 4, ///< "1": compared with the identity data source
    AnyCase = LivenessOnly | Uploaded | Source,
};

/// The case that the text of a comparison_type names; NoCase when it names none.
Case caseFromValue(QStringView value);
/// The text of a comparison_type on the wire.
QString caseValue(Case c);

/// What a value is. Switched on where a value is edited, checked or shown, each time without `default`.
enum class Kind { Text, Integer, Choice, Url, PersonName, IdCardNumber, Image };

/// Who supplies a value.
enum class Role {
    Parameter, ///< the operator
    Selector, ///< the operator; it decides which other parameters exist
    Constant, ///< always the same value, see FieldSpec::assumedValue
    Credential, ///< the client, at the last moment; never in a form, a history row or a log
};

/// The group a form shows the parameter in.
enum class Section { Comparison, Subject, Photos, Business, Callbacks, Options };

struct FieldChoice
{
    QString value;
    const char *label; ///< QT_TRANSLATE_NOOP("Contract", ...)
};

/// One row of a document's parameter table.
///
/// The table is written with the builder functions below and read everywhere else: form, validator, body,
/// sandbox, inspector and export know no parameter by name.
struct FieldSpec
{
    QString name; ///< on the wire; for an Image with copies, the stem that a number from 1 is appended to
    Kind kind = Kind::Text;
    Role role = Role::Parameter;
    Section section = Section::Options;
    unsigned requiredIn = NoCase; ///< set of Case
    unsigned optionalIn = NoCase; ///< set of Case; in neither set: not shown and not sent
    int maxBytes = 0; ///< of the UTF-8 text; 0: the document names no limit
    int maxChars = 0; ///< Unicode code points; 0: the document names no limit
    std::optional<int> minimum; ///< of an Integer
    std::optional<int> maximum;
    QStringList names; ///< of the parts, see partNames()
    bool anyCopy = false; ///< required means "at least one copy", not "the first copy"
    bool turnsPhotos = false; ///< "1": a photo without a face is turned and looked at again
    bool generated = false; ///< the program proposes a fresh value
    bool unique = false; ///< must differ from request to request
    QString assumedValue; ///< what the service assumes when it is left out; of a Constant, the value
    QString refusal; ///< code that answers a bad value, without the parameter's name
    bool refusalNamesField = true; ///< the code is followed by ":name"
    const char *label = nullptr; ///< QT_TRANSLATE_NOOP("Contract", ...)
    const char *help = nullptr; ///< QT_TRANSLATE_NOOP("Contract", ...)
    std::vector<FieldChoice> choices; ///< of a Choice

    bool isPersonal() const; ///< a name, an ID number or a face: never stored in clear
    /// Personal, or another word on who the end user is: nothing for a projector.
    bool tellsWho() const { return isPersonal() || section == Section::Subject; }
    bool presentIn(Case c) const { return ((requiredIn | optionalIn) & c) != 0; }
    /// Whether a control that holds what the table offers can hold \a value; a free text holds any.
    bool offers(const QString &value) const;
    bool requiredInCase(Case c) const { return (requiredIn & c) != 0; }
    /// Names of the parts this row stands for: itself, or image_ref1 to image_refN.
    const QStringList &partNames() const { return names; }

    FieldSpec &in(Section s);
    FieldSpec &bytes(int limit);
    FieldSpec &chars(int limit);
    FieldSpec &required(unsigned cases);
    FieldSpec &optional(unsigned cases);
    FieldSpec &atLeastOne();
    FieldSpec &turnsThePhotos();
    FieldSpec &proposed();
    FieldSpec &mustBeUnique();
    FieldSpec &assumed(const char *value);
    FieldSpec &refusedAs(const char *code); ///< a code that does not carry the parameter's name
    FieldSpec &as(Role r);
    FieldSpec &choice(const char *value, const char *choiceLabel);
    FieldSpec &texts(const char *fieldLabel, const char *fieldHelp);
};

/// Starts of a table row, one for each Kind.
namespace row {
FieldSpec text(const char *name);
FieldSpec integer(const char *name, int low, int high);
FieldSpec choice(const char *name);
FieldSpec url(const char *name);
FieldSpec personName(const char *name);
FieldSpec idCardNumber(const char *name);
FieldSpec images(const char *stem, int copies);
} // namespace row

/// A text of the tables in the language of the program.
QString translated(const char *tableText);

} // namespace faceid
