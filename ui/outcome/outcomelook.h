#pragma once

#include "client/exchange.h"

#include <QColor>
#include <QString>

namespace faceid {

struct ThemeColors;

/// How an outcome is shown everywhere: never by colour alone.
struct OutcomeLook
{
    QString state; ///< value of the style sheet's state property
    QString icon; ///< name for Theme::icon()
    QColor color;
};

OutcomeLook lookOf(Outcome outcome, const ThemeColors &colors);

} // namespace faceid
