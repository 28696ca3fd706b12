#pragma once

#include <QDialog>

class QGridLayout;

namespace faceid {

/// What this is, in which versions, and where its data lies: every path can be selected, copied and opened.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    /// The files in use, which need not exist yet.
    struct Files
    {
        QString history;
        QString settings;
        QString draft;
    };

    AboutDialog(const Files &files, QWidget *parent);

private:
    void addPath(QGridLayout *grid, const QString &title, const QString &path);
    void addText(QGridLayout *grid, const QString &title, const QString &text);
};

} // namespace faceid
