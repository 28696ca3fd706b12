#pragma once

#include <QString>

#include <functional>

namespace faceid {

/// A view that can be searched. Letters of both cases are the same.
class Searchable
{
public:
    using Found = std::function<void(int matches)>;

    virtual ~Searchable() = default;
    /// Looks for \a needle, on another thread where that may take long, and calls \a found once; not at all
    /// when another search begins first.
    virtual void search(const QString &needle, Found found) = 0;
    /// Brings a match into view and marks it; \a match counts from 0.
    virtual void showMatch(int match) = 0;
};

/// No more matches than these are counted.
inline constexpr int maxMatches = 100'000;

} // namespace faceid
