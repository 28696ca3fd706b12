#pragma once

#include "client/exchange.h"
#include "inspector/bodytext.h"
#include "inspector/hexview.h"
#include "inspector/jsontreeview.h"
#include "inspector/responseinspector.h"
#include "inspector/responsepage.h"
#include "shell/findbar.h"
#include "shell/theme.h"
#include "support/madepicture.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

inline constexpr int waitMs = 30'000;

/// A request for a token of PC that was answered with \a body.
inline faceid::Exchange answered(const QByteArray &body)
{
    using namespace faceid;
    Exchange exchange;
    exchange.endpointId = getToken().id;
    exchange.address = QUrl(QStringLiteral("https://api.example.com/faceid/liveness/v2/get_token"));
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.reply.httpStatus = 200;
    exchange.reply.headers = {{"Content-Type", "application/json"}};
    exchange.reply.body = body;
    return exchange;
}

/// The parts of a request with a photograph, and with a person who does not exist.
inline faceid::Parts madeRequest()
{
    using namespace faceid;
    const QByteArray photo = madePicture("jpeg", {320, 240});
    return {textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一")),
        textPart(QStringLiteral("biz_no"), QStringLiteral("b-1")),
        imagePart(QStringLiteral("image_ref1"), photo, inspectImage(photo))};
}

/// An inspector that shows \a exchange, in \a view, completely.
class InspectorBench
{
public:
    explicit InspectorBench(const faceid::Exchange &exchange,
        faceid::ResponsePage::View view = faceid::ResponsePage::View::Text,
        const faceid::Parts &original = {})
        : m_theme(*qApp)
        , inspector(m_theme, nullptr)
    {
        inspector.resize(700, 400);
        inspector.show();
        inspector.showExchange(exchange, original);
        show(view);
    }

    void show(faceid::ResponsePage::View view)
    {
        QSignalSpy shown(page(), &faceid::ResponsePage::shown);
        page()->setView(view);
        QVERIFY(!shown.isEmpty() || shown.wait(waitMs));
    }

    faceid::ResponsePage *page() { return inspector.responsePage(); }
    faceid::BodyText *text() { return inspector.findChild<faceid::BodyText *>(QStringLiteral("response")); }
    faceid::BodyText *raw() { return inspector.findChild<faceid::BodyText *>(QStringLiteral("responseRaw")); }
    faceid::JsonTreeView *tree() { return inspector.findChild<faceid::JsonTreeView *>(); }
    faceid::HexView *hex() { return inspector.findChild<faceid::HexView *>(); }

    /// Types into the search line; the number of matches.
    int find(const QString &needle)
    {
        faceid::FindBar *bar = inspector.findBar();
        bar->open();
        QSignalSpy counted(bar, &faceid::FindBar::counted);
        bar->findChild<QLineEdit *>()->setText(needle);
        if (counted.isEmpty())
            counted.wait(waitMs);
        return bar->matches();
    }

    QModelIndex row(const QString &name)
    {
        const auto found = tree()->model()->match(
            tree()->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }

private:
    faceid::Theme m_theme;

public:
    faceid::ResponseInspector inspector;
};
