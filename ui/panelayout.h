#pragma once

#include "panes.h"

#include <QWidget>

class QSettings;
class QSplitter;

namespace faceid {

/// Where the panes stand in the window, and what the operator made of that: sizes, columns, the help shown.
class PaneLayout : public QWidget
{
    Q_OBJECT

public:
    PaneLayout(const Panes &panes, QWidget *parent);

    /// The window's own size and place too.
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QWidget *makeFormSide();
    QWidget *makeResultSide();

    const Panes m_panes;
    QSplitter *m_across;
    QSplitter *m_down;
};

} // namespace faceid
