// The table of get_biz_token.zh.txt ("SDK-获取BizToken"), row by row in the document's order.

#include "contract/errortable.h"

#include <QtGlobal>

namespace faceid {

namespace {

std::vector<FieldSpec> sdkFields()
{
    return {
        row::text("sign").as(Role::Credential).required(AnyCase),
        row::choice("sign_version").as(Role::Credential).required(AnyCase).choice(signVersion, nullptr),
        row::choice("liveness_type")
            .as(Role::Constant)
            .required(AnyCase)
            .choice("meglive", QT_TRANSLATE_NOOP("Contract", "meglive: liveness by actions"))
            .assumed("meglive")
            .texts(QT_TRANSLATE_NOOP("Contract", "Liveness type"),
                QT_TRANSLATE_NOOP(
                    "Contract", "Kind of liveness check. Only meglive, liveness by actions, exists.")),
        row::choice("comparison_type")
            .as(Role::Selector)
            .in(Section::Comparison)
            .required(AnyCase)
            .choice("0", QT_TRANSLATE_NOOP("Contract", "Uploaded photo"))
            .choice("1", QT_TRANSLATE_NOOP("Contract", "Identity source"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Compare with"),
                QT_TRANSLATE_NOOP("Contract",
                    "What the live face is compared with. 0: the photos uploaded here. 1: the reference "
                    "photo that "
                    "the identity data source has for the name and ID number (KYC).")),
        row::personName("idcard_name")
            .in(Section::Subject)
            .required(Source)
            .texts(QT_TRANSLATE_NOOP("Contract", "Name"),
                QT_TRANSLATE_NOOP("Contract", "Name of the person as on the ID card.")),
        row::idCardNumber("idcard_number")
            .in(Section::Subject)
            .required(Source)
            .texts(QT_TRANSLATE_NOOP("Contract", "ID number"),
                QT_TRANSLATE_NOOP(
                    "Contract", "ID card number of the person: 18 characters, digits but for a last X.")),
        row::images("image_ref", 2)
            .required(Uploaded)
            .optional(Source)
            .texts(QT_TRANSLATE_NOOP("Contract", "Photo"),
                QT_TRANSLATE_NOOP("Contract",
                    "One or two photos to compare with. Each must show a face; of several faces in one photo "
                    "the "
                    "largest is taken. No side over 4096 pixels, the whole request at most 20 MB.")),
        row::text("uuid")
            .in(Section::Subject)
            .bytes(128)
            .required(Uploaded)
            .proposed()
            .texts(QT_TRANSLATE_NOOP("Contract", "User ID"),
                QT_TRANSLATE_NOOP("Contract",
                    "Your unique ID of the user, at most 128 bytes. Use the same one for every request about "
                    "the same "
                    "user: it makes results traceable and the reports better.")),
        row::text("biz_no")
            .in(Section::Business)
            .bytes(128)
            .optional(AnyCase)
            .proposed()
            .mustBeUnique()
            .texts(QT_TRANSLATE_NOOP("Contract", "Serial number"),
                QT_TRANSLATE_NOOP("Contract",
                    "Serial number of this request in your own business, at most 128 bytes. Should be "
                    "unique.")),
        row::integer("liveness_timeout", 5, 60)
            .optional(AnyCase)
            .assumed("60")
            .texts(QT_TRANSLATE_NOOP("Contract", "Liveness time limit (s)"),
                QT_TRANSLATE_NOOP("Contract",
                    "Seconds the person has for the actions, 5 to 60. The check fails when they are not done "
                    "in time.")),
        row::integer("liveness_action_count", 1, 3)
            .optional(AnyCase)
            .assumed("3")
            .texts(QT_TRANSLATE_NOOP("Contract", "Number of actions"),
                QT_TRANSLATE_NOOP("Contract", "How many random actions the person is asked for: 1, 2 or 3.")),
        row::choice("security_level")
            .optional(AnyCase)
            .assumed("2")
            .choice("1", QT_TRANSLATE_NOOP("Contract", "1: loose, 1 false match in 1,000"))
            .choice("2", QT_TRANSLATE_NOOP("Contract", "2: standard, 1 false match in 10,000"))
            .choice("3", QT_TRANSLATE_NOOP("Contract", "3: strict, 1 false match in 100,000"))
            .choice("4", QT_TRANSLATE_NOOP("Contract", "4: very strict, 1 false match in 1,000,000"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Security level"),
                QT_TRANSLATE_NOOP("Contract",
                    "How strictly the comparison is judged. The stricter, the fewer wrong people and the "
                    "fewer right "
                    "people pass.")),
        row::choice("force_compare")
            .optional(AnyCase)
            .assumed("0")
            .choice("0", QT_TRANSLATE_NOOP("Contract", "0: stop at a fake face"))
            .choice("1", QT_TRANSLATE_NOOP("Contract", "1: compare a fake face too"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Compare fake faces"),
                QT_TRANSLATE_NOOP("Contract",
                    "Whether a face that the cloud judged to be fake is compared all the same. Stopping "
                    "saves cost.")),
        row::choice("multi_oriented_detection")
            .optional(AnyCase)
            .turnsThePhotos()
            .assumed("1")
            .choice("1", QT_TRANSLATE_NOOP("Contract", "1: try turned photos too"))
            .choice("0", QT_TRANSLATE_NOOP("Contract", "0: upright photos only"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Turned photos"),
                QT_TRANSLATE_NOOP("Contract",
                    "Whether a photo without a face is turned by 90, 180 and 270 degrees and looked at "
                    "again. Turning "
                    "slightly raises the chance of a false hit: leave it off where every photo is upright.")),
    };
}

} // namespace

const EndpointSpec &getBizToken()
{
    static const EndpointSpec spec = [] {
        EndpointSpec s;
        s.id = QStringLiteral("get_biz_token");
        s.title = QT_TRANSLATE_NOOP("Contract", "SDK");
        s.host = QStringLiteral("https://openapi.faceid.com");
        s.path = QStringLiteral("/face/v1.2/sdk/get_biz_token");
        s.auth = Auth::Signature;
        s.tokenKey = QStringLiteral("biz_token");
        s.errorKey = QStringLiteral("error");
        s.tokenLife = std::chrono::hours(1);
        s.queryLife = std::chrono::hours(24);
        s.maxRequestBytes = 20 * 1024 * 1024;
        s.maxImageSide = 4096;
        s.fields = sdkFields();
        s.errors = sdkErrors();
        return s;
    }();
    return spec;
}

} // namespace faceid
