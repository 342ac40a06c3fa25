// The words of the command line → Invocation or Answer. CLI11 takes the words apart; what they may say, and what is
// said when they do not, is here, in both languages.
#include "cli/arguments.h"

#include "base/nearest.h"
#include "cli/base_address.h"
#include "cli/help.h"
#include "cli/shard_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace zheye::cli {

namespace {

/// The options as written, before anybody asked whether they make sense.
struct Words {
    std::vector<std::string> inputs, lists;
    std::string out, theme, password_file, profile = "screen", emit = "pdf", diagnostics = "text", lang, color = "auto",
                                           report, jobs, shard, to = "site", base, title;
    bool quiet = false, timings = false, sheets = false, dry_run = false, version = false, force = false,
         explain = false, merge = false;
};

constexpr std::array<std::string_view, 7> kReady{"build", "check", "batch", "watch", "publish", "fix", "schema"};
std::string_view name_of(Command command) { return kReady[static_cast<std::size_t>(command)]; }

struct Parser {
    CLI::App app;
    std::vector<std::pair<Command, CLI::App*>> commands;
    Words words;

    Parser() {
        app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        app.add_option("--lang", words.lang);
        app.add_option("--diagnostics", words.diagnostics);
        app.add_option("--color", words.color);
        app.add_flag("-q,--quiet", words.quiet);
        app.add_flag("--version", words.version);
        auto* const build = add(Command::build);
        add_making(build);
        build->add_option("--password-file", words.password_file);
        build->add_flag("--timings", words.timings);
        auto* const check = add(Command::check);
        check->add_option("--theme", words.theme);
        check->add_option("--profile", words.profile);
        check->add_flag("--timings", words.timings);
        add_batch();
        add_making(add(Command::watch));
        add_publish();
        add(Command::fix)->add_flag("--dry-run", words.dry_run);
        add(Command::schema);
    }

    CLI::App* add(Command command) {
        auto* const app_of_it = app.add_subcommand(std::string(name_of(command)))->fallthrough();
        app_of_it->add_option("inputs", words.inputs)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        commands.emplace_back(command, app_of_it);
        return app_of_it;
    }

    /// What is made, and where it goes.
    void add_making(CLI::App* command) {
        command->add_option("-o,--out", words.out);
        command->add_option("--theme", words.theme);
        command->add_option("--profile", words.profile);
        command->add_option("--emit", words.emit);
        command->add_flag("--sheets", words.sheets);
    }

    void add_batch() {
        auto* const batch = add(Command::batch);
        add_making(batch);
        batch->add_option("--list", words.lists)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        batch->add_option("-j,--jobs", words.jobs);
        batch->add_option("--report", words.report);
        batch->add_flag("--force", words.force);
        batch->add_flag("--explain", words.explain);
        batch->add_option("--shard", words.shard);
        batch->add_flag("--merge", words.merge);
    }

    void add_publish() {
        auto* const publish = add(Command::publish);
        publish->add_option("--to", words.to);
        publish->add_option("--base", words.base);
        publish->add_option("--title", words.title);
        publish->add_option("-o,--out", words.out);
        publish->add_option("--theme", words.theme);
        publish->add_option("--profile", words.profile);
        publish->add_option("--list", words.lists)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        publish->add_option("-j,--jobs", words.jobs);
        publish->add_option("--report", words.report);
        publish->add_flag("--force", words.force);
    }

