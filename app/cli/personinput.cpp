#include "cli/personinput.h"

#include "cli/console.h"
#include "cli/shelf.h"
#include "cli/verb.h"
#include "credentials/personkeyring.h"

#include <QFile>

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

PersonCodes personFromInput(const Policy &policy)
{
    QString person = readLine();
    if (person.isEmpty())
        throw UsageError{
            Cli::tr("--person reads a name, an ID number or a uuid from standard input, one line.")};
    Shelf shelf(policy);
    PersonKeyring ring(shelf.credentials);
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
