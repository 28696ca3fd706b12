#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace faceid {

/// Turns SIGINT and SIGTERM into a Qt signal for as long as it lives. One at a time.
///
/// On Windows Ctrl+C ends the program at once; a request under way is Unknown at the next start, as after any
/// other end of the program.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void raised();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace faceid
