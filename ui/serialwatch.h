#pragma once

#include "client/exchange.h"

#include <QObject>
#include <QTimer>

namespace faceid {

class HistoryStore;
class RequestForm;
struct Profile;
struct HistoryRow;

/// Looks up while one types whether the serial number in the form was used at the same service before, and
/// says so beneath it. Only tells: what refuses it is the history, the moment a request begins.
class SerialWatch : public QObject
{
    Q_OBJECT

public:
    /// \a history must outlive the watch.
    SerialWatch(HistoryStore &history, QObject *parent);

    /// Looks at what \a form would send to \a profile now; \a own is the number of the row that it repeats,
    /// which it may have. Call it whenever one of them changed; the history is asked when that has been the
    /// last change for a moment.
    void look(RequestForm *form, const Profile &profile, const QString &own);

private:
    void ask();
    void answer(const QList<HistoryRow> &holders);

    HistoryStore &m_history;
    QTimer m_pause; ///< runs only after a change
    RequestForm *m_form = nullptr; ///< which lives as long as the window
    Exchange m_wanted; ///< address and serial number to be asked for
    Exchange m_asked; ///< the same of the last question
};

} // namespace faceid
