#pragma once

#include "client/reply.h"

#include <QDateTime>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;

namespace faceid {

class BodyText;
class HexView;
class JsonTree;
class JsonTreeView;
class Searchable;
class SegmentedControl;
class Theme;

/// An answer to the letter: as a tree, as text, raw, and byte by byte. Whatever takes time with the length of
/// the answer is done on another thread or a little at a time, and not before it is looked at.
class ResponsePage : public QWidget
{
    Q_OBJECT

public:
    enum class View { Tree, Text, Raw, Hex };

    ResponsePage(Theme &theme, QWidget *parent);

    void setReply(const Reply &reply, const QDateTime &startedAt);
    void clear();
    void setView(View view);
    View view() const { return m_view; }
    Searchable *searchable() const;
    bool canSave() const { return m_reply && !m_reply->body.isEmpty(); }
    /// Asks where to.
    void save();
    /// Writes the body as it came, readable by the owner alone; says inline what came of it.
    void saveTo(const QString &path);

Q_SIGNALS:
    void shown(); ///< what the current view shows has changed and is complete
    void copyText(const QString &text);
    void saved(const QString &error); ///< empty: it is written

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Prepared;

    void retranslate();
    void prepare();
    void take(const Prepared &prepared);
    void showView();
    QString note() const; ///< what stands in the place of a view that has nothing to show
    QString facts() const;
    void say(const QString &text, const QString &state);
    QString suggestedName() const;

    std::optional<Reply> m_reply;
    QDateTime m_startedAt;
    View m_view = View::Tree;
    int m_number = 0; ///< of the answer, so that what belongs to an earlier one is dropped
    std::shared_ptr<const Prepared> m_prepared;
    bool m_laidIn[4] = {}; ///< by view: it has the answer

    SegmentedControl *m_views;
    QLabel *m_status;
    QStackedWidget *m_stack;
    JsonTreeView *m_tree;
    BodyText *m_text;
    BodyText *m_raw;
    HexView *m_hex;
    QLabel *m_note;
};

} // namespace faceid
