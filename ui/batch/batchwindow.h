#pragma once

#include "batch/batchrun.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QLabel;
class QPushButton;
class QTableView;

namespace faceid {

class BatchForm;
class BatchPace;
struct BatchWords;
class Presentation;
class SheetCourse;
class SheetProblems;
class Theme;

/// Tokens for the rows of a sheet: it is checked as a whole, its bad cells are listed, and then its rows are
/// sent, some at a time, with pause, stop and the result sheet at the end. A sheet that was begun before is
/// gone on with. Closing it while rows are under way asks. Follows the language.
class BatchWindow : public QDialog
{
    Q_OBJECT

public:
    /// What it works with; all of it outlives the window.
    struct Services
    {
        TokenClient &client;
        HistoryStore &history;
        Theme &theme;
        Presentation &presentation;
        std::function<Profile()> profile; ///< who rows would be sent as now
        std::function<Parts(const EndpointSpec &)> formParts; ///< see BatchForm
    };

    BatchWindow(const Services &services, const EndpointSpec &endpoint, QWidget *parent);
    ~BatchWindow() override;

    bool isRunning() const { return m_run != nullptr; }
    /// Calls \a done at once, or, after a question and the end of the run, later.
    void endThen(std::function<void()> done);
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void arrange();
    void look(); ///< at the window's form, its profile and the sheet, which may be others by now
    void check();
    void handleChecked(const SheetCheck &found);
    void askToStart();
    void makeSure(const Profile &profile);
    void start(const Profile &profile);
    void pauseOrGoOn();
    void stop();
    void handleFinished(const QString &why, const QString &sheetProblem);
    void say(const BatchWords &words);
    void showCheck();
    void showProgress();
    void follow();
    void retranslate();

    const Services m_services;
    BatchForm *m_form;
    QLabel *m_profileLine;
    QLabel *m_state;
    SheetProblems *m_problems;
    QTableView *m_table;
    BatchPace *m_pace;
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_close;
    QTimer m_clock; ///< while something is under way
    std::shared_ptr<SheetCourse> m_course; ///< of the check under way; null: none
    std::optional<SheetCheck> m_found; ///< of the sheet as it is chosen now
    std::unique_ptr<BatchRun> m_run;
    QPointer<QObject> m_question;
    bool m_isEnding = false; ///< no more rows are sent
    std::function<void()> m_afterwards;
};

} // namespace faceid
