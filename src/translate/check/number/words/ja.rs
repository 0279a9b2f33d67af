//! Japanese: what stands beside a number, and what looks like one.

use std::sync::LazyLock;

use crate::translate::check::number::quantity::{Currency, Unit};

/// Units, where one begins like another the longer first. `回目` and the like make a place in an order.
pub(in super::super) const UNITS: &[(&str, Unit)] = &[
    ("%ポイント", Unit::Points),
    ("パーセントポイント", Unit::Points),
    ("ポイント", Unit::Points),
    ("%", Unit::Percent),
    ("パーセント", Unit::Percent),
    ("円", Unit::Money(Currency::Yen)),
    ("ドル", Unit::Money(Currency::Dollar)),
    ("ユーロ", Unit::Money(Currency::Euro)),
    ("レアル", Unit::Money(Currency::Real)),
    ("年度", Unit::FiscalYear),
    ("年間", Unit::Count),
    ("年生", Unit::Ordinal),
    ("年目", Unit::Ordinal),
    ("年", Unit::Year),
    ("月", Unit::Month),
    ("回目", Unit::Ordinal),
    ("番目", Unit::Ordinal),
    ("日目", Unit::Ordinal),
    ("世紀", Unit::Ordinal),
];

/// The eras: their name and the year before their first.
const ERAS: [([char; 2], u32); 5] = [
    (['令', '和'], 2018),
    (['平', '成'], 1988),
    (['昭', '和'], 1925),
    (['大', '正'], 1911),
    (['明', '治'], 1867),
];

/// The bytes of the era's name at the beginning of `rest`, and the year before its first.
pub(in super::super) fn era(rest: &str) -> Option<(usize, u32)> {
    let mut signs = rest.chars();
    let begins = [signs.next()?, signs.next()?];
    let (name, before) = ERAS.iter().find(|(name, _)| *name == begins)?;
    Some((name.iter().map(|sign| sign.len_utf8()).sum(), *before))
}

/// Counters that make a number of kanji numerals: 三つの方針 has three policies, 三角 has no number.
/// 一 alone makes none before any of them: 一つ, 一度, 一部, 一人ひとり seldom say one.
pub(in super::super) static COUNTERS: Words = LazyLock::new(|| {
    words("
    つ 人 名 年 月 か月 カ月 ヶ月 ヵ月 箇月 日 週 時 分 秒 回 度 件 次 期 章 節 条 項 号 位 番 割 倍 円 % パーセント
    ポイント 歳 才 世帯 世代 世紀 戸 軒 台 本 枚 冊 個 校 園 館 棟 か所 カ所 ヶ所 箇所 種 段階 分野 地区 地域 町 市 村
    県 区 か国 カ国 ヶ国 団体 主体 事業 施策 柱 点 方針 目標 重点 階 丁目 班 組 キロ メートル トン ヘクタール リットル")
});

/// What follows 第 and a kanji numeral where that is a number: 第五次, but 第一歩, 第三者.
pub(in super::super) static AFTER_ORDINAL: Words =
    LazyLock::new(|| words("次 期 回 章 節 条 項 号 位 編 部 版 段階 四半期 子 週 日 弾 年 世代"));

/// Words that begin like a number and are none, or whose translation seldom has one.
pub(in super::super) static IDIOMS: Words = LazyLock::new(|| {
    words(
        "
    1人ひとり 1人1人 1人一人 一人1人 十分 十人十色 二人三脚 三人寄れば
    三日坊主 二度手間 二度と 三位一体 四つ葉 八つ当たり 五分五分 七つ道具 二つ返事 百人一首 千人力
    一次産業 二次産業 三次産業 六次産業 1次産業 2次産業 3次産業 6次産業 二次元コード 2次元コード
    二次利用 2次利用 二次被害 2次被害 二次災害 2次災害 二次的 三次救急 二次救急 二世帯住宅
    二地域居住 2地域居住 1級河川 2級河川 四日市 五日市 六日町 七日市 八日市 十日町 六本木 二本松 三条市
    三次市 千歳 二戸 三戸 五戸 六戸 七戸 八戸 九戸 三日月 二期作 二十歳の集い 二十歳のつどい",
    )
});

/// Words in the order in which they are looked for.
type Words = LazyLock<Vec<&'static str>>;

fn words(line: &'static str) -> Vec<&'static str> {
    line.split_whitespace().collect()
}

/// Which of `words` stands at the beginning of `rest`.
pub(in super::super) fn beginning(words: &[&'static str], rest: &str) -> Option<&'static str> {
    words.iter().copied().find(|word| rest.starts_with(word))
}
