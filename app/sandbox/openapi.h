#pragma once

#include <QJsonObject>

namespace faceid {

/// Both APIs as OpenAPI 3.0, made from the contract's tables: what other tools need to make clients, tests or
/// forms for them. Describes what the sandbox answers, get_result included; texts in the language of the
/// program.
QJsonObject openApi();

} // namespace faceid
