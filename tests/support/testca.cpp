#include "support/testca.h"

#include <QDebug>
#include <QFile>
#include <QProcess>

namespace faceid::test {

namespace {

const QString newKey = QStringLiteral(" -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestCa::TestCa()
{
    m_isValid = m_dir.isValid()
        && openssl(
            QStringLiteral("req -x509 -days 2 -subj /CN=TestAuthority -keyout ca.key -out ca.pem") + newKey);
}

Identity TestCa::issue(const QString &commonName, const QString &names, int days)
{
    const QString stem = QStringLiteral("server%1").arg(++m_serial);
    QFile extensions(m_dir.filePath(stem + QStringLiteral(".ext")));
    if (!extensions.open(QIODevice::WriteOnly))
        return {};
    extensions.write("basicConstraints=CA:FALSE\n");
    if (!names.isEmpty())
        extensions.write("subjectAltName=" + names.toUtf8() + '\n');
    extensions.close();

    const QString request = QStringLiteral("req -new -subj /CN=%1 -keyout %2.key -out %2.csr");
    const QString signing = QStringLiteral("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -set_serial %2 "
                                           "-days %3 -extfile %1.ext -out %1.pem");
    const bool ok =
        openssl(request.arg(commonName, stem) + newKey) && openssl(signing.arg(stem).arg(m_serial).arg(days));
    return ok ? read(stem) : Identity();
}

Identity TestCa::selfSigned(const QString &commonName, const QString &names)
{
    const QString stem = QStringLiteral("self%1").arg(++m_serial);
    const QString line =
        QStringLiteral("req -x509 -days 2 -subj /CN=%1 -addext subjectAltName=%2 -keyout %3.key -out %3.pem");
    return openssl(line.arg(commonName, names, stem) + newKey) ? read(stem) : Identity();
}

bool TestCa::openssl(const QString &line)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral("openssl"), line.split(u' '));
    if (process.waitForFinished(30'000) && process.exitCode() == 0)
        return true;
    qWarning() << "openssl" << line << process.errorString() << process.readAllStandardError();
    return false;
}

Identity TestCa::read(const QString &stem) const
{
    return {QSslCertificate(contents(m_dir.filePath(stem + QStringLiteral(".pem"))), QSsl::Pem),
        QSslKey(contents(m_dir.filePath(stem + QStringLiteral(".key"))), QSsl::Ec, QSsl::Pem)};
}

} // namespace faceid::test
