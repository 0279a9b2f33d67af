//! What pages are made from.

use std::collections::BTreeMap;

use super::{Extent, Leaf};
use crate::localise::Edition;
use crate::render::Look;
use crate::render::asset::Assets;
use crate::render::binding::Volume;
use crate::render::data::Data;
use crate::render::gallery::Gallery;
use crate::render::html::Breaks;
use crate::value::Address;

/// What all pages of one language are made from.
#[derive(Clone, Copy)]
pub(in crate::render) struct Shelf<'a> {
    pub(in crate::render) edition: &'a Edition<'a>,
    pub(in crate::render) gallery: &'a Gallery<'a>,
    /// Where titles and names may break.
    pub(in crate::render) breaks: &'a Breaks,
    pub(in crate::render) editions: &'a [&'a Edition<'a>],
    pub(in crate::render) data: &'a Data<'a>,
    pub(in crate::render) assets: &'a Assets,
    pub(in crate::render) look: &'a Look,
    /// What can be found on the pages, and the same in the plan's own language.
    pub(in crate::render) index: &'a [Address],
    pub(in crate::render) source_index: &'a [Address],
    pub(in crate::render) pages: &'a [Leaf<'a>],
    pub(in crate::render) extent: &'a Extent<'a>,
    /// What the pages hold that many are bound in, by their stems.
    pub(in crate::render) volumes: &'a BTreeMap<String, Volume<'a>>,
    /// Whether the theme is another than the default one, to which the program's tests were made.
    pub(in crate::render) own_theme: bool,
    /// The sizes of the files that stand already.
    pub(in crate::render) sizes: &'a BTreeMap<Address, usize>,
}
