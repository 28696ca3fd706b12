#pragma once

#include "callback/callbacklistener.h"
#include "callback/callbackwindow.h"
#include "callback/madecallback.h"
#include "credentials/credentialstore.h"
#include "shell/presentation.h"
#include "support/historybench.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>

#include <future>

/// Clicks on the tab of that title.
inline void turnTo(const QWidget &window, const QString &title)
{
    auto *bar = window.findChild<QTabBar *>();
    for (int i = 0; i < bar->count(); ++i) {
        if (bar->tabText(i) == title)
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
    }
}

/// The callback window with one profile, whose secret is demo_secret, and a history of its own.
struct CallbackBench
{
    CallbackBench()
    {
        profile.id = QStringLiteral("bench");
        profile.name = QStringLiteral("Bench");
        credentials.keepForSession(profile.secretEntry(), faceid::Secret(QByteArray("demo_secret")));
        window = std::make_unique<faceid::CallbackWindow>(
            QList<faceid::Profile>{profile}, credentials, history.store(), presentation, nullptr);
        window->show();
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : window->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    void listen() const { QTest::mouseClick(button(QStringLiteral("Listen")), Qt::LeftButton); }
    QString address() const { return child<QLineEdit>("notifyUrl")->text(); }
    template <typename T>
    T *child(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const char *name, const QString &text) const
    {
        child<QLineEdit>(name)->setFocus();
        child<QLineEdit>(name)->selectAll();
        QTest::keyClicks(child<QLineEdit>(name), text);
    }
    void click(const char *name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    QString said(const char *name) const { return child<QLabel>(name)->text(); }
    void chooseOutcome(const char *name) const
    {
        auto *box = child<QComboBox>("sendOutcome");
        box->setCurrentIndex(box->findData(QString::fromLatin1(name)));
    }
    QTableWidget *table() const { return window->findChild<QTableWidget *>(); }
    /// Sends, and waits until it is listed.
    int send(const char *outcome, const QByteArray &secret, const QString &bizNo) const
    {
        faceid::CallbackWish wish;
        wish.outcome = faceid::outcomeNamed(QString::fromLatin1(outcome));
        wish.bizNo = bizNo;
        const QByteArray form = faceid::urlEncodedForm(faceid::madeCallback(wish, secret, 1718000000));
        const int before = table()->rowCount();
        auto reply = std::async(std::launch::async,
            [url = QUrl(address()), form] { return faceid::postForm(url, form, std::chrono::seconds(30)); });
        (void)QTest::qWaitFor([this, before] { return table()->rowCount() > before; }, 30'000);
        return reply.get().httpStatus;
    }
    bool says(const QString &words) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisibleTo(window.get()) && label->text().contains(words))
                return true;
        }
        return false;
    }

    QTemporaryDir folder;
    HistoryBench history{folder.filePath(QStringLiteral("history.sqlite"))};
    faceid::CredentialStore credentials;
    faceid::Presentation presentation;
    faceid::Profile profile;
    std::unique_ptr<faceid::CallbackWindow> window;
};

/// An integration under test: a receiver that is not the window's.
struct CallbackReceiver
{
    CallbackReceiver()
    {
        QObject::connect(&listener, &faceid::CallbackListener::received, &listener,
            [this](const faceid::ReceivedCallback &callback) { received.append(callback); });
        listener.start({});
    }
    QString url() const { return listener.url(faceid::CallbackListener::notifyPath).toString(); }

    QList<faceid::ReceivedCallback> received;
    faceid::CallbackListener listener;
};
