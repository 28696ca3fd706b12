#pragma once

#include "form/formstack.h"
#include "form/issuebar.h"
#include "form/requestform.h"
#include "mainmenu.h"
#include "outcome/outcomecard.h"
#include "support/madeexchange.h"
#include "support/windowbench.h"

#include <QPushButton>

#include <functional>

/// What the window can look like, for tests of every text on it.
namespace states {

struct State
{
    const char *name;
    std::function<void(WindowBench &)> enter;
};

inline void choose(WindowBench &bench, const char *endpoint, int comparison)
{
    using namespace faceid;
    auto *forms = bench.window->findChild<FormStack *>();
    forms->choose(QString::fromLatin1(endpoint));
    forms->current()->setValues({{{QStringLiteral("comparison_type"), QString::number(comparison)}}, {}});
}

inline void end(WindowBench &bench, const faceid::Exchange &exchange)
{
    bench.window->findChild<faceid::OutcomeCard *>()->showExchange(exchange,
        QUrl(QStringLiteral("https://api.megvii.com/faceid/liveness/v2/do?token=") + exchange.reply.token));
}

inline faceid::Exchange ended(faceid::Outcome outcome)
{
    return made::ended(made::pending(QStringLiteral("20260101-1200-ABCD-EFGH-JKMN")), outcome);
}

inline faceid::Exchange issuedForSdk()
{
    faceid::Exchange exchange = ended(faceid::Outcome::Issued);
    exchange.endpointId = faceid::getBizToken().id;
    exchange.reply.token =
        QStringLiteral("%1,c26a7243-d47c-440f-ade1-6c09dd9cba46").arg(exchange.startedAt.toSecsSinceEpoch());
    exchange.reply.expiresAt = {};
    exchange.reply.timeUsedMs = 12345;
    exchange.timing.finished = 12399;
    return exchange;
}

inline faceid::Exchange refusedAtLength()
{
    faceid::Exchange exchange = ended(faceid::Outcome::Refused);
    exchange.reply.errorText =
        QStringLiteral("IN_NO_TABLE: ") + QStringLiteral("whatever a service says ").repeated(9);
    return exchange;
}

inline const QList<State> &all()
{
    using faceid::Outcome;
    static const QList<State> states{
        {"SDK, photo", [](WindowBench &bench) { choose(bench, "get_biz_token", 0); }},
        {"SDK, person", [](WindowBench &bench) { choose(bench, "get_biz_token", 1); }},
        {"PC, photo", [](WindowBench &bench) { choose(bench, "get_token", 0); }},
        {"PC, liveness", [](WindowBench &bench) { choose(bench, "get_token", -1); }},
        {"nothing filled in",
            [](WindowBench &bench) {
                choose(bench, "get_token", 1);
                bench.window->findChild<QPushButton *>(QStringLiteral("issue"))->click();
            }},
        {"issued for SDK", [](WindowBench &bench) { end(bench, issuedForSdk()); }},
        {"issued for PC", [](WindowBench &bench) { end(bench, ended(Outcome::Issued)); }},
        {"refused at length", [](WindowBench &bench) { end(bench, refusedAtLength()); }},
        {"unknown", [](WindowBench &bench) { end(bench, ended(Outcome::Unknown)); }},
        {"marking",
            [](WindowBench &bench) {
                end(bench, ended(Outcome::Unknown));
                bench.window->findChild<QPushButton *>(QStringLiteral("markByHand"))->click();
            }},
        {"not sent", [](WindowBench &bench) { end(bench, ended(Outcome::NotSent)); }},
        {"server error", [](WindowBench &bench) { end(bench, ended(Outcome::ServerError)); }},
        {"on its way",
            [](WindowBench &bench) {
                bench.window->findChild<faceid::OutcomeCard *>()->showRunning();
                bench.window->findChild<faceid::IssueBar *>()->showRunning();
            }},
    };
    return states;
}

/// The ids of the commands that open a dialog.
inline QStringList dialogs()
{
    return {QStringLiteral("commands"), QStringLiteral("shortcuts"), QStringLiteral("about"),
        QStringLiteral("profiles"), QStringLiteral("qr"), QStringLiteral("readToken"),
        QStringLiteral("report"), QStringLiteral("export"), QStringLiteral("privacy"),
        QStringLiteral("sandbox"), QStringLiteral("readCurl"), QStringLiteral("batch"),
        QStringLiteral("carryOver"), QStringLiteral("help"), QStringLiteral("diagnosis")};
}

/// What has come up beside the window, or null.
inline QWidget *otherWindow(const WindowBench &bench)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget != bench.window.get())
            return widget;
    }
    return nullptr;
}

/// Runs the command and gives the dialog that it opened, or null.
inline QWidget *openDialog(WindowBench &bench, const QString &id)
{
    for (const faceid::Command &command : bench.window->findChild<faceid::MainMenu *>()->commands()) {
        if (command.id == id)
            command.run();
    }
    return otherWindow(bench);
}

} // namespace states
