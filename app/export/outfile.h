#pragma once

#include <QSaveFile>

namespace faceid {

/// A file for an operator that only its owner may read, and that appears under its name when it is whole.
class OutFile : public QSaveFile
{
public:
    explicit OutFile(const QString &path);

    /// Opens it for writing. False: see errorString().
    bool begin();
};

} // namespace faceid
