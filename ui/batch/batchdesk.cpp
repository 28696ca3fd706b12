#include "batch/batchdesk.h"

namespace faceid {

BatchDesk::BatchDesk(
    const BatchWindow::Services &services, std::function<const EndpointSpec &()> endpoint, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_endpoint(std::move(endpoint))
    , m_window(window)
{ }

void BatchDesk::show()
{
    if (!m_batch) {
        m_batch = new BatchWindow(m_services, m_endpoint(), m_window);
        m_batch->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_batch->show();
    m_batch->activateWindow();
}

bool BatchDesk::isRunning() const
{
    return m_batch && m_batch->isRunning();
}

void BatchDesk::endThen(std::function<void()> done)
{
    show();
    m_batch->endThen(std::move(done));
}

} // namespace faceid
