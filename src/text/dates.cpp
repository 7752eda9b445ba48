// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Dates of datelines and metadata, to ISO 8601.
//
// A line is cut into numbers, words and marks; a date is one of
//
//   [weekday] month day year | [weekday] day month year | year-month-day
//
// with a time before or after it. Day-month and month-day in figures alone ("10/11/2013") cannot be
// told apart and are no dates here.
//
// Zone names: the usual ones of English-language news, chosen by hand; where a name means several
// zones (CST, IST) the one that news agencies mean is taken.

#include "text/dates.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace demarche::text {
namespace {

constexpr std::size_t longest_line = 400;

struct Item {
    enum class Kind { number, word, mark };
    Kind kind = Kind::mark;
    std::string text;  ///< folded
    std::size_t begin = 0;
    std::size_t end = 0;
    int value = 0;  ///< of a number of at most 6 digits, else -1
};

using Items = std::vector<Item>;

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

Items items_of(std::string_view line) {
    Items items;
    for (std::size_t at = 0; at < line.size();) {
        const Character character = character_at(line, at);
        std::size_t end = character.end;
        if (is_space(character.c) || is_invisible(character.c)) {
            at = end;
            continue;
        }
        Item item;
        if (is_ascii_digit(line[at])) {
            item.kind = Item::Kind::number;
            while (end < line.size() && is_ascii_digit(line[end])) ++end;
            item.value = end - at <= 6 ? std::stoi(std::string(line.substr(at, end - at))) : -1;
        } else if (is_letter(character.c)) {
            item.kind = Item::Kind::word;
            while (end < line.size() && is_letter(character_at(line, end).c)) {
                end = character_at(line, end).end;
            }
        }
        item.text = folded(line.substr(at, end - at));
        item.begin = at;
        item.end = end;
        items.push_back(std::move(item));
        at = end;
    }
    return items;
}

bool is_number(const Items& items, std::size_t i, int low, int high) {
    return i < items.size() && items[i].kind == Item::Kind::number && items[i].value >= low &&
           items[i].value <= high;
}
bool is_text(const Items& items, std::size_t i, std::string_view text) {
    return i < items.size() && items[i].text == text;
}
bool is_word(const Items& items, std::size_t i) {
    return i < items.size() && items[i].kind == Item::Kind::word;
}

int month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || word == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
    }
    return 0;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
    if (word == "tues" || word == "thurs" || word == "thur") return true;
    for (const std::string_view day : days) {
        if (word == day || word == day.substr(0, 3)) return true;
    }
    return false;
}

struct Zone {
    std::string_view name;
    int minutes;  ///< east of Greenwich
};

constexpr std::array<Zone, 38> zones = {{
    {"utc", 0},    {"gmt", 0},    {"z", 0},      {"wet", 0},    {"bst", 60},   {"cet", 60},
    {"west", 60},  {"wat", 60},   {"cest", 120}, {"eet", 120},  {"sast", 120}, {"cat", 120},
    {"eest", 180}, {"msk", 180},  {"eat", 180},  {"trt", 180},  {"gst", 240},  {"pkt", 300},
    {"ist", 330},  {"npt", 345},  {"ict", 420},  {"wib", 420},  {"hkt", 480},  {"sgt", 480},
    {"pht", 480},  {"awst", 480}, {"kst", 540},  {"jst", 540},  {"acst", 570}, {"aest", 600},
    {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"est", -300}, {"edt", -240}, {"cst", -360},
    {"cdt", -300}, {"ast", -240},
}};

constexpr std::array<Zone, 7> western_zones = {{{"adt", -180},
                                                {"mst", -420},
                                                {"mdt", -360},
                                                {"pst", -480},
                                                {"pdt", -420},
                                                {"hst", -600},
                                                {"brt", -180}}};

struct Time {
    int hour = -1;  ///< -1: no time
    int minute = 0;
    int second = -1;  ///< -1: not stated
    bool zoned = false;
    int zone = 0;  ///< minutes east of Greenwich
};

struct Reading {
    std::string iso;
    bool weekday = false;
    std::size_t end = 0;  ///< one past its last item
};

std::string two(int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
}

