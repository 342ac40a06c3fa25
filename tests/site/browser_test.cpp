// What zheye publishes, opened in a real browser: from the disk as from a stick, and from a server.
#include "cli/program.h"
#include "site/browser.h"
#include "site/looks.h"
#include "site/server.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <set>

using namespace zheye::test;
namespace fs = std::filesystem;

namespace {

const std::string kHostile = "<script>alert('坏')</script> & \"引\"";

/// The brochures that ship, a series, and one whose every word is out to break the page.
class Published {
public:
    Published() {
        desk_.write(
            "自己的/坏 & 名#字?.yaml",
            "zheye: 1\ntitle: \"<script>alert('坏')</script> & \\\"引\\\"\"\nsubtitle: '</p><img src=x "
            "onerror=alert(1)>'\n"
            "language: zh-Hans\nmeta: {date: 2018, author: ['<b>甲</b>', 乙], publisher: '\"&<'}\n"
            "chapters:\n- title: '</ol><h1>'\n  content: [二〇一八年。]\n- title: 二\n  content: [二〇一九年。]\n");
        const std::string content = std::string(ZHEYE_ROOT) + "/content/";
        const auto ran = desk_.run({"publish", content + "jinshui-2019", content + "series", "自己的", "--profile",
                                    "screen,print", "--base", "https://example.org/画册", "--title", "金水区 <画册>"});
        INFO(ran.err);
        REQUIRE(ran.exit == 0);
        for (const auto& entry : fs::recursive_directory_iterator(folder()))
            if (entry.path().extension() == ".html") pages.push_back(entry.path().string());
        REQUIRE(pages.size() >= 6);
    }
    [[nodiscard]] std::string folder() const { return desk_.path("site"); }
    [[nodiscard]] const zheye::cli::test::Desk& desk() const { return desk_; }
    std::vector<std::string> pages;

private:
    zheye::cli::test::Desk desk_;
};

const Published& published() {
    static const Published site;
    return site;
}

Browser& browser() {
    static Browser one;
    return one;
}

std::string file_address(const std::string& path) {
    std::string address = "file://";
    for (const char c : path) {
        char bytes[4];
        std::snprintf(bytes, sizeof bytes, "%%%02X", static_cast<unsigned char>(c));
        address += c == '/' ? "/" : bytes;
    }
    return address;
}

std::string path_of(const std::string& address) {
    std::string path;
    for (std::size_t i = 7; i < address.find('#'); ++i) {
        if (i >= address.size()) break;
        if (address[i] != '%') {
            path += address[i];
            continue;
        }
        path += static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16));
        i += 2;
    }
    return path;
}

const Json kNothing = Json::array();

}  // namespace

TEST_CASE("every page fits phones and desktops, and nothing is missing on it") {
    auto& tab = browser();
    const char* const pictures = std::getenv("ZHEYE_PICTURES");
    int number = 0;
    for (const auto& page : published().pages) {
        for (const int width : {375, 1280}) {
            INFO(page << " at " << width);
            tab.set_size(width, width == 375 ? 800 : 900, width == 375);
            tab.open(file_address(page));
            CHECK(tab.value(kMissingPictures) == kNothing);
            CHECK(tab.value(kTooWide) == kNothing);
            CHECK(tab.value(kSmall) == kNothing);
            CHECK(tab.complaints().empty());
            if (pictures != nullptr)
                tab.take_picture(std::string(pictures) + "/" + std::to_string(number) + "-" + std::to_string(width) +
                                 ".png");
        }
        ++number;
    }
    CHECK(tab.value("document.body.insertAdjacentHTML('beforeend', '<p style=\"width: 2000px\">x</p>'), " +
                    std::string(kTooWide)) != kNothing);
    CHECK(tab.value("document.body.insertAdjacentHTML('beforeend', '<img src=\"no.svg\" alt=\"\">'), " +
                    std::string(kMissingPictures)) != kNothing);
    CHECK_FALSE(tab.complaints().empty());
}

TEST_CASE("pages can be read by those who see little or nothing") {
    auto& tab = browser();
    for (const auto& page : published().pages) {
        INFO(page);
        tab.open(file_address(page));
        CHECK(tab.value(kFaint) == kNothing);
        CHECK(tab.value(kOutOfOrder) == kNothing);
        std::set<std::string> roles;
        for (const auto& node : tab.accessible()) {
            roles.insert(node.role);
            INFO(node.role);
            if (node.role == "image" || node.role == "link" || node.role == "heading" || node.role == "navigation")
                CHECK_FALSE(node.name.empty());
        }
        CAPTURE(roles);
        for (const auto* role : {"main", "contentinfo", "heading", "image", "link"}) CHECK(roles.contains(role));
    }
    CHECK(tab.value("document.querySelector('h1').style.color = '#aaa', " + std::string(kFaint)) != kNothing);
    CHECK(tab.value(
              "document.querySelector('main').insertAdjacentHTML('beforeend', '<h4>x</h4>'), document.querySelector("
              "'main h1').insertAdjacentHTML('afterend', '<h3>x</h3>'), " +
              std::string(kOutOfOrder)) != kNothing);
}

