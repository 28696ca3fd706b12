#pragma once

#include "batch/batchplan.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace faceid {

class SegmentedControl;

/// What is chosen for a batch: the sheet, the API and case, where results go, how many at a time. What every
/// row has beside its cells comes from the window's form, or from the plan of a batch that was begun. Follows
/// the language.
class BatchForm : public QWidget
{
    Q_OBJECT

public:
    /// \a formParts: what the window's form for an API has in it now.
    BatchForm(
        const EndpointSpec &endpoint, std::function<Parts(const EndpointSpec &)> formParts, QWidget *parent);

    QString sheet() const; ///< absolute; empty: none is chosen
    const EndpointSpec &endpoint() const;
    Parts fixed() const;
    QString out() const;
    QString qrFolder() const; ///< empty: none are wanted
    int parallel() const;

    /// The plan that stands beside the sheet, whose API and fields hold.
    const std::optional<BatchPlan> &plan() const { return m_plan; }
    void setSheet(const QString &path);
    /// Looks at the window's form and at the plan again. \return whether something is another than it was.
    bool refresh();
    /// While a batch runs nothing can be chosen.
    void setLocked(bool locked);

Q_SIGNALS:
    /// Another sheet, API, case or field of all rows: it is to be checked anew.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QLabel *addLine(QGridLayout *grid, QLineEdit *line, QPushButton *button);
    void fillCases();
    bool takeSheet();
    void proposeFiles();
    void askSheet();
    void askOut();
    void askFolder();
    void follow();
    void retranslate();

    const std::function<Parts(const EndpointSpec &)> m_formParts;
    std::optional<BatchPlan> m_plan;
    Parts m_seen; ///< fixed() when it was looked at last
    QString m_sheetPath;
    bool m_isLocked = false;
    QLabel *m_sheetLabel = nullptr;
    QLineEdit *m_sheet;
    QPushButton *m_chooseSheet;
    QLabel *m_apiLabel;
    SegmentedControl *m_api;
    QComboBox *m_case;
    QLabel *m_fixedLabel;
    QLabel *m_fixed;
    QLabel *m_outLabel = nullptr;
    QLineEdit *m_out;
    QPushButton *m_chooseOut;
    QCheckBox *m_withCodes;
    QLineEdit *m_codes;
    QPushButton *m_chooseCodes;
    QLabel *m_parallelLabel;
    QSpinBox *m_parallel;
};

} // namespace faceid