/// "+9", "+09:00", "-0500" at `i`, one past it; `i` if there is none.
std::size_t read_offset(const Items& items, std::size_t i, Time& time) {
    if (!is_text(items, i, "+") && !is_text(items, i, "-")) return i;
    if (!is_number(items, i + 1, 0, 1400)) return i;
    const int sign = items[i].text == "+" ? 1 : -1;
    const Item& number = items[i + 1];
    int minutes = number.value * 60;
    std::size_t end = i + 2;
    if (number.text.size() == 4) {
        minutes = number.value / 100 * 60 + number.value % 100;
    } else if (number.value > 14) {
        return i;
    } else if (is_text(items, end, ":") && is_number(items, end + 1, 0, 59)) {
        minutes += items[end + 1].value;
        end += 2;
    }
    time.zone += sign * minutes;
    time.zoned = true;
    return end;
}

std::size_t read_zone(const Items& items, std::size_t i, Time& time) {
    const bool bracketed = is_text(items, i, "(");
    std::size_t at = bracketed ? i + 1 : i;
    if (is_word(items, at)) {
        const std::string& name = items[at].text;
        // "ET" and its like depend on the season: the time is left out.
        const bool seasonal = name == "et" || name == "ct" || name == "mt" || name == "pt";
        bool known = seasonal;
        for (const Zone& zone : zones) {
            if (zone.name == name) known = time.zoned = true, time.zone = zone.minutes;
        }
        for (const Zone& zone : western_zones) {
            if (zone.name == name) known = time.zoned = true, time.zone = zone.minutes;
        }
        if (!known) return i;
        ++at;
        if (name == "gmt" || name == "utc") at = read_offset(items, at, time);
    } else {
        const std::size_t end = read_offset(items, at, time);
        if (end == at) return i;
        at = end;
    }
    if (!bracketed) return at;
    return is_text(items, at, ")") ? at + 1 : i;
}

/// "am", "p.m." at `i`, one past it; `i` if there is none.
std::size_t read_half(const Items& items, std::size_t i, Time& time) {
    if (!is_word(items, i)) return i;
    const std::string& word = items[i].text;
    std::size_t end = i + 1;
    bool evening = word == "pm";
    if (word != "am" && word != "pm") {
        const bool dotted = (word == "a" || word == "p") && is_text(items, i + 1, ".") &&
                            is_text(items, i + 2, "m");
        if (!dotted) return i;
        evening = word == "p";
        end = is_text(items, i + 3, ".") ? i + 4 : i + 3;
    }
    if (time.hour < 1 || time.hour > 12) return i;
    time.hour = time.hour % 12 + (evening ? 12 : 0);
    return end;
}

std::size_t read_time(const Items& items, std::size_t i, Time& time) {
    if (!is_number(items, i, 0, 23)) return i;
    time.hour = items[i].value;
    std::size_t at = i + 1;
    bool clock = false;
    const bool parted = is_text(items, at, ":") || is_text(items, at, ".");
    if (parted && is_number(items, at + 1, 0, 59) && items[at + 1].text.size() == 2) {
        clock = true;
        time.minute = items[at + 1].value;
        at += 2;
        if (is_text(items, at, ":") && is_number(items, at + 1, 0, 60)) {
            time.second = items[at + 1].value;
            at += 2;
            const bool fraction = is_text(items, at, ".") && at + 1 < items.size() &&
                                  items[at + 1].kind == Item::Kind::number;
            if (fraction) at += 2;
        }
    }
    const std::size_t half = read_half(items, at, time);
    if (!clock && half == at) return i;
    return read_zone(items, half, time);
}

struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
};

bool exists(const Day& date) {
    const std::chrono::year_month_day day{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    return day.ok();
}

std::size_t skip(const Items& items, std::size_t i, std::string_view mark) {
    return is_text(items, i, mark) ? i + 1 : i;
}

std::size_t read_ordinal(const Items& items, std::size_t i) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (is_text(items, i, ending)) return i + 1;
    }
    return i;
}

std::size_t read_figures(const Items& items, std::size_t i, Day& date) {
    if (!is_number(items, i, 1000, 2999) || items[i].text.size() != 4) return i;
    const bool parted =
        is_text(items, i + 1, "-") || is_text(items, i + 1, "/") || is_text(items, i + 1, ".");
    if (!parted || !is_number(items, i + 2, 1, 12) || !is_text(items, i + 3, items[i + 1].text) ||
        !is_number(items, i + 4, 1, 31)) {
        return i;
    }
    date = {items[i].value, items[i + 2].value, items[i + 4].value};
    return i + 5;
}

