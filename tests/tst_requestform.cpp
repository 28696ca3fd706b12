// The form against the contract's tables, driven by keys and clicks.

#include "client/imagefile.h"
#include "faces/facesearch.h"
#include "form/imageslot.h"
#include "form/requestform.h"
#include "form/texteditor.h"
#include "shell/theme.h"

#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace faceid;

namespace {

QLineEdit *line(const RequestForm &form, const char *name)
{
    return form.findChild<QLineEdit *>(QString::fromLatin1(name));
}

void choose(const RequestForm &form, Case wanted)
{
    const FieldSpec &selector = form.spec().selector();
    for (std::size_t i = 0; i < selector.choices.size(); ++i) {
        if (selector.choices[i].value != caseValue(wanted))
            continue;
        const QString text = translated(selector.choices[i].label);
        for (QPushButton *button : form.findChildren<QPushButton *>()) {
            if (button->text().startsWith(text))
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }
}

/// Two heads side by side, cut out of a photograph of one.
std::shared_ptr<const ImageFile> twoFaces()
{
    const QImage head = QImage(QStringLiteral(FACEID_PHOTO)).copy(100, 0, 300, 300);
    QImage both(600, 300, QImage::Format_RGB32);
    QPainter painter(&both);
    painter.drawImage(0, 0, head);
    painter.drawImage(300, 0, head);
    painter.end();
    ImageFile photo;
    QBuffer buffer(&photo.bytes);
    buffer.open(QIODevice::WriteOnly);
    both.save(&buffer, "JPEG");
    photo.facts = inspectImage(photo.bytes);
    return std::make_shared<const ImageFile>(photo);
}

} // namespace

class TestRequestForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The form says what the service would see in a photo, and issues all the same: the service may see
    /// better.
    void saysWhatFacesThePhotoShows()
    {
        if (!canSearchFaces())
            QSKIP("built without dlib");
        for (const EndpointSpec *spec : endpoints()) {
            RequestForm form(*spec, m_theme, nullptr);
            form.show();
            choose(form, Uploaded);
            auto *slot = form.findChild<ImageSlot *>();
            slot->setPhoto(twoFaces());
            QTRY_VERIFY(slot->faces());
            QCOMPARE(slot->faces()->upright, 2);
            const QList<QLabel *> labels = form.findChildren<QLabel *>();
            const bool warned = std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible()
                    && label->text().contains(QStringLiteral("MULTIPLE_FACES:image_ref1"));
            });
            QCOMPARE(warned, spec == &getToken());
            const Problems problems = validate(*spec, form.parts());
            QVERIFY(std::none_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
                return problem.field == u"image_ref1" && problem.severity == Severity::Refusal;
            }));
        }
    }

    void showsWhatTheCaseTakes_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<int>("chosen");
        for (const EndpointSpec *spec : endpoints()) {
            for (const FieldChoice &choice : spec->selector().choices)
                QTest::addRow("%s %s", qPrintable(spec->id), qPrintable(choice.value))
                    << spec->id << int(caseFromValue(choice.value));
        }
    }

    void showsWhatTheCaseTakes()
    {
        QFETCH(QString, endpoint);
        QFETCH(int, chosen);
        RequestForm form(*endpointById(endpoint), m_theme, nullptr);
        form.resize(480, 800);
        form.show();
        choose(form, Case(chosen));
        for (const FieldSpec &row : form.spec().fields) {
            if (row.role != Role::Parameter || row.section == Section::Options)
                continue;
            QWidget *control = form.findChild<QWidget *>(row.partNames().constFirst());
            QVERIFY2(control, qPrintable(row.name));
            QVERIFY2(control->isVisible() == row.presentIn(Case(chosen)), qPrintable(row.name));
        }
        QCOMPARE(partText(form.parts(), form.spec().selector().name), caseValue(Case(chosen)));
    }

    void valuesSurviveASwitch()
    {
        RequestForm form(getBizToken(), m_theme, nullptr);
        form.show();
        line(form, "uuid")->selectAll();
        QTest::keyClicks(line(form, "uuid"), QStringLiteral("customer-7"));
        choose(form, Source);
        QVERIFY(partText(form.parts(), u"uuid").isEmpty());
        QTest::keyClicks(line(form, "idcard_name"), QStringLiteral("Test One"));
        choose(form, Uploaded);
        QCOMPARE(partText(form.parts(), u"uuid"), QStringLiteral("customer-7"));
        choose(form, Source);
        QCOMPARE(partText(form.parts(), u"idcard_name"), QStringLiteral("Test One"));
    }

    void valuesGoAlongToTheOtherEndpoint()
    {
        RequestForm sdk(getBizToken(), m_theme, nullptr);
        RequestForm pc(getToken(), m_theme, nullptr);
        line(sdk, "uuid")->setText(QStringLiteral("customer-8"));
        pc.setValues(sdk.values());
        QCOMPARE(partText(pc.parts(), u"uuid"), QStringLiteral("customer-8"));
    }

    void saysWhatTheServiceWouldAnswer()
    {
        RequestForm form(getBizToken(), m_theme, nullptr);
        form.show();
        line(form, "uuid")->setText(QString(50, QChar(0x5f20))); // 150 bytes in UTF-8
        const Problems problems = form.problems();
        QVERIFY(std::any_of(problems.cbegin(), problems.cend(), [](const Problem &p) {
            return p.code == u"BAD_ARGUMENTS:uuid" && p.actual == 150 && p.limit == 128;
        }));
        bool said = false;
        for (const QLabel *label : form.findChildren<QLabel *>())
            said = said
                || (label->isVisible()
                    && label->text().contains(
                        QStringLiteral("BAD_ARGUMENTS:uuid: 150 of at most 128 bytes")));
        QVERIFY(said);
    }

    void missingIsAHintUntilIssuingIsTried()
    {
        RequestForm form(getToken(), m_theme, nullptr);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        const auto shouted = [&form] {
            int count = 0;
            for (const QLabel *label : form.findChildren<QLabel *>())
                count += label->isVisible() && label->text().contains(QStringLiteral("MISSING_ARGUMENTS"));
            return count;
        };
        QCOMPARE(shouted(), 0);
        QVERIFY(!form.readyToIssue());
        QCOMPARE(shouted(), 3); // photo, return_url, notify_url
        QCOMPARE(form.focusWidget()->objectName(), QStringLiteral("image_ref1"));
    }

    void freshSerialNumberCanBeUndone()
    {
        RequestForm form(getBizToken(), m_theme, nullptr);
        QLineEdit *serial = line(form, "biz_no");
        const QString first = serial->text();
        QVERIFY(!first.isEmpty());
        const Parts sent = form.parts();
        form.renewUnique(sent);
        QVERIFY(serial->text() != first);
        serial->undo();
        QCOMPARE(serial->text(), first);
        serial->setText(QStringLiteral("typed-by-hand"));
        form.renewUnique(sent); // what was sent stands there no more
        QCOMPARE(serial->text(), QStringLiteral("typed-by-hand"));
    }

    void marksWhatTheServiceRefused()
    {
        RequestForm form(getBizToken(), m_theme, nullptr);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        const auto text = [] { return QStringLiteral("BAD_ARGUMENTS: no"); };
        QVERIFY(form.showRefusal(QStringLiteral("security_level"), text));
        auto *box = form.findChild<QComboBox *>(QStringLiteral("security_level"));
        QVERIFY(box->isVisible()); // the folded options have opened
        QCOMPARE(form.focusWidget(), static_cast<QWidget *>(box));
        QVERIFY(!form.showRefusal(QStringLiteral("return_url"), text));
        QVERIFY(!form.showRefusal(QString(), text));
    }

    void optionsLeftAtDefaultAreNotSent()
    {
        RequestForm form(getBizToken(), m_theme, nullptr);
        QVERIFY(!findPart(form.parts(), u"security_level"));
        form.findChild<QComboBox *>(QStringLiteral("security_level"))->setCurrentIndex(3);
        QCOMPARE(partText(form.parts(), u"security_level"), QStringLiteral("3"));
    }

    void helpFollowsTheKeyboardAndNothingMoves_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<int>("width");
        for (const EndpointSpec *spec : endpoints()) {
            QTest::addRow("%s narrow", qPrintable(spec->id)) << spec->id << 484;
            QTest::addRow("%s wide", qPrintable(spec->id)) << spec->id << 1200;
        }
    }

    void helpFollowsTheKeyboardAndNothingMoves()
    {
        QFETCH(QString, endpoint);
        QFETCH(int, width);
        RequestForm form(*endpointById(endpoint), m_theme, nullptr);
        form.resize(width, 1400); // everything is seen, so nothing has to scroll
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        unfoldOptions(form);
        auto *help = form.findChild<QWidget *>(QStringLiteral("fieldHelp"));
        const QRect place = help->geometry();
        QVERIFY(place.height() > 0);

        QSet<QString> explained;
        form.focusFirst();
        QWidget *const first = form.focusWidget();
        QHash<QWidget *, QPoint> places;
        do {
            QWidget *now = form.focusWidget();
            const QPoint at = now->mapTo(&form, QPoint());
            QVERIFY(places.value(now, at) == at);
            places.insert(now, at);
            const QString said = textsOf(*help).join(u'\n');
            for (const FieldSpec &row : form.spec().fields) {
                if (row.partNames().contains(now->objectName())) {
                    QVERIFY2(said.contains(translated(row.help)), qPrintable(row.name));
                    QVERIFY2(
                        now->accessibleDescription().contains(translated(row.help)), qPrintable(row.name));
                    explained.insert(row.name);
                }
            }
            QCOMPARE(help->geometry(), place);
            for (const QLabel *label : help->findChildren<QLabel *>())
                QTRY_VERIFY2(
                    label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            QTest::keyClick(now, Qt::Key_Tab);
        } while (form.focusWidget() != first);
        for (const FieldSpec &row : form.spec().fields) {
            if (row.role == Role::Parameter && row.presentIn(Uploaded))
                QVERIFY2(explained.contains(row.name), qPrintable(row.name));
        }
    }

    void saysWhyAFieldIsNeeded()
    {
        RequestForm form(getToken(), m_theme, nullptr);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        const auto *help = form.findChild<QWidget *>(QStringLiteral("fieldHelp"));
        const auto saidOf = [&](const char *name) {
            line(form, name)->setFocus();
            return textsOf(*help).constFirst();
        };
        QCOMPARE(saidOf("uuid"), QStringLiteral("User ID (uuid): required because comparison_type=0"));
        QVERIFY(
            line(form, "uuid")
                ->accessibleDescription()
                .contains(QStringLiteral("required because comparison_type=0"))); // although it is filled in
        QCOMPARE(saidOf("return_url"), QStringLiteral("Return address (return_url): required"));
        QCOMPARE(saidOf("biz_extra_data"), QStringLiteral("Extra data (biz_extra_data): optional"));
        choose(form, Source);
        QCOMPARE(
            saidOf("idcard_name"), QStringLiteral("Name (idcard_name): required because comparison_type=1"));
        line(form, "idcard_name")->setFocus();
        choose(form, Uploaded); // the keyboard goes on; what is said stays right
        QVERIFY(!textsOf(*help).constFirst().contains(QStringLiteral("comparison_type=1")));
    }

    void saysWhatTheServiceAssumes()
    {
        for (const EndpointSpec *spec : endpoints()) {
            RequestForm form(*spec, m_theme, nullptr);
            form.show();
            QVERIFY(QTest::qWaitForWindowActive(&form));
            unfoldOptions(form);
            for (const FieldSpec &row : spec->fields) {
                if (row.assumedValue.isEmpty() || row.role != Role::Parameter)
                    continue;
                auto *control = form.findChild<QWidget *>(row.name);
                QVERIFY2(control && control->isVisible(), qPrintable(row.name));
                const auto *box = qobject_cast<QComboBox *>(control);
                const auto *number = qobject_cast<QSpinBox *>(control);
                const QString shown = box ? box->currentText() : number->text();
                QVERIFY2(shown.startsWith(QStringLiteral("Default (") + row.assumedValue), qPrintable(shown));
                control->setFocus();
                const QString said =
                    textsOf(*form.findChild<QWidget *>(QStringLiteral("fieldHelp"))).constFirst();
                QVERIFY2(said.contains(QStringLiteral("optional; left out, the service assumes ")),
                    qPrintable(said));
            }
        }
    }

private:
    /// Of the labels, from top to bottom.
    static QStringList textsOf(const QWidget &widget)
    {
        QStringList texts;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }

    static void unfoldOptions(const RequestForm &form)
    {
        for (QPushButton *button : form.findChildren<QPushButton *>()) {
            if (button->text().startsWith(QStringLiteral("Options")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    Theme m_theme{*qApp};
};

QTEST_MAIN(TestRequestForm)
#include "tst_requestform.moc"
