// The names of the icons in themes/icons.
#pragma once

#include "content/schema.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kIcons{Choice{"person", "个人|居民"},
                                   Choice{"people", "人群|人们|群众"},
                                   Choice{"family", "家庭|一家人"},
                                   Choice{"elders", "老人|养老"},
                                   Choice{"children", "儿童|孩子"},
                                   Choice{"volunteer", "志愿者|志愿|爱心"},
                                   Choice{"home", "家|住房"},
                                   Choice{"building", "楼房|小区|建筑"},
                                   Choice{"government", "机关|政府"},
                                   Choice{"factory", "工厂|企业"},
                                   Choice{"shop", "小店|商店|店铺"},
                                   Choice{"market", "菜场|菜篮|市场"},
                                   Choice{"health", "健康|医疗"},
                                   Choice{"hospital", "医院|诊所"},
                                   Choice{"book", "书|图书|阅读"},
                                   Choice{"school", "学校|教育"},
                                   Choice{"tree", "树|绿化"},
                                   Choice{"leaf", "叶|环保"},
                                   Choice{"flower", "花"},
                                   Choice{"water", "水|用水"},
                                   Choice{"wind", "风"},
                                   Choice{"sun", "太阳|阳光"},
                                   Choice{"road", "路|道路"},
                                   Choice{"bridge", "桥"},
                                   Choice{"bus", "公交|交通"},
                                   Choice{"bicycle", "自行车|骑行"},
                                   Choice{"safety", "安全|平安"},
                                   Choice{"fire", "火|消防"},
                                   Choice{"law", "法治|法律"},
                                   Choice{"dialogue", "对话|议事|协商"},
                                   Choice{"megaphone", "宣传|喇叭"},
                                   Choice{"phone", "电话"},
                                   Choice{"mail", "邮件|信"},
                                   Choice{"pin", "地点|位置"},
                                   Choice{"calendar", "日历|日期"},
                                   Choice{"clock", "时间|时钟"},
                                   Choice{"chart", "图表|统计"},
                                   Choice{"growth", "增长|发展"},
                                   Choice{"money", "钱|资金"},
                                   Choice{"document", "文件|材料"},
                                   Choice{"checklist", "清单"},
                                   Choice{"search", "查找|检查"},
                                   Choice{"idea", "点子|创新"},
                                   Choice{"lamp", "路灯|照明"},
                                   Choice{"recycle", "回收|垃圾分类"},
                                   Choice{"sports", "体育|运动"},
                                   Choice{"lantern", "灯笼|文化|节日"},
                                   Choice{"music", "音乐"},
                                   Choice{"art", "美术|艺术"},
                                   Choice{"camera", "相机|照片"},
                                   Choice{"meal", "食堂|餐饮"},
                                   Choice{"star", "星|荣誉"},
                                   Choice{"medal", "奖牌|先进"},
                                   Choice{"flag", "旗"},
                                   Choice{"repair", "维修|修理"},
                                   Choice{"computer", "电脑|线上"},
                                   Choice{"network", "网络"},
                                   Choice{"key", "钥匙"}};

/// Of facts, cards, items of lists.
inline constexpr Key kIcon{"icon", "图标", Kind::choice, kScalar, false, "图标的名字", "name of an icon", {}, kIcons};

}  // namespace zheye::content::keys
