#pragma once

#include "export/codewriter.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QSettings;

namespace faceid {

class BodyText;
class Searchable;
class Theme;

/// The request as a program that runs, in the language that one chooses.
class CodePage : public QWidget
{
    Q_OBJECT

public:
    /// What is to be written: the form as it stands, or a row of the history, whose personal values are
    /// masked.
    struct Source
    {
        CodeRequest request;
        bool isStored = false;
    };

    CodePage(Theme &theme, QWidget *parent);

    /// Is asked whenever the page is seen and something has changed.
    void setSource(std::function<Source()> source);
    /// Something of the source has changed.
    void refresh();
    Searchable *searchable() const;
    /// The language chosen last is remembered there.
    void rememberIn(QSettings &settings);

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void render();
    void save();
    const CodeLanguage &language() const;

    std::function<Source()> m_source;
    QComboBox *m_language;
    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_save;
    BodyText *m_code;
    QString m_text;
    QSettings *m_settings = nullptr;
};

} // namespace faceid
