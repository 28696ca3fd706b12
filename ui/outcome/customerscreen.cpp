#include "outcome/customerscreen.h"

#include "outcome/qrview.h"
#include "shell/presentation.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

namespace faceid {

namespace {

constexpr QLatin1String languageKey("customer/language");
constexpr QLatin1String chinese("zh_CN");
constexpr QLatin1String english("en");

constexpr QSize screenSize(1000, 640);

/// One text in both languages.
struct Words
{
    const char16_t *chinese;
    const char16_t *english;

    QString in(const QString &language) const
    {
        return QString::fromUtf16(language == faceid::chinese ? chinese : english);
    }
};

constexpr Words screenTitle{u"身份验证", u"Identity verification"};
constexpr Words waitingTitle{u"请稍候", u"One moment, please"};
constexpr Words waitingSentence{
    u"工作人员正在为您准备二维码。", u"We are preparing your code. It will appear on this screen."};
constexpr Words codeTitle{u"请扫码完成身份验证", u"Scan to verify your identity"};
constexpr Words expiredTitle{u"二维码已过期", u"This code has expired"};
constexpr Words expiredSentence{u"请向工作人员索取新的二维码。", u"Please ask our staff for a new one."};
constexpr Words timeLeft{u"剩余时间", u"Time left"};
constexpr Words over{u"已过期", u"expired"};
constexpr Words qrName{u"二维码", u"QR code"};
constexpr Words languageName{u"语言", u"Language"};

constexpr int stepCount = 3;
/// With a page, any telephone can read the code; without one, the app with the SDK does.
constexpr std::array<Words, stepCount> pageSteps{{
    {u"用手机扫描左侧二维码，打开页面", u"Scan the code with your phone and open the page"},
    {u"允许使用摄像头，面部对准取景框", u"Allow the camera and bring your face into the frame"},
    {u"按提示完成动作，直到显示验证完成", u"Follow the prompts until the page says you are done"},
}};
constexpr std::array<Words, stepCount> appSteps{{
    {u"打开手机应用，选择扫一扫", u"Open the app on your phone and choose Scan"},
    {u"扫描左侧二维码，将面部对准取景框", u"Scan the code and bring your face into the frame"},
    {u"按提示完成动作，直到显示验证完成", u"Follow the prompts until the app says you are done"},
}};

QLabel *label(QWidget *parent, const char *role = "")
{
    auto *result = new QLabel(parent);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    result->setProperty("role", QLatin1String(role));
    return result;
}

void setPixels(QWidget *widget, int pixels, bool bold = false)
{
    QFont font = widget->font();
    font.setPixelSize(pixels);
    font.setBold(bold);
    widget->setFont(font);
}

} // namespace

CustomerScreen::CustomerScreen(QSettings &settings, Theme &theme, Clock clock)
    : QWidget(nullptr, Qt::Window)
    , m_settings(settings)
    , m_theme(theme)
    , m_clock(std::move(clock))
    , m_language(new SegmentedControl(this))
    , m_qr(new QrView(this))
    , m_icon(new QLabel(this))
    , m_title(label(this))
    , m_sentence(label(this, "dim"))
    , m_countdown(new Countdown(theme, this, m_clock))
{
    setProperty(Presentation::ownType, true);
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(640, 420);
    resize(screenSize);
    m_title->setObjectName(QStringLiteral("customerTitle"));
    layOut();
    m_language->setValue(m_settings.value(languageKey, chinese).toString());
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_ticker, &QTimer::timeout, this, &CustomerScreen::tick);
    connect(m_language, &SegmentedControl::chosen, this, [this](const QString &language) {
        m_settings.setValue(languageKey, language);
        render();
    });
    connect(&theme, &Theme::changed, this, &CustomerScreen::render);
    render();
}

void CustomerScreen::layOut()
{
    m_language->addChoice(chinese, QStringLiteral("中文"));
    m_language->addChoice(english, QStringLiteral("English"));
    m_qr->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_icon->setAlignment(Qt::AlignCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(20);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addWidget(m_countdown);
    words->addSpacing(8);
    for (int i = 0; i < stepCount; ++i) {
        auto *number = new QLabel(QString::number(i + 1), this);
        number->setProperty("role", QStringLiteral("step"));
        number->setAlignment(Qt::AlignCenter);
        m_numbers.append(number);
        m_steps.append(label(this));
        auto *line = new QHBoxLayout;
        line->setSpacing(16);
        line->addWidget(number, 0, Qt::AlignTop);
        line->addWidget(m_steps.constLast(), 1, Qt::AlignVCenter);
        words->addLayout(line);
    }
    words->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(40);
    middle->addWidget(m_qr, 6);
    middle->addWidget(m_icon, 6);
    middle->addLayout(words, 7);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 20, 40, 40);
    layout->addWidget(m_language, 0, Qt::AlignRight);
    layout->addLayout(middle, 1);
}

