#pragma once

#include "client/connectionreport.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace faceid {

class ConnectionTest;
class Theme;

/// The button "Test connection" and what came of it: a row for each step, and a sentence about the one that
/// failed.
class ConnectionView : public QWidget
{
    Q_OBJECT

public:
    ConnectionView(Theme &theme, QWidget *parent);

    /// Watches \a test, which it owns, and starts it; ends one that is under way.
    void run(ConnectionTest *test);
    void clear();

Q_SIGNALS:
    /// The button was pressed: somebody who knows the profile makes a test and calls run().
    void wanted();

private:
    void showStep(const QUrl &address, const StepResult &result);
    void showReports(const ConnectionReports &reports);
    void drawStep(QTreeWidgetItem *item, const StepResult &result);
    QTreeWidgetItem *itemOf(const QUrl &address);
    void setRunning(bool running);

    Theme &m_theme;
    QPushButton *m_button;
    QTreeWidget *m_steps;
    QLabel *m_verdict;
    QPointer<ConnectionTest> m_test;
};

} // namespace faceid
