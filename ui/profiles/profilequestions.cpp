#include "profiles/profilequestions.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace faceid {

namespace {

class QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(ProfileQuestions)
};

/// A box whose default and Escape are to stay.
QMessageBox *makeBox(QWidget *parent, const QString &question, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Question, QuestionWords::tr("Profiles"), question, {}, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    QPushButton *stay = box->addButton(QuestionWords::tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    return box;
}

void addAnswer(QMessageBox *box, const QString &text, const char *name, const std::function<void()> &then)
{
    QPushButton *button = box->addButton(text, QMessageBox::AcceptRole);
    button->setObjectName(QLatin1String(name));
    QObject::connect(
        box, &QMessageBox::buttonClicked, box->parentWidget(), [button, then](QAbstractButton *clicked) {
            if (clicked == button)
                then();
        });
}

void open(QMessageBox *box)
{
    for (QAbstractButton *button : box->buttons()) {
        button->setProperty("role", QStringLiteral("plain"));
        button->setIcon({});
    }
    box->open();
}

} // namespace

void askToSave(QWidget *parent, const QString &profileName, const std::function<void()> &save,
    const std::function<void()> &discard)
{
    QMessageBox *box =
        makeBox(parent, QuestionWords::tr("Save the changes of profile “%1”?").arg(profileName), {});
    addAnswer(box, QuestionWords::tr("Discard"), "discardProfile", discard);
    addAnswer(box, QuestionWords::tr("Save"), "saveProfile", save);
    open(box);
}

void askToRemove(QWidget *parent, const QString &profileName, const std::function<void()> &remove)
{
    QMessageBox *box =
        makeBox(parent, QuestionWords::tr("Remove profile “%1” and its secrets?").arg(profileName),
            QuestionWords::tr("The history stays. The secrets cannot be brought back."));
    addAnswer(box, QuestionWords::tr("Remove"), "removeProfile", remove);
    open(box);
}

void askToLeaveSecret(
    QWidget *parent, const QString &profileName, const QString &why, const std::function<void()> &leave)
{
    QMessageBox *box = makeBox(parent,
        QuestionWords::tr("The secret of profile “%1” could not be removed.").arg(profileName),
        why + u'\n' + QuestionWords::tr("Remove the profile alone, and leave the secret where it is?"));
    addAnswer(box, QuestionWords::tr("Remove the profile alone"), "leaveSecret", leave);
    open(box);
}

} // namespace faceid
