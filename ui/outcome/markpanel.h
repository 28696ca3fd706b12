#pragma once

#include "history/historyrow.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class Presentation;
class SegmentedControl;

/// Takes down by hand what became of a request, with a note: which of three, and how it was found out.
class MarkPanel : public QWidget
{
    Q_OBJECT

public:
    MarkPanel(Presentation &presentation, QWidget *parent);

    /// Empty again, with the keyboard on it.
    void start();

Q_SIGNALS:
    void marked(faceid::Resolution resolution, const QString &note);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SegmentedControl *m_choice;
    QLineEdit *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace faceid
