#pragma once

#include "contract/carryover.h"

#include <QDialog>

namespace faceid {

class Presentation;

/// Says what becomes of a request when it is made one for the other API, before it is.
class CarryDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a presentation must outlive the dialog.
    CarryDialog(
        const EndpointSpec &to, const CarryOver &carry, const Presentation &presentation, QWidget *parent);

Q_SIGNALS:
    void carryWanted();
};

} // namespace faceid
