// The words of the command line: what they mean, and what is said when they mean nothing.
#include "cli/arguments.h"

#include "cli/help.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace zheye;
using cli::Exit;
using diag::Language;

namespace {

cli::Answer refusal(const std::vector<std::string>& words, const cli::Environment& environment = {}) {
    const auto invocation = cli::read_arguments(words, environment);
    REQUIRE_FALSE(invocation);
    return invocation.error();
}

cli::Invocation accepted(const std::vector<std::string>& words, const cli::Environment& environment = {}) {
    const auto invocation = cli::read_arguments(words, environment);
    if (!invocation) FAIL(invocation.error().text);
    return *invocation;
}

/// Every `--word` in the text.
std::set<std::string> options_in(std::string_view text) {
    std::set<std::string> options;
    for (std::size_t at = text.find("--"); at != std::string_view::npos; at = text.find("--", at)) {
        std::size_t end = at + 2;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-')) ++end;
        options.emplace(text.substr(at, end - at));
        at = end;
    }
    return options;
}

}  // namespace

TEST_CASE("the language follows the locale, Chinese where none is set") {
    for (const char* locale : {"", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "zh_TW", "zh", "zh_CN@pinyin"}) {
        CAPTURE(locale);
        CHECK(cli::language_of_locale(locale) == Language::zh);
    }
    for (const char* locale : {"en_GB.UTF-8", "de_DE", "zhx_XX", "ja_JP.eucJP"}) {
        CAPTURE(locale);
        CHECK(cli::language_of_locale(locale) == Language::en);
    }
}

TEST_CASE("build takes files, and its options in any place") {
    const auto plain = accepted({"build", "a.yaml"});
    CHECK(plain.command == cli::Command::build);
    CHECK(plain.inputs == std::vector<std::string>{"a.yaml"});
    CHECK(plain.emit == cli::Emit::pdf);
    CHECK(plain.diagnostics == cli::Format::text);
    CHECK_FALSE(plain.timings);
    CHECK_FALSE(plain.sheets);
    CHECK(accepted({"build", "a.yaml", "--sheets"}).sheets);
    CHECK_FALSE(plain.quiet);

    const auto full = accepted({"--lang", "en", "build", "a.yaml", "-o", "out/", "东风路.yaml", "--emit=dump",
                                "--quiet", "--timings", "--diagnostics", "json", "--profile", "screen"});
    CHECK(full.inputs == std::vector<std::string>{"a.yaml", "东风路.yaml"});
    CHECK(full.out == "out/");
    CHECK(full.emit == cli::Emit::dump);
    CHECK(full.language == Language::en);
    CHECK(full.diagnostics == cli::Format::json);
    CHECK(full.quiet);
    CHECK(full.timings);
    CHECK(plain.theme.empty());
    CHECK(accepted({"build", "a", "--theme", "水墨"}).theme == "水墨");

    CHECK(accepted({"build", "-o", "-", "--", "-a.yaml"}).inputs == std::vector<std::string>{"-a.yaml"});
    CHECK(accepted({"build", "a", "--lang", "zh"}, {.locale = "en_GB"}).language == Language::zh);
    const auto twice = accepted({"build", "a", "-o", "1.pdf", "--lang", "zh", "--lang", "en", "-o", "2.pdf"});
    CHECK(twice.out == "2.pdf");
    CHECK(twice.language == Language::en);
    CHECK(accepted({"check", "a", "-q"}).command == cli::Command::check);
    CHECK(accepted({"fix", "a", "--dry-run"}).command == cli::Command::fix);
    CHECK(accepted({"fix", "a", "--dry-run"}).dry_run);
}

TEST_CASE("colour is for terminals that can and people who want it") {
    const cli::Environment terminal{.terminal = "xterm", .stderr_is_terminal = true};
    cli::Environment dumb = terminal, refused = terminal;
    dumb.terminal = "dumb";
    refused.no_color = true;
    CHECK(accepted({"check", "a"}, terminal).colour);
    CHECK_FALSE(accepted({"check", "a"}, dumb).colour);
    CHECK_FALSE(accepted({"check", "a"}, refused).colour);
    CHECK_FALSE(accepted({"check", "a"}).colour);
    CHECK_FALSE(accepted({"check", "a", "--color", "never"}, terminal).colour);
    CHECK(accepted({"check", "a", "--color", "always"}, refused).colour);
}

