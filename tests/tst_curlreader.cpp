// cURL commands as customers mail them: what a form takes of them, and what does not fit.

#include "export/codewriter.h"
#include "export/curloptions.h"
#include "export/curlreader.h"
#include "export/formvalue.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

const QString sdkUrl = u"https://openapi.faceid.com/face/v1.2/sdk/get_biz_token"_s;
const QString pcUrl = u"https://api.megvii.com/faceid/liveness/v2/get_token"_s;

/// What shells, languages and curl read as something else; the same as in faceidctl_code_test.py.
const QStringList hostile{u"@/etc/hostname"_s, u"</etc/hostname;type=text/html"_s, u"a\"b'c`d\\e\\\\\"f"_s,
    u"$HOME ${HOME} $(id) %PATH% !x! ^&|<>()"_s, u"\\u0041 \\n \\x41 #{1} {0} {{1}}"_s,
    u"'\\''; \u2018ps\u2019 \u201atypographic\u201b"_s, u"测试,；= &+%2B \U0001f600"_s, u"line\nline\n"_s};

QStringList texts(const QList<ShellWord> &words)
{
    QStringList list;
    for (const ShellWord &word : words)
        list.append(word.text);
    return list;
}

QString value(const CurlReading &reading, const char *name)
{
    return partText(reading.parts, QString::fromLatin1(name));
}

/// "unknown-field bizno" and so on, in the order of the command.
QStringList found(const CurlReading &reading)
{
    QStringList list;
    for (const FillFinding &finding : reading.findings)
        list.append(findingName(finding.kind) + u' ' + finding.name);
    return list;
}

} // namespace

class TestCurlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatThisProgramWritesIsReadBack_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("endpoint");
        for (const char *language : {"curl", "curl-cmd", "curl-powershell"}) {
            for (const EndpointSpec *spec : endpoints())
                QTest::addRow("%s %s", language, qPrintable(spec->id))
                    << QString::fromLatin1(language) << spec->id;
        }
    }

    void whatThisProgramWritesIsReadBack()
    {
        QFETCH(QString, language);
        QFETCH(QString, endpoint);
        const EndpointSpec *spec = endpointById(endpoint);
        for (const QString &text : hostile) {
            const Part photo = imagePart(u"image_ref1"_s, "bytes", {});
            const QString path = u"/tmp/my \"face\"; 照片.jpg"_s;
            const Parts parts = assembled(*spec,
                {textPart(u"comparison_type"_s, u"0"_s), textPart(u"uuid"_s, text),
                    textPart(u"biz_no"_s, text),
                    textPart(u"return_url"_s, u"https://example.com/r?a=1&b=2"_s), photo});
            const QString code =
                codeFor(*codeLanguage(language), {*spec, parts, {{photo.name, path}}, QUrl(spec->host)});
            const CurlReading reading = readCurl(code);
            QVERIFY2(reading.spec == spec, qPrintable(reading.error + u'\n' + code));
            QCOMPARE(reading.address, QUrl(spec->host + spec->path));
            for (const Part &part : parts) {
                if (!part.isFile())
                    QCOMPARE(partText(reading.parts, part.name), QString::fromUtf8(part.value));
            }
            QCOMPARE(reading.parts.size(), parts.size() - 1);
            QCOMPARE(reading.photoPaths, (QMap<QString, QString>{{photo.name, path}}));
            for (const FillFinding &finding : reading.findings)
                QVERIFY2(finding.kind == FillFinding::Kind::Credential
                        || finding.kind == FillFinding::Kind::Option,
                    qPrintable(findingName(finding.kind) + u' ' + finding.name + u'\n' + code));
        }
    }

    void posixWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("plain", u"a  b\tc"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("single", u"'a b' ''"_s, {u"a b"_s, QString()});
        row("double", u"\"a \\\"b\\\" \\\\ \\n\""_s, {u"a \"b\" \\ \\n"_s});
        row("side by side", u"a'b'\"c\"\\d"_s, {u"abcd"_s});
        row("line ends", u"a \\\n b \\ \t\r\n c\nd"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("ends", u"a; b"_s, {u"a"_s});
        row("pipe", u"a | b"_s, {u"a"_s});
        row("comment", u"a #b\nc"_s, {u"a"_s});
        row("no comment", u"a#b"_s, {u"a#b"_s});
        row("redirections", u"a >out 2>&1 b 2>/dev/null <in"_s, {u"a"_s, u"b"_s});
        row("ansi", u"$'a\\n\\t\\'\\x41\\101\\u6d4b\\xe6\\xb5\\x8b\\U1F600\\ud83d\\ude00\\q'"_s,
            {u"a\n\t'AA测测\U0001f600\U0001f600\\q"_s});
        row("translated quote", u"$\"a b\""_s, {u"a b"_s});
        row("variables", u"\"$A\" ${A}x $(date +\"%s\") `id`"_s,
            {u"$A"_s, u"${A}x"_s, u"$(date +\"%s\")"_s, u"`id`"_s});
        row("default", u"${A:-'x y'}/z"_s, {u"x y/z"_s});
        row("dollar", u"a$ '$A'"_s, {u"a$"_s, u"$A"_s});
    }

    void posixWords()
    {
        QFETCH(QString, text);
        const WordReading reading = readPosixWords(text);
        QTEST(texts(reading.words), "words");
        QVERIFY(!reading.isOpen);
    }

    void cmdWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("plain", u"a \"b c\" d"_s, {u"a"_s, u"b c"_s, u"d"_s});
        row("line ends", u"a ^\r\n  b ^ \n c\nd"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("doubled quotes", u"\"a \"\"b\"\" c\""_s, {u"a \"b\" c"_s});
        row("backslashes", u"\"a\\\"b\" \"C:\\x\\\\\" C:\\y"_s, {u"a\"b"_s, u"C:\\x\\"_s, u"C:\\y"_s});
        row("carets", u"^\"a ^%^ b^\" \"c^d\""_s, {u"a % b"_s, u"c^d"_s});
        row("a line in a value", u"^\"a^\n\nb^\""_s, {u"a\nb"_s});
        row("percent", u"a%%b %E6%B5%8B 50%"_s, {u"a%b"_s, u"%E6%B5%8B"_s, u"50%"_s});
        row("single quotes are letters", u"'a b'"_s, {u"'a"_s, u"b'"_s});
        row("ends", u"\"a&b\" c & d"_s, {u"a&b"_s, u"c"_s});
        row("redirection", u"a >out.txt b 2>nul"_s, {u"a"_s, u"b"_s});
    }

    void cmdWords()
    {
        QFETCH(QString, text);
        const WordReading reading = readCmdWords(text);
        QTEST(texts(reading.words), "words");
        QVERIFY(!reading.isOpen);
    }

    void powerShellWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("plain", u"a 'b c' d"_s, {u"a"_s, u"b c"_s, u"d"_s});
        row("line ends", u"a `\r\n  b ` \n c\nd"_s, {u"a"_s, u"b"_s, u"c"_s});
        row("quotes in quotes", u"'it''s' \"a \"\"b\"\" `\"c`\" `$d `n\""_s,
            {u"it's"_s, u"a \"b\" \"c\" $d \n"_s});
        row("typographic", u"\u2018a b\u2019 \u201cc d\u201d"_s, {u"a b"_s, u"c d"_s});
        row("here", u"@'\na $b\nc\n'@ d"_s, {u"a $b\nc"_s, u"d"_s});
        row("variables", u"\"$a $env:B $($c.d)\" $e"_s, {u"$a $env:B $($c.d)"_s, u"$e"_s});
        row("backslash", u"'C:\\a' \"C:\\b\""_s, {u"C:\\a"_s, u"C:\\b"_s});
        row("pipe", u"a | b"_s, {u"a"_s});
    }

    void powerShellWords()
    {
        QFETCH(QString, text);
        const WordReading reading = readPowerShellWords(text);
        QTEST(texts(reading.words), "words");
        QVERIFY(!reading.isOpen);
    }

    void anOpenQuoteIsSaid()
    {
        for (const QString &command : {u"curl '%1' -F 'uuid=a"_s, u"curl '%1' -F \"uuid=a"_s,
                 u"curl '%1' -F $'uuid=a"_s, u"curl.exe \"%1\" -F \"uuid=a"_s,
                 u"curl.exe `\n \"%1\" -F \"uuid=a"_s, u"curl '%1' -F `uuid"_s, u"curl '%1' -F uuid=$(a"_s}) {
            const CurlReading reading = readCurl(command.arg(sdkUrl));
            QVERIFY2(found(reading).contains(u"open-quote curl"_s), qPrintable(command));
        }
    }

    void formValues_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("sign");
        QTest::addColumn<QStringList>("notes");
        const auto row = [](const char *name, const QString &argument, const QString &content,
                             const QString &sign, const QStringList &notes) {
            QTest::newRow(name) << argument << content << sign << notes;
        };
        row("plain", u"n=a b"_s, u"a b"_s, {}, {});
        row("equals", u"n=a=b"_s, u"a=b"_s, {}, {});
        row("nothing", u"n="_s, {}, {}, {});
        row("type", u"n=a;type=text/plain"_s, u"a"_s, {}, {u"type=text/plain"_s});
        row("quoted", u"n=\"a;b\\\"\\\\c\\d\";type=x"_s, u"a;b\"\\c\\d"_s, {}, {u"type=x"_s});
        row("not closed", u"n=\"a;b"_s, u"\"a"_s, {}, {u"b"_s});
        row("file", u"n=@/a b.jpg;filename=c.jpg;type=image/jpeg"_s, u"/a b.jpg"_s, u"@"_s,
            {u"filename=c.jpg"_s, u"type=image/jpeg"_s});
        row("quoted file", u"n=@\"/a;b.jpg\""_s, u"/a;b.jpg"_s, u"@"_s, {});
        row("text from a file", u"n=<-"_s, u"-"_s, u"<"_s, {});
    }

    void formValues()
    {
        QFETCH(QString, argument);
        const FormValue read = readFormValue(argument, false);
        QCOMPARE(read.name, u"n"_s);
        QTEST(read.content, "content");
        QCOMPARE(read.sign.isNull() ? QString() : QString(read.sign),
            *static_cast<QString *>(QTest::qData("sign", qMetaTypeId<QString>())));
        QTEST(read.notes, "notes");
        const FormValue literal = readFormValue(argument, true);
        QCOMPARE(literal.content, argument.sliced(2));
        QVERIFY(literal.sign.isNull() && literal.notes.isEmpty());
    }

    /// The whole list of the curl on this machine: an option whose value is taken for an address, or the
    /// other way round, spoils everything behind it.
    void everyOptionOfThisCurlIsKnown()
    {
        const QString curl = QStandardPaths::findExecutable(u"curl"_s);
        QVERIFY2(!curl.isEmpty(), "curl is not installed");
        QProcess process;
        process.start(curl, {u"--help"_s, u"all"_s});
        QVERIFY(process.waitForFinished());
        const QString help = QString::fromUtf8(process.readAllStandardOutput());
        static const QRegularExpression line(
            u"^ (?:-(.),|   ) --(\\S+) ?([<\\[])?"_s, QRegularExpression::MultilineOption);
        int count = 0;
        for (auto it = line.globalMatch(help); it.hasNext(); ++count) {
            const auto match = it.next();
            const QString name = match.captured(2);
            const QString letter = match.captured(1);
            const bool takesValue = !match.captured(3).isEmpty();
            QStringList forms{u"--"_s + name};
            if (!letter.isEmpty())
                forms.append(u'-' + letter);
            for (const QString &form : forms) {
                CurlCall call;
                call.words = {{form, {}}, {u"value"_s, {}}};
                const QList<CurlArgument> arguments = curlArguments(call);
                QVERIFY2(arguments.constFirst().isKnown, qPrintable(form));
                const bool isNegation = name.startsWith(u"no-"_s); // listed as what they turn off
                QVERIFY2(isNegation || arguments.constFirst().option == name, qPrintable(form));
                QVERIFY2(arguments.constFirst().value.text == (takesValue ? u"value"_s : QString()),
                    qPrintable(form));
            }
        }
        QVERIFY2(count > 200, qPrintable(QString::number(count)));
    }

    void lettersInARowAndShortenedNames()
    {
        CurlCall call;
        for (const char *word : {"-sSXPOST", "-Fa=1", "--data-urlenc", "b=2", "--no-keepalive", "--", "-x"})
            call.words.append({QString::fromLatin1(word), {}});
        QStringList read;
        for (const CurlArgument &argument : curlArguments(call))
            read.append(argument.option + u'|' + argument.value.text);
        QCOMPARE(read,
            (QStringList{u"silent|"_s, u"show-error|"_s, u"request|POST"_s, u"form|a=1"_s,
                u"data-urlencode|b=2"_s, u"no-keepalive|"_s, u"|-x"_s}));
    }

    void aMailWithWhatDoesNotFit()
    {
        const QString mail =
            u"Hello, it doesn't work. We call curl like this:\n\n"
            "API_KEY=abc\nexport SECRET='very secret'\nUSER_ID=\"u-7\"\n"
            "$ curl -k -X PUT --location --cacert ca.pem -H 'Authorization: Bearer hidden' \\\n"
            "    -u me:hidden -F api_key=$API_KEY -F \"api_secret=$SECRET;hidden\" -F uuid=$USER_ID \\\n"
            "    -F comparison_type=0 -F bizno=1 -F 'biz_no=b-1;type=text/plain' -F biz_no=b-2 \\\n"
            "    -F idcard_name=测试一 -F scene_id=$SCENE -F screen_replay=7 -F 'biz_extra_data=<x.txt' \\\n"
            "    -F image_ref1=@face.jpg -F image_ref2=@/tmp/two.jpg -F image_ref3=base64 \\\n"
            "    --fancy 'https://gateway.example.com%1?multi_oriented_detection=1'\n"
            "curl https://example.com/\nRegards"_s.arg(getToken().path);
        const CurlReading reading = readCurl(mail);
        QVERIFY2(reading.spec == &getToken(), qPrintable(reading.error));
        QCOMPARE(reading.address.host(), u"gateway.example.com"_s);
        QCOMPARE(value(reading, "uuid"), u"u-7"_s);
        QCOMPARE(value(reading, "biz_no"), u"b-1"_s);
        QCOMPARE(value(reading, "multi_oriented_detection"), u"1"_s);
        QCOMPARE(reading.photoPaths, (QMap<QString, QString>{{u"image_ref2"_s, u"/tmp/two.jpg"_s}}));
        QCOMPARE(found(reading).join(u", "_s),
            (QStringList{u"credential api_key"_s, u"credential api_secret"_s, u"unknown-field bizno"_s,
                u"repeated biz_no"_s, u"unknown-value scene_id"_s, u"not-offered screen_replay"_s,
                u"file-text biz_extra_data"_s, u"file image_ref1"_s, u"photo-as-text image_ref3"_s,
                u"other-case idcard_name"_s, u"profile-option --insecure"_s, u"method --request"_s,
                u"option --location"_s, u"profile-option --cacert"_s, u"credential -H Authorization"_s,
                u"credential --user"_s, u"part-note biz_no"_s, u"unknown-option --fancy"_s, u"rest curl"_s}
                    .join(u", "_s)));
        QString everything;
        for (const FillFinding &finding : reading.findings)
            everything += finding.name + finding.detail + describe(finding);
        for (const Part &part : reading.parts)
            everything += QString::fromUtf8(part.value);
        QVERIFY2(
            !everything.contains(u"secret "_s) && !everything.contains(u"hidden"_s), qPrintable(everything));
        QVERIFY(!everything.contains(u"very secret"_s));
    }

    void bodiesAreTakenApart_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char *name, const QString &options, const QStringList &findings) {
            QTest::newRow(name) << options << findings;
        };
        const QString same = u" --data-urlencode 'uuid=a b&测试'"_s;
        row("data", u"-d comparison_type=1 --data-ascii 'uuid=a+b%26%E6%B5%8B%E8%AF%95'"_s, {});
        row("raw", u"--data-raw 'comparison_type=1&uuid=a+b%26%E6%B5%8B%E8%AF%95'"_s, {});
        row("encoded", u"--data comparison_type=1"_s + same, {});
        row("in the address", u"--url-query comparison_type=1"_s + same, {});
        row("get", u"-G -d comparison_type=1"_s + same, {u"method --get"_s});
        row("json", u"--json '{\"comparison_type\":1,\"uuid\":\"a b&测试\"}'"_s, {u"body Content-Type"_s});
        row("another type", u"-H 'content-type: text/plain' -d comparison_type=1"_s + same,
            {u"body Content-Type"_s});
        row("a file", u"-d comparison_type=1 -d @body.txt"_s + same, {u"file-text --data"_s});
        row("form", u"-F comparison_type=1 --form-string 'uuid=a b&测试'"_s, {});
    }

    void bodiesAreTakenApart()
    {
        QFETCH(QString, options);
        const CurlReading reading = readCurl(u"curl %1 "_s.arg(pcUrl) + options);
        QVERIFY2(reading.spec == &getToken(), qPrintable(reading.error));
        QCOMPARE(value(reading, "comparison_type"), u"1"_s);
        QCOMPARE(value(reading, "uuid"), QString()); // of another case
        const CurlReading other =
            readCurl(u"curl %1 "_s.arg(pcUrl) + QString(options).replace(u"1"_s, u"0"_s));
        QCOMPARE(value(other, "uuid"), u"a b&测试"_s);
        QTEST(found(other), "findings");
    }

    void whatABrowserCopies_data()
    {
        QTest::addColumn<QString>("text");
        const QString body =
            u"------WebKitFormBoundaryA1\\r\\nContent-Disposition: form-data; "
            "name=\"comparison_type\"\\r\\n\\r\\n0\\r\\n------WebKitFormBoundaryA1\\r\\n"
            "Content-Disposition: form-data; name=\"uuid\"\\r\\n\\r\\nit\\'s \\u6d4b\\u0021\\r\\n"
            "------WebKitFormBoundaryA1\\r\\nContent-Disposition: form-data; "
            "name=\"image_ref1\"; filename=\"face.jpg\"\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n"
            "\\r\\n------WebKitFormBoundaryA1--\\r\\n"_s;
        QTest::newRow("bash")
            << u"curl '%1' \\\n  -H 'accept: */*' \\\n  -H 'content-type: multipart/form-data; "
               "boundary=----WebKitFormBoundaryA1' \\\n  --data-raw $'%2' \\\n  --compressed"_s.arg(
                   sdkUrl, body);
        QString lines = body;
        lines.replace(u"\\'"_s, u"'"_s).replace(u"\\u6d4b"_s, u"测"_s).replace(u"\\u0021"_s, u"^!"_s);
        lines.replace(u"\""_s, u"^\\^\""_s).replace(u"\\r\\n"_s, u"^\n\n"_s);
        QTest::newRow("cmd")
            << u"curl ^\"%1^\" ^\n  -H ^\"accept: */*^\" ^\n  -H ^\"content-type: multipart/form-data; "
               "boundary=----WebKitFormBoundaryA1^\" ^\n  --data-raw ^\"%2^\" ^\n  --compressed"_s.arg(
                   sdkUrl, lines);
    }

    void whatABrowserCopies()
    {
        QFETCH(QString, text);
        const CurlReading reading = readCurl(text);
        QVERIFY2(reading.spec == &getBizToken(), qPrintable(reading.error));
        QCOMPARE(value(reading, "comparison_type"), u"0"_s);
        QCOMPARE(value(reading, "uuid"), u"it's 测!"_s);
        QCOMPARE(found(reading).join(u", "_s),
            (QStringList{u"file image_ref1"_s, u"option -H accept"_s, u"option --compressed"_s}.join(
                u", "_s)));
    }

    void theShellIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Shell>("shell");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QString &text, Shell shell, const QString &path) {
            QTest::newRow(name) << u"%1 -F comparison_type=0"_s.arg(text) << shell << path;
        };
        row("bash", u"curl %1 \\\n -F image_ref1=@/a.jpg"_s.arg(sdkUrl), Shell::Posix, u"/a.jpg"_s);
        row("one line", u"curl %1 -F 'image_ref1=@\"/a.jpg\"'"_s.arg(sdkUrl), Shell::Posix, u"/a.jpg"_s);
        row("prompt", u"~ $ /usr/bin/curl %1 -F image_ref1=@/a.jpg"_s.arg(sdkUrl), Shell::Posix, u"/a.jpg"_s);
        row("cmd", u"C:\\>curl %1 ^\r\n -F \"image_ref1=@/a.jpg\""_s.arg(sdkUrl), Shell::Cmd, u"/a.jpg"_s);
        row("cmd, one line", u"curl.exe %1 -F \"image_ref1=@/a b.jpg\""_s.arg(sdkUrl), Shell::Cmd,
            u"/a b.jpg"_s);
        row("cmd, a variable",
            u"@echo off\r\nset \"DIR=/x\"\r\ncurl %1 -F image_ref1=@%DIR%/a.jpg"_s.arg(sdkUrl), Shell::Cmd,
            u"/x/a.jpg"_s);
        row("PowerShell", u"PS C:\\> curl.exe '%1' `\n -F 'image_ref1=@/a.jpg'"_s.arg(sdkUrl),
            Shell::PowerShell, u"/a.jpg"_s);
        row("PowerShell, a variable",
            u"$dir = '/x'\n& \"C:\\bin\\curl.exe\" '%1' -F \"image_ref1=@$dir/a.jpg\""_s.arg(sdkUrl),
            Shell::PowerShell, u"/x/a.jpg"_s);
    }

    void theShellIsTold()
    {
        QFETCH(QString, text);
        const CurlReading reading = readCurl(text);
        QVERIFY2(reading.spec == &getBizToken(), qPrintable(reading.error));
        QTEST(reading.shell, "shell");
        QTEST(reading.photoPaths.value(u"image_ref1"_s), "path");
        QCOMPARE(value(reading, "comparison_type"), u"0"_s);
    }

    void theFieldsTellTheApiWhereTheAddressDoesNot()
    {
        const CurlReading sdk =
            readCurl(u"curl \"$URL\" -F sign=x -F comparison_type=0 -F liveness_type=meglive"_s);
        QVERIFY(sdk.spec == &getBizToken());
        QVERIFY(sdk.address.isEmpty());
        const CurlReading pc =
            readCurl(u"curl https://x.example.com/token -F return_url=https://e.example.com/"_s);
        QVERIFY(pc.spec == &getToken());
        QCOMPARE(found(pc), QStringList{u"address URL"_s});
        QVERIFY(describe(pc.findings.constFirst()).contains(u"x.example.com/token"_s));
    }

    void whatIsNoTokenRequest()
    {
        for (const QString &text : {QString(), u"no command"_s, u"we use curl here, it is fine"_s,
                 u"curl https://example.com/ -F a=b"_s, u"curl -F uuid=1 $URL"_s, u"curl -s"_s,
                 QString(2'000'000, u'x')}) {
            const CurlReading reading = readCurl(text);
            QVERIFY(!reading.spec);
            QVERIFY(!reading.error.isEmpty());
            QVERIFY(reading.parts.isEmpty() && reading.findings.isEmpty());
        }
        QVERIFY(!hasCurlCall(u"with curl all is fine"_s));
        QVERIFY(hasCurlCall(u"curl -s"_s));
    }

    void aConstantOfAnotherValueIsSaid()
    {
        const CurlReading reading =
            readCurl(u"curl %1 -F liveness_type=flash -F liveness_timeout=500"_s.arg(sdkUrl));
        QCOMPARE(
            found(reading), (QStringList{u"constant liveness_type"_s, u"not-offered liveness_timeout"_s}));
        QVERIFY(describe(reading.findings.constFirst()).contains(u"flash"_s));
    }

    /// What takes long in proportion to its square would hold the window up for minutes.
    void longTextsAreReadInTheirStride_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece :
            {"{", "a=1 ", "$a ", "'\\", "`", "$(", "%a", "^\"", "curl -", "/", "\\\n", "${A:-"})
            QTest::addRow("%s", piece) << QString::fromLatin1(piece);
    }

    void longTextsAreReadInTheirStride()
    {
        QFETCH(QString, piece);
        const QString text = piece.repeated(500'000 / piece.size());
        (void)readCurl(text + u" curl https://example.com/ -F a=b"_s);
        (void)readCurl(u"curl https://example.com/ -F "_s + text);
        (void)readCurl(u"curl https://example.com/ -F \""_s + text);
    }

    /// The same for what differs from piece to piece.
    void longListsAreReadInTheirStride_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : {"--z%1 ", "-H h%1:1 ", "-F f%1=1 ", "-F uuid=$v%1 ", "-F 'uuid=x;t=%1' "})
            QTest::addRow("%s", piece) << QString::fromLatin1(piece);
    }

    void longListsAreReadInTheirStride()
    {
        QFETCH(QString, piece);
        QString text = u"curl "_s + sdkUrl + u' ';
        for (int i = 0; i < 50'000; ++i)
            text += piece.arg(i);
        QVERIFY2(readCurl(text).error.isEmpty(), "it is one command");
    }

    /// A few lines could stand for more letters than a memory has.
    void valuesOfValuesStayUnknown_data()
    {
        QTest::addColumn<QString>("script");
        const QString x(4000, u'x');
        const auto often = [](const char *variable) { return QString::fromLatin1(variable).repeated(1000); };
        QTest::newRow("bash") << u"A=%1\nB=%2\nC=%3\ncurl '%4' -F \"uuid=$C\" -F biz_no=b-1"_s.arg(
            x, often("$A"), often("$B"), sdkUrl);
        QTest::newRow("PowerShell")
            << u"$A = \"%1\"\n$B = \"%2\"\n$C = \"%3\"\ncurl.exe '%4' -F \"uuid=$C\" -F 'biz_no=b-1'"_s.arg(
                   x, often("$A"), often("$B"), sdkUrl);
        QTest::newRow("cmd") << u"set A=%1\ncurl \"%2\" -F biz_no=b-1 -F \"uuid=%3\""_s.arg(
            x, sdkUrl, often("%A%"));
    }

    void valuesOfValuesStayUnknown()
    {
        QFETCH(QString, script);
        const CurlReading reading = readCurl(script);
        QVERIFY2(reading.spec == &getBizToken(), qPrintable(reading.error));
        QCOMPARE(value(reading, "biz_no"), u"b-1"_s);
        QCOMPARE(value(reading, "uuid"), QString());
        QVERIFY2(found(reading).contains(u"unknown-value uuid"_s), qPrintable(found(reading).join(u", "_s)));
        for (const FillFinding &finding : reading.findings)
            QVERIFY(finding.detail.size() < script.size() * 4);
    }

    /// Any beginning of a command, and any byte of it spoilt: read to an end.
    void nothingMakesItStumble()
    {
        for (const char *language : {"curl", "curl-cmd", "curl-powershell"}) {
            const Parts parts{
                textPart(u"comparison_type"_s, u"0"_s), textPart(u"uuid"_s, hostile.join(u' '))};
            const QString code = codeFor(
                *codeLanguage(QString::fromLatin1(language)), {getToken(), parts, {}, QUrl(getToken().host)});
            for (qsizetype i = 0; i < code.size(); ++i) {
                (void)readCurl(code.first(i));
                QString spoilt = code;
                spoilt[i] = QStringView(u"'\"\\^`$(){}\n@")[i % 11];
                (void)readCurl(spoilt);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCurlReader)
#include "tst_curlreader.moc"
