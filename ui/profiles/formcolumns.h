#pragma once

#include <QList>

class QFormLayout;
class QWidget;

namespace faceid {

/// A form in the look of the dialog's pages, without margins.
QFormLayout *makeForm(QWidget *parent);

/// Gives the labels of several forms one width, so that they look like one. They are several because rows
/// come and go: QFormLayout::setRowVisible() of Qt 6.4.2 writes past the end of its own arrays (valgrind).
void alignLabels(const QList<QFormLayout *> &forms);

} // namespace faceid
