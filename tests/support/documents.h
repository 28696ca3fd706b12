#pragma once

#include <vector>

/// The tables of the two API documents, typed by hand from get_biz_token.zh.txt and get_token.zh.md and from
/// nothing else, so that a slip in app/contract cannot hide behind itself. Nothing here may be made from
/// app/contract.
namespace documents {

/// One part of a request. image_ref[x] of the PC document is written out.
struct Parameter
{
    const char *name;
    const char *type; ///< String, Int, File: the document's word
    /// For comparison_type -1, 0, 1, one letter each: R required, O optional, A at least one of the rows
    /// marked so, '-' no parameter of that case.
    const char *presence;
    int maxBytes; ///< 0: none named
    int maxChars;
    const char *values; ///< "5..60", "0|1", or empty: any
    const char *assumed; ///< default; for a constant its only value
    const char *badValue; ///< the whole answer to a bad value
};

/// One row of an error table, or one reason of it.
struct Error
{
    int status;
    const char *code;
    const char *detail; ///< "key", "param" or "reason" where the document has <key>, <param>, <reason>
    const char *reason;
};

inline const std::vector<Parameter> &sdkParameters()
{
    static const std::vector<Parameter> rows{
        {"sign", "String", "-RR", 0, 0, "", "", "BAD_ARGUMENTS:sign"},
        {"sign_version", "String", "-RR", 0, 0, "hmac_sha1", "", "BAD_ARGUMENTS:sign_version"},
        {"liveness_type", "String", "-RR", 0, 0, "meglive", "meglive", "BAD_ARGUMENTS:liveness_type"},
        {"comparison_type", "Int", "-RR", 0, 0, "0|1", "", "BAD_ARGUMENTS:comparison_type"},
        {"idcard_name", "String", "--R", 0, 0, "", "", "BAD_ARGUMENTS:idcard_name"},
        {"idcard_number", "String", "--R", 0, 0, "", "", "BAD_ARGUMENTS:idcard_number"},
        {"image_ref1", "File", "-RO", 0, 0, "", "", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"},
        {"image_ref2", "File", "-OO", 0, 0, "", "", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2"},
        {"uuid", "String", "-R-", 128, 0, "", "", "BAD_ARGUMENTS:uuid"},
        {"biz_no", "String", "-OO", 128, 0, "", "", "BAD_ARGUMENTS:biz_no"},
        {"liveness_timeout", "Int", "-OO", 0, 0, "5..60", "60", "BAD_ARGUMENTS:liveness_timeout"},
        {"liveness_action_count", "Int", "-OO", 0, 0, "1..3", "3", "BAD_ARGUMENTS:liveness_action_count"},
        {"security_level", "Int", "-OO", 0, 0, "1|2|3|4", "2", "BAD_ARGUMENTS:security_level"},
        {"force_compare", "Int", "-OO", 0, 0, "0|1", "0", "BAD_ARGUMENTS:force_compare"},
        {"multi_oriented_detection", "Int", "-OO", 0, 0, "0|1", "1",
            "BAD_ARGUMENTS:multi_oriented_detection"},
    };
    return rows;
}

inline const std::vector<Parameter> &pcParameters()
{
    static const std::vector<Parameter> rows{
        {"api_key", "String", "RRR", 0, 0, "", "", "BAD_ARGUMENTS:api_key"},
        {"api_secret", "String", "RRR", 0, 0, "", "", "BAD_ARGUMENTS:api_secret"},
        {"comparison_type", "String", "RRR", 0, 0, "-1|0|1", "", "BAD_ARGUMENTS:comparison_type"},
        {"idcard_name", "String", "--R", 0, 32, "", "", "INVALID_NAME_FORMAT"},
        {"idcard_number", "String", "--R", 0, 0, "", "", "INVALID_IDCARD_NUMBER"},
        {"uuid", "String", "-R-", 512, 0, "", "", "BAD_ARGUMENTS:uuid"},
        {"image_ref1", "File", "-AO", 0, 0, "", "", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"},
        {"image_ref2", "File", "-AO", 0, 0, "", "", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2"},
        {"image_ref3", "File", "-AO", 0, 0, "", "", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3"},
        {"return_url", "String", "RRR", 0, 0, "", "", "BAD_ARGUMENTS:return_url"},
        {"notify_url", "String", "RRR", 0, 0, "", "", "BAD_ARGUMENTS:notify_url"},
        {"biz_no", "String", "RRR", 128, 0, "", "", "BAD_ARGUMENTS:biz_no"},
        {"biz_extra_data", "String", "OOO", 4096, 0, "", "", "BAD_ARGUMENTS:biz_extra_data"},
        {"scene_id", "String", "OOO", 0, 0, "", "", "BAD_ARGUMENTS:scene_id"},
        {"screen_replay", "String", "OOO", 0, 0, "0|1", "0", "BAD_ARGUMENTS:screen_replay"},
        {"multi_oriented_detection", "String", "OOO", 0, 0, "0|1", "0",
            "BAD_ARGUMENTS:multi_oriented_detection"},
    };
    return rows;
}

inline const std::vector<Error> &sdkErrors()
{
    static const std::vector<Error> rows{
        {400, "MISSING_ARGUMENTS", "key", ""},
        {400, "BAD_ARGUMENTS", "key", ""},
        {400, "IMAGE_ERROR_UNSUPPORTED_FORMAT", "param", ""},
        {400, "NO_FACE_FOUND", "param", ""},
        {400, "INVALID_IMAGE_SIZE", "param", ""},
        {403, "INVALID_SIGN", "", ""},
        {403, "AUTHENTICATION_ERROR", "", ""},
        {403, "AUTHORIZATION_ERROR", "reason", "API_KEY_BE_DISCONTINUED"},
        {403, "AUTHORIZATION_ERROR", "reason", "IP_NOT_ALLOWED"},
        {403, "AUTHORIZATION_ERROR", "reason", "MORE_RETRY_TIMES"},
        {403, "AUTHORIZATION_ERROR", "reason", "EXPIRED_SIGN"},
        {403, "AUTHORIZATION_ERROR", "reason", "INVALID_SIGN"},
        {403, "AUTHORIZATION_ERROR", "reason", ""}, // "other codes are possible, please provide for them"
        {429, "TOO_MANY_REQUESTS", "", ""},
        {404, "API_NOT_FOUND", "", ""},
        {413, "Request Entity Too Large", "", ""},
        {500, "INTERNAL_ERROR", "", ""},
    };
    return rows;
}

inline const std::vector<Error> &pcErrors()
{
    static const std::vector<Error> rows{
        {400, "IMAGE_ERROR_UNSUPPORTED_FORMAT", "param", ""},
        {400, "INVALID_NAME_FORMAT", "", ""},
        {400, "INVALID_IDCARD_NUMBER", "", ""},
        {403, "AUTHENTICATION_ERROR", "", ""},
        {403, "AUTHORIZATION_ERROR", "reason", "Denied."},
        {403, "AUTHORIZATION_ERROR", "reason", "No data source permission."},
        {403, "CONCURRENCY_LIMIT_EXCEEDED", "", ""},
        {400, "MISSING_ARGUMENTS", "key", ""},
        {400, "BAD_ARGUMENTS", "key", ""},
        {404, "API_NOT_FOUND", "", ""},
        {500, "INTERNAL_ERROR", "", ""},
    };
    return rows;
}

} // namespace documents
