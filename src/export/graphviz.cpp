// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The only file that knows Graphviz. DOT text is written by cgraph in this process, which frees
// all it takes; layout by gvc leaks and may crash or take hours, so it runs in a child process with
// bounds on time (an alarm of the child itself) and memory, and the child takes its leaks along.
// cgraph keeps global state: no two threads may call it at once.

#include "export/dot.hpp"

#include "core/error.hpp"
#include "export/picture.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <fcntl.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace demarche::export_ {
namespace {

/// cgraph takes char* and does not write through it, but for names it keeps.
char* c(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

// cgraph orders subgraphs by their ids, and takes the address of a name for its id: the same graph
// would be written and laid out differently from run to run. Here ids count up instead, even ones
// for names and odd ones for what has none.
// Names are kept as cgraph's own strings, since agwrite looks at bits that stand before them.
struct Ids {
    explicit Ids(Agraph_t* whose) : graph(whose) {}

    Agraph_t* graph;
    std::map<std::string, IDTYPE, std::less<>> by_name;
    std::map<IDTYPE, char*> names;
    IDTYPE unnamed = 1;
};

void* open_ids(Agraph_t* graph, Agdisc_t*) {
    return new Ids(graph);
}

void close_ids(void* state) {
    delete static_cast<Ids*>(state);
}

long map_id(void* state, int, char* name, IDTYPE* id, int create) {
    Ids& ids = *static_cast<Ids*>(state);
    if (name == nullptr) {
        if (create == 0) return 0;
        *id = ids.unnamed;
        ids.unnamed += 2;
        return 1;
    }
    const auto known = ids.by_name.find(std::string_view(name));
    if (known != ids.by_name.end()) {
        *id = known->second;
        return 1;
    }
    if (create == 0) return 0;
    *id = 2 * (ids.by_name.size() + 1);
    ids.by_name.emplace(name, *id);
    ids.names.emplace(*id, agstrdup(ids.graph, name));
    return 1;
}

long claim_id(void*, int, IDTYPE) {
    return 0;
}  // nobody asks for an id of his own

void free_id(void*, int, IDTYPE) {}

char* print_id(void* state, int, IDTYPE id) {
    const Ids& ids = *static_cast<Ids*>(state);
    const auto name = ids.names.find(id);
    return name == ids.names.end() ? nullptr : name->second;
}

void register_id(void*, int, void*) {}

Agiddisc_t counted_ids = {open_ids, map_id, claim_id, free_id, print_id, close_ids, register_id};
Agdisc_t discipline = {nullptr, &counted_ids, nullptr};  // what is null is cgraph's own

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

void set(Agraph_t* graph, void* object, const Attribute& attribute) {
    std::string empty;
    if (!attribute.markup) {
        agsafeset(object, c(attribute.name), c(attribute.value), c(empty));
        return;
    }
    // A label in markup is another kind of string, which belongs to the graph.
    agsafeset(object, c(attribute.name), c(empty), c(empty));
    char* markup = agstrdup_html(graph, c(attribute.value));
    agset(object, c(attribute.name), markup);
    agstrfree(graph, markup);
}

void set_default(Agraph_t* graph, int kind, const Attribute& attribute) {
    agattr(graph, kind, c(attribute.name), c(attribute.value));
}

GraphPointer built(const Picture& picture) {
    const std::string name = "positions";
    GraphPointer graph(agopen(c(name), Agdirected, &discipline));
    if (!graph) throw std::bad_alloc();
    for (const Attribute& attribute : picture.node) set_default(graph.get(), AGNODE, attribute);
    for (const Attribute& attribute : picture.edge) set_default(graph.get(), AGEDGE, attribute);
    for (const Attribute& attribute : picture.graph) set(graph.get(), graph.get(), attribute);
    for (const PictureGroup& group : picture.groups) {
        Agraph_t* part = agsubg(graph.get(), c(group.name), 1);
        for (const Attribute& attribute : group.attributes) set(graph.get(), part, attribute);
        for (const PictureNode& node : group.nodes) {
            Agnode_t* made = agnode(part, c(node.name), 1);
            for (const Attribute& attribute : node.attributes) set(graph.get(), made, attribute);
        }
    }
    for (const PictureEdge& edge : picture.edges) {
        Agnode_t* tail = agnode(graph.get(), c(edge.tail), 1);
        Agnode_t* head = agnode(graph.get(), c(edge.head), 1);
        Agedge_t* made = agedge(graph.get(), tail, head, nullptr, 1);
        for (const Attribute& attribute : edge.attributes) set(graph.get(), made, attribute);
    }
    return graph;
}

std::string written(Agraph_t* graph) {
    char* data = nullptr;
    std::size_t size = 0;
    FILE* file = open_memstream(&data, &size);
    if (file == nullptr) throw std::bad_alloc();
    const int failed = agwrite(graph, file);
    std::fclose(file);
    std::string text(data, size);
    std::free(data);  // NOLINT: open_memstream gives malloc'd memory
    if (failed != 0) throw InputError("", "the picture could not be written as DOT.");
    return text;
}

// ------------------------------------------------------------------------ the child process

std::string complaints;  // only the child writes here

int note_complaint(char* text) {
    complaints += text;
    return 0;
}

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = write(file, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

constexpr int failed_layout = 3;

void bound_memory([[maybe_unused]] std::size_t bytes) {
#ifndef __SANITIZE_ADDRESS__  // whose shadow memory alone takes terabytes of addresses
    unsigned long pages = 0;
    if (FILE* own = std::fopen("/proc/self/statm", "r"); own != nullptr) {
        if (std::fscanf(own, "%lu", &pages) != 1) pages = 0;
        std::fclose(own);
    }
    const rlim_t most = bytes + pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
    const rlimit limit{most, most};
    setrlimit(RLIMIT_AS, &limit);
#endif
}

/// The layout ends with the program that wants it, even if that is killed.
void die_with_parent([[maybe_unused]] pid_t parent) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(failed_layout);  // it was killed before
#endif
}

/// The program's own handling of signals (its files under way) is no business of the child's.
void handle_no_signal() {
    for (int signal = 1; signal < NSIG; ++signal) {
        if (signal != SIGXFSZ && signal != SIGPIPE) std::signal(signal, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The choice of fonts must not depend on the user's language: fontconfig asks these.
void forget_language() {
    for (char** variable = environ; variable != nullptr && *variable != nullptr;) {
        const std::string_view entry = *variable;
        const std::string name(entry.substr(0, entry.find('=')));
        const bool language =
            name == "LANG" || name == "LANGUAGE" || name == "FC_LANG" || name.starts_with("LC_");
        // unsetenv moves the later ones down.
        if (!language || unsetenv(name.c_str()) != 0) ++variable;
    }
}

/// Never returns. Sends the picture, or what Graphviz complained of, and ends.
[[noreturn]] void lay_out(const Picture& picture, const std::string& format,
                          const LayoutLimits& limits, int out, pid_t parent) {
    handle_no_signal();
    die_with_parent(parent);
    forget_language();
    alarm(static_cast<unsigned>(std::max<std::chrono::seconds::rep>(1, limits.time.count())));
    bound_memory(limits.memory_bytes);
    // Graphviz may end the process with exit(), which would write once more what this program has
    // not yet flushed: so both streams lead nowhere.
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0 || dup2(nowhere, STDERR_FILENO) < 0) {
        _exit(failed_layout);
    }
    agseterrf(note_complaint);
    try {
        GVC_t* engine = gvContext();
        GraphPointer graph = built(picture);
        if (format == "png") set(graph.get(), graph.get(), {"dpi", "144"});  // sharp in print
        char* data = nullptr;
        unsigned size = 0;
        const std::string dot = "dot";
        const bool done = gvLayout(engine, graph.get(), dot.c_str()) == 0 &&
                          gvRenderData(engine, graph.get(), format.c_str(), &data, &size) == 0 &&
                          data != nullptr;
        if (done) _exit(write_all(out, {data, size}) ? 0 : failed_layout);
    } catch (const std::exception&) {
        complaints += "out of memory";
    }
    write_all(out, complaints);
    _exit(failed_layout);
}

/// A child that is never left behind: the destructor waits for it, after ending it if need be.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (id_ <= 0) return;
        kill(id_, SIGKILL);
        wait();
    }

    int wait() {
        int status = 0;
        while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return status;
    }

private:
    pid_t id_;
};

std::string read_all(int file) {
    std::string text;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t n = read(file, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

constexpr const char* instead =
    " Draw fewer statements (a higher --min-confidence), or write html or dot instead.";

[[noreturn]] void report(int status, const std::string& complaint, const LayoutLimits& limits) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
        throw InputError("", "the layout of the picture takes longer than " +
                                 std::to_string(limits.time.count()) + " s." + instead);
    }
    if (complaint.find("layout engine") != std::string::npos ||
        complaint.find("Format:") != std::string::npos ||
        complaint.find("renderer") != std::string::npos) {
        throw InputError("",
                         "Graphviz has no plugin for this picture. Install one: `sudo apt-get "
                         "install libgvc6 libgvc6-config-update graphviz`, then `sudo dot -c`.");
    }
    const std::string how = WIFSIGNALED(status)
                                ? "by signal " + std::to_string(WTERMSIG(status))
                                : "with '" + complaint.substr(0, complaint.find('\n')) + "'";
    throw InputError(
        "", "the layout of the picture ended " + how + ", for want of memory perhaps." + instead);
}

std::string rendered(const Picture& picture, const std::string& format,
                     const LayoutLimits& limits) {
    std::array<int, 2> pipe_ends{};
    if (pipe(pipe_ends.data()) != 0)
        throw InputError("", "no pipe for the layout: too many open files.");
    const pid_t parent = getpid();
    const pid_t id = fork();
    if (id == 0) {
        close(pipe_ends[0]);
        lay_out(picture, format, limits, pipe_ends[1], parent);
    }
    close(pipe_ends[1]);
    if (id < 0) {
        close(pipe_ends[0]);
        throw InputError("", "no process for the layout: too many are running.");
    }
    Child child(id);
    std::string bytes = read_all(pipe_ends[0]);
    close(pipe_ends[0]);
    const int status = child.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || bytes.empty())
        report(status, bytes, limits);
    return bytes;
}

}  // namespace

std::string dot(const graph::PositionGraph& graph, const PictureOptions& options) {
    return written(built(picture(graph, options)).get());
}

std::string svg(const graph::PositionGraph& graph, const PictureOptions& options,
                const LayoutLimits& limits) {
    return rendered(picture(graph, options), "svg", limits);
}

std::string png(const graph::PositionGraph& graph, const PictureOptions& options,
                const LayoutLimits& limits) {
    return rendered(picture(graph, options), "png", limits);
}

}  // namespace demarche::export_
