#include "outcome/outcomelook.h"

#include "shell/theme.h"

namespace faceid {

OutcomeLook lookOf(Outcome outcome, const ThemeColors &colors)
{
    switch (outcome) {
    case Outcome::Issued:
        return {QStringLiteral("issued"), QStringLiteral("check"), colors.issued};
    case Outcome::Refused:
        return {QStringLiteral("refused"), QStringLiteral("cross"), colors.refused};
    case Outcome::Unknown:
        return {QStringLiteral("unknown"), QStringLiteral("question"), colors.unknown};
    case Outcome::ServerError:
        return {QStringLiteral("unknown"), QStringLiteral("warning"), colors.unknown};
    case Outcome::NotSent:
    case Outcome::CutOff:
        return {QStringLiteral("dim"), QStringLiteral("none"), colors.dim};
    case Outcome::Pending:
        return {QStringLiteral("busy"), QStringLiteral("send"), colors.accent};
    }
    return {};
}

} // namespace faceid
