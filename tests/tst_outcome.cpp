// Handing a token over, and what may be seen of it: QR codes read back by another program, the question
// before a second copy, messages, the customer screen, and a window in presentation mode walked widget by
// widget.

#include "outcome/customerscreen.h"
#include "outcome/handoverpanel.h"
#include "outcome/messagedialog.h"
#include "outcome/outcomecard.h"
#include "outcome/qrdialog.h"
#include "outcome/qrview.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace faceid;

namespace {

const QString token = QStringLiteral("5f3d0c9a7e214b86a1c2d3e4f5061728");
const QString requestId = QStringLiteral("1532412036,0b0f4f0e-8f2b-4a55-8dd1-1d0d4f4c9f10");
const QUrl page = QUrl(QStringLiteral("https://api.megvii.com/faceid/liveness/v2/do?token=") + token);

Exchange issued(const EndpointSpec &spec, qint64 seconds = 600)
{
    Exchange exchange;
    exchange.id = QUuid::createUuid();
    exchange.endpointId = spec.id;
    exchange.address = QUrl(spec.host + spec.path);
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.outcome = Outcome::Issued;
    exchange.bizNo = QStringLiteral("order-0001");
    exchange.reply.httpStatus = 200;
    exchange.reply.token = token;
    exchange.reply.requestId = requestId;
    exchange.reply.expiresAt = exchange.startedAt.addSecs(seconds);
    return exchange;
}

Exchange refused(const QString &error)
{
    Exchange exchange = issued(getToken());
    exchange.outcome = Outcome::Refused;
    exchange.reply.httpStatus = 400;
    exchange.reply.token.clear();
    exchange.reply.errorText = error;
    return exchange;
}

QString readByZbar(const QString &picture)
{
    QProcess zbar;
    zbar.start(QStringLiteral("zbarimg"), {QStringLiteral("--quiet"), QStringLiteral("--raw"), picture});
    if (!zbar.waitForFinished(30'000) || zbar.exitCode() != 0)
        return QStringLiteral("zbarimg: ") + QString::fromUtf8(zbar.readAllStandardError());
    return QString::fromUtf8(zbar.readAllStandardOutput()).trimmed();
}

QList<QAccessible::Event> accessibleEvents; // NOLINT: the handler is a plain function

void keepEvent(QAccessibleEvent *event)
{
    accessibleEvents.append(event->type());
}

} // namespace

class TestOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_templates = std::make_unique<MessageTemplates>(*m_settings);
        m_log = std::make_unique<HandOverLog>();
        m_presentation = std::make_unique<Presentation>();
    }

