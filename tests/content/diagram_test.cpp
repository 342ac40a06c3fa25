#include "support/content_brochure.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::content;
using test::with_blocks;

TEST_CASE("a hub has a centre and things around it") {
    const auto run =
        with_blocks("  - 轴心图: {中心: 党建, 说明: 一根轴, 图注: 注, 各项: [一, {标题: 二, 说明: 二说}]}\n");
    const auto& hub = run.block<Hub>();
    CHECK(plain_text(hub.title) == "党建");
    CHECK(plain_text(hub.text) == "一根轴");
    CHECK(plain_text(hub.caption) == "注");
    REQUIRE(hub.entries.size() == 2);
    CHECK(plain_text(hub.entries[0].title) == "一");
    CHECK(plain_text(hub.entries[1].text) == "二说");
}

TEST_CASE("a flow is a list of steps, or a mapping with a caption") {
    const auto list = with_blocks("  - flow: [一, 二]\n");
    CHECK(list.block<Flow>().entries.size() == 2);
    const auto map = with_blocks("  - 流程: {各步: [一, 二, 三], 图注: 注}\n");
    CHECK(map.block<Flow>().entries.size() == 3);
    CHECK(plain_text(map.block<Flow>().caption) == "注");
}

TEST_CASE("cards know of what they are, and take pictures") {
    const auto people =
        with_blocks("  - 人物:\n    - {姓名: 王某, 职务: 书记, 照片: a.jpg}\n    - {姓名: 李某, 头像: 占位}\n",
                    {{"/b/a.jpg", "x"}});
    const auto& cards = people.block<Cards>();
    CHECK(cards.kind == Cards::Kind::people);
    CHECK(cards.entries[0].picture.value().path == "/b/a.jpg");
    CHECK(cards.entries[0].picture.value().alt == "王某");
    CHECK(plain_text(cards.entries[0].subtitle) == "书记");
    CHECK(cards.entries[1].picture.value().path.empty());
    const auto plain = with_blocks("  - cards: [一]\n");
    CHECK(plain.block<Cards>().kind == Cards::Kind::plain);
    CHECK_FALSE(plain.block<Cards>().entries[0].picture);
    const auto places = with_blocks("  - places: [一]\n");
    CHECK(places.block<Cards>().kind == Cards::Kind::places);
}

TEST_CASE("a QR code is an address, with or without words") {
    const auto bare = with_blocks("  - qr: https://example.org/路\n");
    CHECK(bare.block<Qr>().url == "https://example.org/%E8%B7%AF");
    const auto full = with_blocks("  - 二维码: {网址: \"https://example.org\", 说明: 扫一扫}\n");
    CHECK(plain_text(full.block<Qr>().caption) == "扫一扫");
}

TEST_CASE("a contact tells where and when somebody is found") {
    const auto run = with_blocks(
        "  - 联系: {名称: 办事处, 地址: 东风路, 电话: 12, 邮箱: a@example.org, 时间: 周一, 网址: "
        "\"https://example.org\", "
        "二维码: 否}\n");
    const auto& contact = run.block<Contact>();
    CHECK(plain_text(contact.title) == "办事处");
    CHECK(plain_text(contact.address) == "东风路");
    CHECK(plain_text(contact.phone) == "12");
    CHECK(plain_text(contact.mail) == "a@example.org");
    CHECK(plain_text(contact.hours) == "周一");
    CHECK(contact.site.value().url == "https://example.org");
    CHECK_FALSE(contact.qr);
}
