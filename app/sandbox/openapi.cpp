#include "sandbox/openapi.h"

#include "contract/endpointspec.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace faceid {

namespace {

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonObject object(const char *name, const QJsonValue &value)
{
    return {{key(name), value}};
}

QJsonObject typed(const char *type)
{
    return object("type", key(type));
}

/// The schema of one part.
QJsonObject schemaOf(const FieldSpec &row)
{
    QJsonObject schema = typed(row.kind == Kind::Integer ? "integer" : "string");
    if (row.kind == Kind::Image)
        schema.insert(key("format"), key("binary"));
    if (row.kind == Kind::Url)
        schema.insert(key("format"), key("uri"));
    if (row.kind == Kind::IdCardNumber)
        schema.insert(key("pattern"), key("^[0-9]{17}[0-9Xx]$"));
    if (row.minimum)
        schema.insert(key("minimum"), *row.minimum);
    if (row.maximum)
        schema.insert(key("maximum"), *row.maximum);
    // A limit in bytes is also one in characters, if not the tightest.
    const int longest = row.maxChars > 0 ? row.maxChars : row.maxBytes;
    if (longest > 0)
        schema.insert(key("maxLength"), longest);
    QJsonArray choices;
    for (const FieldChoice &choice : row.choices)
        choices.append(choice.value);
    if (!choices.isEmpty())
        schema.insert(key("enum"), choices);
    if (!row.assumedValue.isEmpty())
        schema.insert(key("default"),
            row.kind == Kind::Integer ? QJsonValue(row.assumedValue.toInt()) : QJsonValue(row.assumedValue));
    if (row.help)
        schema.insert(key("description"), translated(row.help));
    return schema;
}

/// Schema of the form of a token request. What is needed only in some cases is said in the description.
QJsonObject formSchema(const EndpointSpec &spec)
{
    QJsonObject properties;
    QJsonArray required;
    for (const FieldSpec &row : spec.fields) {
        for (const QString &name : row.partNames())
            properties.insert(name, schemaOf(row));
        if (row.requiredIn == AnyCase)
            required.append(row.name);
    }
    QJsonObject schema = typed("object");
    schema.insert(key("properties"), properties);
    schema.insert(key("required"), required);
    return schema;
}

QJsonObject jsonContent(const QJsonObject &schema)
{
    return object("application/json", object("schema", schema));
}

QJsonObject described(const QString &description, const QJsonObject &content)
{
    return {{key("description"), description}, {key("content"), content}};
}

/// "BAD_ARGUMENTS:<key>" as the document writes it.
QString writtenCode(const ErrorSpec &error)
{
    switch (error.detail) {
    case ErrorDetail::None:
        return error.code;
    case ErrorDetail::Field:
        return error.code + (error.aboutPhoto ? key(":<param>") : key(":<key>"));
    case ErrorDetail::Reason:
        return error.code + u':' + (error.reason.isEmpty() ? key("<reason>") : error.reason);
    }
    return {};
}

QJsonObject answerSchema(QJsonObject properties)
{
    properties.insert(key("request_id"), typed("string"));
    properties.insert(key("time_used"), typed("integer"));
    QJsonObject schema = typed("object");
    schema.insert(key("properties"), properties);
    return schema;
}

/// One response for each HTTP status, with the codes that it can carry.
QJsonObject refusals(const EndpointSpec &spec)
{
    QMap<int, QStringList> codes;
    for (const ErrorSpec &error : spec.errors)
        codes[error.httpStatus].append(writtenCode(error) + QStringLiteral(": ") + translated(error.meaning));
    QJsonObject responses;
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) {
        const QJsonObject content = it.key() == 413
            ? object("text/plain", object("schema", typed("string")))
            : jsonContent(answerSchema({{spec.errorKey, typed("string")}}));
        responses.insert(QString::number(it.key()), described(it.value().join(u'\n'), content));
    }
    return responses;
}

QJsonObject tokenOperation(const EndpointSpec &spec)
{
    QJsonObject token{{spec.tokenKey, typed("string")}};
    if (!spec.expiryKey.isEmpty())
        token.insert(spec.expiryKey, typed("integer"));
    QJsonObject responses = refusals(spec);
    responses.insert(key("200"), described(key("OK"), jsonContent(answerSchema(token))));
    const QJsonObject form = object("schema", formSchema(spec));
    return object("post",
        QJsonObject{{key("operationId"), spec.id}, {key("summary"), translated(spec.title)},
            {key("requestBody"),
                QJsonObject{{key("required"), true},
                    {key("content"),
                        QJsonObject{{key("multipart/form-data"), form},
                            {key("application/x-www-form-urlencoded"), form}}}}},
            {key("responses"), responses}});
}

QJsonObject parameter(const QString &name, bool required, const QJsonArray &choices = {})
{
    QJsonObject schema = typed("string");
    if (!choices.isEmpty())
        schema.insert(key("enum"), choices);
    return {
        {key("name"), name}, {key("in"), key("query")}, {key("required"), required}, {key("schema"), schema}};
}

QJsonObject resultOperation(const EndpointSpec &spec)
{
    QJsonArray parameters;
    for (const FieldSpec &row : spec.fields) {
        if (row.role == Role::Credential)
            parameters.append(parameter(row.name, true));
    }
    if (spec.auth == Auth::KeyPair) {
        parameters.append(parameter(key("biz_id"), true));
        parameters.append(parameter(key("get_image_type"), false, {key("0"), key("1"), key("2")}));
    } else {
        parameters.append(parameter(spec.tokenKey, true));
        parameters.append(parameter(key("verbose"), false, {key("0"), key("1")}));
    }
    const QJsonObject refused = jsonContent(answerSchema({{spec.errorKey, typed("string")}}));
    return object("get",
        QJsonObject{{key("operationId"), QString(spec.id + key("_result"))}, {key("parameters"), parameters},
            {key("responses"),
                QJsonObject{{key("200"), described(key("OK"), jsonContent(answerSchema({})))},
                    {key("400"), described(key("RESULT_NOT_FOUND"), refused)},
                    {key("403"), described(key("AUTHENTICATION_ERROR"), refused)}}}});
}

} // namespace

QJsonObject openApi()
{
    QJsonObject paths;
    for (const EndpointSpec *spec : endpoints()) {
        paths.insert(spec->path, tokenOperation(*spec));
        paths.insert(spec->path.section(u'/', 0, -2) + key("/get_result"), resultOperation(*spec));
    }
    return {{key("openapi"), key("3.0.3")},
        {key("info"),
            QJsonObject{{key("title"), key("FaceID sandbox (simulated)")}, {key("version"), key("1")},
                {key("license"), object("name", key("MIT"))}}},
        {key("servers"), QJsonArray{object("url", key("/"))}}, {key("security"), QJsonArray()},
        {key("paths"), paths}};
}

} // namespace faceid
