#include "export/outfile.h"

#include "places.h"

namespace faceid {

OutFile::OutFile(const QString &path)
    : QSaveFile(path)
{ }

bool OutFile::begin()
{
    // Before anything is in it; an older file of that name may have been open to others.
    return open(QIODevice::WriteOnly) && setPermissions(ownerOnly);
}

} // namespace faceid
