#pragma once

#include "client/exchange.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QUrl>

class QSettings;

namespace faceid {

/// What an operator hands over of an issued token.
struct HandOver
{
    QString token;
    QUrl page; ///< where the end user takes the token; empty where it is for the mobile SDK
    QString bizNo;
    QDateTime issuedAt; ///< UTC
    QDateTime expiresAt; ///< UTC; invalid when it is not known

    bool isEmpty() const { return token.isEmpty(); }
    /// What a QR code and {link} hold: the page, or the token where there is none.
    QString code() const;
};

/// Of an Issued exchange; empty for any other.
HandOver handOverOf(const Exchange &exchange, const QUrl &page);
/// Whether a token of this endpoint can be used a single time, so that copying it is handing it over: it is
/// taken to a page, where the first visit uses it up.
bool worksOnce(const EndpointSpec &spec);

/// The messages an operator sends with a token, one for each language of customers. Kept in the settings when
/// they differ from the ones built in.
class MessageTemplates
{
public:
    enum class Tongue { Chinese, English };

    explicit MessageTemplates(QSettings &settings);

    QString pattern(Tongue tongue) const;
    /// An empty pattern, or the one built in, takes what was kept out of the settings.
    void setPattern(Tongue tongue, const QString &pattern);
    static QString builtIn(Tongue tongue);
    /// Every name that a pattern may hold, with its braces.
    static QStringList placeholders();

private:
    QSettings &m_settings;
};

/// \a pattern with {link}, {token}, {expiry} (local time of this computer) and {biz_no} filled in, each once:
/// a value that looks like a placeholder stays as it is. A line that names only things \a what lacks is left
/// out.
QString filled(const QString &pattern, const HandOver &what);

/// What the service's support needs to find a request: request_id, time, endpoint, code. Made from the
/// contract's words only, so that nothing personal and no token can be in it.
QString supportText(const Exchange &exchange);

/// Which tokens have left this window, and the question before one leaves it again.
class HandOverLog
{
public:
    /// Whether \a token may be copied now, and notes that it is. False when it was before: ask, and a second
    /// call for the same token that follows at once is taken for the answer.
    bool admit(const QString &token);
    /// That it was copied at \a when, as the history knows from another run.
    void remember(const QString &token, const QDateTime &when);
    /// When it was last copied, UTC; invalid when it never was.
    QDateTime lastCopied(const QString &token) const { return m_times.value(token); }
    bool isAsking(const QString &token) const { return m_asking == token; }
    /// The question was not answered.
    void forgetQuestion() { m_asking.clear(); }

private:
    QHash<QString, QDateTime> m_times; // by token; until the program ends
    QString m_asking;
};

} // namespace faceid
