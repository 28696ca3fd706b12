#pragma once

#include "form/fieldeditor.h"

#include <QList>

namespace faceid {

class ImageSlot;

/// The photos of a request: as many slots as the contract's row has copies.
class ImagesEditor : public FieldEditor
{
    Q_OBJECT

public:
    ImagesEditor(const FieldSpec &row, Theme &theme, QWidget *parent);

    void appendTo(Parts &parts) const override;
    void save(FormValues &values) const override;
    void restore(const FormValues &values) override;
    void clear() override;
    void focusPart(const QString &partName) override;
    void retranslate() override;
    void coverWith(Presentation &presentation) override;
    bool differsFromAssumed() const override;
    QString summary() const override;

    /// Fills the free slots from \a paths in turn and says how many did not fit.
    void addFiles(const QStringList &paths);
    /// Reads each slot's photo from a path, by part name.
    void loadFiles(const QMap<QString, QString> &paths);
    bool isLoading() const;
    /// Takes the picture on the clipboard into the first free slot; false when there is none.
    bool paste();
    /// Looks again whether the files behind the photos are what they were.
    void checkFiles();

protected:
    void describeControls(const QString &text) override;
    void markPart(const QString &partName, const QString &state) override;

private:
    void swap(ImageSlot *a, ImageSlot *b);

    QList<ImageSlot *> m_slots;
};

} // namespace faceid
