#include "export/curlreader.h"

#include "export/curlrequest.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace faceid {

namespace {

using Finding = FillFinding::Kind;
using From = CurlField::From;

constexpr qsizetype longestText = 1024 * 1024; // a command line cannot be longer on any system

/// The endpoint that the fields speak for: it has more of their names to itself than any other.
const EndpointSpec *endpointOf(const QList<CurlField> &fields)
{
    const EndpointSpec *best = nullptr;
    qsizetype most = 0;
    for (const EndpointSpec *spec : endpoints()) {
        const auto isOnlyOf = [spec](const CurlField &field) {
            return spec->field(field.name)
                && std::none_of(endpoints().begin(), endpoints().end(),
                    [&](const EndpointSpec *other) { return other != spec && other->field(field.name); });
        };
        const qsizetype count = std::count_if(fields.cbegin(), fields.cend(), isOnlyOf);
        if (count == most)
            best = nullptr;
        if (count > most)
            best = spec, most = count;
    }
    return best;
}

class Reader
{
public:
    explicit Reader(const CurlRequest &request)
        : m_request(request)
    { }

    CurlReading read()
    {
        readAddress();
        if (!m_reading.spec)
            return m_reading;
        for (const CurlField &field : m_request.fields)
            readField(field);
        QStringList dropped;
        m_reading.parts = assembled(*m_reading.spec, m_reading.parts, &dropped);
        for (const QString &name : std::as_const(dropped))
            find(Finding::OtherCase, name);
        const Case chosen = caseOf(*m_reading.spec, m_reading.parts);
        const QStringList photos = m_reading.photoPaths.keys(); // which the loop takes from
        for (const QString &name : photos) {
            if (chosen != NoCase && !m_reading.spec->field(name)->presentIn(chosen))
                m_reading.photoPaths.remove(name), find(Finding::OtherCase, name);
        }
        m_reading.findings += m_request.findings;
        return m_reading;
    }

private:
    void find(Finding kind, const QString &name, const QString &detail = {})
    {
        m_reading.findings.append({kind, name, detail});
    }

    void readAddress()
    {
        const QString &written = m_request.address.text;
        const bool isKnown = m_request.address.unknown.isEmpty() && !written.isEmpty();
        m_reading.spec = endpointAt(written);
        if (isKnown)
            m_reading.address =
                QUrl(written.contains(QLatin1String("://")) ? written : QStringLiteral("http://") + written);
        if (m_reading.spec)
            return;
        m_reading.spec = endpointOf(m_request.fields);
        if (!m_reading.spec)
            m_reading.error = written.isEmpty()
                ? QCoreApplication::translate(
                    "Curl", "The command has no address, and its fields are those of no API.")
                : QCoreApplication::translate(
                    "Curl", "This is no token request: %1 is the address of neither API.")
                      .arg(written);
        else if (!written.isEmpty())
            find(Finding::Address, QStringLiteral("URL"), written);
    }

    void readField(const CurlField &field)
    {
        const FieldSpec *row = m_reading.spec->field(field.name);
        if (isCredential(field.name))
            return find(Finding::Credential, field.name);
        if (!row)
            return find(Finding::UnknownField, field.name);
        if (m_names.contains(field.name))
            return find(Finding::Repeated, field.name);
        m_names.append(field.name);
        if (row->kind == Kind::Image)
            return readPhoto(field);
        if (field.from != From::Text)
            return find(Finding::FileText, field.name, field.file);
        if (!field.unknown.isEmpty())
            return find(Finding::Unknown, field.name, field.unknown.join(QStringLiteral(", ")));
        if (field.text.isEmpty())
            return; // as good as left out
        if (row->role == Role::Constant) {
            if (field.text != row->assumedValue)
                find(Finding::Constant, field.name, field.text);
        } else if (!row->offers(field.text)) {
            find(Finding::NotOffered, field.name, field.text);
        } else {
            m_reading.parts.append(textPart(field.name, field.text));
        }
    }

    void readPhoto(const CurlField &field)
    {
        if (field.from == From::Text)
            find(Finding::PhotoAsText, field.name);
        else if (field.from == From::Upload && field.unknown.isEmpty() && QDir::isAbsolutePath(field.file))
            m_reading.photoPaths.insert(field.name, field.file);
        else
            find(Finding::File, field.name, field.file);
    }

    const CurlRequest &m_request;
    CurlReading m_reading;
    QStringList m_names;
};

} // namespace

CurlReading readCurl(const QString &text)
{
    CurlReading reading;
    if (text.size() > longestText) {
        reading.error = QCoreApplication::translate("Curl", "This is longer than any command.");
        return reading;
    }
    const CurlCall call = findCurlCall(text);
    if (call.words.isEmpty() && call.input.isEmpty()) {
        reading.error = QCoreApplication::translate("Curl", "There is no curl command in this text.");
        return reading;
    }
    const CurlRequest request = curlRequest(call);
    reading = Reader(request).read();
    reading.shell = call.shell;
    return reading;
}

} // namespace faceid
