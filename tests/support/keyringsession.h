#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

/// Starts nothing that outlives it: a process that is killed with this object, and by the kernel should this
/// program die first.
class OwnedProcess : public QProcess
{
public:
    OwnedProcess();
    ~OwnedProcess() override;
    void end();
    /// SIGSTOP and SIGCONT.
    void freeze();
    void thaw();
};

/// A desktop session of its own as far as secrets go: a home folder, a bus that starts nothing by itself, and
/// a real gnome-keyring. Nothing of the caller's own session is seen or touched.
class KeyringSession
{
public:
    KeyringSession();

    /// HOME, XDG folders and, once it is started, the address of the bus.
    QProcessEnvironment environment() const;
    QString home() const { return m_root.path(); }

    bool startBus();
    QString busAddress() const { return m_address; }
    /// A socket in the bus's place that takes connections and never says a word.
    bool startMuteBus();
    /// With its login collection open; makes one at the first start.
    bool startKeyring();
    void stopKeyring() { m_keyring.end(); }
    /// Through the Secret Service; false when it does not say it did.
    bool lockKeyring();
    /// While it runs, as a login does it.
    bool unlockKeyring();
    /// From now on the bus lets nobody speak to the keyring, or lets everybody again.
    bool denyKeyring(bool denied);
    OwnedProcess &keyring() { return m_keyring; }

private:
    bool run(const QStringList &dbusSend, QByteArray *output = nullptr) const;
    bool configureBus(const QString &policy) const;
    bool isKeyringOpen() const;

    QTemporaryDir m_root;
    QString m_address;
    std::unique_ptr<QObject> m_muteServer;
    OwnedProcess m_bus;
    OwnedProcess m_keyring; ///< ends before the bus
};
