#include "history/personcodes.h"

#include "credentials/personkey.h"
#include "history/historyrow.h"
#include "history/packedtext.h"
#include "history/searchpieces.h"

#include <QStringList>

namespace faceid {

bool PersonCodes::operator==(const PersonCodes &other) const
{
    return name == other.name && number == other.number && uuid == other.uuid;
}

bool PersonCodes::fits(const HistoryRow &row) const
{
    return (!name.isEmpty() && name == row.nameKey) || (!number.isEmpty() && number == row.numberKey)
        || (!uuid.isEmpty() && uuid == row.uuid);
}

PersonCodes personCodes(const PersonKey *key, const QString &typed)
{
    const QString text = typed.trimmed();
    if (!key)
        return {{}, {}, text, {}};
    return {key->ofName(text), key->ofNumber(text), text, key->madeAt()};
}

PersonRows rowsOfPerson(const PersonCodes &person)
{
    QStringList selects;
    QVariantList values;
    const auto add = [&](const char *column, const QByteArray &code) {
        if (code.isEmpty()) // would find every row that has none
            return;
        selects.append(QStringLiteral("SELECT number FROM requests WHERE substr(%1, 1, 4) = ? AND %1 = ?")
                           .arg(QLatin1String(column)));
        values += {code.first(4), code};
    };
    add("name_key", person.name);
    add("number_key", person.number);
    if (!person.uuid.isEmpty()) {
        // The search finds it anywhere in any text, and nearly always in one row only.
        selects.append(QStringLiteral("SELECT found.number FROM search CROSS JOIN requests AS found ON "
                                      "found.number = search.rowid WHERE search MATCH ? AND found.uuid = ?"));
        values += {searchQuery(person.uuid), packedText(person.uuid)};
    }
    if (selects.isEmpty())
        return {QStringLiteral("SELECT 0"), {}};
    return {selects.join(QStringLiteral(" UNION ")), values};
}

} // namespace faceid
