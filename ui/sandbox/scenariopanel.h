#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace faceid {

class ScenarioQueue;

/// What the sandbox is told to do instead of answering as documented: an editor for one more order, and the
/// orders that stand.
class ScenarioPanel : public QWidget
{
    Q_OBJECT

public:
    /// \a queue must outlive the panel.
    ScenarioPanel(ScenarioQueue &queue, QWidget *parent);

    /// Shows the orders as they are now: their counts go down with every request.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void fillCatalog();
    void describe();
    /// As ScenarioOrder reads it.
    QString orderText() const;
    void add();
    void removeChosen();

    ScenarioQueue &m_queue;
    QLabel *m_heading;
    QLabel *m_nameLabel;
    QComboBox *m_name; ///< from the catalog, or typed
    QLabel *m_description;
    QLabel *m_countLabel;
    QSpinBox *m_count;
    QLabel *m_shareLabel;
    QSpinBox *m_share;
    QLabel *m_fieldLabel;
    QComboBox *m_field;
    QLineEdit *m_value;
    QPushButton *m_add;
    QLabel *m_problem;
    QListWidget *m_orders;
    QLabel *m_none;
    QPushButton *m_remove;
    QPushButton *m_removeAll;
};

} // namespace faceid
