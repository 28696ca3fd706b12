#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>

class QSqlQuery;

namespace faceid {

/// A SQLite file and the few ways in which the history talks to it. Errors are returned, and made a sentence
/// by sentence(). Everything blocks, and happens in the one thread that made this.
class HistoryDatabase
{
public:
    explicit HistoryDatabase(const QString &path);
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    const QString &path() const { return m_path; }
    QSqlError open(std::chrono::milliseconds patience);
    /// How long to wait for other programs that write at the same moment.
    void setPatience(std::chrono::milliseconds patience);

    /// \a query, where given, receives the result.
    QSqlError run(const QString &sql, const QVariantList &values = {}, QSqlQuery *query = nullptr) const;
    /// \a answer receives the first value of the first row, or becomes invalid when there is no row.
    QSqlError ask(const QString &sql, const QVariantList &values, QVariant &answer) const;
    /// Runs \a work with nobody else writing; all of it happens, or nothing.
    QSqlError inTransaction(const std::function<QSqlError()> &work) const;
    QSqlDatabase connection() const;

    /// What is wrong and what to do, translated.
    QString sentence(const QSqlError &error) const;
    static bool isConstraint(const QSqlError &error);

private:
    QString m_path;
    QString m_name; ///< of the connection
};

} // namespace faceid
