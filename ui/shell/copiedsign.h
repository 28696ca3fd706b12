#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QPushButton;

namespace faceid {

/// Says on the button that was pressed, for two seconds, that something has been copied. A screen reader is
/// told, too.
class CopiedSign : public QObject
{
    Q_OBJECT

public:
    explicit CopiedSign(QObject *parent);

    void show(QPushButton *button);

private:
    void takeDown();

    QPointer<QPushButton> m_button;
    QString m_text; ///< what the button said before
    QString m_name;
    QTimer m_timer;
};

} // namespace faceid
