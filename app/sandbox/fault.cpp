#include "sandbox/fault.h"

#include "sandbox/faulttable.h"

namespace faceid {

const std::vector<FaultSpec> &faults()
{
    static const std::vector<FaultSpec> all = [] {
        std::vector<FaultSpec> rows;
        for (const auto part : {&faulttable::connectionFaults, &faulttable::framingFaults,
                 &faulttable::answerFaults, &faulttable::timeFaults}) {
            const std::vector<FaultSpec> more = part();
            rows.insert(rows.end(), more.cbegin(), more.cend());
        }
        return rows;
    }();
    return all;
}

} // namespace faceid
