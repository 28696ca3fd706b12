#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace faceid {

/// A question that stands above \a window without blocking it, once the caller has opened it; Cancel is the
/// default and what Escape means. \a accepted is called with the box when the operator presses the button \a
/// agree. The box deletes itself.
QMessageBox *makeQuestion(QWidget *window, const QString &title, const QString &text, const QString &agree,
    std::function<void(const QMessageBox &)> accepted);

} // namespace faceid
