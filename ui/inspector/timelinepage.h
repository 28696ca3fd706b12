#pragma once

#include "client/timephase.h"
#include "inspector/itemviewsearch.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;

namespace faceid {

class Theme;

/// The phases as a bar, and below it the time that the service says it used, which ends where its answer
/// begins.
class TimelineBar : public QWidget
{
    Q_OBJECT

public:
    TimelineBar(Theme &theme, QWidget *parent);

    /// \a serviceMs: -1 when the service did not say.
    void setPhases(const QList<TimePhase> &phases, qint64 serviceMs);
    QColor colorOf(TimePhase::Kind kind) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QList<TimePhase> m_phases;
    qint64 m_serviceMs = -1;
};

/// Where the time of a request went: a bar and the same in figures, next to the service's time_used and the
/// difference of the clocks.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    TimelinePage(Theme &theme, QWidget *parent);

    void setExchange(const Exchange &exchange);
    void clear();
    Searchable *searchable() { return &m_search; }
    QTreeWidget *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void addRow(const QString &what, const QString &from, const QString &took, const QColor &color);

    Theme &m_theme;
    TimelineBar *m_bar;
    QTreeWidget *m_table;
    QLabel *m_note;
    ItemViewSearch m_search;
    std::optional<Exchange> m_exchange;
};

} // namespace faceid
