// The tables of app/contract against the documents.

#include "support/documents.h"

#include "contract/endpointspec.h"

#include <QTest>

#include <algorithm>

using namespace faceid;

namespace {

struct Document
{
    const EndpointSpec &spec;
    const std::vector<documents::Parameter> &parameters;
    const std::vector<documents::Error> &errors;
};

Document document(const QString &id)
{
    if (id == u"get_biz_token")
        return {getBizToken(), documents::sdkParameters(), documents::sdkErrors()};
    return {getToken(), documents::pcParameters(), documents::pcErrors()};
}

QStringList namesOf(const std::vector<documents::Parameter> &parameters)
{
    QStringList names;
    for (const documents::Parameter &parameter : parameters)
        names.append(QString::fromLatin1(parameter.name));
    return names;
}

/// What the table says of a part, in the letters of documents::Parameter.
QString presence(const EndpointSpec &spec, const QString &partName)
{
    const FieldSpec &row = *spec.field(partName);
    const bool first = row.partNames().constFirst() == partName;
    QString letters;
    for (const Case c : {LivenessOnly, Uploaded, Source}) {
        const bool offered = std::any_of(spec.selector().choices.cbegin(), spec.selector().choices.cend(),
            [c](const FieldChoice &choice) { return choice.value == caseValue(c); });
        if (!offered || !row.presentIn(c))
            letters += u'-';
        else if (!row.requiredInCase(c))
            letters += u'O';
        else if (row.anyCopy)
            letters += u'A';
        else
            letters += first ? u'R' : u'O';
    }
    return letters;
}

/// Whether the table's idea of a value goes with the document's word for its type.
bool typeFits(const FieldSpec &row, const QString &type)
{
    const bool numbers = std::all_of(row.choices.cbegin(), row.choices.cend(), [](const FieldChoice &choice) {
        bool ok = false;
        choice.value.toInt(&ok);
        return ok;
    });
    switch (row.kind) {
    case Kind::Image:
        return type == u"File";
    case Kind::Integer:
        return type == u"Int";
    case Kind::Choice:
        return type == u"String" || (type == u"Int" && numbers);
    case Kind::Text:
    case Kind::Url:
    case Kind::PersonName:
    case Kind::IdCardNumber:
        return type == u"String";
    }
    return false;
}

QString values(const FieldSpec &row)
{
    if (row.kind == Kind::Integer)
        return QStringLiteral("%1..%2").arg(*row.minimum).arg(*row.maximum);
    QStringList names;
    for (const FieldChoice &choice : row.choices)
        names.append(choice.value);
    names.sort();
    return names.join(u'|');
}

QString wordOf(const ErrorSpec &error)
{
    switch (error.detail) {
    case ErrorDetail::None:
        return {};
    case ErrorDetail::Field:
        return error.aboutPhoto ? QStringLiteral("param") : QStringLiteral("key");
    case ErrorDetail::Reason:
        return QStringLiteral("reason");
    }
    return {};
}

QString line(const ErrorSpec &error)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::number(error.httpStatus), error.code, wordOf(error), error.reason)
        .trimmed();
}

QString line(const documents::Error &error)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::number(error.status), QString::fromLatin1(error.code),
            QString::fromLatin1(error.detail), QString::fromLatin1(error.reason))
        .trimmed();
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address();
    void orderOfParameters_data() { endpointRows(); }
    void orderOfParameters();
    void parameter_data();
    void parameter();
    void roles();
    void errors_data() { endpointRows(); }
    void errors();
    void everyTextIsThere_data() { endpointRows(); }
    void everyTextIsThere();
    void partsToRows();
    void partsThatAnErrorNames();
    void lookup();

private:
    static void endpointRows();
};

void TestContract::endpointRows()
{
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("sdk") << QStringLiteral("get_biz_token");
    QTest::newRow("pc") << QStringLiteral("get_token");
}

