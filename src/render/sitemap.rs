//! For search engines: the list of all pages with the languages of each (sitemaps.org), and the leave to
//! read them (RFC 9309).
//!
//! The list says of no page when it last changed. The plan dates its text, but figures and translations
//! change without it, and a date that is too old keeps a page from being read anew.

use std::fmt::Write as _;

use super::html::escape;
use super::page::Leaf;
use super::press::File;
use crate::localise::Edition;
use crate::plan::Plan;
use crate::value::Address;

const SITEMAP: &str = "sitemap.xml";

/// The most addresses in one list. Search engines take 50,000 in at most 50 MB, which as many addresses with
/// all their languages would be more than.
const LONGEST: usize = 10_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `robots.txt`, which only counts at the root of a host. It leads to the list of pages where there is one.
pub(super) fn robots(plan: &Plan) -> File {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &plan.base_url {
        let _ = write!(text, "\nSitemap: {base}{SITEMAP}\n");
    }
    (Address::new("robots.txt"), text.into_bytes())
}

/// `sitemap.xml`, and the lists that it leads to where one would be too long; none for a plan without an
/// address on the web, since it may not be relative.
pub(super) fn sitemap(plan: &Plan, pages: &[Leaf<'_>], editions: &[&Edition<'_>]) -> Vec<File> {
    let Some(base) = &plan.base_url else { return Vec::new() };
    let listed = pages.iter().filter(|leaf| leaf.page.is_listed());
    let entries =
        listed.flat_map(|leaf| editions.iter().map(|edition| entry(base, plan, *leaf, edition, editions)));
    lists(base, &entries.collect::<Vec<String>>(), LONGEST)
}

/// `leaf` in the language of `edition`, with the same page in the others.
fn entry(
    base: &str,
    plan: &Plan,
    leaf: Leaf<'_>,
    edition: &Edition<'_>,
    editions: &[&Edition<'_>],
) -> String {
    let at = |language| format!("{base}{}", leaf.address(language));
    let mut xml = format!("<url>\n<loc>{}</loc>\n", escape(&at(edition.language)));
    for other in editions {
        alternate(&mut xml, &other.tag(), &at(other.language));
    }
    alternate(&mut xml, "x-default", &at(plan.source_language()));
    xml.push_str("</url>\n");
    xml
}

/// `entries` in one list, or in several of at most `longest` and a list of these.
fn lists(base: &str, entries: &[String], longest: usize) -> Vec<File> {
    if entries.len() <= longest {
        return vec![(Address::new(SITEMAP), pages_list(entries))];
    }
    let mut lists: Vec<File> = (1..)
        .zip(entries.chunks(longest))
        .map(|(number, entries)| (Address::new(format!("sitemap_{number}.xml")), pages_list(entries)))
        .collect();
    let places = lists.iter().map(|(address, _)| {
        format!("<sitemap>\n<loc>{}</loc>\n</sitemap>\n", escape(&format!("{base}{address}")))
    });
    let xml = format!("{HEAD}<sitemapindex {NAMESPACE}>\n{}</sitemapindex>\n", places.collect::<String>());
    lists.push((Address::new(SITEMAP), xml.into_bytes()));
    lists
}

fn pages_list(entries: &[String]) -> Vec<u8> {
    let other = "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    format!("{HEAD}<urlset {NAMESPACE} {other}>\n{}</urlset>\n", entries.concat()).into_bytes()
}

fn alternate(xml: &mut String, tag: &str, address: &str) {
    let (tag, address) = (escape(tag), escape(address));
    let _ = writeln!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
}

#[cfg(test)]
mod tests {
    use super::lists;

    #[test]
    fn a_list_that_is_too_long_becomes_several_that_hold_each_page_once() {
        let entries: Vec<String> = (0..7).map(|page| format!("<url>{page}</url>\n")).collect();
        assert_eq!(lists("https://example.jp/", &entries, 7).len(), 1);
        let several = lists("https://example.jp/", &entries, 3);
        let text = |at: usize| String::from_utf8(several[at].1.clone()).unwrap();
        assert_eq!(several.len(), 4);
        assert_eq!(several[3].0.as_str(), "sitemap.xml");
        for (at, (address, _)) in several.iter().take(3).enumerate() {
            assert!(text(3).contains(&format!("<loc>https://example.jp/{address}</loc>")), "{address}");
            for (page, entry) in entries.iter().enumerate() {
                assert_eq!(text(at).contains(entry), page / 3 == at, "{address} {page}");
            }
        }
    }
}
