#pragma once

#include "form/fieldeditor.h"

class QComboBox;
class QSpinBox;

namespace faceid {

/// A list whose first entry leaves the parameter out and says what the service then assumes.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const FieldSpec &row, QWidget *parent);

    void appendTo(Parts &parts) const override;
    void save(FormValues &values) const override;
    void restore(const FormValues &values) override;
    void clear() override;
    void focusPart(const QString &partName) override;
    void retranslate() override;
    bool differsFromAssumed() const override;
    QString summary() const override;

protected:
    void markPart(const QString &partName, const QString &state) override;

private:
    QComboBox *m_box;
};

/// A number within the contract's range; one step below the lowest leaves it out.
class IntegerEditor : public FieldEditor
{
    Q_OBJECT

public:
    IntegerEditor(const FieldSpec &row, QWidget *parent);

    void appendTo(Parts &parts) const override;
    void save(FormValues &values) const override;
    void restore(const FormValues &values) override;
    void clear() override;
    void focusPart(const QString &partName) override;
    void retranslate() override;
    bool differsFromAssumed() const override;
    QString summary() const override;

protected:
    void markPart(const QString &partName, const QString &state) override;

private:
    QString value() const; ///< empty when left out

    QSpinBox *m_box;
};

} // namespace faceid
