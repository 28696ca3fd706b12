// Every error code of both documents, answered by the sandbox to a request from the window: the right field
// or photo gets the keyboard and is marked, and meaning, who must act and the next step stand there in both
// languages. The rows come from the contract's tables.

#include "contract/refusal.h"
#include "form/imageslot.h"
#include "form/issuebar.h"
#include "form/requestform.h"
#include "issueflow.h"
#include "outcome/outcomecard.h"
#include "shell/segmentedcontrol.h"
#include "support/windowbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

const QString english = u"en"_s;
const QString chinese = u"zh_CN"_s;

/// What the card and the field say, in one language.
struct Words
{
    QString title;
    QString meaning;
    QString next; ///< who must act, and what is to be done
};

/// A code as the service answers it, and the part that must get the keyboard.
struct Answer
{
    QString code;
    QString part; ///< empty: none is named
};

/// Everything that can come back with \a row of \a spec.
QList<Answer> answersOf(const EndpointSpec &spec, const ErrorSpec &row)
{
    switch (row.detail) {
    case ErrorDetail::None:
        for (const FieldSpec &field : spec.fields) {
            if (!field.refusalNamesField && field.refusal == row.code)
                return {{row.code, field.name}};
        }
        return {{row.code, {}}};
    case ErrorDetail::Reason:
        return {{row.code + u':' + (row.reason.isEmpty() ? u"SOMETHING_NEW"_s : row.reason), {}}};
    case ErrorDetail::Field:
        break;
    }
    QList<Answer> answers{{row.code, {}}};
    for (const QString &part : spec.partsNamedBy(row))
        answers.append({row.code + u':' + part, part});
    return answers;
}

/// A comparison in which the form shows the part.
Case caseWith(const EndpointSpec &spec, const QString &part)
{
    const FieldSpec *row = spec.field(part);
    for (const Case candidate : {Uploaded, Source, LivenessOnly}) {
        if (!row || row->presentIn(candidate))
            return candidate;
    }
    return NoCase;
}

bool hasEditor(const EndpointSpec &spec, const QString &part)
{
    const FieldSpec *row = spec.field(part);
    return row && (row->role == Role::Parameter || row->role == Role::Selector);
}

} // namespace

class TestRefusalWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void walk_data();
    void walk();
    void saysItInBothLanguages();
    void follows();
    void countsDown_data();
    void countsDown();

private:
    static void rows(bool onlyBusy);
    void speak(const QString &language);
    void choose(const EndpointSpec &spec, Case comparison);
    void fillIn(const EndpointSpec &spec);
    void press(const QString &value);
    void issue(const QString &code);
    void checkFocus(const EndpointSpec &spec, const QString &part);
    void checkMark(const EndpointSpec &spec, const QString &part, const QString &code);
    Words shown() const;

    RequestForm *form() const { return m_bench.visible<RequestForm>(); }
    QPushButton *issueButton() const { return m_bench.window->findChild<QPushButton *>(u"issue"_s); }
    QWidget *controlOf(const QString &part) const;
    bool isMarked(QWidget *control) const;

    WindowBench m_bench;
    QString m_language = english;
    QMap<QString, QMap<QString, Words>> m_words; ///< by endpoint and code, then by language
};

void TestRefusalWalk::initTestCase()
{
    // For as long as nobody can have read an answer, nothing is issued; here it is read at once.
    QApplication::setDoubleClickInterval(0);
    QVERIFY2(m_bench.sandbox.port() != 0, qPrintable(m_bench.sandbox.errorString()));
    QVERIFY(m_bench.open());
    for (const EndpointSpec *spec : endpoints())
        fillIn(*spec);
}

/// Also when a row has failed, the next one begins as if nothing had been.
void TestRefusalWalk::cleanup()
{
    m_bench.sandbox.scenarios().clear();
    m_bench.window->findChild<IssueBar *>()->waitFor(0); // how it counts down has a test of its own
    QVERIFY(issueButton()->isEnabled());
}

