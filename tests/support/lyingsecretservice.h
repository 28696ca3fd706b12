#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>

/// A Secret Service that reports success for everything and keeps what it likes: as much of the protocol as
/// libsecret needs to write, read and delete one entry. Lives in the test's own process.
class LyingSecretService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    enum class Lie {
        Forgets, ///< has never heard of an entry, although it was written a moment ago
        Clings, ///< has always the same old entry, whatever is written and deleted
    };

    explicit LyingSecretService(Lie lie);
    ~LyingSecretService() override;
    bool start(const QString &busAddress);

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QVariantList answer(const QDBusMessage &message) const;

    Lie m_lie;
    QString m_connection;
};
