// The help texts in both languages, as they appear. Written by hand, because a generated list explains nothing; a test
// holds them to the options that exist.
#include "cli/help.h"

namespace zheye::cli {

namespace {

constexpr std::string_view kProgramZh = R"(zheye（折页）：用 YAML 写内容，排成中文画册，生成 PDF。

用法：
  zheye build 文件|文件夹… [-o 输出]    生成 PDF
  zheye check 文件|文件夹…              只检查内容，不生成文件
  zheye batch 文件夹|文件…              许多本一起生成，只做有变化的
  zheye watch 文件夹|文件…              每次存盘就重做
  zheye publish 文件夹|文件…            放进一个文件夹，可以上网、拷到优盘
  zheye fix 文件|文件夹…                改正标点等确定的错误
  zheye schema content|theme            列出内容或主题的全部设置
  zheye build --help                    一个命令的说明

通用选项（写在哪里都可以）：
  --lang zh|en                  提示用中文还是英文；默认看系统语言，没有设置时用中文
  --diagnostics text|json       问题列表给人看（text，默认）还是给编辑器和程序看（json）
  --color auto|always|never     颜色；auto（默认）只在终端里用
  -q, --quiet                   只说错误
  -h, --help                    本说明
  --version                     版本

结束时的返回值：
  0 完成    1 内容有错误    2 命令用法不对    3 系统出了问题（磁盘、权限、字体没有安装）

例子：
  zheye build content/jinshui-2019
  zheye build 画册.yaml -o 画册.pdf
  zheye check --diagnostics json 画册.yaml
)";

constexpr std::string_view kProgramEn = R"(zheye: brochures in Chinese, from YAML to PDF.

Usage:
  zheye build FILE|FOLDER... [-o OUT]   make the PDF
  zheye check FILE|FOLDER...            only check the content, write nothing
  zheye batch FOLDER|FILE...            make many, and only those that have changed
  zheye watch FOLDER|FILE...            make again at every save
  zheye publish FOLDER|FILE...          put them into a folder for the web or a stick
  zheye fix FILE|FOLDER...              put right what is certain, as punctuation
  zheye schema content|theme            list every key of the content, every setting of a theme
  zheye build --help                    more about one command

Options for every command, in any place:
  --lang zh|en                  language of the messages; by the locale, Chinese where none is set
  --diagnostics text|json       problems for people (text, the default) or for editors and programs (json)
  --color auto|always|never     colours; auto (the default) only in a terminal
  -q, --quiet                   say errors only
  -h, --help                    this text
  --version                     the version

Exit status:
  0 done    1 the content has errors    2 wrong usage    3 the system failed (disk, permission, fonts not installed)

Examples:
  zheye build content/jinshui-2019
  zheye build brochure.yaml -o brochure.pdf
  zheye check --diagnostics json brochure.yaml
)";

constexpr std::string_view kBuildZh = R"(用法：zheye build 文件|文件夹… [选项]

把内容排成 PDF。给出文件夹时读其中的 brochure.yaml。有错误时全部列出，什么也不写，上一次的 PDF 保持原样；
只有提醒时照常生成。

选项：
  -o, --out 输出                文件，或以 / 结尾的文件夹（也可以是已有的文件夹）；- 是标准输出。
                                默认 output/名称.pdf，名称取自文件名；brochure.yaml 取自它的文件夹。
                                有几个输入时，输出只能是文件夹，或带 {…} 的文件名，如 '成品/{标题}-{用途}'：
                                {名称} {标题} {形式} {用途} {日期} {编号} {语言}
  --theme 主题                  换一个主题：自带主题的名字，或主题文件
  --profile 用途[,用途…]        screen 屏幕阅读（默认），archive 存档，print 印刷，
                                booklet 拼好版的册子；或自己的用途：画册文件夹里的
                                profiles/名字.yaml，或 .yaml 文件。几个用途只排一次版，各得一个文件，
                                文件名多“-用途”；screen 的没有
  --emit pdf|dump|svg           生成 PDF（默认）；或排版结果的文字记录（.dump）；或一张 SVG，各页上下排开，
                                在浏览器里看（文件名后加 #page-3 只看第三页）
  --sheets                      给印刷厂的整张纸：折页两面展开，带出血、裁切线和折线；文件名多“-sheets”
  --password-file 文件          打开 PDF 要的密码（文件的第一行）；只用于 screen，加了密码就不再是 PDF/A
  --timings                     最后列出每一步用的时间和内存
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

--diagnostics json 时，问题列表写到标准输出（-o - 时写到标准错误），其他什么也不说。
设了环境变量 SOURCE_DATE_EPOCH 时，PDF 里的日期取自它。主题和字体表取自 ZHEYE_HOME 指的文件夹；没有设置时自己找。