    [[nodiscard]] std::optional<Command> command() const {
        for (const auto& [command, app_of_it] : commands)
            if (app_of_it->parsed()) return command;
        return std::nullopt;
    }
};

/// A word that an option may take; `ready` is off for what the format promises and the program does not do yet.
struct Choice {
    std::string_view word;
    bool ready = true;
};
constexpr std::array kEmits = {Choice{"pdf"}, Choice{"dump"}, Choice{"svg"}};
constexpr std::array kSchemas = {Choice{"content"}, Choice{"theme"}};
constexpr std::array kFormats = {Choice{"text"}, Choice{"json"}};
constexpr std::array kLanguages = {Choice{"zh"}, Choice{"en"}};
constexpr std::array kColours = {Choice{"auto"}, Choice{"always"}, Choice{"never"}};
constexpr std::array kCommands = {Choice{"build"},        Choice{"check"},        Choice{"batch"},
                                  Choice{"watch"},        Choice{"serve", false}, Choice{"init", false},
                                  Choice{"fix"},          Choice{"diff", false},  Choice{"schema"},
                                  Choice{"fonts", false}, Choice{"publish"}};

constexpr const char* kNamesZh = "build、check、batch、watch、publish、fix 和 schema";
constexpr const char* kNamesEn = "build, check, batch, watch, publish, fix and schema";

template <std::size_t count>
std::string ready_words(const std::array<Choice, count>& choices) {
    std::string list;
    for (const Choice& choice : choices) {
        if (choice.ready) list += (list.empty() ? "" : " | ") + std::string(choice.word);
    }
    return list;
}

/// What is wrong with `word` as a value of `what`; nothing if it is one of the choices.
template <std::size_t count>
std::optional<diag::Message> objection(const std::string& what, const std::string& word,
                                       const std::array<Choice, count>& choices) {
    const auto choice = std::ranges::find(choices, word, &Choice::word);
    if (choice == choices.end()) {
        return diag::Message{what + " 没有“" + word + "”，可以用：" + ready_words(choices),
                             what + " has no '" + word + "'; there is: " + ready_words(choices)};
    }
    if (choice->ready) return std::nullopt;
    return diag::Message{what + " " + word + " 还没有做好，现在可以用：" + ready_words(choices),
                         what + " " + word + " is not yet there; today there is: " + ready_words(choices)};
}

std::optional<diag::Message> objection(const Words& words) {
    if (auto message = objection("--emit", words.emit, kEmits)) return message;
    if (auto message = objection("--diagnostics", words.diagnostics, kFormats)) return message;
    if (auto message = objection("--color", words.color, kColours)) return message;
    if (!words.lang.empty()) return objection("--lang", words.lang, kLanguages);
    return std::nullopt;
}

diag::Message unknown_command(const std::string& word) {
    const auto choice = std::ranges::find(kCommands, word, &Choice::word);
    if (choice != kCommands.end()) return *objection("zheye", word, kCommands);
    const auto meant = nearest(word, {kReady.begin(), kReady.end()});
    return {"没有命令“" + word + "”" + (meant ? "，是不是 " + *meant + "？" : std::string("；命令有 ") + kNamesZh),
            "there is no command '" + word + "'" +
                (meant ? "; did you mean " + *meant + "?" : std::string("; there are ") + kNamesEn)};
}

/// The command that has this option; nothing if none has.
const CLI::App* option_of_another(const Parser& parser, const std::string& name) {
    for (const auto& [which, command] : parser.commands)
        if (command->get_option_no_throw(name) != nullptr) return command;
    return nullptr;
}

diag::Message unknown_words(const Parser& parser, const std::vector<std::string>& unknown) {
    const std::string& word = unknown.front();
    if (!parser.command() && !word.starts_with('-')) return unknown_command(word);
    const std::string name = word.substr(0, word.find('='));
    const auto* of_another = option_of_another(parser, name);
    if (of_another != nullptr)
        return {"这个命令没有选项“" + name + "”，" + of_another->get_name() + " 才有",
                "this command has no option '" + name + "', which " + of_another->get_name() + " has"};
    const auto meant =
        nearest(name, {"--out",     "--theme",       "--profile", "--emit",  "--sheets", "--password-file",
                       "--timings", "--dry-run",     "--list",    "--jobs",  "--report", "--force",
                       "--explain", "--shard",       "--merge",   "--to",    "--base",   "--title",
                       "--lang",    "--diagnostics", "--color",   "--quiet", "--help",   "--version"});
    return {"没有选项“" + word + "”" + (meant ? "，是不是 " + *meant + "？" : ""),
            "there is no option '" + word + "'" + (meant ? "; did you mean " + *meant + "?" : "")};
}

/// CLI11 says in English what it could not read; the Chinese sentence names the option it begins with.
diag::Message unreadable(const Parser& parser, const CLI::ParseError& error) {
    const std::vector<std::string> unknown = parser.app.remaining(true);
    if (!unknown.empty()) return unknown_words(parser, unknown);
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string option = what.substr(0, what.find(':'));
        return {"选项 " + option + " 后面缺少一个值", "the option " + option + " needs a value after it"};
    }
    return {"看不懂这条命令：" + what, what};
}

