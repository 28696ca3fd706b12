// Faces in real photographs: what the detector finds, and what both APIs of the sandbox answer to it.
//
// Photographs of Debian packages, none of them ours: python3-skimage has astronaut.png (NASA, public domain)
// and pictures without people; python-matplotlib-data, which python3-skimage draws in, has grace_hopper.jpg
// (US Navy, public domain). Each portrait is looked at as it is and as other cameras would have taken it.

#include "contract/signature.h"
#include "faces/facesearch.h"
#include "sandbox/sandboxservice.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTest>
#include <QTransform>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(FACEID_PHOTOS) + u'/';

QImage astronaut()
{
    return QImage(folder + u"astronaut.png"_s).convertToFormat(QImage::Format_RGB32);
}

QImage hopper()
{
    return QImage(QStringLiteral(FACEID_HOPPER)).convertToFormat(QImage::Format_RGB32);
}

QByteArray encoded(const QImage &image, const char *format = "JPEG", int quality = 90)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

FaceSearch search(const QByteArray &bytes)
{
    return searchFaces(bytes, inspectImage(bytes));
}

QImage brighter(const QImage &image, double factor)
{
    QImage copy = image;
    for (int y = 0; y < copy.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(copy.scanLine(y));
        for (int x = 0; x < copy.width(); ++x) {
            const auto scaled = [factor](int channel) { return qBound(0, int(channel * factor), 255); };
            line[x] = qRgb(scaled(qRed(line[x])), scaled(qGreen(line[x])), scaled(qBlue(line[x])));
        }
    }
    return copy;
}

QImage turned(const QImage &image, double degrees)
{
    return image.transformed(QTransform().rotate(degrees), Qt::SmoothTransformation);
}

QImage sideBySide(const QImage &left, const QImage &right)
{
    QImage both(left.width() + right.width(), qMax(left.height(), right.height()), QImage::Format_RGB32);
    both.fill(Qt::gray);
    QPainter painter(&both);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width(), 0, right);
    return both;
}

/// \a jpeg with an EXIF orientation in front of its first segment.
QByteArray withOrientation(QByteArray jpeg, char orientation)
{
    QByteArray exif("\xff\xe1\x00\x22"
                    "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0",
        28);
    exif.append(orientation);
    exif.append("\0\0\0\0\0\0\0", 7);
    return jpeg.insert(2, exif);
}

Part photoPart(const QString &name, const QByteArray &bytes)
{
    return {name, bytes, u"photo"_s, {}};
}

/// "200" for a token, or "400 NO_FACE_FOUND:image_ref1", of get_token.
QString pcVerdict(const Parts &photos, const Parts &more = {}, SandboxRules rules = {})
{
    SandboxService service(defaultSandboxKeys(), rules);
    Parts parts{textPart(u"api_key"_s, u"sandbox-key"_s), textPart(u"api_secret"_s, u"sandbox-secret"_s),
        textPart(u"comparison_type"_s, u"0"_s), textPart(u"uuid"_s, u"u-1"_s),
        textPart(u"return_url"_s, u"https://shop.example/r"_s),
        textPart(u"notify_url"_s, u"https://shop.example/n"_s), textPart(u"biz_no"_s, u"b-1"_s)};
    parts = more + parts + photos; // of two parts with one name the first counts
    const SandboxAnswer answer = service.answer({"POST", getToken().path, parts, 1718000000, {}});
    const QString error = QJsonDocument::fromJson(answer.body).object().value(u"error_message"_s).toString();
    return (QString::number(answer.httpStatus) + u' ' + error).trimmed();
}

QString sdkVerdict(const Parts &photos, const Parts &more = {})
{
    SandboxService service;
    const QByteArray sign =
        signature::make({u"sandbox-key"_s, 1718000100, 1718000000, "12345"}, "sandbox-secret");
    Parts parts{textPart(u"sign"_s, QString::fromLatin1(sign)), textPart(u"sign_version"_s, u"hmac_sha1"_s),
        textPart(u"liveness_type"_s, u"meglive"_s), textPart(u"comparison_type"_s, u"0"_s),
        textPart(u"uuid"_s, u"u-1"_s)};
    parts = more + parts + photos;
    const SandboxAnswer answer = service.answer({"POST", getBizToken().path, parts, 1718000000, {}});
    const QString error = QJsonDocument::fromJson(answer.body).object().value(u"error"_s).toString();
    return (QString::number(answer.httpStatus) + u' ' + error).trimmed();
}

} // namespace

class TestFaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canSearchFaces())
            QSKIP("built without dlib");
        QVERIFY(!astronaut().isNull());
        QVERIFY(!hopper().isNull());
    }

    /// The goal is 95 of 100.
    void findsUprightFaces()
    {
        int found = 0;
        QStringList missed;
        int all = 0;
        for (const auto &[name, portrait] :
            {std::pair(u"astronaut"_s, astronaut()), {u"hopper"_s, hopper()}}) {
            const QList<std::pair<QString, QByteArray>> takes{
                {u"as it is"_s, encoded(portrait)},
                {u"mirrored"_s, encoded(portrait.mirrored(true, false))},
                {u"grey"_s, encoded(portrait.convertToFormat(QImage::Format_Grayscale8))},
                {u"dark"_s, encoded(brighter(portrait, 0.5))},
                {u"bright"_s, encoded(brighter(portrait, 1.4))},
                {u"poor JPEG"_s, encoded(portrait, "JPEG", 25)},
                {u"half again as large"_s, encoded(portrait.scaledToWidth(portrait.width() * 3 / 2))},
                {u"2400 pixels"_s,
                    encoded(portrait.scaledToWidth(2400, Qt::SmoothTransformation), "JPEG", 80)},
                {u"head to the left"_s, encoded(turned(portrait, -8))},
                {u"head to the right"_s, encoded(turned(portrait, 8))},
            };
            for (const auto &[take, bytes] : takes) {
                ++all;
                const FaceSearch result = search(bytes);
                if (result.facts.upright == 1 && result.boxes.size() == 1)
                    ++found;
                else
                    missed.append(u"%1 %2: %3"_s.arg(name, take).arg(result.facts.upright));
            }
        }
        qInfo("exactly one face in %d of %d portraits", found, all);
        QVERIFY2(found * 100 >= all * 95, qPrintable(missed.join(u", ")));
    }

    void seesNoFaceWhereNoneIs_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"brick.png", "chelsea.png", "coffee.png", "coins.png", "grass.png",
                 "gravel.png", "hubble_deep_field.jpg", "moon.png", "motorcycle_left.png", "page.png",
                 "retina.jpg", "rocket.jpg"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void seesNoFaceWhereNoneIs()
    {
        QFETCH(QString, file);
        const QByteArray bytes = encoded(QImage(folder + file));
        QVERIFY(!bytes.isEmpty());
        const FaceSearch result = search(bytes);
        QVERIFY(result.facts.decoded);
        QCOMPARE(result.facts.upright + result.facts.turned, 0);
    }

    /// The astronaut's face is in the upper middle of the picture.
    void saysWhereTheFaceIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("upright");
        QTest::addColumn<QPointF>("inside");
        const QPointF face(0.43, 0.25);
        QTest::newRow("upright") << encoded(astronaut()) << 1 << face;
        QTest::newRow("turned right")
            << encoded(turned(astronaut(), 90)) << 0 << QPointF(1 - face.y(), face.x());
        QTest::newRow("upside down") << encoded(turned(astronaut(), 180)) << 0
                                     << QPointF(1 - face.x(), 1 - face.y());
        QTest::newRow("turned left") << encoded(turned(astronaut(), 270)) << 0
                                     << QPointF(face.y(), 1 - face.x());
        // Stored on its side with a note that it is to be turned: a viewer shows it upright.
        QTest::newRow("EXIF 6") << withOrientation(encoded(turned(astronaut(), 270)), 6) << 0 << face;
        QTest::newRow("EXIF 3") << withOrientation(encoded(turned(astronaut(), 180)), 3) << 0 << face;
        QTest::newRow("EXIF 2") << withOrientation(encoded(astronaut().mirrored(true, false)), 2) << 1
                                << face;
    }

    void saysWhereTheFaceIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, upright);
        QFETCH(QPointF, inside);
        const FaceSearch result = search(bytes);
        QCOMPARE(result.facts.upright, upright);
        QCOMPARE(result.facts.turned, 1 - upright);
        QCOMPARE(result.boxes.size(), 1);
        const QRectF box = result.boxes.constFirst();
        QVERIFY2(box.contains(inside) && box.width() < 0.4,
            qPrintable(u"%1,%2 %3 x %4"_s.arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height())));
    }

    void namesTheLargestFirst()
    {
        const QImage head = astronaut().copy(100, 0, 300, 300);
        const QImage large = head.scaledToWidth(400, Qt::SmoothTransformation);
        const FaceSearch result = search(encoded(sideBySide(head, large)));
        QCOMPARE(result.boxes.size(), 2);
        QVERIFY(result.boxes.at(0).width() > result.boxes.at(1).width());
        QVERIFY(result.boxes.at(0).center().x() > 0.5);
    }

    void answersAsTheDocumentsSay()
    {
        const Part one = photoPart(u"image_ref1"_s, encoded(astronaut()));
        const Part two = photoPart(u"image_ref1"_s, encoded(sideBySide(astronaut(), hopper())));
        const Part none = photoPart(u"image_ref1"_s, encoded(QImage(folder + u"coffee.png"_s)));
        const Part sideways = photoPart(u"image_ref1"_s, encoded(turned(astronaut(), 90)));
        const auto multi = [](const QString &value) {
            return Parts{textPart(u"multi_oriented_detection"_s, value)};
        };

        QCOMPARE(sdkVerdict({one}), u"200"_s);
        QCOMPARE(pcVerdict({one}), u"200"_s);
        QCOMPARE(sdkVerdict({two}), u"200"_s); // the largest is taken
        QCOMPARE(pcVerdict({two}), u"400 MULTIPLE_FACES:image_ref1"_s);
        QCOMPARE(sdkVerdict({none}), u"400 NO_FACE_FOUND:image_ref1"_s);
        QCOMPARE(pcVerdict({none}), u"400 NO_FACE_FOUND:image_ref1"_s);
        QCOMPARE(sdkVerdict({sideways}), u"200"_s); // the SDK's default is 1
        QCOMPARE(sdkVerdict({sideways}, multi(u"0"_s)), u"400 NO_FACE_FOUND:image_ref1"_s);
        QCOMPARE(pcVerdict({sideways}), u"400 NO_FACE_FOUND:image_ref1"_s); // the PC's is 0
        QCOMPARE(pcVerdict({sideways}, multi(u"1"_s)), u"200"_s);
    }

    /// Only the first photo is named, and only where nothing stands before it in the table.
    void answersInTheOrderOfTheTable()
    {
        const QByteArray face = encoded(astronaut());
        const QByteArray coffee = encoded(QImage(folder + u"coffee.png"_s));
        const Part first = photoPart(u"image_ref1"_s, face);
        const Part empty = photoPart(u"image_ref2"_s, coffee);
        const Part noPicture = photoPart(u"image_ref2"_s, "hello");
        QCOMPARE(sdkVerdict({first, empty}), u"400 NO_FACE_FOUND:image_ref2"_s);
        QCOMPARE(
            pcVerdict({noPicture, photoPart(u"image_ref1"_s, coffee)}), u"400 NO_FACE_FOUND:image_ref1"_s);
        QCOMPARE(pcVerdict({noPicture, first}), u"400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2"_s);
        // uuid stands behind the photos in the SDK's table and before them in the PC's.
        const Parts longId{textPart(u"uuid"_s, QString(600, u'u'))};
        QCOMPARE(sdkVerdict({first, empty}, longId), u"400 NO_FACE_FOUND:image_ref2"_s);
        QCOMPARE(pcVerdict({first, empty}, longId), u"400 BAD_ARGUMENTS:uuid"_s);
        QCOMPARE(pcVerdict({first, empty}, {textPart(u"return_url"_s, u"x"_s)}),
            u"400 NO_FACE_FOUND:image_ref2"_s);
    }

    /// Header and end are good; what lies between is not.
    void refusesWhatCannotBeDecoded()
    {
        QImage plain = astronaut().scaledToWidth(200);
        plain.setColorSpace({}); // whose chunk would stand in front of the pixels
        QByteArray png = encoded(plain, "PNG");
        const qsizetype pixels = png.indexOf("IDAT") + 4;
        for (qsizetype i = pixels; i < pixels + 500; ++i)
            png[i] = char(i);
        QVERIFY(inspectImage(png).usable());
        QVERIFY(!search(png).facts.decoded);
        QCOMPARE(sdkVerdict({photoPart(u"image_ref1"_s, png)}),
            u"400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"_s);
    }

    void believesTheSwitch()
    {
        const Part coffee = photoPart(u"image_ref1"_s, encoded(QImage(folder + u"coffee.png"_s)));
        QCOMPARE(pcVerdict({coffee}, {}, {SandboxRules::Faces::One}), u"200"_s);
        QCOMPARE(pcVerdict({coffee}, {}, {SandboxRules::Faces::None}), u"400 NO_FACE_FOUND:image_ref1"_s);
        QCOMPARE(pcVerdict({coffee}, {}, {SandboxRules::Faces::Several}), u"400 MULTIPLE_FACES:image_ref1"_s);
    }
};

QTEST_GUILESS_MAIN(TestFaces)

#include "tst_faces.moc"
