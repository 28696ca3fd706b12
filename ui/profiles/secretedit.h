#pragma once

#include "credentials/secret.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace faceid {

class Presentation;
class Theme;

/// A field for typing a secret: masked, shown while the button beside it is held down, and emptied when
/// nobody looks at it (hidden, or not touched for a minute). What was typed is then still there for saving,
/// in memory that is wiped.
class SecretEdit : public QWidget
{
    Q_OBJECT

public:
    SecretEdit(Theme &theme, Presentation &presentation, QWidget *parent);
    ~SecretEdit() override;

    /// Names the field for those who cannot see it, and its line for tests.
    void setName(const QString &objectName, const QString &title);
    /// Takes nothing from now on; \a why stands in the empty field.
    void refuse(const QString &why);
    /// What stands in the empty field.
    void setHint(const QString &hint);
    bool hasInput() const;
    /// What was typed, once more; the field keeps it until discard().
    Secret typed() const;
    void discard();
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited();
    /// The secret could be read on the screen.
    void revealed();

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setRevealed(bool revealed);
    void putAway();
    void showHint();

    Presentation &m_presentation;
    QLineEdit *m_line;
    QToolButton *m_reveal;
    QString m_refusal; ///< why nothing can be typed; empty: it can
    QString m_hint;
    Secret m_held; ///< typed and no longer in the field
    QTimer m_untouched;
};

} // namespace faceid
