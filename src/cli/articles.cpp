// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Many articles, many threads, one order: articles are taken from the files in batches, so that
// memory is bounded by a batch however many there are; the pipeline reads a batch on all threads;
// what it gives is handed on in the order of the files.

#include "cli/articles.hpp"

#include "cli/choices.hpp"
#include "cli/notes.hpp"
#include "cli/progress.hpp"
#include "pipeline/pipeline.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <CLI/CLI.hpp>

#include <sys/types.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <utility>

namespace fs = std::filesystem;

namespace demarche::cli {

namespace {

constexpr std::string_view standard_input = "standard input";
constexpr std::size_t batch_of_a_thread = 32;

enum class Form { plain, html, json_lines };

/// By the ending; what is none of the known ones is read as plain text.
Form form_of(const fs::path& path) {
    const std::string ending = path.extension().string();
    if (ending == ".jsonl") return Form::json_lines;
    if (ending == ".html" || ending == ".htm") return Form::html;
    return Form::plain;
}

/// Standard input has no ending: its first characters tell.
Form form_of_bytes(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos) return Form::plain;
    if (bytes[first] == '{') return Form::json_lines;
    return text::looks_like_html(bytes) ? Form::html : Form::plain;
}

bool is_article(const fs::path& path) {
    static const std::set<std::string> endings = {".txt", ".html", ".htm", ".jsonl"};
    return endings.contains(path.extension().string());
}

/// Whether JSON-LD starts here: a graph of demarche's own, which is no article. In the text of an
/// article the marks around the word would have a backslash before them.
bool looks_like_graph(std::string_view bytes) {
    constexpr std::size_t far_enough = 4096;
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || bytes[first] != '{') return false;
    return bytes.substr(first, far_enough).find("\"@context\"") != std::string_view::npos;
}

[[noreturn]] void refuse_graph(const std::string& file) {
    throw InputError(file,
                     "is a graph, not an article. Join graphs with 'demarche merge'; add "
                     "articles to one with 'demarche build --add'.");
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void cannot_read(const std::string& file, int error) {
    std::string advice = "Check its name.";
    if (error == EACCES) advice = "Ask for the right to read it.";
    if (error == EISDIR) advice = "Name a file.";
    throw InputError(file, "cannot be read: " + std::string(std::strerror(error)) + ". " + advice);
}

File open_file(const std::string& file) {
    std::error_code error;
    // A folder is among the files where it could not be searched: see add_folder.
    if (fs::is_directory(file, error)) {
        const fs::directory_iterator entries(file, error);
        if (error) cannot_read(file, error.value());
    }
    File opened(std::fopen(file.c_str(), "rbe"));
    if (!opened) cannot_read(file, errno);
    return opened;
}

std::string all_bytes(std::FILE* file, const std::string& name) {
    std::string bytes;
    std::string piece(std::size_t{1} << 16U, '\0');
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file)) {
        bytes.append(piece, 0, got);
    }
    if (std::ferror(file) != 0) cannot_read(name, errno);
    return bytes;
}

/// An article that nobody has looked at yet, or why there is none.
struct Item {
    std::string file;
    std::size_t line = 0;  ///< from 1, of a JSON Lines file; else 0
    Form form = Form::plain;
    std::string bytes;
    std::optional<InputError> error;
};

/// Gives the articles of the files one by one.
class Feed {
public:
    explicit Feed(const std::vector<std::string>& files) : files_(files) {}

    std::optional<Item> next() {
        while (lines_ || file_ < files_.size()) {
            std::optional<Item> item = lines_ ? next_line() : next_file();
            if (item) return item;
        }
        return std::nullopt;
    }

private:
    std::optional<Item> next_file() {
        name_ = files_[file_++];
        Item item;
        item.file = name_;
        try {
            if (name_ == "-") {
                item.file = name_ = standard_input;
                item.bytes = all_bytes(stdin, name_);
                item.form = form_of_bytes(item.bytes);
                if (looks_like_graph(item.bytes)) refuse_graph(name_);
                if (item.form != Form::json_lines) return item;
                held_ = std::move(item.bytes);
                lines_.reset(::fmemopen(held_.data(), held_.size(), "r"));
                line_ = 0;
                return std::nullopt;
            }
            item.form = form_of(name_);
            File opened = open_file(name_);
            if (item.form == Form::json_lines) {
                refuse_graph_in_lines(opened.get());
                lines_ = std::move(opened);
                line_ = 0;
                return std::nullopt;
            }
            item.bytes = all_bytes(opened.get(), name_);
            if (item.form == Form::plain && looks_like_graph(item.bytes)) refuse_graph(name_);
        } catch (const InputError& error) {
            item.error = error;
        }
        return item;
    }