std::size_t read_words(const Items& items, std::size_t i, Day& date) {
    std::size_t at = i;
    if (is_word(items, at)) {
        date.month = month_of(items[at].text);
        at = skip(items, at + 1, ".");
        if (date.month == 0 || !is_number(items, at, 1, 31)) return i;
        date.day = items[at].value;
        at = read_ordinal(items, at + 1);
    } else {
        if (!is_number(items, at, 1, 31)) return i;
        date.day = items[at].value;
        at = read_ordinal(items, at + 1);
        at = skip(items, at, "of");
        if (!is_word(items, at)) return i;
        date.month = month_of(items[at].text);
        if (date.month == 0) return i;
        at = skip(items, at + 1, ".");
    }
    at = skip(items, at, ",");
    if (!is_number(items, at, 1000, 2999)) return i;
    date.year = items[at].value;
    return at + 1;
}

std::size_t read_day(const Items& items, std::size_t i, Day& date, bool& weekday) {
    std::size_t at = i;
    weekday = is_word(items, at) && is_weekday(items[at].text);
    if (weekday) at = skip(items, skip(items, at + 1, "."), ",");
    std::size_t end = read_figures(items, at, date);
    if (end == at) end = read_words(items, at, date);
    return end == at || !exists(date) ? i : end;
}

std::size_t skip_joint(const Items& items, std::size_t i) {
    for (const std::string_view joint :
         {",", "|", "-", "\u2013", "\u2014", "at", "on", "t", "\u00B7"}) {
        if (is_text(items, i, joint)) return i + 1;
    }
    return i;
}

std::string written(const Day& date, const Time& time) {
    std::string iso = std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
    if (time.hour < 0 || !time.zoned) return iso;
    iso += "T" + two(time.hour) + ":" + two(time.minute);
    if (time.second >= 0) iso += ":" + two(time.second);
    if (time.zone == 0) return iso + "Z";
    const int minutes = time.zone < 0 ? -time.zone : time.zone;
    return iso + (time.zone < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

std::optional<Reading> read_date(const Items& items, std::size_t i) {
    Reading reading;
    Day date;
    Time time;
    std::size_t at = read_day(items, i, date, reading.weekday);
    if (at > i) {
        const std::size_t clock = skip_joint(items, at);
        Time later;
        const std::size_t end = read_time(items, clock, later);
        if (end > clock) {
            time = later;
            at = end;
        }
    } else {
        const std::size_t clock = read_time(items, i, time);
        if (clock == i) return std::nullopt;
        const std::size_t day = skip_joint(items, clock);
        at = read_day(items, day, date, reading.weekday);
        if (at == day) return std::nullopt;
    }
    reading.iso = written(date, time);
    reading.end = at;
    return reading;
}

/// Words that may stand beside the dates of a dateline; `modifies` for those of a later state.
bool is_label(std::string_view word, bool& modifies) {
    for (const std::string_view later :
         {"modified", "updated", "update", "edited", "revised", "corrected", "last"}) {
        if (word != later) continue;
        modifies = true;
        return true;
    }
    for (const std::string_view first : {"posted", "published", "created", "first", "issued",
                                         "date", "original", "originally", "pub", "input"}) {
        if (word != first) continue;
        modifies = false;
        return true;
    }
    return word == "on" || word == "at" || word == "the" || word == "time";
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view line) {
    if (line.size() > longest_line) return std::nullopt;
    const Items items = items_of(line);
    Dateline dateline;
    bool modifies = false;
    bool found = false;
    for (std::size_t i = 0; i < items.size();) {
        if (const auto date = read_date(items, i)) {
            std::string& place = modifies ? dateline.modified : dateline.published;
            if (place.empty()) place = date->iso;
            found = true;
            i = date->end;
        } else if (items[i].kind == Item::Kind::mark || is_label(items[i].text, modifies)) {
            ++i;
        } else {
            return std::nullopt;
        }
    }
    if (!found) return std::nullopt;
    return dateline;
}

std::string leading_date(std::string_view paragraph) {
    std::size_t end = std::min<std::size_t>(paragraph.size(), 80);
    while (end < paragraph.size() &&
           (static_cast<unsigned char>(paragraph[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    const auto date = read_date(items_of(paragraph.substr(0, end)), 0);
    return date && date->weekday ? date->iso : std::string();
}

std::string iso_date(std::string_view value) {
    if (value.size() > longest_line) return {};
    const Items items = items_of(value);
    const auto date = read_date(items, 0);
    return date && date->end == items.size() ? date->iso : std::string();
}

std::size_t find_date(std::string_view line) {
    if (line.size() > longest_line) return std::string_view::npos;
    const Items items = items_of(line);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (read_date(items, i)) return items[i].begin;
    }
    return std::string_view::npos;
}

}  // namespace demarche::text
