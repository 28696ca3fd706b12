#include "callback/seenview.h"

#include "callback/callbackdesk.h"
#include "results/resultview.h"
#include "shell/plaintext.h"
#include "shell/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace faceid {

SeenView::SeenView(Origin origin, const Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_origin(origin)
    , m_check(new QLabel(this))
    , m_view(new ResultView(presentation, this))
{
    m_check->setObjectName(QStringLiteral("signCheck"));
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_check);
    layout->addWidget(m_view);
    clear();
}

void SeenView::setSeen(const SeenCallback &seen)
{
    QString text = !seen.check ? tr("The sign was not checked: the profile's secret is not at hand.")
        : seen.check->matches  ? tr("The sign matches: the profile's secret made it, over these bytes.")
                               : tr("The sign differs: trust nothing in this callback.");
    if (seen.check && seen.check->flaw)
        text += u' ' + describe(*seen.check->flaw);
    if (m_origin == Origin::Received && seen.report && !seen.row)
        text += u' ' + tr("The history has no row with this serial number.");
    if (!seen.oddity.isEmpty())
        text += u' ' + visibleText(seen.oddity);
    m_check->setText(text);
    Theme::mark(m_check, "state",
        !seen.check               ? QStringLiteral("unknown")
            : seen.check->matches ? QStringLiteral("issued")
                                  : QStringLiteral("refused"));
    if (seen.report)
        m_view->setReport(*seen.report, seen.securityLevel());
    else
        m_view->clear();
    show();
}

void SeenView::clear()
{
    m_view->clear();
    hide();
}

} // namespace faceid
