#pragma once

#include "client/exchange.h"
#include "inspector/itemviewsearch.h"

#include <QWidget>

#include <optional>

class QTreeWidget;
class QTreeWidgetItem;

namespace faceid {

class Theme;

/// The parts of a request in the order sent, with their headers and sizes: credentials gone, personal values
/// masked, photos as thumbnail and hash.
class RequestPage : public QWidget
{
    Q_OBJECT

public:
    RequestPage(Theme &theme, QWidget *parent);

    /// \a original: the parts with their photos where they are still in memory, for thumbnails only. Nothing
    /// of it is kept.
    void setRequest(const Exchange &exchange, const Parts &original);
    void clear();
    Searchable *searchable() { return &m_search; }
    QTreeWidget *tree() const { return m_tree; }

Q_SIGNALS:
    void copyText(const QString &text);
    void thumbnailShown(); ///< decoded and in its row

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void restyle();
    void fill(const Parts &original);
    void addPart(const Part &part, const Part *original);
    void addFile(QTreeWidgetItem *item, const Part &part);
    void addCredentials(const EndpointSpec &spec);
    void showThumbnail(const QString &partName, const Part &original);
    QTreeWidgetItem *add(QTreeWidgetItem *parent, const QString &name, const QString &value);
    void setDim(QTreeWidgetItem *item);
    void copyCurrent();

    Theme &m_theme;
    QTreeWidget *m_tree;
    ItemViewSearch m_search;
    std::optional<Exchange> m_exchange;
    int m_number = 0; ///< of the request that is shown
};

} // namespace faceid
