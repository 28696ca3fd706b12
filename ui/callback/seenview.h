#pragma once

#include <QWidget>

class QLabel;

namespace faceid {

class Presentation;
class ResultView;
struct SeenCallback;

/// One callback that was looked at: whether its sign is genuine, and the result in it.
class SeenView : public QWidget
{
    Q_OBJECT

public:
    /// Whether the history was asked for the row of the callback.
    enum class Origin { Received, Pasted };

    /// \a presentation must outlive the view.
    SeenView(Origin origin, const Presentation &presentation, QWidget *parent);

    void setSeen(const SeenCallback &seen);
    void clear();

private:
    const Origin m_origin;
    QLabel *m_check;
    ResultView *m_view;
};

} // namespace faceid
