#pragma once

class QPushButton;
class QTableView;

namespace faceid {

/// The look of a button that does one thing of many, and that Return presses only while it has the keyboard.
/// Returns \a button.
QPushButton *makePlain(QPushButton *button);

/// A table to be read: one row is chosen as a whole, nothing is edited, Tab leaves it, and neither grid nor
/// row numbers are drawn.
void makePlain(QTableView *table);

} // namespace faceid
