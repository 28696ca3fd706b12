#pragma once

#include "form/fieldeditor.h"

#include <QList>
#include <QSet>
#include <QStackedWidget>

#include <optional>

namespace faceid {

class DraftKeeper;
class Presentation;
class RequestForm;
struct Exchange;
class Theme;

/// The forms, one for each endpoint, of which one is seen. What was typed into one goes along to the next,
/// and is kept as a draft.
class FormStack : public QStackedWidget
{
    Q_OBJECT

public:
    /// \a drafts must outlive the forms.
    FormStack(Theme &theme, Presentation &presentation, DraftKeeper &drafts, QWidget *parent);

    RequestForm *current() const;
    RequestForm *next() const; ///< the form that chooseNext() shows
    QList<RequestForm *> forms() const;
    /// What the form of an endpoint would send now, without credentials.
    Parts partsFor(const EndpointSpec &spec) const;
    /// Shows the form of an exchange of the history with what it sent: what is about the person and the
    /// photos only as far as they are in \a remembered, because the history has neither, and a new serial
    /// number unless \a keepsUnique. False when there is no form for it, or a forbidden one.
    bool fillFrom(const Exchange &exchange, const FormValues &remembered, bool keepsUnique);
    /// No form of that endpoint is shown any more, however it is asked for.
    void forbid(const QString &endpointId);
    bool isForbidden(const QString &endpointId) const { return m_forbidden.contains(endpointId); }
    /// Shows the form of an endpoint; an unknown or forbidden one changes nothing.
    void choose(const QString &endpointId);
    /// Shows the form of the next endpoint, after the last one that of the first.
    void chooseNext();
    /// Puts in what an earlier run left, and keeps drafts from now on.
    void restoreDraft();
    /// Shows the form that has both fields and puts the addresses into them, where it is not forbidden.
    void fillAddresses(const QString &notifyUrl, const QString &returnUrl);
    /// What stood in the form that was seen, and which one that was.
    struct Filled
    {
        QString endpointId;
        FormValues values;
    };
    /// Shows the form of an endpoint with these values and no others, and reads further photos from their
    /// paths. What was there before can be put back, or brought back like what was cleared.
    Filled fill(
        const QString &endpointId, const FormValues &values, const QMap<QString, QString> &photoPaths = {});
    void putBack(const Filled &before);
    void clearCurrent();
    /// Puts in again what was cleared last, photos included; false when nothing was. Held in memory only.
    bool restoreCleared();
    /// New values for what must differ from request to request, in every form where \a sent still stands.
    void renewUnique(const Parts &sent);
    /// Takes the marks of an earlier refusal away.
    void forgetRefusals();

    /// Whether what the document says of a field stands beneath the forms.
    bool isHelpShown() const { return m_helpShown; }
    void setHelpShown(bool shown);

Q_SIGNALS:
    /// The form that is seen is another one.
    void chosen(const QString &endpointId);
    void cleared(); ///< what was in the form that is seen is gone
    /// Something in the form that is seen.
    void changed();

private:
    void keepDraft();

    DraftKeeper &m_drafts;
    QSet<QString> m_forbidden; ///< ids of endpoints
    std::optional<FormValues> m_cleared;
    bool m_keeping = false;
    bool m_helpShown = true;
};

} // namespace faceid
