// Every error of both documents, provoked by a request that deserves it: bytes written by hand, over a real
// socket, to a sandbox that forces nothing. The codes are typed from the documents; the contract's tables say
// whether one was forgotten.

#include "contract/endpointspec.h"
#include "faces/facesearch.h"
#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <sys/resource.h>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

/// Accounts in every state that a document has an error for.
QList<SandboxKey> accounts()
{
    const auto key = [](const QString &name, void (*change)(SandboxKey &) = nullptr) {
        SandboxKey account{name, "secret"};
        if (change)
            change(account);
        return account;
    };
    return {key(u"good"_s), key(u"gone"_s, [](SandboxKey &k) { k.discontinued = true; }),
        key(u"far"_s, [](SandboxKey &k) { k.networks = {QHostAddress::parseSubnet(u"10.0.0.0/8"_s)}; }),
        key(u"sdk-only"_s, [](SandboxKey &k) { k.apis = {u"get_biz_token"_s}; }),
        key(u"no-source"_s, [](SandboxKey &k) { k.dataSource = false; }),
        key(u"one-at-a-time"_s, [](SandboxKey &k) { k.concurrency = 1; }),
        key(u"one-attempt"_s, [](SandboxKey &k) { k.attempts = 1; }),
        key(u"poor"_s, [](SandboxKey &k) { k.balance = 1; })};
}

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Two portraits side by side.
QByteArray twoFaces()
{
    const QImage one = QImage::fromData(contentOf(FACEID_PHOTO));
    QImage both(2 * one.width(), one.height(), QImage::Format_RGB32);
    QPainter painter(&both);
    painter.drawImage(0, 0, one);
    painter.drawImage(one.width(), 0, one);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    both.save(&buffer, "JPEG");
    return bytes;
}

QByteArray sdk(const QString &key, const QByteArray &more = {}, const QByteArray &secret = "secret")
{
    return rawPost(sdkPath, urlEncoded, more + sdkForm(signFor(key, secret)));
}

QByteArray sdkPhoto(const QByteArray &photo)
{
    return rawPost(sdkPath, multipart,
        field("sign", signFor(u"good"_s, "secret")) + field("sign_version", "hmac_sha1")
            + field("liveness_type", "meglive") + field("comparison_type", "0") + field("uuid", "u-1")
            + file("image_ref1", photo) + "--b--\r\n");
}

QByteArray pc(const QByteArray &key, const QByteArray &more = {}, const QByteArray &secret = "secret")
{
    return rawPost(pcPath, urlEncoded, more + pcForm(key, secret));
}

QByteArray pcPhoto(const QByteArray &photo)
{
    return rawPost(pcPath, multipart,
        field("api_key", "good") + field("api_secret", "secret") + field("comparison_type", "0")
            + field("uuid", "u-1") + file("image_ref1", photo) + field("return_url", "https://shop.example/r")
            + field("notify_url", "https://shop.example/n") + field("biz_no", "b-1") + "--b--\r\n");
}

/// A request of the API to an address that it does not have.
QByteArray strayed(const QByteArray &request, const QByteArray &path)
{
    return QByteArray(request).replace(request.indexOf('/'), path.size(), path + "s");
}

/// One error, what answers it, and by what it is provoked: the answer to the last request counts.
struct Provocation
{
    const char *endpoint;
    const char *verdict;
    std::function<QByteArrayList()> requests;
    void (*rules)(SandboxRules &rules) = nullptr;
    bool underWay = false; ///< the requests before the last are not answered yet
    bool diskFull = false; ///< nothing can be kept in the state file
};

Provocation once(const char *endpoint, const char *verdict, const std::function<QByteArray()> &request)
{
    return {endpoint, verdict, [request] { return QByteArrayList{request()}; }};
}