    /// A graph of many lines would be refused line by line. What cannot be read twice is not looked
    /// at.
    void refuse_graph_in_lines(std::FILE* file) const {
        if (std::fseek(file, 0, SEEK_SET) != 0) return;
        std::string start(4096, '\0');
        start.resize(std::fread(start.data(), 1, start.size(), file));
        if (looks_like_graph(start)) refuse_graph(name_);
        std::clearerr(file);
        std::rewind(file);
    }

    std::optional<Item> next_line() {
        char* text = nullptr;
        std::size_t room = 0;
        const ssize_t length = ::getline(&text, &room, lines_.get());
        const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
        const int error = errno;
        Item item;
        item.file = name_;
        item.form = Form::json_lines;
        item.line = ++line_;
        if (length < 0) {
            const bool failed = std::ferror(lines_.get()) != 0;
            lines_.reset();
            if (!failed) return std::nullopt;
            item.error = InputError(name_, line_, 0,
                                    std::string("cannot be read: ") + std::strerror(error) + ".");
            return item;
        }
        item.bytes.assign(text, static_cast<std::size_t>(length));
        while (item.bytes.ends_with('\n') || item.bytes.ends_with('\r')) item.bytes.pop_back();
        if (line_ == 1 && item.bytes.starts_with("\xEF\xBB\xBF")) item.bytes.erase(0, 3);
        if (item.bytes.find_first_not_of(" \t") == std::string::npos) return std::nullopt;
        return item;
    }

    const std::vector<std::string>& files_;
    std::size_t file_ = 0;
    std::string name_;  ///< of the file that is open, or was last
    std::string held_;  ///< standard input, where it is JSON Lines
    File lines_;        ///< a JSON Lines file that is open
    std::size_t line_ = 0;
};

Article article_of(const Item& item) {
    if (item.error) throw *item.error;
    // A name in another encoding has U+FFFD where its bytes are not UTF-8.
    const std::string name = item.file == standard_input
                                 ? "stdin"
                                 : text::repaired(fs::path(item.file).stem().string()).text;
    switch (item.form) {
        case Form::plain: return text::plain_article(item.bytes, name, item.file);
        case Form::html: return text::html_article(item.bytes, name, item.file);
        case Form::json_lines: return text::json_article(item.bytes, item.file, item.line);
    }
    throw std::logic_error("a form of article that nobody reads");
}

std::string origin_of(const Item& item) {
    return item.line == 0 ? item.file : item.file + ":" + std::to_string(item.line);
}

/// Takes articles from the feed until there are `size`; those that are none become failures, as do
/// those whose id is in `places` already (id -> where it was read from).
std::vector<Article> next_batch(Feed& feed, std::size_t size,
                                std::map<std::string, std::string>& places, ReadingRun& run) {
    std::vector<Article> batch;
    while (batch.size() < size) {
        const std::optional<Item> item = feed.next();
        if (!item) break;
        try {
            Article article = article_of(*item);
            const auto [place, is_new] = places.emplace(article.name, origin_of(*item));
            if (!is_new) {
                throw InputError(origin_of(*item), "an article '" + article.name +
                                                       "' was read already, from " + place->second +
                                                       ". Give one of the two another name.");
            }
            batch.push_back(std::move(article));
        } catch (const InputError& error) {
            run.failures.push_back(error);
        }
    }
    return batch;
}

