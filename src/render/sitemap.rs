//! For search engines: the list of all pages with the languages of each (sitemaps.org), and the leave to
//! read them (RFC 9309).
//!
//! The list says of no page when it last changed. The plan dates its text, but figures and translations
//! change without it, and a date that is too old keeps a page from being read anew.

use std::fmt::Write as _;

use super::html::escape;
use super::page::Leaf;
use crate::localise::Edition;
use crate::plan::Plan;
use crate::value::Address;

const SITEMAP: &str = "sitemap.xml";

/// `robots.txt`, which only counts at the root of a host. It leads to the list of pages where there is one.
pub(super) fn robots(plan: &Plan) -> (Address, Vec<u8>) {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &plan.base_url {
        let _ = write!(text, "\nSitemap: {base}{SITEMAP}\n");
    }
    (Address::new("robots.txt"), text.into_bytes())
}

/// `sitemap.xml`; none for a plan without an address on the web, since it may not be relative.
pub(super) fn sitemap(
    plan: &Plan,
    pages: &[Leaf<'_>],
    editions: &[&Edition<'_>],
) -> Option<(Address, Vec<u8>)> {
    let base = plan.base_url.as_ref()?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for leaf in pages.iter().filter(|leaf| leaf.page.is_listed()) {
        for edition in editions {
            let _ = writeln!(
                xml,
                "<url>\n<loc>{}</loc>",
                escape(&format!("{base}{}", leaf.address(edition.language)))
            );
            for other in editions {
                alternate(&mut xml, &other.tag(), &format!("{base}{}", leaf.address(other.language)));
            }
            alternate(&mut xml, "x-default", &format!("{base}{}", leaf.address(plan.source_language())));
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    Some((Address::new(SITEMAP), xml.into_bytes()))
}

fn alternate(xml: &mut String, tag: &str, address: &str) {
    let (tag, address) = (escape(tag), escape(address));
    let _ = writeln!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
}
