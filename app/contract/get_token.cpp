// The table of get_token.zh.md ("PC-GetToken"), row by row in the document's order. image_ref[x] stands there
// twice, once for each comparison_type that takes photos; one row after uuid keeps the order of both.

#include "contract/errortable.h"

#include <QtGlobal>

namespace faceid {

namespace {

std::vector<FieldSpec> pcFields()
{
    return {
        row::text("api_key").as(Role::Credential).required(AnyCase),
        row::text("api_secret").as(Role::Credential).required(AnyCase),
        row::choice("comparison_type")
            .as(Role::Selector)
            .in(Section::Comparison)
            .required(AnyCase)
            .choice("0", QT_TRANSLATE_NOOP("Contract", "Uploaded photo"))
            .choice("1", QT_TRANSLATE_NOOP("Contract", "Identity source"))
            .choice("-1", QT_TRANSLATE_NOOP("Contract", "Liveness only"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Compare with"),
                QT_TRANSLATE_NOOP("Contract",
                    "What the live face is compared with. 1: the photo that the identity data source has for "
                    "the name "
                    "and ID number; your key needs the permission. 0: the photos uploaded here. -1: nothing, "
                    "only "
                    "liveness is checked.")),
        row::personName("idcard_name")
            .in(Section::Subject)
            .chars(32)
            .required(Source)
            .refusedAs("INVALID_NAME_FORMAT")
            .texts(QT_TRANSLATE_NOOP("Contract", "Name"),
                QT_TRANSLATE_NOOP("Contract",
                    "Name of the person whose identity is verified, in UTF-8, at most 32 characters. Used "
                    "together "
                    "with the ID number to fetch the face from the data source.")),
        row::idCardNumber("idcard_number")
            .in(Section::Subject)
            .required(Source)
            .refusedAs("INVALID_IDCARD_NUMBER")
            .texts(QT_TRANSLATE_NOOP("Contract", "ID number"),
                QT_TRANSLATE_NOOP("Contract",
                    "ID card number of the person: 18 digits, the last may be an X of either case. Used "
                    "together with "
                    "the name to fetch the face from the data source.")),
        row::text("uuid")
            .in(Section::Subject)
            .bytes(512)
            .required(Uploaded)
            .proposed()
            .texts(QT_TRANSLATE_NOOP("Contract", "User ID"),
                QT_TRANSLATE_NOOP("Contract",
                    "Your unique ID of the user, at most 512 bytes. Use the same one for every request about "
                    "the same "
                    "user: it makes results traceable and the reports better.")),
        row::images("image_ref", 3)
            .required(Uploaded)
            .optional(Source)
            .atLeastOne()
            .texts(QT_TRANSLATE_NOOP("Contract", "Photo"),
                QT_TRANSLATE_NOOP("Contract",
                    "One to three photos to compare with, such as a picture of the ID card. Each must show "
                    "exactly "
                    "one face.")),
        row::url("return_url")
            .in(Section::Callbacks)
            .required(AnyCase)
            .texts(QT_TRANSLATE_NOOP("Contract", "Return address"),
                QT_TRANSLATE_NOOP("Contract",
                    "Page that the end user's browser goes to, by POST, when the liveness check is done.")),
        row::url("notify_url")
            .in(Section::Callbacks)
            .required(AnyCase)
            .texts(QT_TRANSLATE_NOOP("Contract", "Notify address"),
                QT_TRANSLATE_NOOP("Contract",
                    "Address on your server that the service calls, by POST, when the liveness check is "
                    "done. HTTPS is "
                    "recommended; with HTTP check the signature of what arrives.")),
        row::text("biz_no")
            .in(Section::Business)
            .bytes(128)
            .required(AnyCase)
            .proposed()
            .mustBeUnique()
            .texts(QT_TRANSLATE_NOOP("Contract", "Serial number"),
                QT_TRANSLATE_NOOP("Contract",
                    "Serial number of this request in your own business: unique, at most 128 bytes. It comes "
                    "back "
                    "unchanged in both callbacks and tells your server which request they belong to.")),
        row::text("biz_extra_data")
            .in(Section::Business)
            .bytes(4096)
            .optional(AnyCase)
            .texts(QT_TRANSLATE_NOOP("Contract", "Extra data"),
                QT_TRANSLATE_NOOP("Contract",
                    "Anything you want back in both callbacks, for debugging or hand-over; at most 4096 "
                    "bytes.")),
        row::text("scene_id")
            .optional(AnyCase)
            .texts(QT_TRANSLATE_NOOP("Contract", "Scene"),
                QT_TRANSLATE_NOOP("Contract",
                    "scene_id of a scene set up in the service's console; left out, the default scene is "
                    "used.")),
        row::choice("screen_replay")
            .optional(AnyCase)
            .assumed("0")
            .choice("0", QT_TRANSLATE_NOOP("Contract", "0: off"))
            .choice("1", QT_TRANSLATE_NOOP("Contract", "1: detect a filmed screen"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Screen replay"),
                QT_TRANSLATE_NOOP("Contract",
                    "Whether a face filmed from a screen is detected. Camera drivers that add effects of "
                    "their own can "
                    "cause false alarms.")),
        row::choice("multi_oriented_detection")
            .optional(AnyCase)
            .turnsThePhotos()
            .assumed("0")
            .choice("0", QT_TRANSLATE_NOOP("Contract", "0: upright photos only"))
            .choice("1", QT_TRANSLATE_NOOP("Contract", "1: try turned photos too"))
            .texts(QT_TRANSLATE_NOOP("Contract", "Turned photos"),
                QT_TRANSLATE_NOOP("Contract",
                    "Whether a photo without a face is turned by 90, 180 and 270 degrees and looked at "
                    "again. Turning "
                    "takes time and slightly raises the chance of a false hit: leave it off where every "
                    "photo is "
                    "upright.")),
    };
}

} // namespace

const EndpointSpec &getToken()
{
    static const EndpointSpec spec = [] {
        EndpointSpec s;
        s.id = QStringLiteral("get_token");
        s.title = QT_TRANSLATE_NOOP("Contract", "PC");
        s.host = QStringLiteral("https://api.megvii.com");
        s.path = QStringLiteral("/faceid/liveness/v2/get_token");
        s.auth = Auth::KeyPair;
        s.tokenKey = QStringLiteral("token");
        s.errorKey = QStringLiteral("error_message");
        s.expiryKey = QStringLiteral("expired_time");
        s.pagePattern = QStringLiteral("https://api.megvii.com/faceid/liveness/v2/do?token={token}");
        s.fields = pcFields();
        s.errors = pcErrors();
        return s;
    }();
    return spec;
}

} // namespace faceid