/// Presses the segment that stands for a value of an endpoint or of comparison_type.
void TestRefusalWalk::press(const QString &value)
{
    for (QPushButton *button : m_bench.window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->property("segment").isValid()
            && button->text().endsWith(u' ' + value)) {
            if (!button->isChecked())
                QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no segment "_s + value));
}

void TestRefusalWalk::choose(const EndpointSpec &spec, Case comparison)
{
    press(spec.id);
    QCOMPARE(form()->spec().id, spec.id);
    press(caseValue(comparison));
}

/// Every field that some comparison requires.
void TestRefusalWalk::fillIn(const EndpointSpec &spec)
{
    const std::pair<const char *, const char *> values[] = {{"idcard_name", "Test One"},
        {"idcard_number", "110101199003070038"}, {"return_url", "https://example.com/return"},
        {"notify_url", "https://example.com/notify"}};
    choose(spec, Source);
    for (const auto &[name, value] : values) {
        auto *line = m_bench.visible<QLineEdit>(QLatin1String(name));
        if (!line)
            continue;
        line->clear();
        QTest::keyClicks(line, QLatin1String(value));
    }
    choose(spec, Uploaded);
    if (!form()->findChild<ImageSlot *>()->photo())
        m_bench.window->addPhotos({QStringLiteral(FACEID_PHOTO)});
    QTRY_VERIFY(!form()->isLoadingPhotos());
    QVERIFY(form()->readyToIssue());
}

void TestRefusalWalk::speak(const QString &language)
{
    if (m_language == language)
        return;
    m_bench.language.choose(language);
    QCoreApplication::sendPostedEvents();
    m_language = language;
}

/// By the key, as an operator does it, and waits for the answer.
void TestRefusalWalk::issue(const QString &code)
{
    QVERIFY(form()->readyToIssue());
    m_bench.sandbox.scenarios().add(std::get<ScenarioOrder>(readOrder(code + u":1"_s)));
    QSignalSpy finished(m_bench.window->findChild<IssueFlow *>(), &IssueFlow::finished);
    QTest::keyClick(m_bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!finished.isEmpty() || finished.wait());
    QVERIFY(m_bench.sandbox.scenarios().entries().isEmpty());
}

QWidget *TestRefusalWalk::controlOf(const QString &part) const
{
    for (ImageSlot *slot : form()->findChildren<ImageSlot *>()) {
        if (slot->partName() == part)
            return slot;
    }
    if (part == form()->spec().selector().name)
        return form()->findChild<SegmentedControl *>();
    return form()->findChild<QWidget *>(part);
}

/// Whether the outline of the control has the colour of a refusal.
bool TestRefusalWalk::isMarked(QWidget *control) const
{
    QWidget *box = qobject_cast<QLineEdit *>(control) ? control->parentWidget() : control;
    constexpr int edge = 4;
    const QImage image = box->grab({0, 0, box->width(), edge}).toImage();
    const QRgb refused = m_bench.theme.colors().refused.rgb();
    int pixels = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < edge; ++y)
            pixels += image.pixel(x, y) == refused ? 1 : 0;
    }
    return pixels > image.width() / 2;
}

void TestRefusalWalk::checkFocus(const EndpointSpec &spec, const QString &part)
{
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus);
    QVERIFY(focus->isVisible() && focus->isEnabled() && focus->window() == m_bench.window.get());
    if (!hasEditor(spec, part))
        return;
    QWidget *control = controlOf(part);
    QVERIFY(control && control->isVisible());
    QVERIFY2(focus == control || control->isAncestorOf(focus),
        qPrintable(QString::fromLatin1(focus->metaObject()->className()) + u' ' + focus->objectName()));
    QVERIFY2(!focus->visibleRegion().isEmpty(), "scrolled out of sight");
}

/// The part is marked, and says the code beneath; no other part is.
void TestRefusalWalk::checkMark(const EndpointSpec &spec, const QString &part, const QString &code)
{
    for (const QString &name : spec.partNames()) {
        // The comparison has no outline of its own; its words are looked for below.
        const bool isOutlined = hasEditor(spec, name) && name != spec.selector().name;
        QWidget *control = isOutlined ? controlOf(name) : nullptr;
        if (control && control->isVisible())
            QVERIFY2(isMarked(control) == (name == part), qPrintable(name));
    }
    if (!hasEditor(spec, part))
        return;
    const Words words = shown();
    bool isSaid = false;
    for (const QLabel *label : form()->findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().endsWith(code + u": "_s + words.meaning));
    QVERIFY(isSaid);
}

Words TestRefusalWalk::shown() const
{
    const auto *card = m_bench.window->findChild<OutcomeCard *>();
    const auto text = [card](const char *name) {
        const auto *label = card->findChild<QLabel *>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    };
    return {text("outcome"), text("meaning"), text("next")};
}

