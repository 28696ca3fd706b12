// What an operator says of a request in the window: what became of it, a note, and that its token was copied.

#include "form/requestform.h"
#include "history/historymodel.h"
#include "outcome/outcomecard.h"
#include "support/badserver.h"
#include "support/madeexchange.h"
#include "support/windowbench.h"

#include <QClipboard>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace faceid;

class TestRemarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<WindowBench>(); }
    void cleanup() { m_bench.reset(); }

    /// An answer that never came, marked on the card: the card says so, the list says so, and so does the
    /// file.
    void anUnknownRequestIsMarkedOnTheCard()
    {
        test::BadServer server({test::Script{}}); // takes everything and closes
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("Mute");
        profile.apiKey = QStringLiteral("key");
        for (const EndpointSpec *spec : endpoints())
            profile.baseUrls.insert(spec->id, server.url());
        QCOMPARE(m_bench->profiles.save(profile), QString());
        m_bench->credentials.keepForSession(profile.id, Secret(QByteArray("secret")));
        m_bench->settings.setValue(QStringLiteral("window/profile"), profile.id);
        QVERIFY(m_bench->open());
        m_bench->window->addPhotos({QStringLiteral(FACEID_PHOTO)});
        QTRY_VERIFY(!m_bench->visible<RequestForm>()->isLoadingPhotos());
        QTest::mouseClick(m_bench->visible<QPushButton>(QStringLiteral("issue")), Qt::LeftButton);

        auto *offer = m_bench->window->findChild<QPushButton *>(QStringLiteral("markByHand"));
        QTRY_VERIFY(offer->isVisible());
        QCOMPARE(server.posts(), 1);
        QTest::mouseClick(offer, Qt::LeftButton);
        QTest::keyClicks(m_bench->visible<QLineEdit>(QStringLiteral("markNote")), QStringLiteral("ticket 7"));
        QTest::mouseClick(m_bench->visible<QPushButton>(QStringLiteral("markSave")), Qt::LeftButton);
        QTRY_VERIFY(!offer->isVisible());
        QTRY_COMPARE(
            cell(HistoryModel::Column::Note), QStringLiteral("Marked: nothing was issued · ticket 7"));
        QTRY_VERIFY(onCard(QStringLiteral("Marked: nothing was issued · ticket 7")));

        // Taken back in the list: the card offers it again.
        QVERIFY(choose({QStringLiteral("Mark by hand"), QStringLiteral("Take the mark back")}));
        QTRY_VERIFY(offer->isVisible());
        QTRY_COMPARE(cell(HistoryModel::Column::Note), QStringLiteral("ticket 7"));
    }

    void aNoteIsWrittenAndErasedInTheList()
    {
        putRow(Outcome::Refused);
        QVERIFY(m_bench->open());
        QVERIFY(!action(QStringLiteral("Mark by hand"))); // its outcome is known
        writeNote(QStringLiteral("called back"));
        QTRY_COMPARE(cell(HistoryModel::Column::Note), QStringLiteral("called back"));
        writeNote(QString());
        QTRY_COMPARE(cell(HistoryModel::Column::Note), QString());
    }

    /// That a token which works once was copied is known to the next run, which asks before it copies again.
    void aCopyIsRemembered()
    {
        putRow(Outcome::Issued);
        QVERIFY(m_bench->open());
        QVERIFY(choose({QStringLiteral("Copy token")}));
        const QString token = made::ended({}, Outcome::Issued).reply.token;
        QCOMPARE(QGuiApplication::clipboard()->text(), token);
        QTRY_VERIFY(row().copiedAt.isValid());

        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        QVERIFY(m_bench->open()); // a window that has copied nothing yet
        QTRY_VERIFY(row().copiedAt.isValid());
        QVERIFY(choose({QStringLiteral("Copy token")}));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("something else"));
        QVERIFY(choose({QStringLiteral("Copy token")})); // and once more is meant
        QCOMPARE(QGuiApplication::clipboard()->text(), token);
    }

private:
    void putRow(Outcome outcome)
    {
        const Exchange pending = made::pending(QStringLiteral("b-1"));
        m_bench->history.begin(pending, &m_context, [](Journal::Begin, const QString &) {});
        m_bench->history.finish(made::ended(pending, outcome), &m_context, [](const QString &) {});
    }

    QTableView *table() const
    {
        auto *table = m_bench->window->findChild<QTableView *>();
        [table] { QTRY_COMPARE(table->model()->rowCount(), 1); }();
        return table;
    }

    QString cell(HistoryModel::Column column) const
    {
        return table()->model()->index(0, int(column)).data().toString();
    }

    HistoryRow row() const
    {
        return table()->model()->index(0, 0).data(HistoryModel::RowRole).value<HistoryRow>();
    }

    /// Whether the card says \a text somewhere.
    bool onCard(const QString &text) const
    {
        const QList<QLabel *> labels = m_bench->window->findChild<OutcomeCard *>()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    /// An entry of the row's menu that can be chosen; null for none. Keep the menu to keep the entry.
    QAction *action(const QString &text)
    {
        m_bench->window->findChild<QTableView *>()->selectRow(0);
        Q_EMIT table()->customContextMenuRequested(
            table()->visualRect(table()->model()->index(0, 0)).center());
        m_menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return entry(m_menu, text);
    }

    static QAction *entry(const QMenu *menu, const QString &text)
    {
        const QList<QAction *> all = menu ? menu->actions() : QList<QAction *>();
        const auto it = std::find_if(all.cbegin(), all.cend(),
            [&](const QAction *action) { return action->text() == text && action->isEnabled(); });
        return it == all.cend() ? nullptr : *it;
    }

    bool choose(const QStringList &way)
    {
        QAction *chosen = action(way.constFirst());
        if (chosen && way.size() > 1)
            chosen = chosen->menu()->isEnabled() ? entry(chosen->menu(), way.at(1)) : nullptr;
        if (chosen)
            chosen->trigger();
        if (m_menu)
            m_menu->close();
        return chosen;
    }

    void writeNote(const QString &note)
    {
        QVERIFY(choose({QStringLiteral("Note…")}));
        auto *dialog = m_bench->window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        auto *line = dialog->findChild<QLineEdit *>();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, note);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!m_bench->window->findChild<QInputDialog *>());
    }

    QObject m_context;
    std::unique_ptr<WindowBench> m_bench;
    QPointer<QMenu> m_menu;
};

QTEST_MAIN(TestRemarks)
#include "tst_remarks.moc"
