#pragma once

#include "client/exchange.h"

#include <QWidget>

class QAction;
class QTabWidget;
class QToolButton;

namespace faceid {

class CodePage;
class FindBar;
class RequestPage;
class ResponsePage;
class SignPage;
class Theme;
class TimelinePage;

/// What was sent, what came back, to the letter, and how long it took; the request as a program; signs.
class ResponseInspector : public QWidget
{
    Q_OBJECT

public:
    ResponseInspector(Theme &theme, QWidget *parent);

    /// \a original: the parts that were sent, where they are still in memory, for the photos' thumbnails.
    void showExchange(const Exchange &exchange, const Parts &original = {});
    void clear();

    ResponsePage *responsePage() const { return m_response; }
    RequestPage *requestPage() const { return m_request; }
    TimelinePage *timelinePage() const { return m_timeline; }
    CodePage *codePage() const { return m_code; }
    SignPage *signPage() const { return m_sign; }
    QTabWidget *tabs() const { return m_tabs; }
    FindBar *findBar() const { return m_find; }

Q_SIGNALS:
    /// Something of the exchange is wanted on the clipboard.
    void copyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeCorner();
    void makeActions();
    void retranslate();
    void restyle();
    void followTab();
    void closeSearch();

    Theme &m_theme;
    QTabWidget *m_tabs;
    ResponsePage *m_response;
    RequestPage *m_request;
    TimelinePage *m_timeline;
    CodePage *m_code;
    SignPage *m_sign;
    FindBar *m_find;
    QAction *m_searchAction;
    QAction *m_saveAction;
};

} // namespace faceid
