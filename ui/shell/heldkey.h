#pragma once

#include <QObject>

namespace faceid {

/// Tells a key that is held down from one that is pressed again. X11 repeats a held key as a release and a
/// press at the very same moment of the server's clock; Qt calls that a repeat only when both lie in its
/// queue at once, which on a busy machine they do not. Elsewhere Qt's own word is right.
///
/// Watches the whole application for as long as it lives; there must be one, and it must outlive this.
class HeldKey : public QObject
{
    Q_OBJECT

public:
    explicit HeldKey(QObject *parent = nullptr);

    /// Whether the last press of a key or a button was a repeat of a key that has not been let go since.
    bool isRepeating() const { return m_isRepeating; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_releasedKey = 0; ///< Qt::Key of the last release
    quint64 m_releasedAt = 0; ///< its time stamp, milliseconds of the window system's clock; 0: none
    bool m_isRepeating = false;
};

} // namespace faceid
