#include "contract/resultspec.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace faceid {

const char *const attackAdvice = QT_TRANSLATE_NOOP("Contract",
    "Do not accept this check. Look at the pictures; if it was an honest try, issue a new token.");

namespace {

using F = Finding;

constexpr std::array<std::pair<Finding, const char *>, 4> findingNames{{
    {F::Passed, "passed"},
    {F::Failed, "failed"},
    {F::NotDone, "not-done"},
    {F::Unclear, "unclear"},
}};

EndSpec end(int code, const char *name, std::array<Finding, 3> findings, Actor actor, const char *meaning,
    const char *advice)
{
    return {code, QString::fromLatin1(name), findings[0], findings[1], findings[2], actor, meaning, advice};
}

constexpr std::array broken{F::Failed, F::NotDone, F::NotDone};
constexpr std::array open{F::NotDone, F::NotDone, F::NotDone};
constexpr std::array attacked{F::Passed, F::Failed, F::NotDone};
// That the face was live is not said where only the data source failed.
constexpr std::array sourceless{F::Passed, F::Unclear, F::NotDone};

const char *const tryAgain =
    QT_TRANSLATE_NOOP("Contract", "Issue a new token and let the end user try again.");
const char *const checkPerson =
    QT_TRANSLATE_NOOP("Contract", "Check name and ID number with the end user, then issue a new token.");
const char *const otherPhone = QT_TRANSLATE_NOOP("Contract", "Let the end user take another phone.");
const char *const makeNewSign = QT_TRANSLATE_NOOP("Contract", "Make a new sign and issue a new token.");
const char *const askAccount =
    QT_TRANSLATE_NOOP("Contract", "Ask the owner of the FaceID account, and name the reason given.");
const char *const useOtherSource =
    QT_TRANSLATE_NOOP("Contract", "Compare with an uploaded photo instead, or try again later.");

std::vector<EndSpec> sourceEnds()
{
    return {
        end(3000, "NO_ID_CARD_NUMBER", sourceless, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The identity data source does not know this ID number."),
            checkPerson),
        end(3000, "ID_NUMBER_NAME_NOT_MATCH", sourceless, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "Name and ID number do not belong together."), checkPerson),
        end(3000, "NO_FACE_FOUND", sourceless, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The data source's photo shows no face."), useOtherSource),
        end(3000, "NO_ID_PHOTO", sourceless, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The data source has no photo of this person."), useOtherSource),
        end(3000, "PHOTO_FORMAT_ERROR", sourceless, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The data source's photo cannot be read."), useOtherSource),
        end(3000, "DATA_SOURCE_ERROR", sourceless, Actor::Service,
            QT_TRANSLATE_NOOP("Contract", "The identity data source failed."), useOtherSource),
    };
}

std::vector<EndSpec> attackEnds()
{
    return {
        end(4100, "FAIL_LIVING_FACE_ATTACK", attacked, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "An attack: a photo, a film or a mask instead of a live face."),
            attackAdvice),
        end(4100, "REPLACED_FACE_ATTACK", attacked, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "An attack: the face changed during the check."), attackAdvice),
        end(4100, "VIDEO_LACK_FRAMES", attacked, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "Too few frames came for a judgement, so it counts as failed."),
            tryAgain),
        end(4100, "FAIL_EYES_CLOSE_DETECTION", attacked, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The eyes were closed."), tryAgain),
    };
}

std::vector<EndSpec> phoneEnds()
{
    return {
        end(4200, "BIZ_TOKEN_DENIED", broken, Actor::Operator,
            QT_TRANSLATE_NOOP(
                "Contract", "The SDK did not take the token: it is used, too old or not its own."),
            tryAgain),
        end(4200, "AUTHENTICATION_FAIL", broken, Actor::Integrator,
            QT_TRANSLATE_NOOP("Contract", "The SDK could not prove who it is."),
            QT_TRANSLATE_NOOP("Contract", "Check the app's FaceID licence and bundle name.")),
        end(4200, "MOBILE_PHONE_NOT_SUPPORT", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The phone cannot do this check."), otherPhone),
        end(4200, "SDK_TOO_OLD", broken, Actor::Integrator,
            QT_TRANSLATE_NOOP("Contract", "The app's FaceID SDK is too old."),
            QT_TRANSLATE_NOOP("Contract", "Update the SDK in the app; until then the end user cannot pass.")),
        end(4200, "MOBILE_PHONE_NO_AUTHORITY", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The app may not use the camera."),
            QT_TRANSLATE_NOOP("Contract", "Let the end user allow the camera, then issue a new token.")),
        end(4200, "USER_CANCELLATION", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user cancelled."), tryAgain),
        end(4200, "USER_TIMEOUT", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user ran out of time."), tryAgain),
        end(4200, "VERIFICATION_FAILURE", {F::Failed, F::Unclear, F::NotDone}, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The check on the phone failed."), tryAgain),
        end(4200, "UNDETECTED_FACE", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The camera saw no face."), tryAgain),
        end(4200, "ACTION_ERROR", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user did not do what was asked for."), tryAgain),
    };
}

std::vector<EndSpec> keyEnds()
{
    return {
        end(5000, "API_KEY_BE_DISCONTINUED", broken, Actor::AccountOwner,
            QT_TRANSLATE_NOOP("Contract", "The api_key is switched off."), askAccount),
        end(5000, "IP_NOT_ALLOWED", broken, Actor::AccountOwner,
            QT_TRANSLATE_NOOP("Contract", "The key may not be used from this network."), askAccount),
        end(5000, "BALANCE_NOT_ENOUGH", broken, Actor::AccountOwner,
            QT_TRANSLATE_NOOP("Contract", "The account has no balance left."), askAccount),
        end(5000, "MORE_RETRY_TIMES", broken, Actor::AccountOwner,
            QT_TRANSLATE_NOOP("Contract", "This person was checked too often."), askAccount),
        end(5000, "EXPIRED_SIGN", broken, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The sign was expired."), makeNewSign),
        end(5000, "INVALID_SIGN", broken, Actor::Integrator,
            QT_TRANSLATE_NOOP("Contract", "The sign was not made with this key's secret."), makeNewSign),
        end(5000, "REPLAY_ATTACK", broken, Actor::Integrator,
            QT_TRANSLATE_NOOP("Contract", "A sign for single use was used twice."), makeNewSign),
    };
}

std::vector<EndSpec> sdkEnds()
{
    std::vector<EndSpec> all{
        end(1000, "SUCCESS", {F::Passed, F::Passed, F::Passed}, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "A live face, and the right one."),
            QT_TRANSLATE_NOOP("Contract", "Nothing is left to do.")),
        end(2000, "PASS_LIVING_NOT_THE_SAME", {F::Passed, F::Passed, F::Failed}, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "A live face, but of another person."),
            QT_TRANSLATE_NOOP("Contract", "Do not accept this check. Was the right photo or person given?")),
    };
    for (const auto &more : {sourceEnds(), attackEnds(), phoneEnds(), keyEnds()})
        all.insert(all.end(), more.begin(), more.end());
    all.push_back(end(9000, "LIVING_NOT_START", open, Actor::EndUser,
        QT_TRANSLATE_NOOP("Contract", "The end user has not begun."),
        QT_TRANSLATE_NOOP("Contract", "Wait for the end user, and look it up again.")));
    all.push_back(end(9000, "LIVING_IN_PROGRESS", open, Actor::EndUser,
        QT_TRANSLATE_NOOP("Contract", "The end user is in the middle of it."),
        QT_TRANSLATE_NOOP("Contract", "Wait for the end user, and look it up again.")));
    all.push_back(end(9000, "LIVING_OVERTIME", broken, Actor::EndUser,
        QT_TRANSLATE_NOOP("Contract", "The token's time ran out before the check was over."), tryAgain));
    return all;
}

std::vector<EndSpec> pcEnds()
{
    return {
        end(0, "action_mixed", attacked, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "The movements were not those of one live face."), attackAdvice),
        end(0, "not_video", attacked, Actor::Operator,
            QT_TRANSLATE_NOOP("Contract", "What the camera sent was no live film."), attackAdvice),
        end(0, "timeout", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user ran out of time."), tryAgain),
        end(0, "quality_check_timeout", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The picture was not good enough in the time allowed."),
            QT_TRANSLATE_NOOP(
                "Contract", "Let the end user look for light and a steady place, and try again.")),
        end(0, "no_input_frame", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "No picture came from the camera."),
            QT_TRANSLATE_NOOP("Contract", "Let the end user allow the camera, then issue a new token.")),
        end(0, "interrupt_in_mirro_state", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user broke off before the actions began."), tryAgain),
        end(0, "interrupt_in_action_state", broken, Actor::EndUser,
            QT_TRANSLATE_NOOP("Contract", "The end user broke off during the actions."), tryAgain),
    };
}

/// get_result stands beside the API that issues.
QString pathBeside(const EndpointSpec &endpoint)
{
    return endpoint.path.section(u'/', 0, -2) + QStringLiteral("/get_result");
}

} // namespace

const EndSpec *ResultSpec::end(int code, const QString &name) const
{
    const auto it = std::find_if(
        ends.cbegin(), ends.cend(), [&](const EndSpec &row) { return row.code == code && row.name == name; });
    return it == ends.cend() ? nullptr : &*it;
}

const ResultSpec &resultSpec(const EndpointSpec &endpoint)
{
    static const ResultSpec sdk{&getBizToken(), pathBeside(getBizToken()), getBizToken().tokenKey,
        QStringLiteral("verbose"), QStringLiteral("1"), QStringLiteral("0"), sdkEnds()};
    static const ResultSpec pc{&getToken(), pathBeside(getToken()), QStringLiteral("biz_id"),
        QStringLiteral("get_image_type"), QStringLiteral("2"), QStringLiteral("0"), pcEnds()};
    return endpoint.auth == Auth::Signature ? sdk : pc;
}

const std::vector<ErrorSpec> &resultErrors()
{
    static const std::vector<ErrorSpec> all{{400, QStringLiteral("RESULT_NOT_FOUND"), ErrorDetail::None, {},
        Actor::Operator, Again::Later,
        QT_TRANSLATE_NOOP("Contract",
            "The service has no result of that id: the check is not over, the id is older "
            "than results are kept, or it is another key's."),
        QT_TRANSLATE_NOOP("Contract", "Compare the id and the profile; wait until the end user is done.")}};
    return all;
}

int assumedSecurityLevel()
{
    const FieldSpec *row = getBizToken().field(u"security_level");
    return row ? row->assumedValue.toInt() : 2;
}

QString findingName(Finding finding)
{
    for (const auto &[value, name] : findingNames) {
        if (value == finding)
            return QString::fromLatin1(name);
    }
    return {};
}

Finding findingFromName(QStringView name)
{
    for (const auto &[value, text] : findingNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return Finding::Unclear;
}

QString findingTitle(Finding finding)
{
    switch (finding) {
    case Finding::Passed:
        return translated(QT_TRANSLATE_NOOP("Contract", "passed"));
    case Finding::Failed:
        return translated(QT_TRANSLATE_NOOP("Contract", "failed"));
    case Finding::NotDone:
        return translated(QT_TRANSLATE_NOOP("Contract", "not done"));
    case Finding::Unclear:
        return translated(QT_TRANSLATE_NOOP("Contract", "not clear"));
    }
    return {};
}

} // namespace faceid
