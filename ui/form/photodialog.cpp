#include "form/photodialog.h"

#include "client/worker.h"
#include "contract/validation.h"
#include "form/slotlook.h"
#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize pictureBox(380, 380);

/// Problems of the photo alone, as the API would find them; in its first slot where it has not that one.
Problems photoProblems(const EndpointSpec &spec, const ImageFile &photo, const QString &partName,
    const std::optional<FaceFacts> &faces)
{
    for (const FieldSpec &row : spec.fields) {
        if (row.kind != Kind::Image)
            continue;
        const QStringList names = row.partNames();
        const QString &name = names.contains(partName) ? partName : names.constFirst();
        Part part = photo.toPart(name);
        part.faces = faces;
        const Problems all = validate(spec, {textPart(spec.selector().name, caseValue(Uploaded)), part});
        Problems own;
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(own),
            [&name](const Problem &problem) { return problem.field == name; });
        return own;
    }
    return {};
}

QString takenLine(const QString &api, const std::optional<FaceFacts> &faces)
{
    const int count = faces ? qMax(faces->upright, faces->turned) : 0;
    if (count > 1)
        return PhotoDialog::tr("✓ %1 takes it: the largest of %2 faces").arg(api).arg(count);
    if (faces && faces->upright == 0)
        return PhotoDialog::tr("✓ %1 takes it: the face is found by turning").arg(api);
    return PhotoDialog::tr("✓ %1 takes it").arg(api);
}

} // namespace

QString photoFacts(const ImageFile &photo)
{
    const QSize pixels = photo.facts.pixels;
    const QString format =
        photo.facts.formatName().isEmpty() ? QStringLiteral("?") : photo.facts.formatName();
    const QString size = QLocale().formattedDataSize(photo.bytes.size(), 1);
    if (pixels.isEmpty())
        return QStringLiteral("%1, %2").arg(format, size);
    return QStringLiteral("%1 × %2  %3, %4").arg(pixels.width()).arg(pixels.height()).arg(format, size);
}

QStringList photoVerdicts(
    const ImageFile &photo, const QString &partName, const std::optional<FaceFacts> &faces)
{
    QStringList lines;
    for (const EndpointSpec *spec : endpoints()) {
        const Problems problems = photoProblems(*spec, photo, partName, faces);
        const QString title = translated(spec->title);
        if (problems.isEmpty())
            lines.append(takenLine(title, faces));
        for (const Problem &problem : problems) {
            lines.append(problem.severity == Severity::Warning
                    ? QStringLiteral("⚠ %1: %2").arg(title, describe(problem))
                    : QStringLiteral("✗ %1: %2 (%3)").arg(title, describe(problem), problem.code));
        }
    }
    return lines;
}

ImageLimits strictestImageLimits()
{
    ImageLimits result;
    const auto lower = [](auto &limit, auto other) {
        if (other > 0 && (limit == 0 || other < limit))
            limit = other;
    };
    for (const EndpointSpec *spec : endpoints()) {
        lower(result.maxSide, imageLimits(*spec).maxSide);
        lower(result.maxBytes, imageLimits(*spec).maxBytes);
    }
    return result;
}

PhotoDialog::PhotoDialog(const QString &partName, std::shared_ptr<const ImageFile> photo, FileState file,
    Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_partName(partName)
    , m_photo(std::move(photo))
    , m_file(file)
    , m_arrow(new QLabel(this))
    , m_verdicts(new QLabel(this))
    , m_repair(new QPushButton(tr("Repair"), this))
    , m_use(new QPushButton(tr("Use the repaired photo"), this))
{
    setWindowTitle(QStringLiteral("%1 – %2").arg(partName, QFileInfo(m_photo->path).fileName()));
    m_verdicts->setTextFormat(Qt::PlainText);
    m_verdicts->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(makePictures(), 1);
    layout->addWidget(m_verdicts);
    layout->addLayout(makeButtons());
    m_repair->setVisible(bool(repairsFor(*m_photo, strictestImageLimits())));
    describeVerdicts();
}

QLayout *PhotoDialog::makePictures()
{
    auto *pictures = new QHBoxLayout;
    pictures->setSpacing(16);
    pictures->addWidget(makePane({}, *m_photo, m_before, m_beforeFacts));
    m_arrow->setPixmap(m_theme.icon(QStringLiteral("chevron-right"), m_theme.colors().dim).pixmap(24, 24));
    m_arrow->hide();
    pictures->addWidget(m_arrow);
    m_afterPane = makePane(tr("Repaired"), *m_photo, m_afterPicture, m_afterFacts);
    m_afterPane->hide();
    pictures->addWidget(m_afterPane);
    return pictures;
}

QLayout *PhotoDialog::makeButtons()
{
    auto *again = new QPushButton(tr("Read it again"), this);
    again->setVisible(m_file == FileState::Changed);
    auto *replace = new QPushButton(tr("Choose another…"), this);
    auto *remove = new QPushButton(tr("Remove"), this);
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_repair, m_use, again, replace, remove, close}) {
        makePlain(button);
        buttons->addWidget(button);
        if (button == m_use)
            buttons->addStretch(1);
    }
    m_use->hide();

    connect(m_repair, &QPushButton::clicked, this, &PhotoDialog::repair);
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT repaired(m_after);
        accept();
    });
    connect(again, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT readAgainWanted();
    });
    connect(replace, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT replaceWanted();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT removeWanted();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return buttons;
}

