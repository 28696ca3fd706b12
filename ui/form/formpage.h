#pragma once

#include "form/fieldeditor.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QPushButton;

namespace faceid {

class SegmentedControl;

/// The rows of a contract table as a page: labels, editors and headings in sections, options folded. What
/// the chosen comparison_type takes is seen; hidden rows keep their values.
class FormPage : public QWidget
{
    Q_OBJECT

public:
    FormPage(const EndpointSpec &spec, Theme &theme);

    const QList<FieldEditor *> &editors() const { return m_editors; }
    /// The editor of a part; null when no row has it.
    FieldEditor *editorOf(const QString &partName) const;
    /// The row whose control \a widget is or belongs to; null when it is none.
    const FieldSpec *rowOf(const QWidget *widget) const;

    Case chosenCase() const;
    /// Chooses without emitting caseChosen(); an unknown or empty value changes nothing.
    void choose(const QString &comparison);

    /// Says beneath the comparison what the service has against it, in the language of the moment, until
    /// another one is chosen, and puts the keyboard there. Returns what must be in sight.
    QWidget *refuseCase(std::function<QString()> text);
    void forgetCaseRefusal();

    void setFolded(bool folded);
    /// Says on the folded line which options differ from what the service assumes.
    void describeOptions();
    void retranslate();

Q_SIGNALS:
    /// By the operator.
    void caseChosen();

private:
    struct Label
    {
        QWidget *box;
        QLabel *title;
    };

    void addSection(QGridLayout *grid, Section section, Theme &theme);
    void addRow(QGridLayout *grid, const FieldSpec &row, Theme &theme);
    Label makeLabel(const FieldSpec &row);
    void sayCaseRefusal();
    void follow(); ///< rows shown for the chosen case

    const EndpointSpec &m_spec;
    Theme &m_theme;
    SegmentedControl *m_selector;
    QLabel *m_caseVerdict;
    std::function<QString()> m_caseRefusal;
    QPushButton *m_fold;
    QList<FieldEditor *> m_editors;
    QList<Label> m_labels; ///< one for each editor
    QMap<Section, QLabel *> m_headings; ///< of all but the options, which have the folded line
    bool m_folded = true;
};

} // namespace faceid
