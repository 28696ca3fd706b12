#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>
#include <unordered_map>

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
    void setPatience(std::chrono::milliseconds patience) const;
    std::chrono::milliseconds patience() const { return m_patience; }

    QSqlError run(const QString &sql, const QVariantList &values = {}) const;
    /// \a answer receives the first value of the first row, or becomes invalid when there is no row.
    QSqlError ask(const QString &sql, const QVariantList &values, QVariant &answer) const;
    /// \a row receives the first row, or nothing when there is none.
    QSqlError askRow(const QString &sql, const QVariantList &values, QVariantList &row) const;
    /// Hands over row after row until \a use answers with an error.
    QSqlError each(const QString &sql, const QVariantList &values,
        const std::function<QSqlError(const QVariantList &)> &use) const;
    /// Runs \a work with nobody else writing; all of it happens, or nothing.
    QSqlError inTransaction(const std::function<QSqlError()> &work) const;
    QSqlDatabase connection() const;

    /// What is wrong and what to do, translated.
    QString sentence(const QSqlError &error) const;
    static bool isConstraint(const QSqlError &error);
    /// Another program has had the file to itself for all of patience().
    static bool isBusy(const QSqlError &error);

private:
    struct Prepared
    {
        QSqlQuery query;
        int columns = 0; ///< of its result; known once it has run
    };
    QSqlError prepared(const QString &sql, Prepared *&statement) const;
    QSqlError prepare(const QString &sql, Prepared &statement) const;

    QString m_path;
    QString m_name; ///< of the connection
    mutable std::chrono::milliseconds m_patience{0};
    mutable std::unordered_map<QString, Prepared> m_prepared; ///< by their SQL
    mutable std::unordered_map<QString, Prepared> m_idle; ///< of each(), those that are not in use
};

} // namespace faceid
