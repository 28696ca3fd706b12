#include "diagnosis/symptom.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace faceid {

QString weightName(Weight weight)
{
    switch (weight) {
    case Weight::Good:
        return QStringLiteral("good");
    case Weight::Warning:
        return QStringLiteral("warning");
    case Weight::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

QString weightTitle(Weight weight)
{
    switch (weight) {
    case Weight::Good:
        return QCoreApplication::translate("Diagnosis", "good");
    case Weight::Warning:
        return QCoreApplication::translate("Diagnosis", "warning");
    case Weight::Bad:
        return QCoreApplication::translate("Diagnosis", "BAD");
    }
    return {};
}

bool isBad(const Diagnosis &diagnosis)
{
    return std::any_of(diagnosis.cbegin(), diagnosis.cend(),
        [](const Symptom &symptom) { return symptom.weight == Weight::Bad; });
}

QString withoutHome(const QString &path)
{
    const QString home = QDir::homePath();
    const bool isInside = home.size() > 1 && (path == home || path.startsWith(home + u'/'));
    return isInside ? QString(u'~' + path.sliced(home.size())) : path;
}

QString toText(const Diagnosis &diagnosis)
{
    QString text;
    for (const Symptom &symptom : diagnosis) {
        text += QStringLiteral("%1: %2: %3\n").arg(weightTitle(symptom.weight), symptom.title, symptom.text);
        if (!symptom.advice.isEmpty())
            text += QStringLiteral("    %1\n").arg(symptom.advice);
    }
    return text;
}

QJsonDocument toJson(const Diagnosis &diagnosis)
{
    QJsonArray lines;
    for (const Symptom &symptom : diagnosis) {
        lines.append(QJsonObject{{QStringLiteral("id"), symptom.id},
            {QStringLiteral("state"), weightName(symptom.weight)}, {QStringLiteral("text"), symptom.text},
            {QStringLiteral("advice"), symptom.advice}});
    }
    return QJsonDocument(
        QJsonObject{{QStringLiteral("good"), !isBad(diagnosis)}, {QStringLiteral("checks"), lines}});
}

} // namespace faceid
