//! The town's colour: a few custom properties over the theme's own, once text in it is found readable.
//!
//! Sheets name colours by what they are for (`--key`); a town chooses one colour, and the tones that go
//! with it are made from it here. Held against it are the surfaces that the theme's sheets really have.

use std::collections::BTreeMap;

use csscolorparser::Color;

use super::style::{Given, given, palette};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Source};
use crate::read::theme_file::Theme;

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
const LEAST: f32 = 4.5;

/// What a colour made for the dark screen keeps beyond the least: as much as the default theme's.
const DARK: f32 = 7.0;

/// The surfaces that text in the colour stands on, and the text that stands on the colour.
const GROUNDS: [&str; 3] = ["--surface", "--surface-soft", "--on-key"];

/// What text is written in, and on what, wherever the default theme's sheets do so.
const PAIRS: [(&str, &[&str]); 7] = [
    ("--text", &["--surface", "--surface-soft"]),
    ("--heading", &["--surface", "--surface-soft"]),
    ("--secondary", &["--surface", "--surface-soft"]),
    ("--link", &["--surface", "--surface-soft"]),
    ("--link-visited", &["--surface"]),
    ("--key", &["--surface", "--surface-soft", "--key-soft"]),
    ("--on-key", &["--key"]),
];

/// Follows `token.css` in the order of the sheets, so that it wins over it in the same layer.
const SHEET: &str = "css/token.town.css";

/// The theme's static files with its town's colour among their sheets; a colour that is none, or
/// in which text is hard to read, is in `findings`.
pub(super) fn dressed(theme: &Theme, findings: &mut Diagnostics) -> BTreeMap<String, Vec<u8>> {
    let mut files = theme.files.clone();
    let settings = theme.settings.as_ref().map(|settings| &settings.data);
    if settings.is_none_or(|settings| settings.colour.is_none() && settings.dark_colour.is_none()) {
        return files;
    }
    let light = Screen::new(theme, false);
    let colour = asked(theme, "colour", &light, findings);
    let dark = Screen { tint: colour, ..Screen::new(theme, true) };
    let made = colour.as_ref().map(|colour| dark.nearest(colour, DARK));
    let dark_colour = asked(theme, "dark_colour", &dark, findings).or(made);
    let by_day = colour.map(|colour| light.properties(&colour));
    let by_night = dark_colour.map(|colour| {
        format!("@media screen and (prefers-color-scheme: dark){{{}}}", dark.properties(&colour))
    });
    let sheet: String = by_day.into_iter().chain(by_night).collect();
    if !sheet.is_empty() {
        files.insert(SHEET.to_owned(), format!("@layer token{{{sheet}}}").into_bytes());
    }
    files
}

/// Asks about text that is hard to read where a sheet of the project gives a colour to the page as a whole
/// (`:root`), on a light screen or a dark one. Colours that a sheet gives to a part of the page, or computes,
/// are left to people.
pub fn advice(theme: &Theme) -> Diagnostics {
    let mut found: Vec<(f32, Diagnostic)> = Vec::new();
    let settings = theme.settings.as_ref().map(|settings| &settings.data);
    let town = settings.is_some_and(|settings| settings.colour.is_some() || settings.dark_colour.is_some());
    for dark in [false, true] {
        let given = given(&theme.files, dark);
        let pairs = PAIRS.iter().flat_map(|(ink, grounds)| grounds.iter().map(move |ground| (*ink, *ground)));
        // The colour of theme.yml is held against the surfaces on its own.
        let pairs =
            pairs.filter(|(ink, ground)| !town || ![ink, ground].iter().any(|name| name.contains("key")));
        let read = |name: &str| Some((given.get(name)?, self::read(&given.get(name)?.value)?));
        for (ink, ground) in pairs {
            let (Some(text), Some(behind)) = (read(ink), read(ground)) else { continue };
            let contrast = contrast(&text.1, &behind.1);
            let Some(place) = [text.0, behind.0].into_iter().find_map(|given| place(given, theme)) else {
                continue;
            };
            if contrast < LEAST {
                let finding = Diagnostic { place, ..Diagnostic::about(Rule::TokenContrast, "") };
                let finding = finding.with("ink", ink).with("ground", ground).with("least", LEAST);
                let finding = finding.with("colours", format!("{} / {}", text.0.value, behind.0.value));
                found.push((contrast, finding.with("contrast", rounded_down(contrast))));
            }
        }
    }
    // One colour that is changed can spoil several others: the worst is told.
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut told = Diagnostics::new();
    for (_, finding) in found {
        if told.iter().all(|known| known.place != finding.place) {
            told.push(finding);
        }
    }
    told
}

/// Where a sheet of the project gives a property; `None` where another does.
fn place(given: &Given, theme: &Theme) -> Option<Place> {
    let text = String::from_utf8_lossy(theme.files.get(&given.sheet)?).into_owned();
    let source = Source::new(theme.places.get(&given.sheet)?, text);
    Some(Place::Span(source.span(given.range.clone())))
}

/// Rounded down, so that none is printed as the limit that it misses.
fn rounded_down(contrast: f32) -> String {
    format!("{:.2}", (contrast * 100.0).floor() / 100.0)
}

/// The colour that the theme's settings give under `key`.
fn asked(theme: &Theme, key: &str, screen: &Screen, findings: &mut Diagnostics) -> Option<Color> {
    let settings = theme.settings.as_ref()?;
    let written = if key == "colour" { &settings.data.colour } else { &settings.data.dark_colour };
    let written = written.as_deref()?;
    let finding = |rule| Diagnostic::at(rule, &settings.value(key)).with("colour", written);
    let Some(colour) = read(written) else {
        findings.push(finding(Rule::BadColour));
        return None;
    };
    let (contrast, ground) = screen.least_contrast(&colour);
    if contrast < LEAST {
        let finding = finding(Rule::LowContrast).with("contrast", rounded_down(contrast));
        let finding = finding.with("least", LEAST);
        let nearest = screen.nearest(&colour, LEAST);
        findings.push(finding.with("ground", ground.to_css_hex()).with("nearest", nearest.to_css_hex()));
    }
    Some(colour)
}

