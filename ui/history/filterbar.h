#pragma once

#include "history/historyquery.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace faceid {

/// The line of choices that narrow the history: outcome, API, profile, environment, time and what is left of
/// the token.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent);

    /// Those to choose from; what is chosen stays chosen.
    void setProfiles(const QList<Profile> &profiles);
    /// What is chosen, in words; none where nothing is.
    QStringList words() const;
    /// Writes what is chosen into \a query.
    void narrow(HistoryQuery &query) const;
    /// The two days to choose, shown while they are wanted. They have a line of their own: with them the
    /// choices are wider than the smallest window.
    QWidget *dates() const { return m_dates; }
    /// Shows everything again.
    void clear();
    /// Shows only rows of which nobody knows the outcome.
    void showUnresolved();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addChoice(const char *name);
    void fill();
    void narrowTime(HistoryQuery &query) const;
    void showDates();
    void reset();

    QComboBox *m_outcome;
    QComboBox *m_endpoint;
    QComboBox *m_profile;
    QComboBox *m_environment;
    QComboBox *m_time;
    QComboBox *m_validity;
    QWidget *m_dates; ///< where m_from and m_until are
    QDateEdit *m_from;
    QDateEdit *m_until;
    QList<Profile> m_profiles;
};

} // namespace faceid
