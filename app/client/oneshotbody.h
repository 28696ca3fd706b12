#pragma once

#include <QByteArray>
#include <QIODevice>

namespace faceid {

/// Bytes in memory that can be read from beginning to end once, and never again.
///
/// QNetworkAccessManager silently repeats a POST when the connection closes without an answer (measured: up
/// to 4 times), by rewinding the body. A body that cannot be rewound turns every repetition into an error.
/// Nothing may have been read yet for reset() to succeed, so a connection that is lost before that may still
/// be made anew.
class OneShotBody : public QIODevice
{
    Q_OBJECT

public:
    /// Opened for reading. The buffer is overwritten as soon as it is read to its end or wiped, if nobody
    /// else holds it.
    explicit OneShotBody(QByteArray &&bytes, QObject *parent = nullptr);
    ~OneShotBody() override;

    /// Random access by name, so that Qt does not copy the whole body into a buffer of its own first.
    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }
    bool reset() override;
    bool seek(qint64 position) override;

    bool isStarted() const { return m_handedOver > 0; }
    bool isFinished() const { return m_handedOver == m_size; }
    qint64 handedOver() const { return m_handedOver; } ///< bytes

    /// Lets go of the bytes; every later read fails.
    void wipe();

Q_SIGNALS:
    /// The next \a bytes are about to be handed over, and nobody has them yet.
    void aboutToHandOver(qint64 bytes);
    /// \a bytes were handed over by one read.
    void bytesHandedOver(qint64 bytes);

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_size;
    qint64 m_handedOver = 0;
};

} // namespace faceid