std::vector<Provocation> sdkProvocations()
{
    const char *const id = "get_biz_token";
    Provocation otherForm =
        once(id, "403 AUTHORIZATION_ERROR:INVALID_SIGN", [] { return sdk(u"good"_s, {}, "wrong"); });
    otherForm.rules = [](SandboxRules &rules) { rules.signs.invalidIsAReason = true; };
    Provocation busy{id, "429 TOO_MANY_REQUESTS", [] {
                         return QByteArrayList{sdk(u"one-at-a-time"_s), sdk(u"one-at-a-time"_s)};
                     }};
    busy.underWay = true;
    Provocation full = once(id, "500 INTERNAL_ERROR", [] { return sdk(u"good"_s); });
    full.diskFull = true;
    return {
        once(id, "400 MISSING_ARGUMENTS:sign",
            [] { return rawPost(sdkPath, urlEncoded, "comparison_type=1"); }),
        once(id, "400 BAD_ARGUMENTS:liveness_timeout",
            [] { return sdk(u"good"_s, "liveness_timeout=soon&"); }),
        once(id, "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1", [] { return sdkPhoto("GIF89a, it says"); }),
        once(id, "400 NO_FACE_FOUND:image_ref1", [] { return sdkPhoto(greyPng(300, 400)); }),
        once(id, "400 INVALID_IMAGE_SIZE:image_ref1", [] { return sdkPhoto(greyPng(4097, 8)); }),
        once(id, "403 INVALID_SIGN", [] { return sdk(u"good"_s, {}, "wrong"); }),
        once(id, "403 AUTHENTICATION_ERROR", [] { return sdk(u"nobody"_s); }),
        once(id, "403 AUTHORIZATION_ERROR:API_KEY_BE_DISCONTINUED", [] { return sdk(u"gone"_s); }),
        once(id, "403 AUTHORIZATION_ERROR:IP_NOT_ALLOWED", [] { return sdk(u"far"_s); }),
        {id, "403 AUTHORIZATION_ERROR:MORE_RETRY_TIMES",
            [] {
                return QByteArrayList{sdk(u"one-attempt"_s), sdk(u"one-attempt"_s)};
            }},
        once(id, "403 AUTHORIZATION_ERROR:EXPIRED_SIGN",
            [] { return rawPost(sdkPath, urlEncoded, sdkForm(signFor(u"good"_s, "secret", -1))); }),
        otherForm,
        {id, "403 AUTHORIZATION_ERROR:REPLAY_ATTACK",
            [] {
                const QByteArray request =
                    rawPost(sdkPath, urlEncoded, sdkForm(signFor(u"good"_s, "secret", 0)));
                return QByteArrayList{request, request};
            }},
        {id, "403 AUTHORIZATION_ERROR:BALANCE_NOT_ENOUGH",
            [] {
                return QByteArrayList{sdk(u"poor"_s), sdk(u"poor"_s)};
            }},
        once(id, "403 AUTHORIZATION_ERROR:No data source permission.", [] { return sdk(u"no-source"_s); }),
        busy,
        once(id, "404 API_NOT_FOUND", [] { return strayed(sdk(u"good"_s), sdkPath); }),
        once(id, "413 Request Entity Too Large", [] { return sdkPhoto(QByteArray(20 * 1024 * 1024, 'x')); }),
        full,
    };
}

std::vector<Provocation> pcProvocations()
{
    const char *const id = "get_token";
    Provocation busy{id, "403 CONCURRENCY_LIMIT_EXCEEDED", [] {
                         return QByteArrayList{pc("one-at-a-time"), pc("one-at-a-time")};
                     }};
    busy.underWay = true;
    Provocation full = once(id, "500 INTERNAL_ERROR", [] { return pc("good"); });
    full.diskFull = true;
    return {
        once(id, "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1",
            [] { return pcPhoto(greyPng().chopped(20)); }),
        once(id, "400 INVALID_NAME_FORMAT", [] { return pc("good", "idcard_name=%B2%E2%CA%D4&"); }), // GBK
        once(id, "400 INVALID_IDCARD_NUMBER", [] { return pc("good", "idcard_number=11010119900307003&"); }),
        once(id, "400 NO_FACE_FOUND:image_ref1", [] { return pcPhoto(greyPng(300, 400)); }),
        once(id, "400 MULTIPLE_FACES:image_ref1", [] { return pcPhoto(twoFaces()); }),
        once(id, "403 AUTHENTICATION_ERROR", [] { return pc("good", {}, "wrong"); }),
        once(id, "403 AUTHORIZATION_ERROR:Denied.", [] { return pc("sdk-only"); }),
        once(id, "403 AUTHORIZATION_ERROR:No data source permission.", [] { return pc("no-source"); }),
        once(id, "403 AUTHORIZATION_ERROR:API_KEY_BE_DISCONTINUED", [] { return pc("gone"); }),
        busy,
        once(id, "400 MISSING_ARGUMENTS:biz_no",
            [] { return pc("good").replace("biz_no=b-1", "bizno=b-1&"); }),
        once(id, "400 BAD_ARGUMENTS:return_url", [] { return pc("good", "return_url=shop&"); }),
        once(id, "404 API_NOT_FOUND", [] { return strayed(pc("good"), pcPath); }),
        full,
    };
}

std::vector<Provocation> provocations()
{
    std::vector<Provocation> all = sdkProvocations();
    const std::vector<Provocation> more = pcProvocations();
    all.insert(all.end(), more.cbegin(), more.cend());
    return all;
}

/// What no request of this sandbox can be given, and why; it can be forced all the same.
struct Excuse
{
    const char *endpoint;
    const char *code;
    const char *why;
};

