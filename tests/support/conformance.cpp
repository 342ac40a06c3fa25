// Collects the rows of a test program and writes them when it ends (ZHEYE_ROWS/PROGRAM.rows).
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include "support/conformance.h"

#include "conformance/rows.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdio>

namespace zheye::test {
namespace {

/// Of this run.
std::vector<Row>& rows() {
    static std::vector<Row> kRows;
    return kRows;
}

std::string with_unit(double value, int digits, const char* unit) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string number = text;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    return (number == "-0" ? "0" : number) + unit;
}

class RowWriter : public Catch::TestEventListenerBase {
public:
    using TestEventListenerBase::TestEventListenerBase;
    void testCaseStarting(const Catch::TestCaseInfo& test) override { ran_.insert(test.name); }
    void testRunEnded(const Catch::TestRunStats&) override {
        std::set<std::string> registered;
        for (const auto& test : Catch::getRegistryHub().getTestCaseRegistry().getAllTests()) {
            registered.insert(test.name);
        }
        const std::string program = std::filesystem::read_symlink("/proc/self/exe").filename();
        const std::filesystem::path path = std::filesystem::path(ZHEYE_ROWS) / (program + ".rows");
        write_rows(path, merge_rows(read_rows(path), rows(), ran_, registered));
    }

private:
    std::set<std::string> ran_;
};
CATCH_REGISTER_LISTENER(RowWriter)

}  // namespace

void conform(std::string_view rule, std::string_view setting, std::string measured, std::string off) {
    conform(rule, setting, "", std::move(measured), std::move(off));
}

void conform(std::string_view rule, std::string_view setting, std::string_view what, std::string measured,
             std::string off) {
    for (const std::string_view part : {rule, setting, std::string_view(measured), std::string_view(off)})
        if (part.empty()) FAIL("a row of the conformance table with an empty part: " << rule);
    for (const std::string_view part : {rule, setting, what, std::string_view(measured), std::string_view(off)})
        if (part.find_first_of("\t\n|") != part.npos) FAIL("not for a cell of the conformance table: " << part);
    if (const auto fault = fault_of(measured, off); !fault.empty()) FAIL(rule << ": " << fault << ": " << measured);
    rows().push_back({std::string(rule),
                      std::string(setting),
                      Catch::getResultCapture().getCurrentTestName(),
                      std::move(measured),
                      std::move(off),
                      std::string(what),
                      {}});
}

std::string in_em(double value) { return with_unit(value, 3, "em"); }
std::string in_pt(double value) { return with_unit(value, 2, "pt"); }

}  // namespace zheye::test