TEST_CASE("wrong usage ends with 2 and says what is wrong in the language asked for") {
    struct Wrong {
        std::vector<std::string> words;
        std::string zh, en;
    };
    const auto wrong = GENERATE(
        Wrong{{"build"}, "没有说明要处理哪个文件", "no file is named"},
        Wrong{{"check"}, "没有说明要处理哪个文件", "no file is named"}, Wrong{{"-q"}, "要做什么", "no command"},
        Wrong{{"biuld", "a"}, "没有命令“biuld”，是不是 build？", "there is no command 'biuld'; did you mean build?"},
        Wrong{{"paint", "a"},
              "没有命令“paint”；命令有 build、check、batch、watch、publish、fix 和 schema",
              "there is no command 'paint'"},
        Wrong{{"serve", "a"}, "serve 还没有做好", "serve is not yet there"},
        Wrong{{"build", "a", "--timing"}, "没有选项“--timing”，是不是 --timings？", "did you mean --timings?"},
        Wrong{{"check", "a", "-o", "b"},
              "这个命令没有选项“-o”，build 才有",
              "this command has no option '-o', which build has"},
        Wrong{{"build", "a", "-o"}, "后面缺少一个值", "needs a value after it"},
        Wrong{{"build", "a", "--profile", "screen,"}, "逗号隔开", "commas between them"},
        Wrong{{"build", "a", "--emit", "png"}, "没有“png”，可以用：pdf | dump | svg", "there is: pdf | dump | svg"},
        Wrong{{"build", "a", "--to", "b"}, "publish 才有", "which publish has"},
        Wrong{{"publish"}, "没有说明要处理哪个文件", "no file is named"},
        Wrong{{"publish", "a", "--to", ""}, "--to 后面是一个文件夹", "--to takes a folder"},
        Wrong{{"publish", "a", "--base", "example.org"}, "“example.org”不是", "'example.org' is none"},
        Wrong{{"publish", "a", "--base", "https://"}, "“https://”不是", "'https://' is none"},
        Wrong{{"publish", "a", "--base", "https://a.org/?b=c"}, "不是", "is none"},
        Wrong{{"publish", "a", "--base", "https://a.org/\"><script>"}, "不是", "is none"},
        Wrong{{"check", "a", "--diagnostics", "xml"}, "没有“xml”，可以用：text | json", "text | json"},
        Wrong{{"check", "a", "--color", "yes"}, "auto | always | never", "auto | always | never"},
        Wrong{{"check", "a", "--lang", "fr"}, "没有“fr”，可以用：zh | en", "zh | en"});
    CAPTURE(wrong.words);
    const auto chinese = refusal(wrong.words, {.locale = "zh_CN.UTF-8"});
    CHECK(chinese.exit == Exit::wrong_usage);
    CHECK_THAT(chinese.text, Catch::Contains(wrong.zh));
    const auto english = refusal(wrong.words, {.locale = "en_GB.UTF-8"});
    CHECK(english.exit == Exit::wrong_usage);
    CHECK_THAT(english.text, Catch::Contains(wrong.en));
}

TEST_CASE("publish takes what batch takes, a folder, an address and a title") {
    const auto plain = accepted({"publish", "a"});
    CHECK(plain.command == cli::Command::publish);
    CHECK(plain.to == "site");
    CHECK(plain.base.empty());
    CHECK(plain.title.empty());
    const auto full = accepted({"publish", "a", "b/*", "--list", "c.txt", "-o", "made", "--to", "www/", "--base",
                                "https://example.org/画册", "--title", "题", "--profile", "screen,print", "-j", "3"});
    CHECK(full.inputs == std::vector<std::string>{"a", "b/*"});
    CHECK(full.lists == std::vector<std::string>{"c.txt"});
    CHECK(full.out == "made");
    CHECK(full.to == "www");
    CHECK(full.base == "https://example.org/%E7%94%BB%E5%86%8C/");
    CHECK(full.title == "题");
    CHECK(full.profiles == std::vector<std::string>{"screen", "print"});
    CHECK(full.jobs == 3);
    CHECK(accepted({"publish", "a", "--base", "http://a.org/"}).base == "http://a.org/");
}

