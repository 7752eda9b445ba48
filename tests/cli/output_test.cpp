#include "cli/output.hpp"

#include "shell.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using namespace demarche;
using namespace demarche::cli;
using namespace demarche::cli::test;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("Output: the file has its name when it is complete, and the old one until then") {
    const Folder folder;
    const fs::path file = folder.path() / "a.txt";
    write_file(file, "old");
    const std::size_t before = files_in(folder.path());
    {
        Output output(file.string());
        output.write(std::string(200000, 'x'));
        output.flush();
        CHECK(read_file(file) == "old");
        output.commit();
        CHECK(read_file(file) == std::string(200000, 'x'));
    }
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("Output: given up, it leaves the old file and nothing else") {
    const Folder folder;
    const fs::path file = folder.path() / "a.txt";
    write_file(file, "old");
    const std::size_t before = files_in(folder.path());
    {
        Output output(file.string());
        output.write(std::string(200000, 'x'));
    }
    CHECK(read_file(file) == "old");
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("Output: a link stays a link, a device a device; the file is as readable as others") {
    const Folder folder;
    write_file(folder.path() / "target", "old");
    fs::create_symlink("target", folder.path() / "link");
    write_whole((folder.path() / "link").string(), "new");
    CHECK(fs::is_symlink(folder.path() / "link"));
    CHECK(read_file(folder.path() / "target") == "new");
    const mode_t mask = ::umask(022);
    write_whole((folder.path() / "fresh").string(), "x");
    ::umask(mask);
    CHECK(fs::status(folder.path() / "fresh").permissions() == fs::perms(0644));
    write_whole("/dev/null", "x");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("Output: what cannot be written is refused with the place and a way out") {
    const Folder folder;
    struct Row {
        std::string path;
        std::string message;
    };
    const std::string here = folder.path().string();
    for (const Row& row : {
             Row{here, "cannot be written: Is a directory. Name another place with -o."},
             Row{here + "/no/file",
                 "cannot be written: No such file or directory. Make its folder "
                 "first, or name another place with -o."},
             Row{"/dev/full",
                 "cannot be written: No space left on device. Make room, or name "
                 "another place with -o."},
         }) {
        CAPTURE(row.path);
        std::string message;
        try {
            write_whole(row.path, "x");
        } catch (const InputError& error) {
            CHECK(error.file() == row.path);
            message = error.what();
        }
        CHECK(message == row.message);
    }
}
