#include "sandbox/outcome.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace faceid {

const std::vector<OutcomeSpec> &outcomes()
{
    using O = LivenessOutcome;
    static const std::vector<OutcomeSpec> all{
        {O::Pass, "pass", "通过", "Pass", 1000, "SUCCESS", nullptr},
        {O::WrongPerson, "wrong-person", "不是本人", "Another person", 2000, "PASS_LIVING_NOT_THE_SAME",
            nullptr},
        {O::Attack, "attack", "攻击（照片或视频）", "Attack with a picture or a film", 4100,
            "FAIL_LIVING_FACE_ATTACK", "action_mixed"},
        {O::TimeOut, "time-out", "超时", "Out of time", 4200, "USER_TIMEOUT", "timeout"},
        {O::Cancelled, "cancelled", "用户取消", "Cancelled", 4200, "USER_CANCELLATION",
            "interrupt_in_action_state"},
        {O::NoCamera, "no-camera", "没有摄像头", "No camera", 4200, "MOBILE_PHONE_NO_AUTHORITY",
            "no_input_frame"},
    };
    return all;
}

const OutcomeSpec *outcomeNamed(QStringView name)
{
    const auto &all = outcomes();
    const auto it = std::find_if(all.cbegin(), all.cend(),
        [name](const OutcomeSpec &spec) { return name == QLatin1String(spec.name); });
    return it != all.cend() ? &*it : nullptr;
}

QString outcomeTitle(const OutcomeSpec &spec)
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    return QString::fromUtf8(isChinese ? spec.chinese : spec.english);
}

QString outcomeNames()
{
    QStringList names;
    for (const OutcomeSpec &spec : outcomes())
        names.append(QLatin1String(spec.name));
    return names.join(QStringLiteral(", "));
}

} // namespace faceid
