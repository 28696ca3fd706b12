#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace faceid {

class Searchable;
class Theme;

/// The line that searches whatever view it is pointed at: as one types, Return or F3 for the next match,
/// Shift+F3 for the one before, Escape to close.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    FindBar(Theme &theme, QWidget *parent);

    /// \a target must stay until another is set. Searches anew when something is being searched for.
    void setTarget(Searchable *target);
    /// What the empty line says, and its name for screen readers, both translated.
    void setTexts(const QString &placeholder, const QString &name);
    /// What is searched in has changed.
    void repeat();
    void open();
    /// Shows itself and searches for \a needle, and leaves the keyboard where it is.
    void openWith(const QString &needle);
    void next() { step(1); }
    void previous() { step(-1); }
    int matches() const { return m_matches; } ///< -1: not known yet
    int current() const { return m_current; } ///< from 0; -1: none

Q_SIGNALS:
    void closed();
    void counted(int matches);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void restyle();
    void step(int by);
    void showCount();

    Theme &m_theme;
    Searchable *m_target = nullptr;
    QLineEdit *m_line;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    int m_matches = -1;
    int m_current = -1;
};

} // namespace faceid