QWidget *PhotoDialog::makePane(const QString &title, const ImageFile &photo, QLabel *&picture, QLabel *&facts)
{
    auto *pane = new QWidget(this);
    picture = new QLabel(pane);
    picture->setFixedSize(pictureBox);
    picture->setAlignment(Qt::AlignCenter);
    facts = new QLabel(title.isEmpty() ? photoFacts(photo) : title, pane);
    facts->setAlignment(Qt::AlignCenter);
    facts->setProperty("role", QStringLiteral("dim"));
    facts->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addWidget(facts);
    if (title.isEmpty())
        showPicture(picture, photo);
    return pane;
}

void PhotoDialog::showPicture(QLabel *label, const ImageFile &photo)
{
    const double ratio = devicePixelRatioF();
    decodeScaledAsync(photo.bytes, photo.facts, pictureBox * ratio, label,
        [this, photo, label, ratio](const QImage &image) {
            QPixmap pixmap = QPixmap::fromImage(image);
            pixmap.setDevicePixelRatio(ratio);
            if (pixmap.isNull())
                return label->setText(tr("This picture cannot be shown."));
            label->setPixmap(pixmap);
            if (canSearchFaces())
                frameFaces(label, photo);
        });
}

void PhotoDialog::frameFaces(QLabel *label, const ImageFile &photo)
{
    runOnWorker(
        label, [photo] { return searchFaces(photo.bytes, photo.facts); },
        [this, label](const FaceSearch &search) {
            QPixmap pixmap = label->pixmap();
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            paintFaces(painter, QRectF(QPointF(), pixmap.deviceIndependentSize()), search.boxes, m_theme);
            painter.end();
            label->setPixmap(pixmap);
            if (label != m_before)
                return;
            m_faces = search.facts;
            describeVerdicts();
        });
}

void PhotoDialog::describeVerdicts()
{
    QStringList lines = photoVerdicts(*m_photo, m_partName, m_faces);
    if (m_file == FileState::Changed)
        lines.append(tr("The file has changed since it was chosen. What you see here is sent."));
    else if (m_file == FileState::Gone)
        lines.append(tr("The file is not where it was. What you see here is sent."));
    const ImageChanges worthwhile = repairsFor(*m_photo, strictestImageLimits());
    if (worthwhile)
        lines.append(tr("Repair makes a copy for sending: %1.").arg(describe(worthwhile).join(u", ")));
    if (m_photo->facts.format == ImageFacts::Format::Heic)
        lines.append(tr(
            "HEIC is what iPhones take. On the phone choose Settings → Camera → Formats → Most Compatible, or "
            "save the photo as JPEG with a picture viewer."));
    if (!m_failure.isEmpty())
        lines.append(m_failure);
    m_verdicts->setText(lines.join(u'\n'));
}

void PhotoDialog::repair()
{
    m_repair->setEnabled(false);
    m_repair->setText(tr("Repairing…"));
    runOnWorker(
        this, [photo = m_photo] { return repairImage(*photo, strictestImageLimits()); },
        [this](const std::optional<RepairedImage> &result) {
            m_repair->hide();
            if (!result) {
                m_failure = tr(
                    "It cannot be repaired here. Save it as JPEG with a picture viewer and choose it again.");
                describeVerdicts();
                return;
            }
            m_after = std::make_shared<const ImageFile>(result->photo);
            showPicture(m_afterPicture, *m_after);
            m_afterFacts->setText(
                QStringLiteral("%1\n%2").arg(photoFacts(*m_after), describe(result->changes).join(u", ")));
            m_arrow->show();
            m_afterPane->show();
            m_use->show();
            m_use->setFocus();
        });
}

} // namespace faceid
