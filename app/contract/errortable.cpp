#include "contract/errortable.h"

#include <QtGlobal>

namespace faceid {

namespace {

ErrorSpec about(int status, const char *code, ErrorDetail detail, Actor actor, Again again,
    const char *meaning, const char *advice)
{
    return {status, QString::fromLatin1(code), detail, {}, actor, again, meaning, advice};
}

/// A code that names a photo.
ErrorSpec aboutPhoto(const char *code, const char *meaning, const char *advice)
{
    ErrorSpec row =
        about(400, code, ErrorDetail::Field, Actor::Operator, Again::AfterChange, meaning, advice);
    row.aboutPhoto = true;
    return row;
}

ErrorSpec authorization(const char *reason, Actor actor, Again again, const char *meaning, const char *advice)
{
    return {403, QStringLiteral("AUTHORIZATION_ERROR"), ErrorDetail::Reason, QString::fromLatin1(reason),
        actor, again, meaning, advice};
}

// Rows that both documents have, with the same meaning.

ErrorSpec missingArguments()
{
    return about(400, "MISSING_ARGUMENTS", ErrorDetail::Field, Actor::Operator, Again::AfterChange,
        QT_TRANSLATE_NOOP("Contract", "A required parameter is missing."),
        QT_TRANSLATE_NOOP("Contract", "Fill in the marked field and issue again."));
}

ErrorSpec badArguments()
{
    return about(400, "BAD_ARGUMENTS", ErrorDetail::Field, Actor::Operator, Again::AfterChange,
        QT_TRANSLATE_NOOP("Contract",
            "A parameter cannot be read: for example letters where a number is needed, or too long."),
        QT_TRANSLATE_NOOP("Contract", "Correct the marked field and issue again."));
}

ErrorSpec unsupportedImage()
{
    return aboutPhoto("IMAGE_ERROR_UNSUPPORTED_FORMAT",
        QT_TRANSLATE_NOOP("Contract", "The photo cannot be read: it is no picture, or the file is damaged."),
        QT_TRANSLATE_NOOP(
            "Contract", "Open the photo in a picture viewer, save it as JPEG and choose it again."));
}

ErrorSpec noFace()
{
    return aboutPhoto("NO_FACE_FOUND", QT_TRANSLATE_NOOP("Contract", "No face was found in the photo."),
        QT_TRANSLATE_NOOP("Contract", "Choose a photo with a clear, upright, frontal face."));
}

ErrorSpec authentication()
{
    return about(403, "AUTHENTICATION_ERROR", ErrorDetail::None, Actor::Integrator, Again::AfterChange,
        QT_TRANSLATE_NOOP("Contract", "api_key and api_secret do not belong together."),
        QT_TRANSLATE_NOOP("Contract",
            "Enter the key and the secret of this profile again. Keys of the SDK and of the PC service are "
            "not "
            "interchangeable."));
}

ErrorSpec otherAuthorization()
{
    return authorization("", Actor::AccountOwner, Again::AfterChange,
        QT_TRANSLATE_NOOP("Contract",
            "The key may not do this: it is disabled, over its limit, or has no permission for this API or "
            "this way "
            "of calling it."),
        QT_TRANSLATE_NOOP("Contract", "Ask the owner of the FaceID account, and name the reason given."));
}

ErrorSpec apiNotFound()
{
    return about(404, "API_NOT_FOUND", ErrorDetail::None, Actor::Integrator, Again::AfterChange,
        QT_TRANSLATE_NOOP("Contract", "The service has no API at this address."),
        QT_TRANSLATE_NOOP("Contract", "Check the base address in the profile."));
}

ErrorSpec internalError()
{
    return about(500, "INTERNAL_ERROR", ErrorDetail::None, Actor::Service, Again::ByHand,
        QT_TRANSLATE_NOOP("Contract", "The service had an error of its own."),
        QT_TRANSLATE_NOOP("Contract",
            "Issue again with the same serial number. When it keeps happening, give the request_id to FaceID "
            "support."));
}

} // namespace

std::vector<ErrorSpec> sdkErrors()
{
    return {
        missingArguments(),
        badArguments(),
        unsupportedImage(),
        noFace(),
        aboutPhoto("INVALID_IMAGE_SIZE",
            QT_TRANSLATE_NOOP("Contract", "The photo is too large: a side is over 4096 pixels."),
            QT_TRANSLATE_NOOP("Contract", "Shrink the photo and choose it again.")),
        about(403, "INVALID_SIGN", ErrorDetail::None, Actor::Integrator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The signature is not valid."),
            QT_TRANSLATE_NOOP("Contract", "Enter the api_key and the secret of this profile again.")),
        authentication(),
        authorization("API_KEY_BE_DISCONTINUED", Actor::AccountOwner, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The api_key is disabled."),
            QT_TRANSLATE_NOOP("Contract", "Have the key enabled in the FaceID account, or use another one.")),
        authorization("IP_NOT_ALLOWED", Actor::AccountOwner, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The service does not accept requests from this network address."),
            QT_TRANSLATE_NOOP("Contract", "Have the address of this network added to the account's list.")),
        authorization("MORE_RETRY_TIMES", Actor::AccountOwner, Again::Later,
            QT_TRANSLATE_NOOP("Contract", "The limit of comparison attempts is reached."),
            QT_TRANSLATE_NOOP(
                "Contract", "Wait, or ask the owner of the FaceID account for a higher limit.")),
        authorization("EXPIRED_SIGN", Actor::Operator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The signature has expired."),
            QT_TRANSLATE_NOOP("Contract", "Set the clock of this computer right; then issue again.")),
        authorization("INVALID_SIGN", Actor::Integrator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The signature is not valid."),
            QT_TRANSLATE_NOOP("Contract", "Enter the api_key and the secret of this profile again.")),
        authorization("REPLAY_ATTACK", Actor::Integrator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "A signature for single use was used a second time."),
            QT_TRANSLATE_NOOP("Contract", "Issue again: every request is signed anew.")),
        authorization("BALANCE_NOT_ENOUGH", Actor::AccountOwner, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The balance of the account is used up."),
            QT_TRANSLATE_NOOP("Contract", "Ask the owner of the FaceID account to top it up.")),
        otherAuthorization(),
        about(429, "TOO_MANY_REQUESTS", ErrorDetail::None, Actor::Operator, Again::Later,
            QT_TRANSLATE_NOOP("Contract", "Too many requests at the same time."),
            QT_TRANSLATE_NOOP("Contract", "Wait a little and issue again.")),
        apiNotFound(),
        about(413, "Request Entity Too Large", ErrorDetail::None, Actor::Operator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The request is over 20 MB."),
            QT_TRANSLATE_NOOP("Contract", "Choose smaller photos.")),
        internalError(),
    };
}

