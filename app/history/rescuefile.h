#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace faceid {

/// Where a row goes that the history file does not take: one JSON object a line, beside the history, readable
/// by its owner only, until the history takes it.
///
/// A disk is full for this file too. So some room is set aside while there is any, and given up for it.
class RescueFile
{
public:
    /// \a stem is the history file's path without its suffix.
    explicit RescueFile(const QString &stem);

    QString path() const { return m_path; }
    bool exists() const;
    /// Sets room aside, unless it was done before. False when there is none.
    bool reserve() const;

    /// Adds \a line and waits until the disk has it. Returns why that failed, untranslated; empty when it did
    /// not. Then nothing of the line is left in the file.
    QString append(const QByteArray &line) const;
    /// The lines, and false when the file cannot be read.
    bool read(QList<QByteArray> &lines) const;
    bool remove() const;
    /// Gives the file another name, so that what cannot be understood is kept for a person to look at.
    bool putAside() const;

private:
    QString m_path;
    QString m_reservePath;
};

} // namespace faceid
