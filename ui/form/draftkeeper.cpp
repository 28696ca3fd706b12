#include "form/draftkeeper.h"

#include "client/imagefile.h"
#include "credentials/credentialstore.h"
#include "places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace faceid {

namespace {

// Keys of the draft's file; inside the sealed part "texts" and "photos" again.
constexpr QLatin1String endpointKey("endpoint");
constexpr QLatin1String textsKey("texts");
constexpr QLatin1String photosKey("photos");
constexpr QLatin1String sealedKey("sealed");

/// The keychain entry of the key, beside those of the profiles.
constexpr QLatin1String keyEntry("draft-key");

bool isPersonal(const QString &name)
{
    for (const EndpointSpec *spec : endpoints()) {
        const FieldSpec *row = spec->field(name);
        if (row && row->isPersonal())
            return true;
    }
    return false;
}

QJsonObject toObject(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (!it.value().isEmpty())
            object.insert(it.key(), it.value());
    }
    return object;
}

void read(const QJsonObject &object, QMap<QString, QString> &map)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        map.insert(it.key(), it.value().toString());
}

} // namespace

DraftKeeper::DraftKeeper(const QString &file, CredentialStore &credentials, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_credentials(credentials)
{
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(700);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
}

DraftKeeper::~DraftKeeper()
{
    if (m_dirty)
        write();
    m_writer.waitForDone();
}

QString DraftKeeper::defaultFile()
{
    return dataFolder() + QStringLiteral("/draft.json");
}

void DraftKeeper::keep(const QString &endpointId, const FormValues &values)
{
    m_draft = {endpointId, {}, {}};
    bool personal = false;
    for (auto it = values.texts.cbegin(); it != values.texts.cend(); ++it) {
        if (it.value().isEmpty() || m_forgotten.texts.value(it.key()) == it.value())
            continue;
        m_draft.texts.insert(it.key(), it.value());
        personal = personal || isPersonal(it.key());
    }
    for (auto it = values.photos.cbegin(); it != values.photos.cend(); ++it) {
        const bool fromFile =
            it.value()->modified.isValid(); // a pasted picture has no path to come back from
        if (fromFile && m_forgotten.photoPaths.value(it.key()) != it.value()->path)
            m_draft.photoPaths.insert(it.key(), it.value()->path);
    }
    m_dirty = true;
    m_timer.start();
    if (personal || !m_draft.photoPaths.isEmpty())
        withKey({});
}

void DraftKeeper::forgetPersonal()
{
    m_forgotten = {{}, {}, m_draft.photoPaths};
    const QStringList names = m_draft.texts.keys();
    for (const QString &name : names) {
        if (isPersonal(name))
            m_forgotten.texts.insert(name, m_draft.texts.take(name));
    }
    m_draft.photoPaths.clear();
    m_sealedBefore.clear();
    write();
}

void DraftKeeper::restore(std::function<void(const Draft &)> done)
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    Draft draft;
    draft.endpointId = object.value(endpointKey).toString();
    read(object.value(textsKey).toObject(), draft.texts);
    done(draft);
    m_sealedBefore = QByteArray::fromBase64(object.value(sealedKey).toString().toLatin1());
    if (m_sealedBefore.isEmpty())
        return;
    withKey([this, done = std::move(done)] {
        const auto plain = m_key->open(m_sealedBefore);
        m_sealedBefore.clear();
        if (!plain)
            return;
        const QJsonObject secretPart = QJsonDocument::fromJson(*plain).object();
        Draft personal;
        read(secretPart.value(textsKey).toObject(), personal.texts);
        read(secretPart.value(photosKey).toObject(), personal.photoPaths);
        done(personal);
    });
}

/// Gets the key from the keychain, or makes one there; asks once. \a then runs when there is a key.
void DraftKeeper::withKey(std::function<void()> then)
{
    if (m_key && then)
        return then();
    if (m_keyAsked)
        return;
    m_keyAsked = true;
    m_credentials.read(keyEntry, this, [this, then = std::move(then)](const CredentialResult &result) {
        if (result.state == CredentialState::Missing || result.state == CredentialState::Moved)
            return makeKey();
        if (result.ok())
            m_key = SealingKey::fromSecret(result.secret);
        setKept(m_key.has_value());
        if (m_key && then)
            then();
        m_timer.start();
    });
}

void DraftKeeper::makeKey()
{
    auto key = std::make_shared<SealingKey>(SealingKey::random());
    m_credentials.write(keyEntry, key->toSecret(), this, [this, key](const CredentialResult &written) {
        if (written.state == CredentialState::InKeychain)
            m_key = std::move(*key);
        setKept(m_key.has_value());
        m_timer.start();
    });
}

void DraftKeeper::setKept(bool kept)
{
    if (m_kept == kept)
        return;
    m_kept = kept;
    Q_EMIT personalKept(kept);
}

QByteArray DraftKeeper::toJson() const
{
    QMap<QString, QString> open;
    QMap<QString, QString> personal;
    for (auto it = m_draft.texts.cbegin(); it != m_draft.texts.cend(); ++it)
        (isPersonal(it.key()) ? personal : open).insert(it.key(), it.value());
    QJsonObject object{{endpointKey, m_draft.endpointId}, {textsKey, toObject(open)}};
    const QJsonObject secretPart{{textsKey, toObject(personal)}, {photosKey, toObject(m_draft.photoPaths)}};
    if (m_key) {
        QByteArray plain = QJsonDocument(secretPart).toJson(QJsonDocument::Compact);
        object.insert(sealedKey, QString::fromLatin1(m_key->seal(plain).toBase64()));
        wipe(plain);
    } else if (!m_sealedBefore.isEmpty()) {
        object.insert(sealedKey, QString::fromLatin1(m_sealedBefore.toBase64()));
    }
    return QJsonDocument(object).toJson();
}

void DraftKeeper::write()
{
    m_timer.stop();
    m_dirty = false;
    m_writer.start([path = m_file, bytes = toJson()] {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return; // a draft is a convenience; the history is what must not be lost, and says so itself
        file.setPermissions(ownerOnly);
        file.write(bytes);
        file.commit();
    });
}

} // namespace faceid
