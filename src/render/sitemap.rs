//! The list of all pages for search engines (sitemaps.org), with the languages of each.

use std::fmt::Write as _;

use super::html::escape;
use super::page::Page;
use crate::localise::Edition;
use crate::plan::Plan;
use crate::value::Address;

/// `sitemap.xml`; none for a plan without an address on the web, since it may not be relative.
pub(super) fn sitemap(
    plan: &Plan,
    pages: &[Page<'_>],
    editions: &[&Edition<'_>],
) -> Option<(Address, Vec<u8>)> {
    let base = plan.base_url.as_ref()?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages.iter().filter(|page| page.is_listed()) {
        for edition in editions {
            let _ = writeln!(
                xml,
                "<url>\n<loc>{}</loc>",
                escape(&format!("{base}{}", page.address(edition.language)))
            );
            for other in editions {
                alternate(&mut xml, &other.tag(), &format!("{base}{}", page.address(other.language)));
            }
            alternate(&mut xml, "x-default", &format!("{base}{}", page.address(plan.source_language())));
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    Some((Address::new("sitemap.xml"), xml.into_bytes()))
}

fn alternate(xml: &mut String, tag: &str, address: &str) {
    let (tag, address) = (escape(tag), escape(address));
    let _ = writeln!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
}
