#include "form/sentforms.h"

#include "client/imagefile.h"

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype mostForms = 20;
constexpr qint64 mostPhotoBytes = 64 * 1024 * 1024;

} // namespace

void SentForms::remember(const QUuid &id, const FormValues &values)
{
    m_sent.append({id, values});
    while (m_sent.size() > 1 && (m_sent.size() > mostForms || photoBytes() > mostPhotoBytes))
        m_sent.removeFirst();
}

FormValues SentForms::find(const QUuid &id) const
{
    const auto it =
        std::find_if(m_sent.cbegin(), m_sent.cend(), [&id](const Sent &sent) { return sent.id == id; });
    return it == m_sent.cend() ? FormValues() : it->values;
}

/// Counts a photo that several forms share each time: it is a limit, no measure.
qint64 SentForms::photoBytes() const
{
    qint64 bytes = 0;
    for (const Sent &sent : m_sent) {
        for (const auto &photo : sent.values.photos)
            bytes += photo ? photo->bytes.size() : 0;
    }
    return bytes;
}

} // namespace faceid