void CustomerScreen::follow(const HandOver &what)
{
    m_what = what;
    m_qr->setText(what.code());
    render();
}

void CustomerScreen::openBeside(const QWidget *operatorWindow)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.cbegin(), screens.cend(),
        [operatorWindow](const QScreen *screen) { return screen != operatorWindow->screen(); });
    if (other != screens.cend() && !isVisible()) {
        setGeometry((*other)->geometry());
        showFullScreen();
    } else {
        setVisible(true);
    }
    raise();
}

CustomerScreen::Face CustomerScreen::face() const
{
    if (m_what.isEmpty())
        return Face::Waiting;
    const bool isOver = m_what.expiresAt.isValid() && secondsLeft(m_what.expiresAt, m_clock()) == 0;
    return isOver ? Face::Expired : Face::Code;
}

void CustomerScreen::render()
{
    const QString language = m_language->value();
    const Face shown = face();
    setWindowTitle(screenTitle.in(language));
    m_qr->setAccessibleName(qrName.in(language));
    m_language->setAccessibleName(languageName.in(language));
    m_countdown->setOverText(over.in(language));
    const auto &steps = m_what.page.isEmpty() ? appSteps : pageSteps;
    for (int i = 0; i < stepCount; ++i) {
        m_steps.at(i)->setText(steps.at(size_t(i)).in(language));
        m_steps.at(i)->setVisible(shown == Face::Code);
        m_numbers.at(i)->setVisible(shown == Face::Code);
    }
    m_qr->setVisible(shown == Face::Code);
    m_icon->setVisible(shown != Face::Code);
    m_sentence->setVisible(shown != Face::Code);
    m_countdown->setWindow(
        timeLeft.in(language), m_what.issuedAt, shown == Face::Code ? m_what.expiresAt : QDateTime());
    const QColor color = shown == Face::Expired ? m_theme.colors().refused : m_theme.colors().dim;
    m_icon->setPixmap(m_theme.icon(QStringLiteral("clock"), color).pixmap(64, 64));
    switch (shown) {
    case Face::Waiting:
        m_title->setText(waitingTitle.in(language));
        m_sentence->setText(waitingSentence.in(language));
        break;
    case Face::Code:
        m_title->setText(codeTitle.in(language));
        break;
    case Face::Expired:
        m_title->setText(expiredTitle.in(language));
        m_sentence->setText(expiredSentence.in(language));
        break;
    }
    const bool counting = shown == Face::Code && m_what.expiresAt.isValid();
    if (counting && !m_ticker.isActive())
        m_ticker.start();
    else if (!counting)
        m_ticker.stop();
}

void CustomerScreen::tick()
{
    if (!m_countdown->tick())
        render();
}

void CustomerScreen::toggleFullScreen()
{
    if (isFullScreen())
        showNormal();
    else
        showFullScreen();
}

void CustomerScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        toggleFullScreen();
    else if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F9)
        close();
    else
        QWidget::keyPressEvent(event);
}

void CustomerScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange)
        render(); // a clock that was set while nothing ticked
    QWidget::changeEvent(event);
}

/// Type in proportion to the screen: it is read from across a counter.
void CustomerScreen::resizeEvent(QResizeEvent *)
{
    const int unit = std::clamp(std::min(width() / 50, height() / 30), 14, 48);
    setPixels(m_title, unit * 17 / 10, true);
    setPixels(m_sentence, unit * 12 / 10);
    setPixels(m_countdown, unit * 13 / 10);
    for (QLabel *step : std::as_const(m_steps))
        setPixels(step, unit * 12 / 10);
    for (QLabel *number : std::as_const(m_numbers)) {
        setPixels(number, unit, true);
        number->setFixedSize(unit * 2, unit * 2);
    }
}

} // namespace faceid
