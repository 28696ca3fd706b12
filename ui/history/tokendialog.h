#pragma once

#include "history/tokenfacts.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace faceid {

class HistoryStore;
class Presentation;

/// Reads whatever token or request_id is pasted into it: when it was issued, which windows are still open,
/// and its row.
class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    /// All of them must outlive the dialog.
    TokenDialog(HistoryStore &history, Presentation &presentation, QWidget *parent);

    void setText(const QString &text);

Q_SIGNALS:
    /// The operator wants to see the row in the list.
    void rowWanted(const QUuid &id);

private:
    void read();
    void setFacts(const TokenFacts &facts);
    void showFacts();

    HistoryStore &m_history;
    const Presentation &m_presentation;
    TokenFacts m_facts;
    QLineEdit *m_input;
    QGridLayout *m_lines;
    QPushButton *m_toRow;
    QTimer m_ticker; ///< the remaining times move
};

} // namespace faceid
