#pragma once

#include "contract/endpointspec.h"

#include <QFrame>
#include <QHash>

class QLabel;

namespace faceid {

/// What the document says of the field that has the keyboard, beneath the form. As high as the longest of the
/// form's texts needs, so that nothing moves when the keyboard does.
class FieldHelp : public QFrame
{
    Q_OBJECT

public:
    FieldHelp(const EndpointSpec &spec, QWidget *parent);

    void explain(const FieldSpec &row, Case chosen);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeLabels();
    QString heading(const FieldSpec &row, Case chosen) const;
    int neededHeight(int width) const;

    const EndpointSpec &m_spec;
    QFrame *m_rule;
    QLabel *m_heading;
    QLabel *m_text;
    mutable QHash<int, int>
        m_heights; ///< by width; layouts ask many times, and each answer lays out every text
};

/// Whether a row is needed and why, or what the service assumes without it, in a few words.
QString demandText(const EndpointSpec &spec, const FieldSpec &row, Case chosen);
/// What the service assumes when the row is left out, in words where the table has some.
QString assumedText(const FieldSpec &row);

} // namespace faceid
