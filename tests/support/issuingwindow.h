#pragma once

#include "form/requestform.h"
#include "support/windowbench.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

/// A window with real parts behind it, and how an operator issues a token in it.
class IssuingWindow : public WindowBench
{
public:
    IssuingWindow() { QApplication::setDoubleClickInterval(0); } // a test that presses twice means it

    faceid::RequestForm *form() const { return visible<faceid::RequestForm>(); }

    /// The segment that is seen and whose text ends like that; null for none.
    QPushButton *button(const QString &textPart) const
    {
        for (QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("segment").isValid()
                && button->text().endsWith(textPart))
                return button;
        }
        return nullptr;
    }

    QPushButton *issueButton() const { return window->findChild<QPushButton *>(QStringLiteral("issue")); }
    QLineEdit *token() const { return window->findChild<QLineEdit *>(QStringLiteral("token")); }
    QString outcome() const { return window->findChild<QLabel *>(QStringLiteral("outcome"))->text(); }

    /// Whether a label that is seen says exactly that.
    bool isShown(const QString &text) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    /// Whether a label that is seen says so, among other words.
    bool isSaid(const QString &words) const
    {
        const QList<QLabel *> labels = window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    void issueAndWait() const
    {
        QTRY_VERIFY(!form()->isLoadingPhotos());
        QTest::mouseClick(issueButton(), Qt::LeftButton);
        QTRY_VERIFY(!issueButton()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(issueButton()->isVisible(), 20'000);
    }
};