例子：
  zheye build content/jinshui-2019 -o output/
  zheye build 东风路.yaml 文化路.yaml -o 成品/
  zheye build 画册.yaml --emit dump -o -
)";

constexpr std::string_view kBuildEn = R"(Usage: zheye build FILE|FOLDER... [options]

Turns content into a PDF. Of a folder, its brochure.yaml is read. Errors are listed all at once; then nothing is written
and the last PDF stays as it was. Warnings alone do not stop it.

Options:
  -o, --out OUT                 a file, or a folder (one that exists, or ending in /); - is standard output.
                                Without it output/NAME.pdf, named after the file; brochure.yaml after its folder.
                                Several inputs need a folder, or a name with {…}, as 'made/{title}-{profile}':
                                {name} {title} {form} {profile} {date} {number} {language}
  --theme THEME                 another theme than the brochure's: the name of one that ships, or a file
  --profile PURPOSE[,...]       screen: for reading (default); archive; print: for the press; booklet: imposed; or
                                one's own: profiles/NAME.yaml in the brochure's folder, or a .yaml file. Several are laid out
                                once and get a file each, named -PURPOSE; that of screen is not
  --emit pdf|dump|svg           the PDF (default); a record of the layout as text (.dump); or one SVG, the pages below
                                each other, for a browser (#page-3 behind the file's name: the third page alone)
  --sheets                      whole sheets for the printer: what is folded lies open, both sides, with bleed and marks
                                for cuts and folds; the file's name gets "-sheets"
  --password-file FILE          a password to open the PDF (the file's first line); for screen only, which then is no PDF/A
  --timings                     at the end, list the time and memory of each stage
  and the options for every command, --lang --diagnostics --color --quiet; see zheye --help

With --diagnostics json the list of problems goes to standard output (with -o - to standard error), and nothing else is said.
SOURCE_DATE_EPOCH, if set, gives the dates in the PDF. Themes and the table of fonts are taken from the folder that
ZHEYE_HOME names; without it zheye looks for them itself.

Examples:
  zheye build content/jinshui-2019 -o output/
  zheye build east.yaml west.yaml -o made/
  zheye build brochure.yaml --emit dump -o -
)";

constexpr std::string_view kCheckZh = R"(用法：zheye check 文件|文件夹… [选项]

读内容、主题和字体，完整排一遍版，列出全部错误和提醒，不写任何文件。给出文件夹时读其中的 brochure.yaml。
有错误时返回 1，只有提醒时返回 0。

选项：
  --theme 主题                  换一个主题来看：自带主题的名字，或主题文件
  --profile 用途[,用途…]        为这个用途检查，如 print：文字离裁切边太近、没有出血、线太细、反白的字太小、图片太粗或还是占位
  --timings                     最后列出每一步用的时间和内存
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

--diagnostics json 把一个 JSON 数组写到标准输出，没有问题时是 []。

例子：
  zheye check content/jinshui-2019
  zheye check --diagnostics json 画册.yaml
)";

constexpr std::string_view kCheckEn = R"(Usage: zheye check FILE|FOLDER... [options]

Reads content, theme and fonts, lays everything out, lists all errors and warnings and writes no file. Of a folder, its
brochure.yaml is read. Exit status 1 if there are errors, 0 if there are only warnings.

Options:
  --theme THEME                 look at it in another theme: the name of one that ships, or a file
  --profile PURPOSE[,...]       check for this purpose, as print: text too near to the trim, no bleed, thin lines,
                                light type too small, pictures
                                that are coarse or still to come
  --timings                     at the end, list the time and memory of each stage
  and the options for every command, --lang --diagnostics --color --quiet; see zheye --help

--diagnostics json writes one JSON array to standard output, [] if all is well.

Examples:
  zheye check content/jinshui-2019
  zheye check --diagnostics json brochure.yaml
)";

constexpr std::string_view kBatchZh = R"(用法：zheye batch 文件夹|文件|通配… [选项]

把许多本一起生成 PDF，用上全部处理器核；有变化的才重做。文件夹连同里面的文件夹都找一遍，写了“zheye: 1”
（或“版本: 1”）的 YAML 都是一本；通配如 'content/*/brochure.yaml'，** 代表任意几层文件夹。写了“系列:”的是一个系列：一个模板、一张表，每行一本
（见 docs/batch.md）。哪一本有错，就列出来，别的照做。

做过什么、用过哪些文件（内容、引入的文件、图片、主题、字体、程序本身）记在输出文件夹的 .zheye/manifest 里，
只比内容，不看时间；输出被删、被改，也会重做。几本共用的数据改了，只重做印出这个数的。按 Ctrl-C 停下，再运行就接着做。

