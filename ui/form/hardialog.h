#pragma once

#include "export/har.h"

#include <QDialog>

class QTableWidget;

namespace faceid {

class FillPreview;
class Presentation;

/// The token requests of an HTTP archive, of which one fills the form.
class HarDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a reading has at least one entry; \a presentation must outlive the dialog.
    HarDialog(const HarReading &reading, const Presentation &presentation, QWidget *parent);

Q_SIGNALS:
    void fillWanted(const QString &endpointId, const faceid::Parts &parts);

private:
    void arrange(int others);
    void listEntries();
    void showEntry(int row);

    const QList<HarEntry> m_entries;
    const Presentation &m_presentation;
    QTableWidget *m_list;
    FillPreview *m_preview;
};

} // namespace faceid
