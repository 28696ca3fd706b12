#pragma once

#include "contract/parts.h"
#include "contract/validation.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;

namespace faceid {

struct ImageFile;
class Presentation;
class Theme;

/// Everything an operator has entered, by part name; what a form hands to another form.
struct FormValues
{
    QMap<QString, QString> texts;
    QMap<QString, std::shared_ptr<const ImageFile>> photos;
};

/// The editor of one row of a contract table: the control, what is used of its limit, and the verdict
/// beneath.
///
/// create() is the one place that turns a Kind into a control.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    static FieldEditor *create(const FieldSpec &row, Theme &theme, QWidget *parent);

    const FieldSpec &row() const { return m_row; }

    virtual void appendTo(Parts &parts) const = 0;
    virtual void save(FormValues &values) const = 0;
    virtual void restore(const FormValues &values) = 0;
    virtual void clear() = 0;
    /// Puts the keyboard on the part (a row of photos has several).
    virtual void focusPart(const QString &partName) = 0;
    virtual void retranslate() = 0;
    /// Whether the value is another than what the service assumes.
    virtual bool differsFromAssumed() const = 0;
    /// Its value in short, for the line that says what differs.
    virtual QString summary() const = 0;

    /// From now on the value is hidden while \a presentation is on.
    virtual void coverWith(Presentation &presentation);

    /// Shows what validate() says of this row. \a strict: also what is only missing, in the colour of an
    /// error; before the operator has tried to issue, that is a quiet hint.
    void showProblems(const Problems &problems, bool strict);
    /// Says to screen readers, after the verdict, whether the row is needed and what the document says of it.
    void setDemand(const QString &demand);
    /// Marks the part until the value changes, with what \a text says in the language of the moment.
    void showRefusal(const QString &partName, std::function<QString()> text);
    void forgetRefusal();
    /// Says what speaks against the value beyond the contract, in the language of the moment, until the value
    /// changes; null takes it back.
    void showDoubt(std::function<QString()> text);

Q_SIGNALS:
    void changed();
    /// The value is the same, but something new is known of it.
    void learned();

protected:
    FieldEditor(const FieldSpec &row, QWidget *parent);

    /// Colours the control of a part: "", "refused".
    virtual void markPart(const QString &partName, const QString &state) = 0;
    /// Tells screen readers \a text of every control of the row.
    virtual void describeControls(const QString &text);
    /// What is said when there is no problem; empty for nothing.
    virtual QString quietHint() const { return {}; }
    /// To be called by the control when the operator changed the value.
    void edited();
    /// Where the verdict's label goes in the layout of the concrete editor.
    QLabel *verdict() const { return m_verdict; }

private:
    void say(const QString &text, const QString &state);
    void describeToReaders();

    const FieldSpec &m_row;
    QLabel *m_verdict;
    QString m_refusedPart;
    std::function<QString()> m_refusal;
    std::function<QString()> m_doubt;
    QString m_demand;
    QString m_said; ///< the verdict in words
    Problems m_problems;
    bool m_strict = false;
    Presentation *m_presentation = nullptr; ///< null: nothing to hide
};

/// Name of the parameter and what it is, for labels and screen readers.
QString accessibleLabel(const FieldSpec &row);

} // namespace faceid
