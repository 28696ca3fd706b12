#include "cli/personinput.h"

#include "about.h"
#include "cli/console.h"
#include "cli/verb.h"
#include "credentials/credentialstore.h"
#include "credentials/personkeyring.h"

#include <QFile>
#include <QSettings>

#include <cstdio>

namespace faceid {

namespace {

constexpr qint64 maxLine = 4096; // bytes

QString readLine()
{
    QFile input;
    QByteArray line;
    if (input.open(stdin, QFile::ReadOnly))
        line = input.readLine(maxLine);
    QString person = QString::fromUtf8(line).trimmed();
    wipe(line);
    return person;
}

} // namespace

PersonCodes personFromInput()
{
    QString person = readLine();
    if (person.isEmpty())
        throw UsageError{
            Cli::tr("--person reads a name, an ID number or a uuid from standard input, one line.")};
    const auto settings = openSettings();
    CredentialStore credentials;
    credentials.rememberPlacesIn(*settings);
    PersonKeyring ring(credentials);
    PersonCodes codes;
    ring.get(&ring, [&](const std::shared_ptr<const PersonKey> &key, const QString &why) {
        codes = personCodes(key.get(), person);
        if (!key)
            note(why);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    wipe(person);
    return codes;
}

} // namespace faceid
