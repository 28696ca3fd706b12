#include "diagnosis/contacts.h"

#include "policy/address.h"

#include <QCoreApplication>

namespace faceid {

namespace {

void addServices(const Profile &profile, QList<Contact> &contacts)
{
    for (const EndpointSpec *spec : endpoints()) {
        const QUrl base = profile.baseUrl(*spec);
        if (base.isEmpty())
            continue;
        contacts.append({hostAndPort(base), profile.name,
            QCoreApplication::translate(
                "Contacts", "%1: issuing, results and the test of the connection, each when asked for")
                .arg(translated(spec->title))});
    }
}

void addProxy(const Profile &profile, QList<Contact> &contacts)
{
    switch (profile.proxyMode) {
    case ProxyMode::None:
        return;
    case ProxyMode::System:
        contacts.append({QCoreApplication::translate("Contacts", "the proxy that the system names"),
            profile.name, QCoreApplication::translate("Contacts", "the way to the services")});
        return;
    case ProxyMode::Manual:
        contacts.append({QStringLiteral("%1:%2").arg(profile.proxyHost).arg(profile.proxyPort), profile.name,
            QCoreApplication::translate("Contacts", "the way to the services")});
        return;
    }
}

void addPage(const Profile &profile, QList<Contact> &contacts)
{
    const QUrl page = profile.pageAddress(getToken(), QStringLiteral("0"));
    if (!page.isEmpty())
        contacts.append({hostAndPort(page), profile.name,
            QCoreApplication::translate(
                "Contacts", "the end user's page: by the browser, when it is opened from here")});
}

} // namespace

QList<Contact> contactsOf(const QList<Profile> &profiles)
{
    QList<Contact> contacts;
    for (const Profile &profile : profiles) {
        addServices(profile, contacts);
        addProxy(profile, contacts);
        addPage(profile, contacts);
    }
    contacts.append({QCoreApplication::translate("Contacts", "an address that you give"), {},
        QCoreApplication::translate("Contacts",
            "faceidctl callback send, replay and doctor; the sandbox calls the notify_url of its requests")});
    return contacts;
}

} // namespace faceid
