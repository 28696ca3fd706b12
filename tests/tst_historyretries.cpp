// Rows of the history taken up again in the window: as a new form, as a further attempt that is linked, and
// those of which nobody knows the outcome.

#include "form/originline.h"
#include "form/requestform.h"
#include "history/attemptsline.h"
#include "history/unresolvedline.h"
#include "support/historywindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QToolButton>

using namespace faceid;
using Column = HistoryModel::Column;

class TestHistoryRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // clicks of a test come one after the other
        m_bench = std::make_unique<HistoryWindow>();
        m_shop = m_bench->addProfile(QStringLiteral("Shop"));
    }
    void cleanup() { m_bench.reset(); }

    void aRowOfAnotherDayLacksThePerson()
    {
        putAtShop(QStringLiteral("b-1"), Outcome::Issued, [](Exchange &e) {
            e.request.append(textPart(QStringLiteral("liveness_timeout"), QStringLiteral("30")));
            e.request.append(textPart(QStringLiteral("notify_url"), QStringLiteral("https://n.example/")));
        });
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Open as a new form")}));
        QTRY_COMPARE(form()->spec().id, getToken().id);
        QCOMPARE(value("notify_url"), QStringLiteral("https://n.example/"));
        QCOMPARE(value("idcard_name"), QString());
        QCOMPARE(value("idcard_number"), QString());
        QCOMPARE(value("return_url"), QString()); // a name was masked in it
        QVERIFY(value("biz_no") != u"b-1" && !value("biz_no").isEmpty());
        QVERIFY(says(QStringLiteral("Enter the person again")));
        QVERIFY(!origin());
    }

    void aRowOfThisSessionHasThePerson()
    {
        QVERIFY(m_bench->open());
        fill(QStringLiteral("Test One"), made::idNumber);
        issue();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->row(0).outcome, Outcome::Issued, 20'000);
        const QString first = m_bench->row(0).bizNo;
        QTest::keyClick(m_bench->window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(value("idcard_name"), QString());
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Open as a new form")}));
        QTRY_COMPARE(value("idcard_name"), QStringLiteral("Test One"));
        QCOMPARE(value("idcard_number"), made::idNumber);
        QVERIFY(value("biz_no") != first);
        QVERIFY(says(QStringLiteral("with the person and the photos")));

        // Who has been erased from the file is not kept in memory either.
        QTest::keyClick(m_bench->window.get(), Qt::Key_N, Qt::ControlModifier);
        PurgeWish wish;
        wish.personalBefore = QDateTime::currentDateTimeUtc().addSecs(60);
        std::optional<PurgeResult> result;
        m_bench->history.purge(wish, this, [&result](const PurgeResult &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Open as a new form")}));
        QTRY_VERIFY(says(QStringLiteral("What was sent then has been erased")));
        QCOMPARE(value("idcard_name"), QString());
    }

    void anUnknownAttemptIsRepeatedKnowingly()
    {
        const Exchange lost = putAtShop(QStringLiteral("b-1"), Outcome::Unknown);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Issue again, linked to this row")}));
        QTRY_VERIFY(origin());
        QCOMPARE(value("biz_no"), QStringLiteral("b-1")); // the service may know it already
        QCOMPARE(m_bench->window->findChild<QComboBox *>(QStringLiteral("profile"))->currentData().toString(),
            m_shop.id);
        fill(QStringLiteral("Test One"), made::idNumber);
        QTest::qWait(300); // the form looks its number up when nobody has typed for a moment
        QVERIFY(!says(QStringLiteral("Used before")));
        issue();
        QTRY_VERIFY(question());
        QVERIFY(question()->text().contains(QStringLiteral("b-1")));
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == u"Issue again")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(m_bench->table()->model()->rowCount(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->row(0).outcome, Outcome::Issued, 20'000);
        QCOMPARE(m_bench->row(0).retryOf, lost.id);
        QCOMPARE(m_bench->row(0).bizNo, QStringLiteral("b-1"));
        QVERIFY(!origin()); // the next one is one of its own

        // The two know of each other, and lead to each other.
        QTRY_COMPARE(attempts(), (QStringList{QStringLiteral("Attempt 2 of 2"), QStringLiteral("Retry of")}));
        QTest::mouseClick(link(QStringLiteral("Retry of")), Qt::LeftButton);
        QTRY_COMPARE(currentRow().id, lost.id);
        QTRY_COMPARE(
            attempts(), (QStringList{QStringLiteral("Attempt 1 of 2"), QStringLiteral("Retried as")}));
        // A row that the filters hide is shown for it.
        m_bench->choose("filterOutcome", QStringLiteral("Unknown"));
        QTRY_COMPARE(m_bench->table()->model()->rowCount(), 1);
        // Meanwhile the rows that are still listed go on counting, and none of them takes its place.
        auto *model = m_bench->window->findChild<HistoryModel *>();
        connect(model, &HistoryModel::asked, this,
            [model] { Q_EMIT model->dataChanged(model->index(0, 0), model->index(0, 0)); });
        QTest::mouseClick(link(QStringLiteral("Retried as")), Qt::LeftButton);
        QTRY_COMPARE(m_bench->table()->model()->rowCount(), 2);
        QTRY_COMPARE(currentRow().retryOf, lost.id);
    }

    void anIssuedRowGetsANewNumber()
    {
        const Exchange spent = putAtShop(QStringLiteral("b-1"), Outcome::Issued);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Issue again, linked to this row")}));
        QTRY_VERIFY(origin());
        QVERIFY(value("biz_no") != u"b-1");
        fill(QStringLiteral("Test One"), made::idNumber);
        issue();
        QTRY_COMPARE(m_bench->table()->model()->rowCount(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->row(0).outcome, Outcome::Issued, 20'000);
        QCOMPARE(m_bench->row(0).retryOf, spent.id);
    }

    /// What a further attempt does not use up is left to the one after it.
    void aRefusedRetryStaysLinked()
    {
        putAtShop(QStringLiteral("b-1"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Issue again, linked to this row")}));
        QTRY_VERIFY(origin());
        m_bench->credentials.keepForSession(m_shop.id, Secret(QByteArray("wrong")));
        fill(QStringLiteral("Test One"), made::idNumber);
        issue();
        QTRY_VERIFY(
            m_bench->table()->model()->rowCount() == 2 && m_bench->row(0).outcome == Outcome::Refused);
        const QUuid second = m_bench->row(0).id;
        QTRY_VERIFY(origin());
        QCOMPARE(origin()->id, second);
        QTest::mouseClick(
            m_bench->window->findChild<QToolButton *>(QStringLiteral("unlink")), Qt::LeftButton);
        QVERIFY(!origin());
    }

    void theLinkGoesWithTheForm_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("cleared") << Qt::Key_N;
        QTest::newRow("another one") << Qt::Key_E;
    }
    void theLinkGoesWithTheForm()
    {
        QFETCH(Qt::Key, key);
        putAtShop(QStringLiteral("b-1"), Outcome::Unknown);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Issue again, linked to this row")}));
        QTRY_VERIFY(origin());
        QTest::keyClick(m_bench->window.get(), key, Qt::ControlModifier);
        QVERIFY(!origin());
    }

    void withoutItsProfileARowIsNotRepeated()
    {
        m_bench->put(QStringLiteral("b-1"), Outcome::Unknown); // of a profile that nobody has
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-1"));
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Issue again, linked to this row")}));
        QTRY_VERIFY(says(QStringLiteral("is no longer there")));
        QVERIFY(!origin());
    }

    void whatNobodyKnowsIsListedAndResolved()
    {
        putAtShop(QStringLiteral("lost"), Outcome::Unknown);
        putAtShop(QStringLiteral("fine"), Outcome::Issued);
        putAtShop(QStringLiteral("fell"), Outcome::ServerError);
        QVERIFY(m_bench->open());
        auto *line = m_bench->window->findChild<UnresolvedLine *>();
        QTRY_COMPARE(textOf(line),
            QStringLiteral("2 attempts have an unknown outcome: a token may have been issued."));
        QTest::mouseClick(m_bench->button("showUnresolved"), Qt::LeftButton);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("fell lost"));
        m_bench->click(1);
        QTRY_VERIFY(m_bench->button("mark-not-issued")->isEnabled());
        QTest::mouseClick(m_bench->button("mark-not-issued"), Qt::LeftButton);
        QTRY_COMPARE(m_bench->row(1).resolution, Resolution::NotIssued);
        QTRY_VERIFY(!m_bench->button("mark-not-issued")->isEnabled());
        m_bench->click(0);
        QTRY_VERIFY(m_bench->button("mark-gave-up")->isEnabled());
        QTest::mouseClick(m_bench->button("mark-gave-up"), Qt::LeftButton);
        QTRY_COMPARE(textOf(line), QStringLiteral("No attempt has an unknown outcome any more."));
        QTest::mouseClick(m_bench->button("showAllRows"), Qt::LeftButton);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("fell fine lost"));
        QVERIFY(!line->isVisible());
        // The next one is said at once.
        putAtShop(QStringLiteral("next"), Outcome::Unknown);
        QTRY_VERIFY(line->isVisible());
        // And what is deleted no longer.
        QTRY_COMPARE(m_bench->row(0).outcome, Outcome::Unknown);
        QVERIFY(m_bench->chooseOf(0, {QStringLiteral("Delete")}));
        QTRY_VERIFY(!line->isVisible());
    }

private:
    Exchange putAtShop(const QString &bizNo, Outcome outcome, const HistoryWindow::Tweak &tweak = {})
    {
        return m_bench->put(bizNo, outcome, [&](Exchange &e) {
            e.profileId = m_shop.id;
            e.profileName = m_shop.name;
            e.address = QUrl(m_bench->sandbox.baseUrl().toString() + getToken().path);
            if (tweak)
                tweak(e);
        });
    }

    RequestForm *form() const { return m_bench->visible<RequestForm>(); }

    QString value(const char *name) const
    {
        const auto *line = form()->findChild<QLineEdit *>(QLatin1String(name));
        return line ? line->text() : QStringLiteral("no such field");
    }

    void type(const char *name, const QString &text)
    {
        auto *line = form()->findChild<QLineEdit *>(QLatin1String(name));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    /// What the PC API wants of a person.
    void fill(const QString &name, const QString &number)
    {
        for (const auto &segment : {QStringLiteral("get_token"), QStringLiteral(" 1")}) {
            for (QPushButton *button : m_bench->window->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->property("segment").isValid()
                    && button->text().endsWith(segment) && !button->isChecked())
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        type("idcard_name", name);
        type("idcard_number", number);
        type("return_url", QStringLiteral("https://example.com/return"));
        type("notify_url", QStringLiteral("https://example.com/notify"));
    }

    void issue() { QTest::mouseClick(m_bench->button("issue"), Qt::LeftButton); }

    std::optional<HistoryRow> origin() const
    {
        auto *line = m_bench->window->findChild<OriginLine *>();
        return line->isVisible() ? line->origin() : std::nullopt;
    }

    QMessageBox *question() const { return m_bench->window->findChild<QMessageBox *>(); }

    HistoryRow currentRow() const { return m_bench->row(m_bench->table()->currentIndex().row()); }

    static QString textOf(const QWidget *line)
    {
        for (const QLabel *label : line->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                return label->text();
        }
        return {};
    }

    QToolButton *link(const QString &text) const
    {
        for (QToolButton *link :
            m_bench->window->findChild<AttemptsLine *>()->findChildren<QToolButton *>()) {
            if (link->isVisible() && link->text().startsWith(text))
                return link;
        }
        return nullptr;
    }

    /// What the line below the list says: the place, and the first two words of every link.
    QStringList attempts() const
    {
        const auto *line = m_bench->window->findChild<AttemptsLine *>();
        QStringList texts{textOf(line)};
        for (const QToolButton *link : line->findChildren<QToolButton *>()) {
            if (link->isVisible())
                texts.append(link->text().section(u' ', 0, 1));
        }
        return texts;
    }

    bool says(const QString &text) const
    {
        for (const QLabel *label : m_bench->window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<HistoryWindow> m_bench;
    Profile m_shop;
};

QTEST_MAIN(TestHistoryRetries)
#include "tst_historyretries.moc"
