// Writes the sample graph into a folder, once in each format, for engines that others wrote.

#include "../export/sample.hpp"

#include "export/dot.hpp"
#include "export/jsonld.hpp"
#include "export/nquads.hpp"

#include <fstream>
#include <iostream>
#include <string>

namespace {

bool write(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: write_sample FOLDER\n";
        return 2;
    }
    const std::string folder = argv[1];
    const auto graph = demarche::sample::graph();
    const bool written = write(folder + "/sample.jsonld", demarche::export_::jsonld(graph)) &&
                         write(folder + "/sample.nq", demarche::export_::nquads(graph)) &&
                         write(folder + "/sample.dot", demarche::export_::dot(graph)) &&
                         write(folder + "/sample.svg", demarche::export_::svg(graph)) &&
                         write(folder + "/sample.png", demarche::export_::png(graph));
    return written ? 0 : 1;
}
