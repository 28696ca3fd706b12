#pragma once

#include <QMap>
#include <QTableWidget>

namespace faceid {

/// One line of what a form is to be filled with, or of what it is not.
struct FillLine
{
    QString name; ///< of the field, or what else is meant
    QString text; ///< its value, or a sentence about it
    QString path = {}; ///< of a photo that is read where the operator says so
};

/// Lines that belong together.
struct FillGroup
{
    QString title; ///< shown where the group has lines
    QList<FillLine> lines;
};

/// Shows, before anything happens, what would go into the form and what would not.
class FillPreview : public QTableWidget
{
    Q_OBJECT

public:
    explicit FillPreview(QWidget *parent);

    void showGroups(const QList<FillGroup> &groups);
    /// The photos that the operator wants to be read: paths by part name.
    QMap<QString, QString> chosenPhotos() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTitle(const QString &title);
    void addLine(const FillLine &line);
};

} // namespace faceid
