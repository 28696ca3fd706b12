// From a photograph to a token in the window, and why there is none: sandbox on a socket, history in a file,
// photographs of a Debian package.

#include "form/presetstore.h"
#include "form/requestform.h"
#include "history/historymodel.h"
#include "support/issuingwindow.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace faceid;

namespace {

const QString photo = QStringLiteral(FACEID_PHOTO);

} // namespace

class TestIssuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<IssuingWindow>();
        QVERIFY2(m_bench->sandbox.errorString().isEmpty(), qPrintable(m_bench->sandbox.errorString()));
        QVERIFY(m_bench->open());
    }

    void cleanup() { m_bench.reset(); }

    void fromPhotoToToken()
    {
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        static const QRegularExpression shape(
            QStringLiteral("^[0-9]{10},[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        QVERIFY2(shape.match(m_bench->token()->text()).hasMatch(), qPrintable(m_bench->token()->text()));
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));

        auto *table = m_bench->window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(cell(table, HistoryModel::Column::Outcome), QStringLiteral("Issued"));
        QVERIFY(!cell(table, HistoryModel::Column::Token).contains(m_bench->token()->text()));

        QTest::mouseClick(
            m_bench->window->findChild<QPushButton *>(QStringLiteral("copyToken")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_bench->token()->text());
    }

    void fromAColdStartToATokenInSomebodysHands_data()
    {
        QTest::addColumn<bool>("ownProfile");
        QTest::newRow("sandbox") << false;
        QTest::newRow("own profile") << true;
    }

    /// Done-when 1 of the window: at most six keys after the photo is chosen.
    void fromAColdStartToATokenInSomebodysHands()
    {
        QFETCH(bool, ownProfile);
        if (ownProfile) { // as somebody set it up on another day
            const Profile shop = m_bench->addProfile(QStringLiteral("Shop"));
            PresetStore presets(m_bench->settings);
            presets.save(getToken(), QStringLiteral("Shop"),
                {{QStringLiteral("return_url"), QStringLiteral("https://example.com/shop/return")},
                    {QStringLiteral("notify_url"), QStringLiteral("https://example.com/shop/notify")}});
            presets.setDefault(shop.id, getToken(), QStringLiteral("Shop"));
            m_bench->settings.setValue(QStringLiteral("window/profile"), shop.id);
            QVERIFY(m_bench->open());
        }
        QCOMPARE(m_bench->form()->spec().id, getBizToken().id); // what a first start shows
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!m_bench->form()->isLoadingPhotos());

        int keys = 0;
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
            ++keys;
        };
        press(Qt::Key_E); // the PC API
        QCOMPARE(m_bench->form()->spec().id, getToken().id);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->outcome(), QStringLiteral("Issued"), 20'000);
        press(Qt::Key_1);
        QVERIFY(m_bench->token()->text().size() >= 32);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_bench->token()->text());
        QVERIFY2(keys <= 6, qPrintable(QString::number(keys)));
    }

    void everyCaseOfBothApis_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("comparison");
        QTest::newRow("SDK source") << QStringLiteral("get_biz_token") << QStringLiteral("1");
        QTest::newRow("PC uploaded") << QStringLiteral("get_token") << QStringLiteral("0");
        QTest::newRow("PC source") << QStringLiteral("get_token") << QStringLiteral("1");
        QTest::newRow("PC liveness only") << QStringLiteral("get_token") << QStringLiteral("-1");
    }

    void everyCaseOfBothApis()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, comparison);
        QTest::mouseClick(m_bench->button(endpoint), Qt::LeftButton);
        QTest::mouseClick(m_bench->button(QLatin1Char(' ') + comparison), Qt::LeftButton);
        const std::pair<const char *, const char *> values[] = {{"idcard_name", "Test One"},
            {"idcard_number", "110101199003070038"}, {"return_url", "https://example.com/return"},
            {"notify_url", "https://example.com/notify"}};
        for (const auto &[name, value] : values) {
            QLineEdit *line = m_bench->form()->findChild<QLineEdit *>(QLatin1String(name));
            if (!line || !line->isVisible())
                continue;
            line->selectAll();
            QTest::keyClicks(line, QLatin1String(value));
        }
        if (comparison == u"0")
            m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        QVERIFY(m_bench->token()->text().size() >= 32);
    }

    void aMissingFieldGetsTheFocusAndNothingIsSent()
    {
        QLineEdit *uuid = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("uuid"));
        uuid->clear();
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!m_bench->form()->isLoadingPhotos());
        QTest::mouseClick(m_bench->issueButton(), Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(uuid));
        QCOMPARE(m_bench->outcome(), QStringLiteral("Ready"));
        QCOMPARE(m_bench->window->findChild<QTableView *>()->model()->rowCount(), 0);
    }

    void aDoubleClickIssuesOnce()
    {
        m_bench->window->addPhotos({photo});
        QTRY_VERIFY(!m_bench->form()->isLoadingPhotos());
        QTest::mouseClick(m_bench->issueButton(), Qt::LeftButton);
        QTest::mouseClick(m_bench->issueButton(), Qt::LeftButton);
        QTest::keyClick(m_bench->window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        QTest::qWait(300); // a second request would be done by now: one takes some 60 ms
        QCOMPARE(m_bench->window->findChild<QTableView *>()->model()->rowCount(), 1);
    }

    void theNextRequestHasAnotherSerialNumber()
    {
        QLineEdit *serial = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("biz_no"));
        const QString first = serial->text();
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        QVERIFY(serial->text() != first);
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        QTRY_COMPARE(m_bench->window->findChild<QTableView *>()->model()->rowCount(), 2);
    }

    /// Said beneath the field as one types, and only of the service that knows the number.
    void aUsedSerialNumberIsDoubtedBeforeItIsSent()
    {
        QLineEdit *serial = m_bench->form()->findChild<QLineEdit *>(QStringLiteral("biz_no"));
        const QString used = serial->text();
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Issued"));
        QVERIFY(!m_bench->isSaid(QStringLiteral("Used before")));

        serial->selectAll();
        QTest::keyClicks(serial, used);
        QTRY_VERIFY(m_bench->isSaid(QStringLiteral("Used before")));
        QTest::keyClick(serial, Qt::Key_Backspace);
        QVERIFY(!m_bench->isSaid(QStringLiteral("Used before")));
        QTest::keyClick(serial, used.back().toLatin1());
        QTRY_VERIFY(m_bench->isSaid(QStringLiteral("Used before")));

        // Found not to have been issued, the number is free again.
        Exchange unknown;
        unknown.id = QUuid::createUuid();
        unknown.endpointId = m_bench->form()->spec().id;
        unknown.address = m_bench->sandbox.baseUrl();
        unknown.bizNo = QStringLiteral("n-1");
        unknown.startedAt = QDateTime::currentDateTimeUtc();
        m_bench->history.begin(unknown, this, [](Journal::Begin, const QString &) {});
        unknown.outcome = Outcome::Unknown;
        m_bench->history.finish(unknown, this, [](const QString &) {});
        serial->selectAll();
        QTest::keyClicks(serial, unknown.bizNo);
        QTRY_VERIFY(m_bench->isSaid(QStringLiteral("Used before")));
        m_bench->history.remark(
            unknown.id, ResolutionRemark{Resolution::NotIssued, {}}, this, [](const QString &) {});
        QTRY_VERIFY(!m_bench->isSaid(QStringLiteral("Used before")));

        // The number of a deleted row stays taken, and the form knows what the history would say.
        bool isGone = false;
        m_bench->history.list(10, this, [&](const QList<HistoryRow> &rows, const QString &) {
            for (const HistoryRow &row : rows) {
                if (row.bizNo == used)
                    m_bench->history.erase(row.id, this, [&isGone](const QString &) { isGone = true; });
            }
        });
        QTRY_VERIFY(isGone);
        serial->selectAll();
        QTest::keyClicks(serial, used);
        QTRY_VERIFY(m_bench->isSaid(QStringLiteral("by a row that has been deleted")));
    }

    void aRefusalIsExplained()
    {
        m_bench->credentials.keepForSession(Profile::sandboxId(), Secret(QByteArray("wrong")));
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Refused"));
        QVERIFY(m_bench->isShown(QStringLiteral("INVALID_SIGN")));
        QVERIFY(m_bench->isShown(QStringLiteral("The signature is not valid.")));
        QVERIFY(!m_bench->token()->isVisible());
    }

    void aServiceThatIsNotThereIsNotSent()
    {
        m_bench->sandbox.stop();
        m_bench->window->addPhotos({photo});
        m_bench->issueAndWait();
        QCOMPARE(m_bench->outcome(), QStringLiteral("Not sent"));
    }

private:
    static QString cell(const QTableView *table, HistoryModel::Column column)
    {
        return table->model()->index(0, int(column)).data().toString();
    }

    std::unique_ptr<IssuingWindow> m_bench;
};

QTEST_MAIN(TestIssuing)
#include "tst_issuing.moc"
