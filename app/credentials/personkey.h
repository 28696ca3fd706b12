#pragma once

#include "credentials/secret.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace faceid {

/// The key by which the history finds the rows of one person without holding a name or an ID number: an HMAC
/// of either stands in the row. A plain hash would not do, as all ID numbers can be tried. The key belongs
/// into the keychain, see PersonKeyring.
class PersonKey
{
public:
    /// A new key from the system's random generator.
    static PersonKey random();
    /// The key that bytes from the keychain stand for; nothing when they are none.
    static std::optional<PersonKey> fromSecret(const Secret &secret);

    /// UTC; rows of before carry codes of another key, which is lost. Invalid: nobody knows of another.
    QDateTime madeAt() const { return m_madeAt; }
    /// The key as bytes for the keychain.
    Secret toSecret() const;
    /// 16 bytes that are the same for the same person: blanks around, the case of the X and the Unicode form
    /// make no difference. Empty for an empty text.
    QByteArray ofName(const QString &name) const;
    QByteArray ofNumber(const QString &idNumber) const;

private:
    PersonKey(Secret &&raw, const QDateTime &madeAt);
    QByteArray code(const char *kind, const QString &text) const;

    Secret m_raw;
    QDateTime m_madeAt;
};

} // namespace faceid
