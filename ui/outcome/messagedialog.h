#pragma once

#include "outcome/handover.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace faceid {

/// Edits the messages that go with a token, with what they become beneath.
class MessageDialog : public QDialog
{
    Q_OBJECT

public:
    MessageDialog(MessageTemplates &templates, QWidget *parent);

private:
    void addPage(MessageTemplates::Tongue tongue, const QString &title);
    void preview();
    void save();
    QPlainTextEdit *current() const;

    MessageTemplates &m_templates;
    QTabWidget *m_tabs;
    QLabel *m_preview;
};

} // namespace faceid
