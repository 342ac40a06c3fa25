// Every clause of every standard that a file claims, on every brochure; and every clause on a file that breaks it.
#include "standards/brochures.h"
#include "standards/clause.h"

#include <catch2/catch.hpp>

using namespace zheye::standards;

namespace {

struct Standard {
    std::string name, profile;  ///< the profile of the sample that is spoilt
    std::vector<Clause> (*clauses)();
};
const std::vector<Standard> kStandards = {{"PDF/UA-1", "screen", pdf_ua_1},
                                          {"PDF/A-2a", "screen", pdf_a_2},
                                          {"PDF/A-3a", "archive", pdf_a_3},
                                          {"PDF/X-4", "print", pdf_x_4}};

std::vector<Standard> claimed(const std::string& profile) {
    if (profile == "screen") return {kStandards[0], kStandards[1]};
    if (profile == "archive") return {kStandards[0], kStandards[2]};
    return {kStandards[3]};
}

std::string joined(const Findings& findings) {
    std::string text;
    for (const auto& finding : findings) text += finding + "\n";
    return text;
}

void keeps_all(const Made& made) {
    const Reading reading(made.bytes);
    for (const auto& standard : claimed(made.profile))
        for (const auto& clause : standard.clauses()) {
            INFO(made.name << ": " << standard.name << ", " << clause.number);
            CHECK(joined(clause.check(reading)) == "");
        }
}

}  // namespace

TEST_CASE("the sample keeps every clause of what it claims") {
    for (const auto& made : sample()) keeps_all(made);
}

TEST_CASE("the brochures that ship keep every clause of what they claim") {
    for (const auto& made : shipped()) keeps_all(made);
}

TEST_CASE("each clause rejects a file that breaks it") {
    for (const auto& standard : kStandards)
        for (const auto& clause : standard.clauses()) DYNAMIC_SECTION(standard.name << ", " << clause.number) {
                const auto& good = named(sample(), "sample." + standard.profile).bytes;
                const Reading reading(clause.spoil_bytes ? clause.spoil_bytes(good) : good);
                if (clause.spoil) {
                    REQUIRE(joined(clause.check(reading)).empty());
                    clause.spoil(reading);
                }
                CHECK_FALSE(clause.check(reading).empty());
            }
}
