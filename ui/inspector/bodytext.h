#pragma once

#include "shell/searchable.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <vector>

namespace faceid {

class Theme;

/// A long text to read, search and copy from. It is laid out a little at a time between other events, colours
/// are put on the lines that are looked at, and very long lines are broken for the layout's sake; what is
/// copied is the text as it was given.
class BodyText : public QPlainTextEdit, public Searchable
{
    Q_OBJECT

public:
    BodyText(Theme &theme, QWidget *parent);

    /// \a jsonFrom: the first line that is coloured as JSON; -1: none is.
    void setBody(const QString &text, int jsonFrom = -1);
    bool isComplete() const { return m_fed == m_text.size(); }

    void search(const QString &needle, Found found) override;
    void showMatch(int match) override;

    /// What is selected, as it was given: without the line breaks that were added.
    QString selectedText() const;

Q_SIGNALS:
    void copyText(const QString &text);
    void completed(); ///< the whole text is laid in

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void copySelection();
    void feed();
    QString nextSlice();
    void colourVisibleLines();
    void startSearch();
    /// Where a character of the text stands in the document, which has more line breaks; and back.
    int toDocument(qsizetype position) const;
    qsizetype toText(int position) const;

    Theme &m_theme;
    QString m_text;
    qsizetype m_fed = 0;
    qsizetype m_lineLength = 0; ///< of the line that feeding has come to
    std::vector<qsizetype> m_breaks; ///< before which characters of the text a line break was added
    int m_jsonFrom = -1;
    int m_colouring = 0; ///< lines whose state it is have their colours
    QTimer m_feeder;

    QString m_needle;
    Found m_found;
    int m_searchNumber = 0;
    std::vector<qsizetype> m_matches;
};

} // namespace faceid
