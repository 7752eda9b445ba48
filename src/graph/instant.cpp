// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/instant.hpp"

#include <cstddef>

namespace demarche::graph {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// What is left to read of a text; each take_ moves on only if it succeeds.
class Rest {
public:
    explicit Rest(std::string_view text) : text_(text) {}

    [[nodiscard]] bool empty() const { return text_.empty(); }

    bool take(char c) {
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }

    /// Exactly `digits` decimal digits.
    std::optional<int> take_number(std::size_t digits) {
        if (text_.size() < digits) return {};
        int value = 0;
        for (const char c : text_.substr(0, digits)) {
            if (c < '0' || c > '9') return {};
            value = value * 10 + (c - '0');
        }
        text_.remove_prefix(digits);
        return value;
    }

private:
    std::string_view text_;
};

std::optional<std::chrono::sys_days> take_date(Rest& rest) {
    const auto year = rest.take_number(4);
    if (!year) return {};
    std::optional<int> month = 1;
    std::optional<int> day = 1;
    if (rest.take('-')) {
        month = rest.take_number(2);
        if (month && rest.take('-')) day = rest.take_number(2);
    }
    if (!month || !day) return {};
    const std::chrono::year_month_day date(std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return {};
    return std::chrono::sys_days(date);
}

/// Digits after the point, to the millisecond; further ones are read and dropped.
std::optional<milliseconds> take_fraction(Rest& rest) {
    int value = 0;
    int scale = 100;
    bool any = false;
    while (const auto digit = rest.take_number(1)) {
        value += *digit * scale;
        scale /= 10;
        any = true;
    }
    if (!any) return {};
    return milliseconds(value);
}

std::optional<milliseconds> take_time_of_day(Rest& rest) {
    const auto hour = rest.take_number(2);
    if (!hour || !rest.take(':')) return {};
    const auto minute = rest.take_number(2);
    if (!minute) return {};
    milliseconds time = hours(*hour) + minutes(*minute);
    if (rest.take(':')) {
        const auto second = rest.take_number(2);
        if (!second || *second > 60) return {};
        time += seconds(*second);
        if (rest.take('.')) {
            const auto fraction = take_fraction(rest);
            if (!fraction) return {};
            time += *fraction;
        }
    }
    if (*hour > 24 || *minute > 59 || time > hours(24)) return {};
    return time;
}

/// What the zone's clocks are ahead of UTC.
std::optional<minutes> take_zone(Rest& rest) {
    if (rest.empty() || rest.take('Z')) return minutes(0);
    const bool east = rest.take('+');
    if (!east && !rest.take('-')) return {};
    const auto hour = rest.take_number(2);
    if (!hour) return {};
    std::optional<int> minute = 0;
    if (rest.take(':') || !rest.empty()) minute = rest.take_number(2);
    if (!minute || *hour > 23 || *minute > 59) return {};
    const minutes offset = hours(*hour) + minutes(*minute);
    return east ? offset : -offset;
}

}  // namespace

std::optional<Instant> instant(std::string_view text) {
    Rest rest(text);
    const auto date = take_date(rest);
    if (!date) return {};
    if (rest.empty()) return Instant(*date);
    if (!rest.take('T') && !rest.take(' ')) return {};
    const auto time = take_time_of_day(rest);
    if (!time) return {};
    const auto ahead = take_zone(rest);
    if (!ahead || !rest.empty()) return {};
    return Instant(*date) + *time - *ahead;
}

}  // namespace demarche::graph
