// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "statement/dates.hpp"

#include "lexicon/closed_words.hpp"

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche::statement {
using namespace lexicon;
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<year_month_day> parsed(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = number(iso.substr(0, 4));
    const auto m = number(iso.substr(5, 2));
    const auto d = number(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year(static_cast<int>(*y)), month(*m), day(*d)};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string two_digits(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string iso(year_month_day date) {
    return std::to_string(static_cast<int>(date.year())) + "-" +
           two_digits(static_cast<unsigned>(date.month())) + "-" +
           two_digits(static_cast<unsigned>(date.day()));
}

/// 1 to 12 for a month's name or its abbreviation with a full stop, as news agencies write it.
std::optional<unsigned> month_named(std::string_view word) {
    const bool abbreviated = word.ends_with(".");
    if (abbreviated) word.remove_suffix(1);
    const std::vector<std::string_view>& months = words_of(WordClass::month);
    for (unsigned m = 0; m < months.size(); ++m) {
        if (word == months[m]) return m + 1;
        if (word.size() >= 3 && word.size() <= 4 && months[m].starts_with(word)) return m + 1;
    }
    return std::nullopt;
}

std::optional<year_month_day> day_of_month(const Words& words, std::size_t token, std::size_t end,
                                           year_month_day published) {
    const std::optional<unsigned> m = month_named(words[token]);
    if (!m || !words.capitalised(token)) return std::nullopt;
    std::size_t next = token + 1;
    if (next < end && words[next] == ".") ++next;
    std::optional<unsigned> d = next < end ? number(words[next]) : std::nullopt;
    if ((!d || *d > 31) && token > 0) {
        d = number(words[token - 1]);
        next = token;
    }
    if (!d || *d < 1 || *d > 31) return std::nullopt;
    if (next + 2 < end && words[next + 1] == ",") {
        if (const auto y = number(words[next + 2]); y && *y > 1800 && *y < 3000) {
            const year_month_day full{year(static_cast<int>(*y)), month(*m), day(*d)};
            if (full.ok()) return full;
        }
    }
    year_month_day date{published.year(), month(*m), day(*d)};
    if (date.ok() && sys_days(date) > sys_days(published) + days(1)) date -= std::chrono::years(1);
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace

std::string statement_date(const Words& words, TokenRange sentence, const std::string& published) {
    const std::optional<year_month_day> day_published = parsed(published);
    if (!day_published) return {};
    const std::vector<std::string_view>& weekdays = words_of(WordClass::weekday);
    for (std::size_t t = sentence.first; t < sentence.end; ++t) {
        if (t > sentence.first && words[t - 1] == "until") continue;
        if (const auto date = day_of_month(words, t, sentence.end, *day_published)) {
            return iso(*date);
        }
        for (unsigned w = 0; w < weekdays.size(); ++w) {
            if (words[t] != weekdays[w] || !words.capitalised(t)) continue;
            const bool ahead =
                t > sentence.first && (words[t - 1] == "next" || words[t - 1] == "by");
            if (ahead) continue;
            const std::chrono::weekday today{sys_days(*day_published)};
            return iso(sys_days(*day_published) - (today - std::chrono::weekday(w)));
        }
        if (words[t] == "yesterday") return iso(sys_days(*day_published) - days(1));
    }
    return iso(*day_published);
}

}  // namespace demarche::statement