TEST_CASE("with the keyboard one comes to the content first, and sees where one is") {
    auto& tab = browser();
    tab.set_size(1280, 900, false);
    tab.open(file_address(published().folder() + "/index.html"));
    CHECK(tab.value("document.querySelector('.skip').getBoundingClientRect().bottom <= 0") == true);
    tab.press("Tab");
    CHECK(tab.value("document.activeElement.className") == "skip");
    CHECK(tab.value("document.activeElement.getBoundingClientRect().top >= 0") == true);
    tab.press("Enter");
    CHECK(tab.value("location.hash") == "#main");
    tab.press("Tab");
    CHECK(tab.value("document.activeElement.closest('main') !== null") == true);
    CHECK(tab.value("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2") == true);
}

TEST_CASE("every link leads to a file of the site, and every file is led to") {
    auto& tab = browser();
    std::set<std::string> reached;
    for (const auto& page : published().pages) {
        tab.open(file_address(page));
        const auto links = tab.value("[...document.querySelectorAll('a, link, img')].map(e => e.href || e.src)");
        REQUIRE(links.size() > 5);
        for (const std::string address : links) {
            if (address.starts_with("https://example.org/%E7%94%BB%E5%86%8C/") || address.starts_with("data:"))
                continue;
            INFO(page << " → " << address);
            REQUIRE(address.starts_with("file://"));
            const auto path = path_of(address);
            CHECK(path.starts_with(published().folder() + "/"));
            CHECK(fs::is_regular_file(path));
            reached.insert(path);
        }
    }
    for (const auto& entry : fs::recursive_directory_iterator(published().folder())) {
        const auto path = entry.path().string();
        if (!entry.is_regular_file() || path.find("/.zheye/") != std::string::npos || path.ends_with("/sitemap.xml"))
            continue;
        INFO(path);
        CHECK(reached.contains(path));
    }
}

TEST_CASE("what a title says is text, whatever it says") {
    auto& tab = browser();
    tab.open(file_address(published().folder() + "/index.html"));
    CHECK(tab.value("document.querySelector('h1').textContent") == "金水区 <画册>");
    CHECK(tab.value("[...document.querySelectorAll('.title')].map(e => e.textContent)").dump().find("<script>alert") !=
          std::string::npos);
    CHECK(tab.value("document.scripts.length") == 0);
    tab.open(file_address(published().folder() + "/坏 & 名#字?/index.html"));
    CHECK(tab.value("document.querySelector('h1').textContent") == kHostile);
    CHECK(tab.value("document.title") == kHostile + " · 金水区 <画册>");
    CHECK(tab.value("document.querySelector('.subtitle').textContent") == "</p><img src=x onerror=alert(1)>");
    CHECK(tab.value("document.images[0].alt") == "《" + kHostile + "》的封面");
    CHECK(tab.value("[...document.querySelectorAll('dd')].map(e => e.textContent)") ==
          Json{"2018年", "册子", "<b>甲</b>、乙", "\"&<"});
    CHECK(tab.value("[...document.querySelectorAll('.contents li span:first-child')].map(e => e.textContent)") ==
          Json{"</ol><h1>", "二"});
    CHECK(tab.value("document.images.length") == 2);  // cover and code
}

TEST_CASE("from a server it works as well: pages, downloads as their sums say, feed and sitemap") {
    const Server server(published().folder());
    auto& tab = browser();
    tab.set_size(375, 800, true);
    tab.open(server.address());
    CHECK(tab.value("document.querySelector('.title a').click()").is_null());
    tab.wait_for_load();
    CHECK(tab.address().starts_with(server.address()));
    CHECK(tab.address().ends_with("/index.html"));
    CHECK(tab.value(R"((async () => {
        const wrong = [];
        for (const file of document.querySelectorAll('.files > li')) {
          const link = file.querySelector('.get a'), answer = await fetch(link.href), bytes = await answer.arrayBuffer();
          const sum = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
              .map(b => b.toString(16).padStart(2, '0')).join('');
          if (!answer.ok || sum !== file.querySelector('code').textContent) wrong.push(link.href);
          if (new TextDecoder().decode(bytes.slice(0, 5)) !== '%PDF-') wrong.push('no PDF');
        }
        return [document.querySelectorAll('.files > li').length].concat(wrong);
      })())") == Json{2});
    const auto well_formed = [&](const std::string& name, const std::string& what) {
        return tab.value(
            "fetch('" + server.address() + name +
            "').then(a => a.text()).then(text => { const xml = new "
            "DOMParser().parseFromString(text, 'application/xml'); return xml.querySelector('parsererror') ? "
            "-1 : xml.querySelectorAll('" +
            what + "').length; })");
    };
    const auto brochures = static_cast<int>(published().pages.size()) - 1;
    CHECK(well_formed("feed.xml", "entry > updated") == brochures);
    CHECK(well_formed("sitemap.xml", "url > loc") == brochures + 1);
    CHECK(tab.complaints().empty());
    const auto checked = std::system(("cd " + published().folder() + " && sha256sum --quiet -c SHA256SUMS").c_str());
    CHECK(checked == 0);
}

TEST_CASE("a page says its address, as words and as a link") {
    auto& tab = browser();
    tab.open(file_address(published().folder() + "/jinshui-2019/index.html"));
    CHECK(tab.value("document.querySelector('.qr a').href") == "https://example.org/%E7%94%BB%E5%86%8C/jinshui-2019/");
    CHECK(tab.value("document.querySelector('.qr a').textContent") == "https://example.org/画册/jinshui-2019/");
    CHECK(tab.value("document.querySelector('link[rel=canonical]').href") ==
          "https://example.org/%E7%94%BB%E5%86%8C/jinshui-2019/");
}
