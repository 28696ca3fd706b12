#pragma once

#include "history/historyrow.h"

#include <QFrame>

#include <optional>

class QLabel;
class QToolButton;

namespace faceid {

class Theme;

/// Above the foot of the form, while what is in it repeats a row of the history: which one, and the way to
/// make it a request of its own again.
class OriginLine : public QFrame
{
    Q_OBJECT

public:
    OriginLine(Theme &theme, QWidget *parent);

    /// The row that the next request is linked to; nothing while it is one of its own.
    const std::optional<HistoryRow> &origin() const { return m_origin; }
    /// Its serial number, which the next request may have, too; empty without a row.
    QString serialNumber() const { return m_origin ? m_origin->bizNo : QString(); }
    void setOrigin(const HistoryRow &row);
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_unlink;
    std::optional<HistoryRow> m_origin;
};

} // namespace faceid