std::vector<ErrorSpec> pcErrors()
{
    return {
        unsupportedImage(),
        about(400, "INVALID_NAME_FORMAT", ErrorDetail::None, Actor::Operator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The name has more than 32 characters or is not in UTF-8."),
            QT_TRANSLATE_NOOP("Contract", "Correct the name and issue again.")),
        about(400, "INVALID_IDCARD_NUMBER", ErrorDetail::None, Actor::Operator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The ID number does not have 18 digits (the last may be an X)."),
            QT_TRANSLATE_NOOP("Contract", "Correct the ID number and issue again.")),
        noFace(),
        aboutPhoto("MULTIPLE_FACES", QT_TRANSLATE_NOOP("Contract", "The photo shows more than one face."),
            QT_TRANSLATE_NOOP("Contract", "Choose a photo of this person alone, or cut the others off.")),
        authentication(),
        authorization("Denied.", Actor::AccountOwner, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "The key has no permission for this API."),
            QT_TRANSLATE_NOOP("Contract", "Have this API added to the key in the FaceID account.")),
        authorization("No data source permission.", Actor::AccountOwner, Again::AfterChange,
            QT_TRANSLATE_NOOP(
                "Contract", "The key may not compare with the identity data source (comparison_type 1)."),
            QT_TRANSLATE_NOOP(
                "Contract", "Compare with an uploaded photo, or have the permission added to the key.")),
        otherAuthorization(),
        about(403, "CONCURRENCY_LIMIT_EXCEEDED", ErrorDetail::None, Actor::Operator, Again::Later,
            QT_TRANSLATE_NOOP("Contract", "Too many requests at the same time."),
            QT_TRANSLATE_NOOP("Contract", "Wait a little and issue again.")),
        missingArguments(),
        badArguments(),
        about(400, "INVALID_ARGUMENTS", ErrorDetail::Field, Actor::Operator, Again::AfterChange,
            QT_TRANSLATE_NOOP("Contract", "A parameter is not valid."),
            QT_TRANSLATE_NOOP("Contract", "Correct the marked field and issue again.")),
        apiNotFound(),
        internalError(),
    };
}

} // namespace faceid
