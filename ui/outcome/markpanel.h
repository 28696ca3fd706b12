#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class Presentation;
class SegmentedControl;

/// What an operator found out about a request whose answer never came.
enum class Mark { Issued, NotIssued, GivenUp };

/// Takes down by hand what became of a request, with a note: which of three, and how it was found out.
class MarkPanel : public QWidget
{
    Q_OBJECT

public:
    MarkPanel(Presentation &presentation, QWidget *parent);

    /// Empty again, with the keyboard on it.
    void start();

Q_SIGNALS:
    void marked(faceid::Mark mark, const QString &note);
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