TEST_CASE("a wrong command line is answered in the language it asks for") {
    CHECK_THAT(refusal({"build", "--lang", "en"}).text, Catch::Contains("no file is named"));
    CHECK_THAT(refusal({"--lang=zh", "build"}, {.locale = "en_GB"}).text, Catch::Contains("哪个文件"));
}

TEST_CASE("no words at all: the help, but as a mistake") {
    const auto answer = refusal({});
    CHECK(answer.exit == Exit::wrong_usage);
    CHECK(answer.text == cli::help({}, Language::zh));
}

TEST_CASE("help is there for the program and for each command") {
    CHECK(refusal({"--help"}).exit == Exit::done);
    CHECK(refusal({"--help"}).text == cli::help({}, Language::zh));
    CHECK(refusal({"-h", "--lang", "en"}).text == cli::help({}, Language::en));
    CHECK(refusal({"build", "--help"}).text == cli::help(cli::Command::build, Language::zh));
    CHECK(refusal({"check", "--help"}, {.locale = "en_GB"}).text == cli::help(cli::Command::check, Language::en));
    CHECK(refusal({"--version"}).exit == Exit::done);
    CHECK_THAT(refusal({"--version"}).text, Catch::Matches("zheye [0-9.]+\n"));
}

TEST_CASE("help names every option that exists and no other") {
    const std::set<std::string> common = {"--lang", "--diagnostics", "--color", "--quiet", "--help"};
    std::set<std::string> program = common, build = common, check = common, fix = common;
    program.insert("--version");
    build.insert({"--out", "--theme", "--profile", "--emit", "--sheets", "--password-file", "--timings"});
    check.insert({"--theme", "--profile", "--timings"});
    fix.insert("--dry-run");
    std::set<std::string> publish = common;
    publish.insert({"--to", "--base", "--title", "--out", "--profile", "--list", "--theme", "--force", "--report"});
    for (const Language language : {Language::zh, Language::en}) {
        CHECK(options_in(cli::help({}, language)) == program);
        CHECK(options_in(cli::help(cli::Command::build, language)) == build);
        CHECK(options_in(cli::help(cli::Command::check, language)) == check);
        CHECK(options_in(cli::help(cli::Command::fix, language)) == fix);
        CHECK(options_in(cli::help(cli::Command::publish, language)) == publish);
        CHECK(options_in(cli::help(cli::Command::schema, language)) == common);
    }
    const std::map<std::string, std::string> values = {
        {"--lang", "zh"},        {"--diagnostics", "json"}, {"--color", "never"}, {"--out", "a/"},   {"--theme", "ink"},
        {"--profile", "screen"}, {"--emit", "dump"},        {"--quiet", ""},      {"--timings", ""}, {"--sheets", ""}};
    for (const auto& [option, value] : values) {
        std::vector<std::string> words{"build", "a.yaml", option};
        if (!value.empty()) words.push_back(value);
        CAPTURE(option);
        CHECK(cli::read_arguments(words, {}));
    }
}

TEST_CASE("SOURCE_DATE_EPOCH is seconds or a mistake") {
    CHECK_FALSE(accepted({"build", "a"}).epoch);
    CHECK(accepted({"build", "a"}, {.source_date_epoch = "1561939200"}).epoch == 1561939200);
    for (const char* text : {"today", "12x", "-1", "99999999999999999999"}) {
        CAPTURE(text);
        const auto answer = refusal({"build", "a"}, {.source_date_epoch = text});
        CHECK(answer.exit == Exit::wrong_usage);
        CHECK_THAT(answer.text, Catch::Contains("SOURCE_DATE_EPOCH") && Catch::Contains(text));
    }
}

TEST_CASE("a wrong command line is sent to the help of its command, where one is named") {
    CHECK_THAT(refusal({"batch", "--shard", "5/2", "c"}).text, Catch::Contains("用法见 zheye batch --help\n"));
    CHECK_THAT(refusal({"build", "--colour"}).text, Catch::Contains("用法见 zheye build --help\n"));
    CHECK_THAT(refusal({"--lang", "en", "publish", "c", "--base", "x"}).text,
               Catch::Contains("See zheye publish --help\n"));
    CHECK_THAT(refusal({"bulid", "a.yaml"}).text, Catch::Contains("用法见 zheye --help\n"));
}
