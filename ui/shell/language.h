#pragma once

#include <QObject>
#include <QTranslator>

class QApplication;

namespace faceid {

/// The language of the interface, switched live: widgets get QEvent::LanguageChange.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QApplication &application, QObject *parent = nullptr);

    /// "en", "zh_CN", or empty for the system's.
    QString choice() const { return m_choice; }
    void choose(const QString &choice);

private:
    QApplication &m_application;
    QString m_choice;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own texts: buttons of dialogs, the file dialog
};

} // namespace faceid
