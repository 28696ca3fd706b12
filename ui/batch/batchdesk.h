#pragma once

#include "batch/batchwindow.h"

#include <QObject>
#include <QPointer>

namespace faceid {

/// Brings up the window for batches, of which there is one.
class BatchDesk : public QObject
{
    Q_OBJECT

public:
    /// \a window is what it stands beside.
    BatchDesk(const BatchWindow::Services &services, std::function<const EndpointSpec &()> endpoint,
        QWidget *window);

    void show();
    bool isRunning() const;
    /// See BatchWindow. The batch must be running.
    void endThen(std::function<void()> done);

private:
    const BatchWindow::Services m_services;
    const std::function<const EndpointSpec &()> m_endpoint; ///< that the form is for, to begin with
    QWidget *m_window;
    QPointer<BatchWindow> m_batch;
};

} // namespace faceid
