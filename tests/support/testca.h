#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

namespace faceid::test {

/// A certificate with its key, as a server shows it.
struct Identity
{
    QSslCertificate certificate{QByteArray()};
    QSslKey key;
};

/// A certificate authority of this test run, made by the openssl command in a temporary folder.
class TestCa
{
public:
    TestCa();

    bool isValid() const { return m_isValid; }
    QString file() const { return m_dir.filePath(QStringLiteral("ca.pem")); } ///< PEM, for Profile::caFile

    /// \a names is a subjectAltName as openssl spells it ("DNS:localhost,IP:127.0.0.1"), empty for none. The
    /// certificate is good for \a days from now; a negative number makes one that has expired.
    Identity issue(const QString &commonName, const QString &names, int days = 2);
    Identity selfSigned(const QString &commonName, const QString &names);

private:
    /// Runs openssl with the words of \a line, which are separated by single blanks.
    bool openssl(const QString &line);
    Identity read(const QString &stem) const;

    QTemporaryDir m_dir;
    int m_serial = 0;
    bool m_isValid = false;
};

} // namespace faceid::test
