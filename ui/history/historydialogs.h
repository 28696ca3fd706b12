#pragma once

#include <QObject>

class QWidget;

namespace faceid {

class HistoryStore;
class HistoryView;
class Presentation;

/// What is done with the history as a whole, each in a dialog of its own.
class HistoryDialogs : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this; \a window is what the dialogs stand above.
    HistoryDialogs(HistoryStore &history, HistoryView &view, Presentation &presentation, QWidget *window);

    /// Reads a token or request_id, to begin with the one on the clipboard.
    void readToken();
    /// Shows the shift report.
    void report();

private:
    HistoryStore &m_history;
    HistoryView &m_view;
    Presentation &m_presentation;
    QWidget *m_window;
};

} // namespace faceid
