// The inspector's pages for engineers: the sign reader's ten mistakes by name, and the request as a program.

#include "client/signfacts.h"
#include "credentials/credentialstore.h"
#include "export/codewriter.h"
#include "inspector/codepage.h"
#include "inspector/signpage.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageAuthenticationCode>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 madeAt = 1'530'762'118;

signature::Claims claims(qint64 expires = madeAt + 600, qint64 made = madeAt)
{
    return {u"demo_key"_s, expires, made, "1234567890"};
}

QByteArray signOf(const QByteArray &raw, const QByteArray &secret = "demo_secret")
{
    return (QMessageAuthenticationCode::hash(raw, secret, QCryptographicHash::Sha1) + raw).toBase64();
}

} // namespace

class TestSignPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile.id = u"p1"_s;
        m_profile.name = u"Demo"_s;
        m_profile.apiKey = u"demo_key"_s;
        m_store = std::make_unique<CredentialStore>();
        m_store->keepForSession(m_profile.secretEntry(), Secret(QByteArray("demo_secret")));
        m_page = std::make_unique<SignPage>(nullptr);
        m_page->setUp(*m_store, m_presentation, [this] { return QList<Profile>{m_profile}; });
        m_page->resize(700, 400);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_store.reset();
        m_presentation.setOn(false);
    }

    void namesTheMistake_data()
    {
        QTest::addColumn<QByteArray>("sign");
        QTest::addColumn<QString>("words");

        const QByteArray good = signature::make(claims(), "demo_secret");
        // A digest whose Base64 has what the URL-safe alphabet and form decoders change.
        QByteArray withPlus;
        for (qint64 made = madeAt; !withPlus.contains('+') || !withPlus.contains('/'); ++made)
            withPlus = signature::make(claims(made + 600, made), "demo_secret");
        QByteArray urlSafe = withPlus;
        urlSafe.replace('+', '-').replace('/', '_');
        const QByteArray raw = signature::rawText(claims());
        const QByteArray digest =
            QMessageAuthenticationCode::hash(raw, "demo_secret", QCryptographicHash::Sha1);
        signature::Claims other = claims();
        other.apiKey = u"other_key"_s;

        QTest::newRow("milliseconds") << signature::make(claims((madeAt + 600) * 1000, madeAt * 1000),
            "demo_secret") << u"count milliseconds"_s;
        QTest::newRow("b is c") << signature::make(claims(madeAt, madeAt), "demo_secret") << u"b equals c"_s;
        QTest::newRow("hex digest") << (digest.toHex() + raw).toBase64() << u"hex digits"_s;
        QTest::newRow("URL-safe") << urlSafe << u"URL-safe Base64"_s;
        QTest::newRow("+ became a blank") << QByteArray(withPlus).replace('+', ' ') << u"%2B"_s;
        QTest::newRow("line break at the end of the text") << signOf(raw + '\n') << u"ends in a line break"_s;
        QTest::newRow("wrong api_key") << signature::make(other, "demo_secret") << u"another api_key"_s;
        QTest::newRow("wrong secret")
            << signature::make(claims(), "other_secret") << u"does not fit the secret"_s;
        QTest::newRow("url-encoded") << QByteArray(withPlus).toPercentEncoding() << u"url-encoded"_s;
        QTest::newRow("line-broken") << good.first(40) + "\r\n" + good.sliced(40) << u"line breaks"_s;
    }

    void namesTheMistake()
    {
        QFETCH(QByteArray, sign);
        QFETCH(QString, words);
        // A line edit takes no line breaks; a paste is what brings them.
        SignFacts facts = signFacts(signature::read(sign), {m_profile}, &m_profile);
        facts.matches = signature::matches(facts.reading, "demo_secret");
        QVERIFY2(textOf(facts).contains(words), qPrintable(textOf(facts)));
        if (!sign.contains('\n')) {
            line()->setText(QString::fromLatin1(sign));
            QTRY_VERIFY2(shown().contains(words), qPrintable(shown()));
        }
    }

    void findsNothingWrongWithAGoodOne()
    {
        QTest::mouseClick(button(u"Make one"_s), Qt::LeftButton);
        QTRY_VERIFY(!line()->text().isEmpty());
        QTRY_VERIFY2(shown().contains(u"The digest fits the secret."_s), qPrintable(shown()));
        QVERIFY(shown().contains(u"demo_key, of profile Demo"_s));
        QVERIFY2(!shown().contains(QChar(0x26a0)), qPrintable(shown()));
        QSignalSpy copied(m_page.get(), &SignPage::copyText);
        QTest::mouseClick(button(u"Copy"_s), Qt::LeftButton);
        QCOMPARE(copied.value(0).value(0).toString(), line()->text());
    }

    void publishedVector()
    {
        m_profile.apiKey = u"ICVvC_xUs6177WEtyUNwIH8J6NfGu50t"_s;
        m_store->keepForSession(
            m_profile.secretEntry(), Secret(QByteArray("UjYGdN9CBZKsDBLB5-5v3DykPXY6dw3q")));
        line()->setText(
            u"SPzLRbDBgTGC2A8YdDaa7Jrny+5hPUlDVnZDX3hVczYxNzdXRXR5VU53SUg4SjZOZkd1NTB0JmI9MTUzMDc2MjIxOCZjPTE1MzA3NjIxMTgmZD0wNzk5Njg3MDY2"_s);
        QTRY_VERIFY2(shown().contains(u"The digest fits the secret."_s), qPrintable(shown()));
        QVERIFY(shown().contains(u"It has expired."_s));
        QVERIFY(shown().contains(u"0799687066"_s));
    }

    void saysThatTheClockIsOff()
    {
        m_page->setClockSkew(3'600'000);
        line()->setText(QString::fromLatin1(signature::make(claims(), "demo_secret")));
        QTRY_VERIFY2(shown().contains(u"ahead of the service"_s), qPrintable(shown()));
    }

    void saysThatThereIsNoSecret()
    {
        m_profile.id = u"p2"_s; // of which no store has anything
        m_store->setPatience(std::chrono::milliseconds(500));
        QTest::mouseClick(button(u"Make one"_s), Qt::LeftButton);
        const QString before = shown();
        QTRY_VERIFY2(shown() != before && line()->text().isEmpty(), qPrintable(shown()));
    }

    void hidesASignOnAProjector()
    {
        line()->setText(QString::fromLatin1(signature::make(claims(), "demo_secret")));
        QTRY_VERIFY(m_page->findChild<QLabel *>(u"signLines"_s)->isVisible());
        m_presentation.setOn(true);
        QVERIFY(!m_page->findChild<QLabel *>(u"signLines"_s)->isVisible());
        QCOMPARE(line()->displayText().count(line()->text().at(0)), 0);
    }

    void writesTheRequestInTheLanguageChosen()
    {
        CodePage page(m_theme, nullptr);
        Parts parts{textPart(u"comparison_type"_s, u"-1"_s), textPart(u"biz_no"_s, u"b-1"_s)};
        page.setSource([&parts] { return CodePage::Source{{getToken(), parts, {}, QUrl(getToken().host)}}; });
        page.show();
        auto *language = page.findChild<QComboBox *>(u"codeLanguage"_s);
        auto *code = page.findChild<QPlainTextEdit *>(u"code"_s);
        QTRY_VERIFY(code->toPlainText().startsWith(u"#!/bin/bash"_s));
        language->setFocus();
        QTest::keyClicks(language, u"Py"_s);
        QTRY_VERIFY(code->toPlainText().contains(u"import requests"_s));
        QVERIFY(code->toPlainText().contains(u"\"b-1\""_s));
        parts[1] = textPart(u"biz_no"_s, u"b-2"_s);
        page.refresh();
        QTRY_VERIFY(code->toPlainText().contains(u"\"b-2\""_s));
    }

    void everyLanguageHasATemplateWithoutMarkersLeft()
    {
        const Parts parts{textPart(u"comparison_type"_s, u"0"_s), textPart(u"uuid"_s, u"@name@ @value@"_s),
            {u"image_ref1"_s, "bytes", u"image_ref1.jpg"_s, {}}};
        for (const CodeLanguage &language : codeLanguages()) {
            for (const EndpointSpec *spec : endpoints()) {
                const QString code = codeFor(
                    language, {*spec, parts, {{u"image_ref1"_s, u"my \"face\".jpg"_s}}, QUrl(spec->host)});
                QVERIFY2(code.size() > 400, language.id);
                QString rest = code;
                rest.remove(u"@name@ @value@"_s); // what was typed stands as it was typed
                QVERIFY2(!rest.contains(QRegularExpression(u"@[a-z]+@"_s)), qPrintable(rest));
                QCOMPARE(code.contains(u"hmac"_s, Qt::CaseInsensitive), spec->auth == Auth::Signature);
            }
        }
    }

private:
    QLineEdit *line() const { return m_page->findChild<QLineEdit *>(u"sign"_s); }
    QString shown() const { return m_page->findChild<QLabel *>(u"signLines"_s)->text(); }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    static QString textOf(const SignFacts &facts)
    {
        QStringList texts;
        for (const SignLine &line : linesOf(facts, QDateTime::currentDateTimeUtc()))
            texts += line.title + u' ' + line.text;
        return texts.join(u'\n');
    }

    Theme m_theme{*qApp};
    Presentation m_presentation;
    Profile m_profile;
    std::unique_ptr<CredentialStore> m_store;
    std::unique_ptr<SignPage> m_page;
};

QTEST_MAIN(TestSignPage)
#include "tst_signpage.moc"
