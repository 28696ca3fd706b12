#pragma once

#include <QLabel>

class QLineEdit;

namespace faceid {

/// The line below a field that says what is wrong with it; takes no room while nothing is.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    /// For \a line, which is marked too; may be null for a field that is something else.
    FieldNote(QLineEdit *line, QWidget *parent);

    /// Empty: nothing is wrong.
    void setProblem(const QString &text);
    bool hasProblem() const { return !text().isEmpty(); }

private:
    QLineEdit *m_line;
};

} // namespace faceid
