#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace faceid {

/// A row of joined buttons of which exactly one is down: a choice among two or three that deserves to be seen
/// at once.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// Adds a choice; the first one added is chosen.
    void addChoice(const QString &value, const QString &text, const QString &toolTip = {});
    void setText(const QString &value, const QString &text, const QString &toolTip = {});
    void setChoiceEnabled(const QString &value, bool enabled);
    QString value() const;
    /// Chooses without emitting chosen(). Unknown values change nothing.
    void setValue(const QString &value);
    void focusChosen(); ///< puts the keyboard on the choice that is down

Q_SIGNALS:
    void chosen(const QString &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    /// The chosen one is bold; room for that is kept in every one, so that choosing moves nothing.
    void keepRoom(QAbstractButton *button);

    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<QString> m_values;
};

} // namespace faceid