void TestContract::address()
{
    const EndpointSpec &sdk = getBizToken();
    QCOMPARE(sdk.host + sdk.path, QStringLiteral("https://openapi.faceid.com/face/v1.2/sdk/get_biz_token"));
    QCOMPARE(sdk.auth, Auth::Signature);
    QCOMPARE(sdk.tokenKey, QStringLiteral("biz_token"));
    QCOMPARE(sdk.errorKey, QStringLiteral("error"));
    QCOMPARE(sdk.expiryKey, QString());
    QCOMPARE(sdk.tokenLife, std::chrono::seconds(3600));
    QCOMPARE(sdk.queryLife, std::chrono::seconds(86400));
    QCOMPARE(sdk.maxRequestBytes, 20LL * 1024 * 1024);
    QCOMPARE(sdk.maxImageSide, 4096);
    QVERIFY(sdk.pagePattern.isEmpty());

    const EndpointSpec &pc = getToken();
    QCOMPARE(pc.host + pc.path, QStringLiteral("https://api.megvii.com/faceid/liveness/v2/get_token"));
    QCOMPARE(pc.auth, Auth::KeyPair);
    QCOMPARE(pc.tokenKey, QStringLiteral("token"));
    QCOMPARE(pc.errorKey, QStringLiteral("error_message"));
    QCOMPARE(pc.expiryKey, QStringLiteral("expired_time"));
    QCOMPARE(pc.maxRequestBytes, 0LL);
    QCOMPARE(pc.maxImageSide, 0);
    QVERIFY(pc.pagePattern.contains(QStringLiteral("{token}")));
}

void TestContract::orderOfParameters()
{
    QFETCH(QString, endpoint);
    const Document doc = document(endpoint);
    QCOMPARE(doc.spec.partNames(), namesOf(doc.parameters));
}

void TestContract::parameter_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<int>("index");
    for (const char *endpoint : {"get_biz_token", "get_token"}) {
        const Document doc = document(QString::fromLatin1(endpoint));
        for (std::size_t i = 0; i < doc.parameters.size(); ++i)
            QTest::addRow("%s %s", endpoint, doc.parameters[i].name)
                << QString::fromLatin1(endpoint) << int(i);
    }
}

void TestContract::parameter()
{
    QFETCH(QString, endpoint);
    QFETCH(int, index);
    const Document doc = document(endpoint);
    const documents::Parameter &expected = doc.parameters.at(std::size_t(index));
    const QString name = QString::fromLatin1(expected.name);

    const FieldSpec *row = doc.spec.field(name);
    QVERIFY(row);
    QCOMPARE(presence(doc.spec, name), QString::fromLatin1(expected.presence));
    QVERIFY2(typeFits(*row, QString::fromLatin1(expected.type)), expected.type);
    QCOMPARE(row->maxBytes, expected.maxBytes);
    QCOMPARE(row->maxChars, expected.maxChars);
    QCOMPARE(values(*row), QString::fromLatin1(expected.values));
    QCOMPARE(row->assumedValue, QString::fromLatin1(expected.assumed));
    const QString refusal = row->refusalNamesField ? QString(row->refusal + u':' + name) : row->refusal;
    QCOMPARE(refusal, QString::fromLatin1(expected.badValue));
    // A default that the service would refuse, or that the form cannot show, is a slip in the table.
    if (!row->choices.empty() && !row->assumedValue.isEmpty())
        QVERIFY(values(*row).split(u'|').contains(row->assumedValue));
}

void TestContract::roles()
{
    const auto rolesOf = [](const EndpointSpec &spec, Role role) {
        QStringList names;
        for (const FieldSpec &row : spec.fields) {
            if (row.role == role)
                names.append(row.name);
        }
        return names;
    };
    const QStringList selector{QStringLiteral("comparison_type")};
    QCOMPARE(rolesOf(getBizToken(), Role::Credential),
        QStringList({QStringLiteral("sign"), QStringLiteral("sign_version")}));
    QCOMPARE(rolesOf(getBizToken(), Role::Constant), QStringList(QStringLiteral("liveness_type")));
    QCOMPARE(rolesOf(getBizToken(), Role::Selector), selector);
    QCOMPARE(rolesOf(getToken(), Role::Credential),
        QStringList({QStringLiteral("api_key"), QStringLiteral("api_secret")}));
    QCOMPARE(rolesOf(getToken(), Role::Constant), QStringList());
    QCOMPARE(rolesOf(getToken(), Role::Selector), selector);

    for (const EndpointSpec *spec : endpoints()) {
        QCOMPARE(spec->selector().name, QStringLiteral("comparison_type"));
        for (const FieldSpec &row : spec->fields) {
            QCOMPARE(row.unique, row.name == u"biz_no");
            QCOMPARE(row.isPersonal(), row.name.startsWith(u"idcard_") || row.name == u"image_ref");
        }
    }
}

