#include "history/historyrow.h"

#include "history/historyschema.h"

namespace faceid {

HistoryRow rowOf(const Exchange &exchange)
{
    return schema::rowFrom(schema::listValues(schema::recordOf(exchange, {})));
}

} // namespace faceid
