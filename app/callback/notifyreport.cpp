#include "callback/notifyreport.h"

#include <QCoreApplication>

namespace faceid {

QString weightTitle(NotifyFinding::Weight weight)
{
    switch (weight) {
    case NotifyFinding::Weight::Good:
        return QCoreApplication::translate("Callback", "good");
    case NotifyFinding::Weight::Warning:
        return QCoreApplication::translate("Callback", "warning");
    case NotifyFinding::Weight::Bad:
        return QCoreApplication::translate("Callback", "BAD");
    }
    return {};
}

QString sentenceOf(const NotifyFinding &finding)
{
    const QString text = QCoreApplication::translate("Callback", finding.text);
    return finding.detail.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, finding.detail);
}

QString adviceOf(const NotifyFinding &finding)
{
    return finding.advice ? QCoreApplication::translate("Callback", finding.advice) : QString();
}

QString toText(const QList<NotifyFinding> &findings)
{
    QString text;
    for (const NotifyFinding &finding : findings) {
        text += QStringLiteral("%1: %2\n").arg(weightTitle(finding.weight), sentenceOf(finding));
        if (const QString advice = adviceOf(finding); !advice.isEmpty())
            text += QStringLiteral("    %1\n").arg(advice);
    }
    return text;
}

} // namespace faceid
