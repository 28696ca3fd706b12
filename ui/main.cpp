// The composition root of the window: client, store, history, sandbox and window meet only here.

#include "about.h"
#include "client/exitstatus.h"
#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/personkeyring.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "history/historystore.h"
#include "history/retention.h"
#include "mainwindow.h"
#include "policy/policy.h"
#include "sandbox/sandboxrequests.h"
#include "sandbox/sandboxserver.h"
#include "shell/language.h"
#include "shell/measure.h"
#include "shell/secretclipboard.h"
#include "shell/singleinstance.h"
#include "shell/steadycursor.h"
#include "shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>

#include <optional>

using namespace faceid;

namespace {

struct Options
{
    Wish wish;
    bool measure = false;
    bool endWhenUsable = false;
};

Options optionsOf(const QApplication &application)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("main", text); };
    const QCommandLineOption measure(QStringLiteral("measure"),
        say(QT_TRANSLATE_NOOP(
            "main", "Print how long start took and how long the window was held up at most.")));
    const QCommandLineOption endWhenUsable(QStringLiteral("exit-when-usable"),
        say(QT_TRANSLATE_NOOP("main", "With --measure: quit as soon as the window can be used.")));
    const QCommandLineOption page(QStringLiteral("open"),
        say(QT_TRANSLATE_NOOP(
            "main", "Open a page as well: sandbox, callbacks, profiles, readToken or report.")),
        QStringLiteral("page"));
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("main", "Issues FaceID tokens by hand.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({page, measure, endWhenUsable});
    parser.addPositionalArgument(QStringLiteral("photo"),
        say(QT_TRANSLATE_NOOP("main", "Photos to put into the form.")), QStringLiteral("[photo...]"));
    parser.process(application);
    return {{parser.positionalArguments(), parser.value(page)}, parser.isSet(measure),
        parser.isSet(endWhenUsable)};
}

void fulfil(const Wish &wish, MainWindow &window)
{
    if (!wish.photos.isEmpty())
        window.addPhotos(wish.photos);
    if (!wish.page.isEmpty())
        window.open(wish.page);
}

/// Nothing is done where nobody knows what may be done.
int refuseToStart(const QString &why)
{
    QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("main", "FaceID Console"), why);
    box.exec();
    return ExitForbidden;
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcessMemory();
    setApplicationNames();
    QGuiApplication::setDesktopFileName(QStringLiteral(FACEID_APP_ID)); // by which Wayland finds the icon
    QApplication application(argc, argv);
    const Options options = optionsOf(application);
    SingleInstance instance(QFileInfo(HistoryStore::defaultPath()).absolutePath());
    const SingleInstance::Role role = instance.claim(options.wish);
    if (role == SingleInstance::Role::HandedOver)
        return 0;
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));

    const auto settings = openSettings();
    Language language(application);
    const Policy policy = systemPolicy();
    if (!policy.problem.isEmpty())
        return refuseToStart(policy.problem);
    Theme theme(application);
    const SteadyCursor steadyCursor;
    SecretClipboard clipboard(*QGuiApplication::clipboard());

    SandboxRequests
        sandboxRequests; // outlives the sandbox, which tells it of requests from threads of its own
    SandboxServer sandbox;
    sandbox.setObserver([&sandboxRequests](const SandboxRecord &record) { sandboxRequests.take(record); });
    const bool mayPlay = policy.allows(Feature::Sandbox);
    const bool sandboxUp = mayPlay && sandbox.start();
    CredentialStore credentials;
    credentials.rememberPlacesIn(*settings);
    credentials.keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
    ProfileStore profiles(*settings, policy);
    HistoryStore history(HistoryStore::defaultPath());
    TokenClient client(credentials, &history);
    client.setPolicy(policy);
    PersonKeyring persons(credentials);
    persons.get(&client, [&client](const std::shared_ptr<const PersonKey> &key, const QString &) {
        client.setPersonKey(key); // without one a person's rows cannot be found, and a purge says so
    });
    const Retention retention(history, *settings, policy);
    DraftKeeper drafts(DraftKeeper::defaultFile(), credentials);

    std::optional<Theme::Pause> pause(std::in_place, theme);
    MainWindow window({client, credentials, profiles, history, *settings, theme, language, clipboard, drafts,
        policy, sandboxProfile(sandbox.baseUrl(), QString::fromLatin1(sandboxApiKey)),
        mayPlay ? &sandbox : nullptr, &sandboxRequests});
    if (mayPlay && !sandboxUp)
        window.say(QCoreApplication::translate("main", "The built-in sandbox could not be started: %1")
                       .arg(sandbox.errorString()));
    if (role == SingleInstance::Role::Alone)
        window.say(QCoreApplication::translate(
            "main", "Another FaceID Console may be running, but it does not answer: %1")
                       .arg(instance.errorString()));
    QObject::connect(&instance, &SingleInstance::anotherStarted, &window,
        [&window](const Wish &wish, const QByteArray &activation) {
            bringToFront(window, activation);
            fulfil(wish, window);
        });
    std::optional<Measure> measure;
    if (options.measure)
        measure.emplace(window, options.endWhenUsable);
    pause.reset();
    window.show();
    fulfil(options.wish, window);
    return QApplication::exec();
}
