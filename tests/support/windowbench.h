#pragma once

#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "history/historystore.h"
#include "mainwindow.h"
#include "sandbox/sandboxrequests.h"
#include "sandbox/sandboxserver.h"
#include "shell/language.h"
#include "shell/secretclipboard.h"
#include "shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

/// A window with real parts behind it, in English and light: sandbox on a socket, history and settings in
/// files of its own.
class WindowBench
{
public:
    WindowBench()
    {
        sandbox.setObserver([this](const faceid::SandboxRecord &record) { requests.take(record); });
        sandbox.start();
        credentials.keepForSession(
            faceid::Profile::sandboxId(), faceid::Secret(QByteArray(faceid::sandboxApiSecret)));
        settings.setValue(QStringLiteral("window/language"), QStringLiteral("en"));
        settings.setValue(QStringLiteral("window/theme"), QStringLiteral("light"));
    }

    /// A new window in place of the one before, active.
    bool open()
    {
        window.reset();
        client.setPolicy(policy);
        window = std::make_unique<faceid::MainWindow>(faceid::Services{client, credentials, profiles, history,
            settings, theme, language, clipboard, *drafts, policy,
            faceid::sandboxProfile(sandbox.baseUrl(), QString::fromLatin1(faceid::sandboxApiKey)), &sandbox,
            &requests});
        window->show();
        return QTest::qWaitForWindowActive(window.get());
    }

    /// A profile that the window offers, at the built-in sandbox.
    faceid::Profile addProfile(const QString &name)
    {
        using namespace faceid;
        Profile profile = ProfileStore::blank();
        profile.name = name;
        profile.apiKey = QString::fromLatin1(sandboxApiKey);
        for (const EndpointSpec *spec : endpoints())
            profile.baseUrls.insert(spec->id, sandbox.baseUrl());
        profiles.save(profile);
        credentials.keepForSession(profile.id, Secret(QByteArray(sandboxApiSecret)));
        return profile;
    }

    template <typename T>
    T *visible(const QString &name = {}) const
    {
        for (T *child : window->findChildren<T *>(name)) {
            if (child->isVisible())
                return child;
        }
        return nullptr;
    }

    QTemporaryDir dir;
    faceid::Policy policy; ///< of the next window
    QSettings settings{dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    faceid::Theme theme{*qApp};
    faceid::Language language{*qApp};
    faceid::SandboxRequests requests;
    faceid::SandboxServer sandbox;
    faceid::CredentialStore credentials;
    faceid::ProfileStore profiles{settings};
    faceid::HistoryStore history{dir.filePath(QStringLiteral("h.sqlite"))};
    faceid::TokenClient client{credentials, &history};
    std::optional<faceid::DraftKeeper> drafts{
        std::in_place, dir.filePath(QStringLiteral("draft.json")), credentials};
    faceid::SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<faceid::MainWindow> window;
};
