#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class Presentation;

/// Asks under which name a preset is to be kept, and whether the profile is to start with it.
class PresetDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a taken are names that a new preset would replace; \a startWith is the checkbox's state to begin
    /// with.
    PresetDialog(const QStringList &taken, const QString &profileName, bool startWith,
        Presentation &presentation, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &name, bool startWith);

private:
    QString name() const;
    void judge();

    const QStringList m_taken;
    QLineEdit *m_line;
    QLabel *m_note;
    QCheckBox *m_startWith;
    QPushButton *m_keep;
};

} // namespace faceid