/// The articles in `top` and below it, sorted. A folder that cannot be searched, and a link that
/// leads to itself, stand among what is found: they are refused where they are read, by name, and
/// the rest is read.
std::vector<std::string> articles_below(const std::string& top) {
    std::vector<std::string> found;
    std::vector<fs::path> waiting = {top};
    while (!waiting.empty()) {
        const fs::path folder = waiting.back();
        waiting.pop_back();
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
            const fs::path& path = entry->path();
            if (path.filename().string().starts_with('.')) continue;
            std::error_code unknown;
            // Links to folders are not followed: they may lead in a circle.
            if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
                waiting.push_back(path);
                continue;
            }
            unknown.clear();
            const bool regular = entry->is_regular_file(unknown);
            const bool odd = unknown && unknown != std::errc::no_such_file_or_directory;
            if (is_article(path) && (regular || odd)) found.push_back(path.string());
        }
        if (error) found.push_back(folder.string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

void add_folder(const std::string& folder, std::vector<std::string>& files) {
    const std::vector<std::string> found = articles_below(folder);
    if (found.empty()) {
        throw InputError(folder,
                         "no article in this folder. Articles are files whose names end in "
                         ".txt, .html, .htm or .jsonl.");
    }
    files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::string> article_files(const std::vector<std::string>& arguments) {
    std::vector<std::string> files;
    for (const std::string& argument : arguments) {
        std::error_code error;
        if (argument != "-" && fs::is_directory(argument, error)) {
            add_folder(argument, files);
        } else if (argument == "-" || fs::exists(argument, error) || error) {
            files.push_back(argument);
        } else {
            throw InputError(argument, "no such file or folder. Check its name.");
        }
    }
    std::set<std::string> seen;
    std::erase_if(files, [&seen](const std::string& file) {
        std::error_code error;
        const fs::path place = file == "-" ? fs::path(file) : fs::weakly_canonical(file, error);
        return !seen.insert(error ? file : place.string()).second;
    });
    return files;
}

ReadingRun read_articles(const std::vector<std::string>& files, const pipeline::Models& models,
                         std::size_t jobs,
                         const std::function<void(const Article&, const Reading&)>& take) {
    ReadingRun run;
    Feed feed(files);
    Progress progress("articles read");
    std::map<std::string, std::string> places;
    while (true) {
        const std::size_t failed = run.failures.size();
        const auto batch = next_batch(feed, jobs * batch_of_a_thread, places, run);
        if (batch.empty() && run.failures.size() == failed) return run;
        const auto readings = pipeline::read_all(
            batch, models, jobs, [&](std::size_t done) { progress.show(run.articles + done); });
        for (std::size_t i = 0; i < batch.size(); ++i) take(batch[i], readings[i]);
        run.articles += batch.size();
    }
}

bool has_lines_of_file(const Article& article) {
    // JSON Lines have "file:7" for an origin.
    const std::size_t last = article.origin.find_last_not_of("0123456789");
    const bool is_line = last != std::string::npos && last + 1 < article.origin.size() &&
                         article.origin[last] == ':';
    return !is_line && form_of(article.origin) == Form::plain;
}

void for_each_article(const std::vector<std::string>& files,
                      const std::function<void(Article&&)>& take) {
    Feed feed(files);
    while (const std::optional<Item> item = feed.next()) take(article_of(*item));
}

void report_failures(const ReadingRun& run) {
    if (run.failures.empty()) return;
    for (const InputError& failure : run.failures) say(failure.located());
    const std::size_t all = run.articles + run.failures.size();
    if (all == 1) return;
    std::vector<std::string> places;
    for (const InputError& failure : run.failures) {
        std::string place = failure.file();
        if (failure.line() > 0) place += ":" + std::to_string(failure.line());
        places.push_back(std::move(place));
    }
    constexpr std::size_t most_places = 5;
    if (places.size() > most_places + 1) {
        const std::size_t rest = places.size() - most_places;
        places.resize(most_places);
        places.push_back(std::to_string(rest) + " more");
    }
    const std::string failed = run.articles == 0 ? "none of " + std::to_string(all) + " articles"
                                                 : std::to_string(run.failures.size()) + " of " +
                                                       std::to_string(all) + " articles";
    std::string text =
        failed + " could " + (run.articles == 0 ? "" : "not ") + "be read: " + listed(places);
    if (run.articles > 0) text += run.articles == 1 ? "; the other was" : "; the others were";
    say(text + ".");
}

std::string file_bytes(const std::string& file) {
    if (file == "-") return all_bytes(stdin, std::string(standard_input));
    return all_bytes(open_file(file).get(), file);
}

void add_jobs_option(CLI::App& app, std::size_t& jobs) {
    app.add_option("--jobs", jobs,
                   "read so many articles at once; the result is the same [one a "
                   "processor]")
        ->check(from_to(std::size_t{1}, std::size_t{1024}))
        ->option_text("NUMBER");
}

std::size_t default_jobs() {
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace demarche::cli
