#pragma once

#include "shell/searchable.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

namespace faceid {

class Theme;

/// Bytes as rows of address, hexadecimal digits and characters. Nothing is made before it is shown.
class HexModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Address, Hex, Text };
    static constexpr int columns = 3;
    static constexpr int wideRow = 16; ///< bytes
    static constexpr int narrowRow = 8;

    explicit HexModel(QObject *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    void setBytesPerRow(int count);
    int bytesPerRow() const { return m_bytesPerRow; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QByteArray m_bytes;
    int m_bytesPerRow = wideRow;
};

/// One row of a hex dump without its line break: "00000010  7b 22  {\"".
QString hexLine(const QByteArray &bytes, qsizetype row, int bytesPerRow);

/// A hex view that is searched for text, or for bytes written as "0x89 50 4e". Copies the selected rows.
class HexView : public QTableView, public Searchable
{
    Q_OBJECT

public:
    HexView(Theme &theme, QWidget *parent);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_model->bytes(); }
    void retranslate();

    void search(const QString &needle, Found found) override;
    void showMatch(int match) override;
    qsizetype matchStart() const { return m_matchStart; } ///< -1: no match is marked
    qsizetype matchLength() const { return m_matchLength; }

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void copySelection();

    HexModel *m_model;
    std::vector<qsizetype> m_matches;
    qsizetype m_matchStart = -1;
    qsizetype m_matchLength = 0;
    int m_searchNumber = 0;
};

} // namespace faceid