/// Every row of the document stands in the table, in the document's order, and nothing else but what the
/// public pages and samples beside the tables name.
void TestContract::errors()
{
    QFETCH(QString, endpoint);
    const Document doc = document(endpoint);
    QStringList expected;
    for (const documents::Error &error : doc.errors)
        expected.append(line(error));
    const QStringList beside = endpoint == u"get_biz_token"
        ? QStringList({QStringLiteral("403 AUTHORIZATION_ERROR reason REPLAY_ATTACK"),
            QStringLiteral("403 AUTHORIZATION_ERROR reason BALANCE_NOT_ENOUGH")})
        : QStringList({QStringLiteral("400 NO_FACE_FOUND param"), QStringLiteral("400 MULTIPLE_FACES param"),
            QStringLiteral("403 AUTHORIZATION_ERROR reason"), QStringLiteral("400 INVALID_ARGUMENTS key")});

    QStringList documented;
    QStringList others;
    for (const ErrorSpec &error : doc.spec.errors)
        (expected.contains(line(error)) ? documented : others).append(line(error));
    QCOMPARE(documented, expected);
    QCOMPARE(others, beside);
}

void TestContract::everyTextIsThere()
{
    QFETCH(QString, endpoint);
    const Document doc = document(endpoint);
    QVERIFY(!translated(doc.spec.title).isEmpty());
    for (const FieldSpec &row : doc.spec.fields) {
        if (row.role == Role::Credential)
            continue;
        QVERIFY2(!translated(row.label).isEmpty(), qPrintable(row.name));
        QVERIFY2(!translated(row.help).isEmpty(), qPrintable(row.name));
        for (const FieldChoice &choice : row.choices)
            QVERIFY2(!translated(choice.label).isEmpty(), qPrintable(row.name));
    }
    for (const ErrorSpec &error : doc.spec.errors) {
        QVERIFY2(!translated(error.meaning).isEmpty(), qPrintable(error.code));
        QVERIFY2(!translated(error.advice).isEmpty(), qPrintable(error.code));
    }
}

void TestContract::partsToRows()
{
    QCOMPARE(getToken().field(u"image_ref3")->name, QStringLiteral("image_ref"));
    QCOMPARE(getBizToken().field(u"image_ref3"), nullptr); // two photos only
    QCOMPARE(getToken().field(u"image_ref"), nullptr); // the stem is no part
    QCOMPARE(getToken().field(u"bizno"), nullptr);
    QCOMPARE(getToken().field(u""), nullptr);
}

void TestContract::partsThatAnErrorNames()
{
    const EndpointSpec &pc = getToken();
    const auto named = [&pc](QStringView code) {
        const auto it = std::find_if(pc.errors.cbegin(), pc.errors.cend(),
            [code](const ErrorSpec &error) { return error.code == code; });
        return pc.partsNamedBy(*it);
    };
    QCOMPARE(named(u"NO_FACE_FOUND"),
        QStringList(
            {QStringLiteral("image_ref1"), QStringLiteral("image_ref2"), QStringLiteral("image_ref3")}));
    QCOMPARE(named(u"MISSING_ARGUMENTS"), pc.partNames());
    QCOMPARE(named(u"AUTHORIZATION_ERROR"), QStringList());
    QCOMPARE(named(u"INVALID_NAME_FORMAT"), QStringList());
}

void TestContract::lookup()
{
    QCOMPARE(endpoints().size(), std::size_t(2));
    QCOMPARE(endpointById(u"get_biz_token"), &getBizToken());
    QCOMPARE(endpointById(u"get_token"), &getToken());
    QCOMPARE(endpointById(u"get_result"), nullptr);
    QCOMPARE(endpointById(u""), nullptr);
    QCOMPARE(caseFromValue(u"-1"), LivenessOnly);
    QCOMPARE(caseFromValue(u"0"), Uploaded);
    QCOMPARE(caseFromValue(u"1"), Source);
    for (const QStringView text :
        {QStringView(u""), QStringView(u"2"), QStringView(u"01"), QStringView(u" 1")})
        QCOMPARE(caseFromValue(text), NoCase);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
