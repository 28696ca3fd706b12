#include "profiles/formcolumns.h"

#include <QFormLayout>
#include <QLabel>

namespace faceid {

namespace {

QList<QWidget *> labelsOf(QFormLayout *form)
{
    QList<QWidget *> labels;
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
        if (item && item->widget())
            labels.append(item->widget());
    }
    return labels;
}

} // namespace

QFormLayout *makeForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    return form;
}

void alignLabels(const QList<QFormLayout *> &forms)
{
    int widest = 0;
    for (QFormLayout *form : forms) {
        for (const QWidget *label : labelsOf(form))
            widest = qMax(widest, label->sizeHint().width());
    }
    for (QFormLayout *form : forms) {
        for (QWidget *label : labelsOf(form)) {
            label->setMinimumWidth(widest);
            if (auto *text = qobject_cast<QLabel *>(label))
                text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

} // namespace faceid