void TestRefusalWalk::rows(bool onlyBusy)
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    for (const QString &language : {english, chinese}) {
        for (const EndpointSpec *spec : endpoints()) {
            // In the order of the comparisons, so that the form is changed over as rarely as can be.
            for (const Case comparison : {Uploaded, Source, LivenessOnly}) {
                for (const ErrorSpec &row : spec->errors) {
                    for (const Answer &answer : answersOf(*spec, row)) {
                        if (caseWith(*spec, answer.part) != comparison
                            || (onlyBusy && row.again != Again::Later))
                            continue;
                        QTest::addRow(
                            "%s %s %s", qPrintable(language), qPrintable(spec->id), qPrintable(answer.code))
                            << language << spec->id << answer.code << answer.part;
                    }
                }
            }
        }
    }
}

void TestRefusalWalk::walk_data()
{
    rows(false);
}

void TestRefusalWalk::walk()
{
    QFETCH(QString, language);
    QFETCH(QString, endpoint);
    QFETCH(QString, code);
    QFETCH(QString, part);
    const EndpointSpec &spec = *endpointById(endpoint);
    speak(language);
    choose(spec, caseWith(spec, part));
    issue(code);

    const auto *shownCode = m_bench.window->findChild<OutcomeCard *>()->findChild<QLabel *>(u"code"_s);
    QVERIFY(shownCode && shownCode->isVisible());
    QCOMPARE(shownCode->text(), code);
    const Words words = shown();
    QVERIFY(!words.title.isEmpty() && !words.meaning.isEmpty());
    // Who must act, a colon, what is to be done.
    const QStringList steps = words.next.split(language == chinese ? u"："_s : u": "_s);
    QVERIFY2(steps.size() >= 2 && !steps.at(0).isEmpty() && !steps.at(1).isEmpty(), qPrintable(words.next));
    m_words[endpoint + u' ' + code].insert(language, words);
    checkFocus(spec, part);
    checkMark(spec, part, code);
}

void TestRefusalWalk::saysItInBothLanguages()
{
    QVERIFY(!m_words.isEmpty());
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        if (it->size() < 2)
            QSKIP("only some rows were walked");
        const Words en = it->value(english);
        const Words zh = it->value(chinese);
        QVERIFY2(en.title != zh.title, qPrintable(it.key()));
        QVERIFY2(en.meaning != zh.meaning, qPrintable(it.key()));
        QVERIFY2(en.next != zh.next, qPrintable(it.key()));
        const QString all = zh.title + zh.meaning + zh.next;
        const bool isChinese =
            std::any_of(all.cbegin(), all.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
        QVERIFY2(isChinese, qPrintable(all));
    }
}

/// What stands there follows a change of language, at the field as on the card.
void TestRefusalWalk::follows()
{
    speak(english);
    for (const auto &[endpoint, code, part] :
        {std::tuple(u"get_biz_token"_s, u"BAD_ARGUMENTS:uuid"_s, u"uuid"_s),
            std::tuple(u"get_token"_s, u"MULTIPLE_FACES:image_ref1"_s, u"image_ref1"_s)}) {
        const EndpointSpec &spec = *endpointById(endpoint);
        choose(spec, Uploaded);
        issue(code);
        for (const QString &language : {chinese, english}) {
            speak(language);
            QCOMPARE(shown().meaning, m_words.value(endpoint + u' ' + code).value(language, shown()).meaning);
            checkFocus(spec, part);
            checkMark(spec, part, code);
        }
    }
}

void TestRefusalWalk::countsDown_data()
{
    rows(true);
}

void TestRefusalWalk::countsDown()
{
    QFETCH(QString, language);
    QFETCH(QString, endpoint);
    QFETCH(QString, code);
    speak(language);
    choose(*endpointById(endpoint), Uploaded);
    issue(code);
    QVERIFY(!issueButton()->isEnabled());
    QVERIFY2(issueButton()->text().contains(u'5'), qPrintable(issueButton()->text()));
    const QString begun = issueButton()->text();
    // Neither the key nor the button issues meanwhile.
    QTest::keyClick(m_bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::mouseClick(issueButton(), Qt::LeftButton);
    QVERIFY(issueButton()->isVisible());
    QTRY_VERIFY(issueButton()->text() != begun);
    QVERIFY2(issueButton()->text().contains(u'4'), qPrintable(issueButton()->text()));
    checkFocus(*endpointById(endpoint), {});
}

QTEST_MAIN(TestRefusalWalk)
#include "tst_refusalwalk.moc"
