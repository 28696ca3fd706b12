#pragma once

#include "sandbox/sandboxrequests.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QTreeWidget;

namespace faceid {

class Presentation;

/// The requests that the sandbox saw, as they come in, and the parts of the one that is chosen. Whoever looks
/// at the newest goes on seeing the newest.
class RequestsPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the panel.
    RequestsPanel(SandboxRequests &requests, Presentation &presentation, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void arrived();
    void showChosen();
    QString verdictOf(const SandboxRecord &record) const;

    SandboxRequests &m_requests;
    const Presentation &m_presentation;
    QLabel *m_heading;
    QPushButton *m_clear;
    QTableView *m_table;
    QLabel *m_verdict;
    QTreeWidget *m_parts;
    bool m_follows = true; ///< the newest one is chosen as it comes in
};

} // namespace faceid
