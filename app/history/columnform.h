#pragma once

#include <QVariant>

namespace faceid::schema {

/// How the file holds a value that a Record (and with it the rescue file) holds in words.
struct Form
{
    const char *type; ///< of the column in SQL; empty: the one of the record
    QVariant (*toFile)(const QVariant &);
    QVariant (*toRecord)(const QVariant &);
};

extern const Form plainForm; ///< as it is
extern const Form idForm; ///< a uuid in 16 bytes
extern const Form packedForm; ///< see packedText()
extern const Form sparseForm; ///< mostly empty: NULL then
extern const Form outcomeForm; ///< see outcomeCode()
extern const Form resolutionForm; ///< see resolutionCode()

} // namespace faceid::schema
