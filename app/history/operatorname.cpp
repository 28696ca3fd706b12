#include "history/operatorname.h"

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace faceid {

QString operatorName()
{
#ifdef Q_OS_UNIX
    // Not $USER: anybody can set that to anything.
    char words[4096];
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, words, sizeof words, &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return {};
#else
    return qEnvironmentVariable("USERNAME");
#endif
}

} // namespace faceid