    void aSavedCodeIsReadBack_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QUrl>("page");
        QTest::newRow("link") << token << page;
        QTest::newRow("token") << requestId << QUrl();
        QTest::newRow("long") << QString(1200, u'a') << QUrl();
    }

    void aSavedCodeIsReadBack()
    {
        QFETCH(QString, token);
        QFETCH(QUrl, page);
        const HandOver what{token, page, QStringLiteral("b/1"), {}, {}};
        QrDialog dialog(what, m_theme, *m_presentation, nullptr);
        const QString png = m_dir->filePath(QStringLiteral("code.png"));
        QVERIFY(dialog.save(png));
        QCOMPARE(readByZbar(png), what.code());

        const QString svg = m_dir->filePath(QStringLiteral("code.svg"));
        QVERIFY(dialog.save(svg));
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        int elements = 0;
        while (!reader.atEnd())
            elements += reader.readNext() == QXmlStreamReader::StartElement ? 1 : 0;
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(elements > 20); // svg, ground, rows
        QImage drawn(svg); // by Qt's SVG plug-in, large enough to be read
        drawn = drawn.scaledToWidth(1200);
        const QString again = m_dir->filePath(QStringLiteral("again.png"));
        QVERIFY(drawn.save(again));
        QCOMPARE(readByZbar(again), what.code());
    }

    void whatCannotBeSavedIsSaidInline()
    {
        QrDialog dialog({token, page, {}, {}, {}}, m_theme, *m_presentation, nullptr);
        QVERIFY(!dialog.save(m_dir->filePath(QStringLiteral("no/such/folder/code.png"))));
        bool said = false;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            said |= label->text().contains(QStringLiteral("could not be saved"));
        QVERIFY(said);
    }

    void aTextTooLongForACodeIsNoCode()
    {
        QVERIFY(QrCode(QString(3000, u'x')).isEmpty());
        QVERIFY(!QrCode(QString(2000, u'x')).isEmpty());
    }

    void aSecondCopyOfAPcTokenAsks()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        QSignalSpy copied(&panel, &HandOverPanel::copyText);
        QSignalSpy handedOver(&panel, &HandOverPanel::handedOver);
        const Exchange exchange = issued(getToken());
        panel.showExchange(exchange, page);
        auto *button = panel.findChild<QPushButton *>(QStringLiteral("copyToken"));
        button->click();
        QCOMPARE(copied.count(), 1);
        QCOMPARE(copied.takeFirst().at(0).toString(), token);
        QCOMPARE(handedOver.count(), 1);
        QCOMPARE(handedOver.at(0).at(0).toUuid(), exchange.id);

        button->click();
        QCOMPARE(copied.count(), 0);
        const QString time = m_log->lastCopied(token).toLocalTime().toString(QStringLiteral("HH:mm"));
        QVERIFY2(button->text().contains(time) && button->text().contains(u'?'), qPrintable(button->text()));
        button->click();
        QCOMPARE(copied.count(), 1);
        QVERIFY(!button->text().contains(u'?'));
    }

    void aCopyIsToldOnTheButtonForAMoment()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        panel.showExchange(issued(getToken()), page);
        auto *button = panel.findChild<QPushButton *>(QStringLiteral("copyRequestId"));
        const QString before = button->text();
        const QString name = button->accessibleName();
        panel.copyRequestId();
        QCOMPARE(button->text(), QStringLiteral("Copied ✓"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Copied"));
        QTRY_COMPARE(button->text(), before);
        QCOMPARE(button->accessibleName(), name);
    }

    void aQuestionAboutOneWayIsNoAnswerForAnother()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        panel.showExchange(issued(getToken()), page);
        panel.copyToken();
        QSignalSpy copied(&panel, &HandOverPanel::copyText);
        panel.copyToken(); // asks
        panel.copyLink(); // asks too
        QCOMPARE(copied.count(), 0);
        panel.copyLink();
        QCOMPARE(copied.count(), 1);
        QCOMPARE(copied.at(0).at(0).toString(), page.toString(QUrl::FullyEncoded));
    }

    void theQuestionIsTheSameForEveryPlaceThatCopies()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        panel.showExchange(issued(getToken()), page);
        QVERIFY(m_log->admit(token)); // from the history
        QSignalSpy copied(&panel, &HandOverPanel::copyText);
        panel.copyToken();
        QCOMPARE(copied.count(), 0);
    }

    void anSdkTokenIsCopiedAsOftenAsWanted()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        panel.showExchange(issued(getBizToken()), {});
        QSignalSpy copied(&panel, &HandOverPanel::copyText);
        for (int i = 0; i < 3; ++i)
            panel.copyToken();
        QCOMPARE(copied.count(), 3);
        panel.copyLink(); // has none
        panel.copyRequestId();
        QCOMPARE(copied.count(), 4);
        QCOMPARE(copied.at(3).at(0).toString(), requestId);
    }

    void fillsMessages_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("all") << QStringLiteral("{link} {token} {biz_no}") << QStringLiteral("L T B");
        QTest::newRow("twice") << QStringLiteral("{token}{token}") << QStringLiteral("TT");
        QTest::newRow("unknown name") << QStringLiteral("{name} {token}") << QStringLiteral("{name} T");
        QTest::newRow("lone braces") << QStringLiteral("{ {token} }{") << QStringLiteral("{ T }{");
        QTest::newRow("missing line") << QStringLiteral("a\nuntil {expiry}\nb") << QStringLiteral("a\nb");
        QTest::newRow("half missing line")
            << QStringLiteral("{token} until {expiry}") << QStringLiteral("T until ");
        QTest::newRow("empty lines stay") << QStringLiteral("a\n\nb") << QStringLiteral("a\n\nb");
    }

    void fillsMessages()
    {
        QFETCH(QString, pattern);
        const HandOver what{QStringLiteral("T"), QUrl(QStringLiteral("L")), QStringLiteral("B"), {}, {}};
        QTEST(filled(pattern, what), "text");
    }

    void aValueThatLooksLikeAPlaceholderStays()
    {
        const HandOver what{QStringLiteral("{biz_no}"), {}, QStringLiteral("{token}"), {}, {}};
        QCOMPARE(filled(QStringLiteral("{token}|{biz_no}"), what), QStringLiteral("{biz_no}|{token}"));
    }

    void keepsItsMessages()
    {
        using Tongue = MessageTemplates::Tongue;
        for (const auto tongue : {Tongue::Chinese, Tongue::English}) {
            const QString pattern = m_templates->pattern(tongue);
            for (const auto *name : {"{link}", "{expiry}", "{biz_no}"})
                QVERIFY(pattern.contains(QLatin1String(name)));
        }
        m_templates->setPattern(Tongue::Chinese, QStringLiteral("验证：{link}"));
        QCOMPARE(MessageTemplates(*m_settings).pattern(Tongue::Chinese), QStringLiteral("验证：{link}"));
        QCOMPARE(m_templates->pattern(Tongue::English), MessageTemplates::builtIn(Tongue::English));
        m_templates->setPattern(Tongue::Chinese, QStringLiteral(" \n"));
        QCOMPARE(m_templates->pattern(Tongue::Chinese), MessageTemplates::builtIn(Tongue::Chinese));
        QVERIFY(m_settings->allKeys().isEmpty());
    }

    void aMessageIsHandingOverToo()
    {
        HandOverPanel panel(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        panel.showExchange(issued(getToken()), page);
        QSignalSpy copied(&panel, &HandOverPanel::copyText);
        panel.copyMessage(MessageTemplates::Tongue::Chinese);
        QCOMPARE(copied.count(), 1);
        QVERIFY(copied.at(0).at(0).toString().contains(page.toString(QUrl::FullyEncoded)));
        panel.copyMessage(MessageTemplates::Tongue::English);
        QCOMPARE(copied.count(), 1);
        QVERIFY(panel.findChild<QPushButton *>(QStringLiteral("message"))->text().contains(u'?'));
    }

    void supportGetsNothingPersonal_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("code");
        QTest::newRow("field") << QStringLiteral("BAD_ARGUMENTS:uuid")
                               << QStringLiteral("BAD_ARGUMENTS:uuid");
        QTest::newRow("echo behind a known code")
            << QStringLiteral("BAD_ARGUMENTS: 测试一 110101199003070038") << QStringLiteral("BAD_ARGUMENTS");
        QTest::newRow("echo behind an unknown code")
            << QStringLiteral("NEW_CODE:110101199003070038") << QStringLiteral("NEW_CODE");
        QTest::newRow("no code at all") << QStringLiteral("测试一 110101199003070038") << QStringLiteral("-");
    }

    void supportGetsNothingPersonal()
    {
        QFETCH(QString, error);
        QFETCH(QString, code);
        Exchange exchange = refused(error);
        exchange.request = {textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一"))};
        exchange.address.setQuery(QStringLiteral("token=") + token);
        const QString text = supportText(exchange);
        QVERIFY(text.contains(requestId));
        QVERIFY(text.contains(exchange.startedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))));
        QVERIFY2(text.contains(QStringLiteral("code: %1\n").arg(code)), qPrintable(text));
        QVERIFY(text.contains(getToken().path));
        for (const QString &secret : {QStringLiteral("测试一"), QStringLiteral("110101199003070038"), token})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }

    void aResultIsAnnounced()
    {
        OutcomeCard card(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        card.show();
        if (QGuiApplication::platformName() != u"offscreen")
            QVERIFY(QTest::qWaitFor([] { return QAccessible::isActive(); }));
        if (!QAccessible::isActive())
            QSKIP("no accessibility on this platform; tst_outcome_x11 has it");
        accessibleEvents.clear();
        const auto before = QAccessible::installUpdateHandler(keepEvent);
        card.showExchange(issued(getBizToken()), {});
        QAccessible::installUpdateHandler(before);
        QVERIFY(accessibleEvents.contains(QAccessible::Alert));
        QCOMPARE(card.accessibleName(), outcomeTitle(Outcome::Issued));
    }

    void anUnknownOutcomeIsMarkedByHand()
    {
        OutcomeCard card(m_theme, *m_presentation, *m_templates, *m_log, nullptr);
        card.show();
        Exchange exchange = issued(getBizToken());
        exchange.outcome = Outcome::Unknown;
        exchange.reply = {};
        auto *offer = card.findChild<QPushButton *>(QStringLiteral("markByHand"));
        card.showExchange(exchange, {});
        QVERIFY(!offer->isVisible()); // nobody would take it down

        QSignalSpy marked(&card, &OutcomeCard::markByHand);
        card.showExchange(exchange, {});
        QVERIFY(offer->isVisible());
        offer->click();
        QTest::keyClicks(card.findChild<QLineEdit *>(QStringLiteral("markNote")), QStringLiteral("ticket 7"));
        card.findChild<QPushButton *>(QStringLiteral("markSave"))->click();
        QCOMPARE(marked.count(), 1);
        QCOMPARE(marked.at(0).at(0).toUuid(), exchange.id);
        QCOMPARE(marked.at(0).at(1).value<Resolution>(), Resolution::NotIssued);
        QCOMPARE(marked.at(0).at(2).toString(), QStringLiteral("ticket 7"));
        card.showMark(exchange.id, Resolution::NotIssued, QStringLiteral("ticket 7"));
        QVERIFY(!offer->isVisible());
    }

    void aRingFollowsTheClock()
    {
        QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        Countdown ring(m_theme, nullptr, [&now] { return now; });
        const QDateTime end = now.addSecs(600);
        ring.setWindow(QStringLiteral("Usable"), now, end);
        QCOMPARE(ring.timeText(), QStringLiteral("10:00"));
        now = now.addMSecs(599'500); // a suspend: no tick came in between
        QVERIFY(ring.tick());
        QCOMPARE(ring.timeText(), QStringLiteral("0:01"));
        now = end;
        QVERIFY(!ring.tick());
        QCOMPARE(ring.timeText(), QStringLiteral("expired"));
        now = end.addSecs(-3600); // set back by an hour
        QVERIFY(ring.tick());
        QCOMPARE(ring.timeText(), QStringLiteral("1:00:00"));
    }

    void theCustomerScreenExpiresByItself()
    {
        CustomerScreen screen(*m_settings, m_theme);
        auto *title = screen.findChild<QLabel *>(QStringLiteral("customerTitle"));
        auto *qr = screen.findChild<QrView *>();
        screen.show();
        QCOMPARE(title->text(), QStringLiteral("请稍候"));
        QVERIFY(!qr->isVisible());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        screen.follow({token, page, QStringLiteral("order-0001"), now, now.addMSecs(1500)});
        QCOMPARE(title->text(), QStringLiteral("请扫码完成身份验证"));
        QVERIFY(qr->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(title->text(), QStringLiteral("二维码已过期"), 10'000);
        QVERIFY(!qr->isVisible());
        screen.follow({token, page, {}, now, QDateTime::currentDateTimeUtc().addSecs(60)});
        QVERIFY(qr->isVisible());
    }

    void theCustomerScreenHasItsOwnLanguage()
    {
        {
            CustomerScreen screen(*m_settings, m_theme);
            screen.show();
            for (QPushButton *button : screen.findChildren<QPushButton *>()) {
                if (button->text() == u"English")
                    button->click();
            }
            QCOMPARE(screen.findChild<QLabel *>(QStringLiteral("customerTitle"))->text(),
                QStringLiteral("One moment, please"));
            QCOMPARE(screen.windowTitle(), QStringLiteral("Identity verification"));
        }
        CustomerScreen again(*m_settings, m_theme);
        QCOMPARE(again.windowTitle(), QStringLiteral("Identity verification"));
    }

    void theCustomerScreenShowsNoIds()
    {
        CustomerScreen screen(*m_settings, m_theme);
        screen.show();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        screen.follow({token, page, QStringLiteral("order-0001"), now, now.addSecs(600)});
        for (const QLabel *label : screen.findChildren<QLabel *>()) {
            for (const QString &secret : {token, QStringLiteral("order-0001")})
                QVERIFY2(!label->text().contains(secret), qPrintable(label->text()));
        }
    }

    void presentationCoversAnExchange()
    {
        Exchange exchange = issued(getToken());
        exchange.request = {textPart(QStringLiteral("idcard_name"), QStringLiteral("测*")),
            textPart(QStringLiteral("uuid"), QStringLiteral("customer-7")),
            textPart(QStringLiteral("biz_no"), QStringLiteral("order-0001"))};
        exchange.reply.isJson = true;
        exchange.reply.headers = {{"X-Request-Id", requestId.toUtf8()}};
        exchange.reply.body = QStringLiteral("{\"token\": \"%1\", \"request_id\":\"%2\", \"time_used\":12, "
                                             "\"a \\\" b\":\"测试一\", \"n\":110101199003070038}")
                                  .arg(token, requestId)
                                  .toUtf8();
        QCOMPARE(m_presentation->shown(exchange).reply.body, exchange.reply.body);
        m_presentation->setOn(true);
        const Exchange shown = m_presentation->shown(exchange);
        QString all = QString::fromUtf8(shown.reply.body) + shown.reply.token + shown.reply.requestId;
        for (const auto &header : shown.reply.headers)
            all += QString::fromUtf8(header.second);
        for (const Part &part : shown.request)
            all += QString::fromUtf8(part.value);
        for (const QString &secret : {token, requestId, QStringLiteral("测"), QStringLiteral("customer-7"),
                 QStringLiteral("110101199003070038")})
            QVERIFY2(!all.contains(secret), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("\"time_used\":12")));
        QVERIFY(all.contains(QStringLiteral("order-0001")));
        QVERIFY(all.contains(QStringLiteral("\"a \\\" b\":")));
    }

    void leavingPresentationRestoresTheType()
    {
        QLabel sized(QStringLiteral("x"));
        QFont font = sized.font();
        font.setPointSizeF(20);
        sized.setFont(font);
        const double plain = QApplication::font().pointSizeF();
        m_presentation->setOn(true);
        QVERIFY(QApplication::font().pointSizeF() > plain * 1.1);
        QVERIFY(sized.font().pointSizeF() > 22);
        m_presentation->setOn(false);
        QCOMPARE(QApplication::font().pointSizeF(), plain);
        QCOMPARE(sized.font().pointSizeF(), 20.0);
    }

private:
    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MessageTemplates> m_templates;
    std::unique_ptr<HandOverLog> m_log;
    std::unique_ptr<Presentation> m_presentation;
};

QTEST_MAIN(TestOutcome)
#include "tst_outcome.moc"