/// A colour that covers what is under it, to the 256th as browsers show it.
fn read(written: &str) -> Option<Color> {
    let colour = csscolorparser::parse(written.trim()).ok().filter(|colour| colour.a >= 1.0)?;
    Some(shown(&colour))
}

fn shown(colour: &Color) -> Color {
    let [red, green, blue, _] = colour.to_rgba8();
    Color::from_rgba8(red, green, blue, u8::MAX)
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: &Color, other: &Color) -> f32 {
    let luminance = |colour: &Color| {
        let [red, green, blue, _] = colour.to_linear_rgba();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The theme's surfaces on a light or a dark screen.
struct Screen {
    dark: bool,
    surface: Color,
    /// What the soft tone is made with on a dark screen, where the colour itself has faded; without it,
    /// the colour.
    tint: Option<Color>,
    grounds: Vec<Color>,
}

impl Screen {
    fn new(theme: &Theme, dark: bool) -> Self {
        let palette = palette(&theme.files, dark);
        let grounds: Vec<Color> =
            GROUNDS.iter().filter_map(|name| palette.get(*name).and_then(|value| read(value))).collect();
        let paper =
            if dark { Color::from_rgba8(0, 0, 0, 255) } else { Color::from_rgba8(255, 255, 255, 255) };
        Self { dark, surface: grounds.first().copied().unwrap_or(paper), tint: None, grounds }
    }

    /// The soft tone of `colour`, on which text in it stands as well.
    fn soft(&self, colour: &Color) -> Color {
        let (tint, share) = self.tint.as_ref().map_or((colour, 0.12), |tint| (tint, 0.3));
        shown(&self.surface.interpolate_oklab(tint, share))
    }

    /// Where text in `colour` has the least contrast, and how much.
    fn least_contrast(&self, colour: &Color) -> (f32, Color) {
        let grounds = self.grounds.iter().copied().chain([self.soft(colour)]);
        let contrasts = grounds.map(|ground| (contrast(colour, &ground), ground));
        contrasts
            .reduce(|least, one| if one.0 < least.0 { one } else { least })
            .unwrap_or((21.0, Color::default()))
    }

    /// The shade of `colour` nearest to it that has the contrast `wanted`: of the same hue, darker on
    /// a light screen and lighter on a dark one; the darkest or lightest of all where none has it.
    fn nearest(&self, colour: &Color, wanted: f32) -> Color {
        let [lightness, a, b, _] = colour.to_oklaba();
        let end = if self.dark { 1.0 } else { 0.0 };
        let shade = |way: f32| {
            // Towards white and black a colour fades, as paint does.
            let left = 1.0 - way;
            shown(&Color::from_oklaba(lightness + way * (end - lightness), a * left, b * left, 1.0).clamp())
        };
        let steps = 256_u16;
        (0..=steps)
            .map(|step| shade(f32::from(step) / f32::from(steps)))
            .find(|shade| self.least_contrast(shade).0 >= wanted)
            .unwrap_or_else(|| shade(1.0))
    }

    fn properties(&self, colour: &Color) -> String {
        format!(":root{{--key:{};--key-soft:{}}}", colour.to_css_hex(), self.soft(colour).to_css_hex())
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, Screen, contrast, read};
    use crate::read::theme_file::Theme;

    fn screen(dark: bool) -> Screen {
        let sheet = ":root { --surface: #fff; --surface-soft: #f2f2f2; --on-key: #fff }
            @media (prefers-color-scheme: dark) { :root { --surface: #1a1a1a; --surface-soft: #262626; --on-key: #1a1a1a } }";
        let mut theme = Theme::default();
        theme.files.insert("css/token.css".to_owned(), sheet.as_bytes().to_owned());
        Screen::new(&theme, dark)
    }

    #[test]
    fn contrasts_are_those_of_the_guideline() {
        for (one, other, expected) in [
            ("#000", "#fff", 21.0),
            ("#777", "#fff", 4.478),
            ("#fff", "#fff", 1.0),
            ("#0017c1", "#fff", 11.1),
        ] {
            let found = contrast(&read(one).unwrap(), &read(other).unwrap());
            assert!((found - expected).abs() < 0.01, "{one} {other} {found}");
        }
    }

    #[test]
    fn the_nearest_shade_passes_and_the_one_before_it_does_not() {
        for colour in ["#ffd43d", "#19a35f", "#ff8d44", "#999999", "#00ffff"] {
            for dark in [false, true] {
                let (screen, colour) = (screen(dark), read(colour).unwrap());
                let nearest = screen.nearest(&colour, LEAST);
                assert!(screen.least_contrast(&nearest).0 >= LEAST, "{colour:?}");
                let changed = nearest.to_rgba8() != colour.to_rgba8();
                assert_eq!(changed, screen.least_contrast(&colour).0 < LEAST, "{colour:?}");
                assert!(screen.least_contrast(&nearest).0 < LEAST + 0.3 || !changed, "{colour:?}: too far");
            }
        }
    }

    #[test]
    fn what_is_transparent_or_no_colour_is_not_read() {
        for written in ["", "#12", "green-ish", "#0017c180", "rgb(0 0 0 / 50%)", "transparent"] {
            assert!(read(written).is_none(), "{written}");
        }
        assert_eq!(read(" rgb(25 122 75) ").unwrap().to_rgba8(), [25, 122, 75, 255]);
    }
}
