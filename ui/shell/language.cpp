#include "shell/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace faceid {

Language::Language(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    choose({});
}

void Language::choose(const QString &choice)
{
    m_choice = choice;
    const QLocale locale = choice.isEmpty() ? QLocale::system() : QLocale(choice);
    QLocale::setDefault(locale);
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    // Where there is no translation the sources' English still needs its plural forms.
    const QString folder = QStringLiteral(":/i18n");
    if (m_own.load(locale, QStringLiteral("faceid-console"), QStringLiteral("_"), folder)
        || m_own.load(QStringLiteral("faceid-console_en"), folder))
        m_application.installTranslator(&m_own);
}

} // namespace faceid