/// Before anything is parsed, so that even a wrong command line is answered in the right language.
diag::Language language_of(const std::vector<std::string>& words, const Environment& environment) {
    diag::Language language = language_of_locale(environment.locale);
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        std::string value;
        if (words[i].starts_with("--lang=")) value = words[i].substr(7);
        if (words[i] == "--lang" && i + 1 < words.size()) value = words[i + 1];
        if (value == "zh") language = diag::Language::zh;
        if (value == "en") language = diag::Language::en;
    }
    return language;
}

/// "screen,print" → both, each once; empty if a name is missing.
std::vector<std::string> in_list(const std::string& words) {
    std::vector<std::string> list;
    for (std::size_t begin = 0; begin <= words.size();) {
        const auto end = std::min(words.find(',', begin), words.size());
        const auto word = words.substr(begin, end - begin);
        if (word.empty()) return {};
        if (std::ranges::find(list, word) == list.end()) list.push_back(word);
        begin = end + 1;
    }
    return list;
}

std::optional<std::int64_t> count_of(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// What is wrong with it, if anything is.
std::optional<diag::Message> read_jobs(const std::string& words, Invocation& invocation) {
    constexpr std::int64_t kMost = 1024;
    if (words.empty()) return std::nullopt;
    const auto jobs = count_of(words);
    if (!jobs || *jobs < 1 || *jobs > kMost)
        return diag::Message{"--jobs 后面是 1 到 1024 的一个数", "--jobs takes a number from 1 to 1024"};
    invocation.jobs = static_cast<std::size_t>(*jobs);
    return std::nullopt;
}

/// What is wrong with them, if anything is.
std::optional<diag::Message> read_publication(const Words& words, Invocation& invocation) {
    invocation.title = words.title;
    invocation.to = words.to;
    while (invocation.to.size() > 1 && invocation.to.ends_with('/')) invocation.to.pop_back();
    if (invocation.to.empty()) return diag::Message{"--to 后面是一个文件夹", "--to takes a folder"};
    if (words.base.empty()) return std::nullopt;
    auto base = read_base(words.base);
    if (!base)
        return diag::Message{
            "--base 后面是网站的地址，如 https://example.org/huace/，“" + words.base + "”不是",
            "--base takes the address of the site, as https://example.org/brochures/; '" + words.base + "' is none"};
    invocation.base = std::move(*base);
    return std::nullopt;
}

std::expected<Invocation, Answer> invocation_of(const Parser& parser, diag::Language language,
                                                const Environment& environment) {
    const Words& words = parser.words;
    Invocation invocation;
    invocation.command = *parser.command();
    const auto wrong = [&](const diag::Message& message) {
        return std::unexpected(wrong_usage(message, language, invocation.command));
    };
    invocation.inputs = words.inputs;
    invocation.lists = words.lists;
    invocation.dry_run = words.dry_run;
    if (invocation.command == Command::schema) {
        if (invocation.inputs.empty()) invocation.inputs = {"content"};
        if (auto message = objection("schema", invocation.inputs.front(), kSchemas)) return wrong(*message);
    }
    invocation.merge = words.merge;
    if (invocation.inputs.empty() && invocation.lists.empty() && !words.merge) {
        return wrong({"没有说明要处理哪个文件", "no file is named"});
    }
    invocation.out = words.out;
    invocation.profiles = in_list(words.profile);
    if (invocation.profiles.empty())
        return wrong({"--profile 后面是用途的名字，几个之间用逗号隔开：screen,print",
                      "--profile takes names, with commas between them: screen,print"});
    invocation.emit = words.emit == "dump" ? Emit::dump : words.emit == "svg" ? Emit::svg : Emit::pdf;
    invocation.diagnostics = words.diagnostics == "json" ? Format::json : Format::text;
    invocation.language = language;
    const bool terminal = environment.stderr_is_terminal && !environment.no_color && environment.terminal != "dumb";
    invocation.colour = words.color == "always" || (words.color == "auto" && terminal);
    invocation.quiet = words.quiet;
    invocation.theme = words.theme;
    invocation.timings = words.timings;
    invocation.sheets = words.sheets;
    invocation.password_file = words.password_file;
    invocation.report = words.report;
    invocation.force = words.force;
    invocation.explain = words.explain;
    if (auto message = read_jobs(words.jobs, invocation)) return wrong(*message);
    if (auto message = read_publication(words, invocation)) return wrong(*message);
    if (invocation.command == Command::batch && !words.merge) {
        const auto shard = read_shard(words.shard, environment.scheduler);
        if (!shard) return wrong(shard.error());
        invocation.shard = *shard;
    }
    if (invocation.out.find('{') != std::string::npos && invocation.command != Command::build)
        return wrong({"只有 build 的 -o 可以写 {标题} 这样的文件名；许多本的，写成系列",
                      "names as {title} in -o are for build; for many, write a series"});
    if (!environment.source_date_epoch.empty()) {
        invocation.epoch = count_of(environment.source_date_epoch);
        if (!invocation.epoch)
            return wrong({"SOURCE_DATE_EPOCH 不是秒数：" + environment.source_date_epoch,
                          "SOURCE_DATE_EPOCH is no number of seconds: " + environment.source_date_epoch});
    }
    return invocation;
}

}  // namespace

