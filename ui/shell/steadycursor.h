#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace faceid {

/// Lets the text cursor stand still when nobody has pressed a key or a button for ten seconds, as GTK does: a
/// blinking cursor would be the only thing that wakes the machine, twice a second, for as long as the window
/// is left alone. The next press lets it blink again.
class SteadyCursor : public QObject
{
    Q_OBJECT

public:
    explicit SteadyCursor(
        std::chrono::milliseconds blinksFor = std::chrono::seconds(10), QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const int m_flashTime; ///< the desktop's
    QTimer m_idle;
};

} // namespace faceid
