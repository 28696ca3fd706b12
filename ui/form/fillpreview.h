#pragma once

#include "contract/endpointspec.h"
#include "contract/parts.h"
#include "export/fillfinding.h"

#include <QMap>
#include <QTableWidget>

namespace faceid {

class Presentation;

/// One line of what a form is to be filled with, or of what it is not.
struct FillLine
{
    QString name; ///< of the field, or what else is meant
    QString text; ///< its value, or a sentence about it; of a photo its path as it may be shown
    QString path = {}; ///< of a photo that is read where the operator says so
};

/// What \a parts put into the form of \a spec, as it may be shown now.
QList<FillLine> filledLines(const EndpointSpec &spec, const Parts &parts, const Presentation &presentation);
/// What does not fit, as it may be shown now.
QList<FillLine> findingLines(const QList<FillFinding> &findings, const Presentation &presentation);

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