constexpr Excuse excuses[] = {
    {"get_token", "INVALID_ARGUMENTS",
        "stands in no table, only in the sample of a failure; the table has BAD_ARGUMENTS for the same"},
};

/// Whether \a verdict is an answer of the table's \a row; of AUTHORIZATION_ERROR's rows the open one takes
/// what no other does.
bool isOf(const QByteArray &verdict, const EndpointSpec &spec, const ErrorSpec &row)
{
    const QString answer = QString::fromUtf8(verdict);
    const QString named = QString::number(row.httpStatus) + u' ' + row.code;
    if (row.detail != ErrorDetail::Reason)
        return answer == named || answer.startsWith(named + u':');
    if (!row.reason.isEmpty())
        return answer == named + u':' + row.reason;
    return answer.startsWith(named + u':')
        && std::none_of(spec.errors.cbegin(), spec.errors.cend(), [&](const ErrorSpec &other) {
               return other.detail == ErrorDetail::Reason && !other.reason.isEmpty()
                   && answer == named + u':' + other.reason;
           });
}

/// While it lives, no file of this program can grow beyond \a bytes.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = rlim_t(bytes);
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestDocumentedErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsProvokedOrExcused();
    void answers_data();
    void answers();
};

void TestDocumentedErrors::everyErrorIsProvokedOrExcused()
{
    for (const EndpointSpec *spec : endpoints()) {
        for (const ErrorSpec &row : spec->errors) {
            int times = 0;
            for (const Provocation &provocation : provocations())
                times +=
                    spec->id == QLatin1String(provocation.endpoint) && isOf(provocation.verdict, *spec, row);
            for (const Excuse &excuse : excuses)
                times += spec->id == QLatin1String(excuse.endpoint) && row.code == QLatin1String(excuse.code);
            QVERIFY2(times > 0, qPrintable(spec->id + u' ' + row.code + u':' + row.reason));
        }
    }
    for (const Provocation &provocation : provocations()) {
        const EndpointSpec *spec = endpointById(QString::fromLatin1(provocation.endpoint));
        const auto known = std::any_of(spec->errors.cbegin(), spec->errors.cend(),
            [&](const ErrorSpec &row) { return isOf(provocation.verdict, *spec, row); });
        QVERIFY2(known, provocation.verdict); // no document has it
    }
}

void TestDocumentedErrors::answers_data()
{
    QTest::addColumn<qsizetype>("index");
    qsizetype index = 0;
    for (const Provocation &provocation : provocations())
        QTest::addRow("%s: %s", provocation.endpoint, provocation.verdict) << index++;
}

void TestDocumentedErrors::answers()
{
    QFETCH(qsizetype, index);
    const Provocation provocation = provocations().at(size_t(index));
    SandboxRules rules;
    if (!canSearchFaces()) // then the switch decides
        rules.faces = QByteArrayView(provocation.verdict).contains("MULTIPLE") ? SandboxRules::Faces::Several
                                                                               : SandboxRules::Faces::None;
    if (provocation.rules)
        provocation.rules(rules);
    SandboxServer server(accounts(), rules);
    QTemporaryDir folder;
    const QString state = folder.filePath(u"state"_s);
    if (provocation.diskFull)
        QVERIFY2(server.keepState(state), qPrintable(server.errorString()));
    QVERIFY2(server.start(), qPrintable(server.errorString()));
    std::optional<FullDisk> full;
    if (provocation.diskFull)
        full.emplace(QFileInfo(state).size() + 10);

    QByteArrayList requests = provocation.requests();
    const QByteArray last = requests.takeLast();
    std::vector<std::unique_ptr<RawConnection>> open;
    for (const QByteArray &request : requests) {
        if (!provocation.underWay) {
            QVERIFY(verdict(exchange(server.port(), request)).startsWith("200 "));
            continue;
        }
        // The service is slow: what is under way can only be seen by those who come meanwhile.
        server.scenarios().add(std::get<ScenarioOrder>(readOrder(u"delay=60000:1"_s)));
        open.push_back(std::make_unique<RawConnection>(server.port()));
        QVERIFY(open.back()->send(request));
        QTRY_VERIFY(server.scenarios().entries().isEmpty());
    }
    const QByteArray expected = provocation.verdict;
    if (provocation.underWay) { // a scenario is chosen with the head; the request is judged a moment later
        QTRY_COMPARE(verdict(exchange(server.port(), last)), expected);
        return;
    }
    const QByteArray answer = verdict(exchange(server.port(), last));
    full.reset(); // what the test has to say may go to a file
    QCOMPARE(answer, expected);
}

QTEST_GUILESS_MAIN(TestDocumentedErrors)
#include "tst_documentederrors.moc"
