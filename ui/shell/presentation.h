#pragma once

#include "client/exchange.h"

#include <QObject>

class QLineEdit;

namespace faceid {

/// Presentation mode: the window on a projector. While it is on, secrets and personal data are hidden and the
/// type is larger; leaving it brings everything back.
///
/// Whatever shows something secret or personal asks this one object: it shows shown() of it and renders again
/// on changed(). What is copied stays the real thing. The customer screen alone goes on showing its code:
/// that is what it is opened for.
class Presentation : public QObject
{
    Q_OBJECT

public:
    explicit Presentation(QObject *parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    /// Hides what it hides from now on also while it is off, as the administrator wants it.
    void coverAlways();
    /// Whether secrets and personal data are to be hidden now.
    bool covers() const { return m_on || m_always; }
    /// Why it covers, in a few words, translated: the administrator, or this mode. Empty when it does not.
    QString reason() const;
    /// Whether the operator's own words on a row (note, tags, ticket number) may be edited, and then seen,
    /// now: not in front of others. The administrator hides what is of others, and only hides it.
    bool showsWhatIsEdited() const { return !m_on; }

    /// What may be seen of \a text now: itself, or dots that do not tell its length. Empty stays empty.
    QString shown(const QString &text) const;
    /// What may be seen of \a exchange now: itself, or a copy without token, ids, personal parts and the
    /// values of the answer.
    Exchange shown(const Exchange &exchange) const;
    /// From now on what stands in \a line is dots while this covers.
    void cover(QLineEdit *line);
    /// The same for a line that takes words of the operator, see showsWhatIsEdited().
    void coverOwnWords(QLineEdit *line);

    static QString dots();
    /// Property of a window that has type of its own size (the customer screen).
    static constexpr char ownType[] = "ownType";

Q_SIGNALS:
    void changed();

private:
    void coverWhen(QLineEdit *line, bool (Presentation::*hides)() const);
    void scaleType(double factor);

    bool m_on = false;
    bool m_always = false;
};

} // namespace faceid
