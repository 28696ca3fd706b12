#pragma once

#include <QJsonDocument>
#include <QList>
#include <QString>

namespace faceid {

/// How bad it is.
enum class Weight {
    Good,
    Warning, ///< it works, but not as well as it could
    Bad, ///< something does not work
};

/// One line of a diagnosis. Nothing secret or personal is in it: no key, no name of a profile, no folder of a
/// person's home.
struct Symptom
{
    QString id; ///< stable, for programs: "keychain"
    QString title; ///< what was looked at, translated
    Weight weight = Weight::Good;
    QString text; ///< what was found, translated
    QString advice; ///< what to do, translated; empty where nothing is to be done
};
using Diagnosis = QList<Symptom>;

/// Stable text: "good", "warning", "bad".
QString weightName(Weight weight);
QString weightTitle(Weight weight); ///< translated
/// Whether any of them is Bad.
bool isBad(const Diagnosis &diagnosis);
/// \a path with the home of whoever runs this as ~.
QString withoutHome(const QString &path);
/// A report to hand over: one line for each, and what to do below it.
QString toText(const Diagnosis &diagnosis);
QJsonDocument toJson(const Diagnosis &diagnosis);

} // namespace faceid
