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
    if (m_own.load(locale, QStringLiteral("faceid-console"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        m_application.installTranslator(&m_own);
}

} // namespace faceid
