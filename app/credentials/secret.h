#pragma once

#include <QByteArray>

#include <utility>

namespace faceid {

/// An api_secret: UTF-8 bytes that can be moved but not copied, and are overwritten when they are let go.
///
/// bytes() hands out a view, so that every real copy is a visible act at the one place that needs it (the
/// body of a request, the keychain).
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over. Give it the only reference (std::move), otherwise the other holder keeps a copy.
    explicit Secret(QByteArray &&bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    QByteArrayView bytes() const { return m_bytes; }
    /// A second secret with the same bytes, for handing to another owner.
    Secret duplicate() const;
    void wipe();
    /// First 8 hex digits of the SHA-256 of the bytes: tells an old key from a new one and reveals neither.
    QByteArray fingerprint() const;

private:
    QByteArray m_bytes;
};

/// Overwrites the bytes in place (when this is the only reference) and empties the array.
void wipe(QByteArray &bytes);
/// The same for a text, such as that of a password field.
void wipe(QString &text);

/// Overwrites the bytes in place, also those of everybody who shares them, and empties the array: for a
/// buffer that a library keeps and cannot be told to wipe.
void wipeShared(QByteArray &bytes);

/// Overwrites the small blocks of memory that this thread has freed and the C library holds ready for it.
///
/// glibc leaves these alone whatever it was asked for (measured: seven of each size up to 1,032 bytes), so
/// that a text which Qt had made of a secret and let go of would stay there. Call it when the last of them is
/// gone.
void overwriteFreedBlocks();

/// Asks the C library to overwrite freed memory and the kernel to write no core dumps. Both programs call it
/// first. Measured with glibc: no copy of the secret is left a second after an answer.
void hardenProcessMemory();

} // namespace faceid