diag::Language language_of_locale(const std::string& locale) {
    const std::string name = locale.substr(0, locale.find_first_of(".@"));
    const bool silent = name.empty() || name == "C" || name == "POSIX";
    return silent || name == "zh" || name.starts_with("zh_") || name.starts_with("zh-") ? diag::Language::zh
                                                                                        : diag::Language::en;
}

Answer wrong_usage(const diag::Message& message, diag::Language language, std::optional<Command> command) {
    const auto help = command ? "zheye " + std::string(name_of(*command)) + " --help\n" : std::string("zheye --help\n");
    if (language == diag::Language::zh) return {Exit::wrong_usage, "zheye：" + message.zh + "\n用法见 " + help};
    return {Exit::wrong_usage, "zheye: " + message.en + "\nSee " + help};
}

std::expected<Invocation, Answer> read_arguments(std::vector<std::string> words, const Environment& environment) {
    const diag::Language language = language_of(words, environment);
    if (words.empty()) return std::unexpected(Answer{Exit::wrong_usage, std::string(help({}, language))});
    Parser parser;
    try {
        std::ranges::reverse(words);  // as CLI11 wants them
        parser.app.parse(words);
    } catch (const CLI::CallForHelp&) {
        return std::unexpected(Answer{Exit::done, std::string(help(parser.command(), language))});
    } catch (const CLI::ParseError& error) {
        return std::unexpected(wrong_usage(unreadable(parser, error), language, parser.command()));
    }
    if (parser.words.version) return std::unexpected(Answer{Exit::done, "zheye " ZHEYE_VERSION "\n"});
    if (auto message = objection(parser.words))
        return std::unexpected(wrong_usage(*message, language, parser.command()));
    if (!parser.command()) {
        return std::unexpected(wrong_usage(
            {std::string("要做什么？命令有 ") + kNamesZh, std::string("no command; there are ") + kNamesEn}, language));
    }
    return invocation_of(parser, language, environment);
}

}  // namespace zheye::cli
