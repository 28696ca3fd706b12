#pragma once

#include "history/historyrow.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace faceid {

class Theme;

/// Above the list, while there are attempts of which nobody knows the outcome: how many, the way to them, and
/// once the list shows them alone, what can be said of the one that is chosen.
class UnresolvedLine : public QFrame
{
    Q_OBJECT

public:
    UnresolvedLine(Theme &theme, QWidget *parent);

    void setCount(int count);
    /// Whether the list shows these rows alone.
    void setListed(bool listed);
    /// The row that is chosen in the list; null for none.
    void setRow(const HistoryRow *row);

Q_SIGNALS:
    void showWanted();
    void allWanted(); ///< the other rows again
    void marked(const QUuid &id, faceid::Resolution resolution, const QString &note);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow();

    QLabel *m_icon;
    QLabel *m_text;
    QList<std::pair<Resolution, QPushButton *>> m_marks;
    QPushButton *m_show;
    QPushButton *m_all;
    QToolButton *m_close;
    int m_count = 0;
    int m_closedAt = 0; ///< the count for which the operator has closed it
    bool m_listed = false;
    HistoryRow m_row; ///< without an id while none is chosen
};

} // namespace faceid
