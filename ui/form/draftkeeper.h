#pragma once

#include "credentials/sealingkey.h"
#include "form/fieldeditor.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace faceid {

class CredentialStore;

/// What is in the form, kept on disk while it is typed, so that a crash or a restart loses nothing.
///
/// Personal fields and the places of photos are kept only encrypted, with a key that lies in the keychain.
/// Without a keychain they are not kept, and personalKept() says so. Photos themselves are never written:
/// they are read again from where they came from.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    struct Draft
    {
        QString endpointId;
        QMap<QString, QString> texts;
        QMap<QString, QString> photoPaths; ///< by part name
    };

    /// Keeps the draft in \a file. \a credentials must outlive the keeper.
    DraftKeeper(const QString &file, CredentialStore &credentials, QObject *parent = nullptr);
    ~DraftKeeper() override; ///< writes what is waiting

    /// draft.json in the program's data directory.
    static QString defaultFile();

    /// Remembers the values and writes them within a second, in the background.
    void keep(const QString &endpointId, const FormValues &values);
    /// Forgets the personal values as they stand now, on disk too; called when a token was issued for that
    /// person.
    void forgetPersonal();
    /// Reads what an earlier run left. \a done is called with what lies open and, when there is a sealed part
    /// and the keychain gives the key, a second time with that part alone.
    void restore(std::function<void(const Draft &)> done);

Q_SIGNALS:
    /// Whether personal fields are kept; emitted when that becomes known or changes.
    void personalKept(bool kept);

private:
    void write();
    void withKey(std::function<void()> then);
    void makeKey();
    void setKept(bool kept);
    QByteArray toJson() const;

    QString m_file;
    CredentialStore &m_credentials;
    std::optional<SealingKey> m_key;
    bool m_keyAsked = false;
    std::optional<bool> m_kept;
    Draft m_draft;
    Draft m_forgotten; ///< personal values that are kept no more although the form still shows them
    QByteArray m_sealedBefore; ///< of an earlier run, as long as it could not be opened
    bool m_dirty = false;
    QTimer m_timer;
    QThreadPool m_writer; ///< one thread, so that an older draft never overtakes a newer one
};

} // namespace faceid
