#include "batch/batchwords.h"

#include "shell/plaintext.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace faceid {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BatchWords)
};

} // namespace

QString localNumber(qint64 value)
{
    return QLocale().toString(value);
}

BatchWords checkWords(const SheetCheck &found, const QString &plan)
{
    if (!found.error.isEmpty())
        return {visibleText(found.error), QStringLiteral("refused")};
    if (!plan.isEmpty())
        return {
            Words::tr(
                "This batch was begun before: going on sends no row twice. %Ln row(s). To send all of them "
                "again, as new requests, remove %1.",
                nullptr, found.rows)
                .arg(QDir::toNativeSeparators(plan)),
            QStringLiteral("unknown")};
    if (found.refusedRows > 0) {
        QString text =
            Words::tr("%Ln row(s), %1 of them would be refused. Put the cells below right; nothing has been "
                      "sent.",
                nullptr, found.rows)
                .arg(localNumber(found.refusedRows));
        if (found.problems > found.first.size())
            text +=
                u' ' + Words::tr("The first %Ln problem(s) are listed.", nullptr, int(found.first.size()));
        return {text, QStringLiteral("refused")};
    }
    return {found.problems > 0
            ? Words::tr("%Ln row(s) can be sent, with the warnings below.", nullptr, found.rows)
            : Words::tr("%Ln row(s), and nothing speaks against any of them.", nullptr, found.rows),
        QStringLiteral("issued")};
}

BatchWords endWords(
    const BatchProgress &progress, const QString &why, const QString &sheetProblem, const QString &out)
{
    const bool isGood = sheetProblem.isEmpty() && progress.issued == progress.total;
    QStringList words;
    if (!why.isEmpty())
        words.append(Words::tr("It ended before all rows were decided: %1 Go on with it later.")
                         .arg(visibleText(why)));
    else
        words.append(isGood ? Words::tr("Every row has its token.") : Words::tr("Every row is decided."));
    if (progress.unknown > 0)
        words.append(Words::tr(
            "Of rows whose outcome is unknown a token may have been issued, so they are not sent again. "
            "Find out and mark them in the history; then go on."));
    words.append(sheetProblem.isEmpty()
            ? Words::tr("Results: %1").arg(QDir::toNativeSeparators(out))
            : Words::tr(
                "The results could not be written: %1 They are in the history; going on writes them again.")
                  .arg(visibleText(sheetProblem)));
    return {words.join(u' '), isGood ? QStringLiteral("issued") : QStringLiteral("unknown")};
}

} // namespace faceid
