#include "shell/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace faceid {

QMessageBox *makeQuestion(QWidget *window, const QString &title, const QString &text, const QString &agree,
    std::function<void(const QMessageBox &)> accepted)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QPushButton *yes = box->addButton(agree, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(
        yes, &QPushButton::clicked, window, [box, accepted = std::move(accepted)] { accepted(*box); });
    return box;
}

} // namespace faceid