选项：
  -o, --out 文件夹              默认 output。a/b/brochure.yaml 在 a 里找到时生成 b.pdf，a/b/海报.yaml 生成 b/海报.pdf
  --list 文件                   要做的列在一个文件里，一行一个；# 开头的行不算
  -j, --jobs 数                 同时做几本；默认和处理器核一样多
  --force                       全部重做
  --explain                     每一本都说明为什么重做
  --report 文件                 把结果写成 JSON
  --shard 第几/几份             几台机器分着做，每台一份；/8 的“第几”取自 JOB_COMPLETION_INDEX（Kubernetes）；
                                在 Slurm 的 array 里不用写
  --merge                       把各份的记录合在一起；后面有文件夹时，再把没做的补上
  --theme --profile --emit --sheets   和 zheye build 一样
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

--diagnostics json 时，标准输出就是 --report 的那个 JSON，其他什么也不说。

例子：
  zheye batch content -o output
  zheye batch --list 名单.txt --profile screen,print
)";

constexpr std::string_view kBatchEn = R"(Usage: zheye batch FOLDER|FILE|PATTERN... [options]

Makes the PDFs of many brochures on all cores, and only of those that have changed. Folders are searched with all the
folders in them: every YAML file that says 'zheye: 1' is a brochure. Patterns are such as 'content/*/brochure.yaml', where
** stands for any folders. A file that says 'series:' is a template and a table, and makes a brochure for each row (docs/batch.md).
A brochure with errors is told of and stops no other.

What was made of which files (text, included files, pictures, theme, fonts, the program itself) is kept in .zheye/manifest in
the output folder. Contents are compared, never times; outputs that are gone or changed are made again. After a change of
facts that many share, those are made again that print them. Ctrl-C stops; the next run goes on.

Options:
  -o, --out FOLDER              default: output. a/b/brochure.yaml, found in a, makes b.pdf, and a/b/poster.yaml b/poster.pdf
  --list FILE                   what to make, one a line; lines that begin with # do not count
  -j, --jobs N                  how many at the same time; default: as many as there are cores
  --force                       make everything again
  --explain                     say of each why it is made again
  --report FILE                 write what was done as JSON
  --shard K/N                   do the Kth of N parts, for several machines; of /8 JOB_COMPLETION_INDEX (Kubernetes) says
                                which; not needed in an array of Slurm
  --merge                       join what the parts left; with inputs, make also what none of them made
  --theme --profile --emit --sheets   as of zheye build
  and the options for every command, --lang --diagnostics --color --quiet; see zheye --help

With --diagnostics json standard output is the JSON of --report, and nothing else is said.

Examples:
  zheye batch content -o output
  zheye batch --list places.txt --profile screen,print
)";

constexpr std::string_view kWatchZh = R"(用法：zheye watch 文件夹|文件|通配… [选项]

先把有变化的做一遍，然后看着：内容、引入的文件、图片、表、主题、字体，哪个存了盘，用到它的册子就重做；一起存的几个算
一次。内容有错就说出来，原来的 PDF 不动，改好了再做。新加的册子也会做。按 Ctrl-C 结束。

选项：
  -o, --out 文件夹              默认 output；输出的名字和 zheye batch 一样
  --theme --profile --emit --sheets   和 zheye build 一样
  另有通用选项 --lang --color --quiet，见 zheye --help

例子：
  zheye watch content/jinshui-2019
)";

constexpr std::string_view kWatchEn = R"(Usage: zheye watch FOLDER|FILE|PATTERN... [options]

Makes what has changed and then watches: whenever text, an included file, picture, table, theme or font is saved, the
brochures that use it are made again; what is saved together counts as one change. Errors are told, and the last PDF stays as
it was until they are put right. New brochures are made too. Ctrl-C ends it.

Options:
  -o, --out FOLDER              default: output; files are named as by zheye batch
  --theme --profile --emit --sheets   as of zheye build
  and the options for every command, --lang --color --quiet; see zheye --help

Examples:
  zheye watch content/jinshui-2019
)";

constexpr std::string_view kPublishZh = R"(用法：zheye publish 文件夹|文件|通配… [选项]

先像 zheye batch 一样把有变化的做好，再放进一个文件夹：每一本有 PDF、封面和一页介绍，还有总目录、Atom 订阅和 SHA256SUMS。
拷到优盘、放到网上都能看，不用 JavaScript。只写有变化的文件；不再有的册子，拿走的只是 publish 自己写过的文件。

选项：
  --to 文件夹                   放到哪里；默认 site
  --base 地址                   它在网上的地址，如 https://example.org/huace/：加上二维码、站点地图和完整的链接
  --title 名称                  总目录的名称；默认是各本共同的出版者，没有就叫“宣传册”
  -o, --out 文件夹              PDF 做到哪里，默认 output
  --profile 用途[,用途…]        每一本放哪几种 PDF；默认 screen。第一种的页数和大小印在总目录里
  --list --theme -j --force --report   和 zheye batch 一样
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

