#include "contract/refusal.h"

#include "contract/resultspec.h"

namespace faceid {

namespace {

const ErrorSpec *rowIn(const std::vector<ErrorSpec> &errors, int httpStatus, const Refusal &refusal)
{
    const ErrorSpec *anyReason = nullptr;
    for (const ErrorSpec &row : errors) {
        // 413 is plain text whose wording depends on the proxy that answers it, so its status decides.
        if (row.httpStatus == 413 ? httpStatus != 413 : row.code != refusal.name)
            continue;
        if (row.detail != ErrorDetail::Reason)
            return &row;
        if (row.reason.isEmpty())
            anyReason = &row;
        else if (refusal.detail.compare(row.reason, Qt::CaseInsensitive) == 0)
            return &row;
    }
    return anyReason;
}

QString fieldOf(const EndpointSpec &spec, const Refusal &refusal)
{
    if (spec.field(refusal.detail))
        return refusal.detail;
    for (const FieldSpec &row : spec.fields) {
        if (!row.refusalNamesField && row.refusal == refusal.name)
            return row.name;
        // The documents also write the stem for a row with copies.
        if (!row.names.contains(row.name) && row.name == refusal.detail)
            return row.partNames().constFirst();
    }
    return {};
}

} // namespace

QString Refusal::meaning() const
{
    if (row)
        return translated(row->meaning);
    return translated(
        QT_TRANSLATE_NOOP("Contract", "The service refused with a code that no document explains."));
}

QString Refusal::advice() const
{
    if (row)
        return translated(row->advice);
    return translated(QT_TRANSLATE_NOOP("Contract", "Give the request_id and the code to FaceID support."));
}

QString Refusal::actor() const
{
    return actorName(row ? row->actor : Actor::Service);
}

Refusal explainRefusal(const EndpointSpec &spec, int httpStatus, const QString &errorText)
{
    Refusal refusal;
    const QString text = errorText.trimmed();
    const qsizetype colon = text.indexOf(u':');
    refusal.name = (colon < 0 ? text : text.first(colon)).trimmed();
    refusal.detail = colon < 0 ? QString() : text.sliced(colon + 1).trimmed();
    refusal.code = refusal.detail.isEmpty() ? refusal.name : QString(refusal.name + u':' + refusal.detail);
    refusal.field = fieldOf(spec, refusal);

    refusal.row = rowIn(spec.errors, httpStatus, refusal);
    for (const EndpointSpec *other : endpoints()) {
        if (!refusal.row && other != &spec)
            refusal.row = rowIn(other->errors, httpStatus, refusal);
    }
    if (!refusal.row)
        refusal.row = rowIn(resultErrors(), httpStatus, refusal);
    if (refusal.row && refusal.row->httpStatus == 413) { // whatever page the proxy made of it
        refusal.code = refusal.name = refusal.row->code;
        refusal.detail.clear();
        refusal.field.clear();
    }
    return refusal;
}

} // namespace faceid
