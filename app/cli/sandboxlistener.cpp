#include "cli/sandboxlistener.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "places.h"
#include "sandbox/tlsflaw.h"

namespace faceid {

namespace {

constexpr QLatin1String listenOption("listen");
constexpr QLatin1String remoteOption("allow-remote");
constexpr QLatin1String tlsOption("tls");
constexpr QLatin1String flawOption("tls-flaw");

QString certificateFolder()
{
    return dataFolder() + QStringLiteral("/sandbox");
}

/// What clients are to trust.
QString certificatePath(const QString &flaw)
{
    const QString folder = certificateFolder();
    return flaw.isEmpty() ? keptCertificatePath(folder)
                          : QString(folder + u'/' + flaw + QLatin1String(".pem"));
}

/// "127.0.0.1:8080", "localhost:0", "[::1]:80".
void takeAddress(SandboxListener &listener, const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.first(qMax<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isNumber = false;
    const int port = text.sliced(colon + 1).toInt(&isNumber);
    const bool known = host == u"localhost" || listener.address.setAddress(host);
    if (!known || !isNumber || port < 0 || port > 65535) {
        throw UsageError{Cli::tr("--listen takes 127.0.0.1:PORT, or the ADDRESS:PORT of another interface; "
                                 "port 0 means any free one.")};
    }
    listener.port = quint16(port);
}

TlsIdentity identityFor(const SandboxListener &listener, const QString &flawName)
{
    const CertificateWish wish = certificateOf(listener.address);
    const TlsFlaw *flaw = tlsFlawNamed(flawName);
    auto made = flaw ? flawedIdentity(*flaw, wish) : keptIdentity(certificateFolder(), wish);
    const auto *identity = std::get_if<TlsIdentity>(&made);
    if (identity && flaw) {
        const QString failure = writeTrusted(certificatePath(flawName), *identity);
        if (!failure.isEmpty())
            throw UsageError{QStringLiteral("--tls-flaw: %1").arg(failure)};
    }
    if (!identity)
        throw UsageError{QStringLiteral("--tls: %1").arg(std::get<QString>(made))};
    return *identity;
}

QStringList flawNames()
{
    QStringList names;
    for (const TlsFlaw &flaw : tlsFlaws())
        names.append(QLatin1String(flaw.name));
    return names;
}

/// For lines of help that are not too long: two of their own.
QString flawLines()
{
    const QStringList names = flawNames();
    const qsizetype half = names.size() / 2;
    return u'\n' + names.first(half).join(QStringLiteral(", ")) + QStringLiteral(",\n")
        + names.sliced(half).join(QStringLiteral(", "));
}

} // namespace

QList<QCommandLineOption> listenerOptions()
{
    return {{listenOption, Cli::tr("Where to listen. Default: any free port of this machine."),
                QStringLiteral("127.0.0.1:PORT")},
        {remoteOption, Cli::tr("Let --listen name an address that other machines can reach, too.")},
        {tlsOption,
            Cli::tr(
                "Speak TLS, with a certificate of this machine that is made and kept; stderr says where.")},
        {flawOption, Cli::tr("Speak TLS that clients must refuse: %1.").arg(flawLines()),
            QStringLiteral("FLAW")}};
}

SandboxListener listenerFrom(const QCommandLineParser &parser)
{
    SandboxListener listener;
    if (parser.isSet(listenOption))
        takeAddress(listener, parser.value(listenOption));
    if (!listener.address.isLoopback() && !parser.isSet(remoteOption)) {
        throw UsageError{Cli::tr("Other machines could reach '%1': give 127.0.0.1:PORT, or --allow-remote "
                                 "if that is what you want.")
                             .arg(parser.value(listenOption))};
    }
    const QString flaw = parser.value(flawOption);
    if (parser.isSet(flawOption) && !tlsFlawNamed(flaw))
        throw UsageError{Cli::tr("--tls-flaw takes one of: %1.").arg(flawNames().join(QStringLiteral(", ")))};
    if (parser.isSet(tlsOption) || parser.isSet(flawOption))
        listener.tls = identityFor(listener, flaw);
    return listener;
}

void noteCertificate(const QCommandLineParser &parser, const SandboxListener &listener)
{
    if (listener.tls) {
        note(Cli::tr("Certificate SHA-256 %1. Trust it with: curl --cacert %2")
                 .arg(fingerprint(listener.tls->trusted), certificatePath(parser.value(flawOption))));
    }
}

void noteListener(const QCommandLineParser &parser, const SandboxListener &listener)
{
    noteCertificate(parser, listener);
    if (listener.address.isLoopback())
        return;
    note(Cli::tr("WARNING: other machines can reach this sandbox at %1. It is an imitation for tests: send "
                 "it no data of real people.")
             .arg(listener.address.toString()));
    if (!listener.tls)
        note(Cli::tr("WARNING: without --tls everybody on the way can read what is sent."));
}

QList<QSslCertificate> keptCertificates()
{
    return QSslCertificate::fromPath(certificatePath({}));
}

} // namespace faceid