日期取自内容（出版信息: {日期: …}），没有写的取自环境变量 SOURCE_DATE_EPOCH，从不取自时钟。

例子：
  zheye publish content --to site --base https://example.org/huace/
  zheye publish content/series --profile screen,print --to /media/优盘
)";

constexpr std::string_view kPublishEn = R"(Usage: zheye publish FOLDER|FILE|PATTERN... [options]

Makes what has changed, as zheye batch does, and puts it into a folder: for each brochure the PDFs, its cover and a page about
it; an index, an Atom feed and SHA256SUMS. To be served, or read from a stick, without JavaScript. Only files that changed are
written; of brochures that are no more, those files are taken away that publish wrote.

Options:
  --to FOLDER                   where to; default: site
  --base ADDRESS                where it will be on the web, as https://example.org/brochures/: adds QR codes, a sitemap and
                                whole addresses
  --title TITLE                 of the index; default: who publishes
  -o, --out FOLDER              where the PDFs are made; default: output
  --profile PURPOSE[,...]       which PDFs of each; default: screen. Pages and size of the first stand in the index
  --list --theme -j --force --report   as of zheye batch
  and the options for every command, --lang --diagnostics --color --quiet; see zheye --help

Dates are those of the content (meta: {date: ...}), for what has none that of SOURCE_DATE_EPOCH, never that of the clock.

Examples:
  zheye publish content --to site --base https://example.org/brochures/
  zheye publish content/series --profile screen,print --to /media/stick
)";

constexpr std::string_view kFixZh = R"(用法：zheye fix 文件|文件夹… [选项]

校对内容，把有把握的错误直接改在文件里：半角标点、直引号、套错的引号和书名号、重复的标点、打得不对的省略号和破折号、
全角字母数字、混进来的繁体或简体字。引入的文件一起改。只动错的那几个字，注释、排列和换行都照原样；文件整个替换，
不会只写一半。没有把握的仍然列出，请自己改。内容有错误（比如 YAML 不对）时什么也不改，返回 1。

选项：
  --dry-run                     只看要改什么（unified diff），不写文件
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

--diagnostics json 把剩下的问题写到标准输出；加上 --dry-run 就是全部问题，能改的带着“edits”。

例子：
  zheye fix --dry-run content/jinshui-2019
  zheye fix 画册.yaml
)";

constexpr std::string_view kFixEn = R"(Usage: zheye fix FILE|FOLDER... [options]

Proofreads the content and puts right in the files what is certain: half-width marks, straight quotes, quotes and titles
nested wrongly, doubled marks, ellipses and dashes typed otherwise, full-width letters, characters of the other script.
Included files too. Only those characters change; comments, layout and line ends stay; a file is replaced as a whole or not
at all. What is not certain is listed for you. If the content has errors nothing is changed and the exit status is 1.

Options:
  --dry-run                     show what would change (a unified diff), write nothing
  and the options for every command, --lang --diagnostics --color --quiet; see zheye --help

--diagnostics json writes what is left to standard output; with --dry-run everything, with "edits" where it can be corrected.

Examples:
  zheye fix --dry-run content/jinshui-2019
  zheye fix brochure.yaml
)";

constexpr std::string_view kSchemaZh = R"(用法：zheye schema [content|theme]

列出内容的全部键（content，默认）：名字、别名、写法、用处；或主题的全部设置（theme）：种类、范围、默认主题里的值、含义。
写成 Markdown 表格。

选项：
  另有通用选项 --lang --diagnostics --color --quiet，见 zheye --help

例子：
  zheye schema theme
)";

constexpr std::string_view kSchemaEn = R"(Usage: zheye schema [content|theme]

Lists every key of the content (content, the default): names, forms, what it is for; or every setting of a theme (theme):
kind, limits, value in the default theme, meaning. As tables in Markdown.

Options:
  the options for every command, --lang --diagnostics --color --quiet; see zheye --help

Examples:
  zheye schema theme --lang en
)";

}  // namespace

std::string_view help(std::optional<Command> command, diag::Language language) {
    const bool zh = language == diag::Language::zh;
    if (!command) return zh ? kProgramZh : kProgramEn;
    if (*command == Command::build) return zh ? kBuildZh : kBuildEn;
    if (*command == Command::check) return zh ? kCheckZh : kCheckEn;
    if (*command == Command::batch) return zh ? kBatchZh : kBatchEn;
    if (*command == Command::watch) return zh ? kWatchZh : kWatchEn;
    if (*command == Command::publish) return zh ? kPublishZh : kPublishEn;
    if (*command == Command::schema) return zh ? kSchemaZh : kSchemaEn;
    return zh ? kFixZh : kFixEn;
}

}  // namespace zheye::cli
