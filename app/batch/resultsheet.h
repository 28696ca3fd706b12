#pragma once

#include "batch/batchplan.h"
#include "batch/batchsheet.h"
#include "credentials/profile.h"
#include "export/outfile.h"
#include "history/historyrow.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace faceid {

class HistoryStore;

/// Writes what became of every row of a sheet as a CSV, from the history, row by row. Of the sheet it repeats
/// what is neither personal nor a photo. Tokens are in it: it is for its owner only. Of a sheet that is no
/// more the one of the plan it writes nothing, since one person's token would stand beside another.
class ResultSheet : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString sheet;
        QString out;
        QString qrFolder; ///< for a picture of each link or token; empty: none
        BatchPlan plan;
        Profile profile; ///< knows the end user's page
        QHash<int, QString> localProblems; ///< BatchRunner::localProblems()
    };

    ResultSheet(const Settings &settings, HistoryStore &history, QObject *parent = nullptr);
    ~ResultSheet() override;

    void start();

    /// The columns that follow those of the sheet.
    static QStringList columns();

Q_SIGNALS:
    /// Once, queued. \a error, translated, is empty when the file is there, whole.
    void finished(const QString &error);

private:
    void begin(const QByteArray &hash);
    void ask();
    void write(const SheetRow &row, const QString &bizNo, const QList<HistoryRow> &rows);
    QString writeCode(int number, const QString &text) const;
    void end(const QString &error);

    const Settings m_settings;
    const EndpointSpec &m_endpoint;
    HistoryStore &m_history;
    std::unique_ptr<BatchSheet> m_sheet;
    OutFile m_file;
    int m_asked = 0; ///< rows that the history is asked for; it answers in their order
    bool m_isAtEnd = false; ///< of the sheet
    bool m_isOver = false;
};

} // namespace faceid
