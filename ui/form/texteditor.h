#pragma once

#include "form/fieldeditor.h"

class QFrame;
class QLineEdit;
class QToolButton;

namespace faceid {

/// A line of text with a counter of bytes or characters in it, and a button for a fresh value where the
/// contract says that the program proposes one.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(const FieldSpec &row, Theme &theme, QWidget *parent);

    void appendTo(Parts &parts) const override;
    void save(FormValues &values) const override;
    void restore(const FormValues &values) override;
    void clear() override;
    void focusPart(const QString &partName) override;
    void retranslate() override;
    bool differsFromAssumed() const override;
    QString summary() const override;

    QString text() const;
    /// Replaces the value as if typed, so that undo brings the old one back.
    void setText(const QString &text);
    /// Replaces the value by a fresh proposal.
    void proposeFresh();

protected:
    void markPart(const QString &partName, const QString &state) override;
    QString quietHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void count();
    void repair(const QString &typed);
    void restyle();

    Theme &m_theme;
    QFrame *m_frame;
    QLineEdit *m_line;
    QLabel *m_counter;
    QToolButton *m_fresh;
};

} // namespace faceid
