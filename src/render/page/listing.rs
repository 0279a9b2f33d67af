//! A list that may be longer than a page has room for.

/// How many elements a list may add to a page. An old phone lays out 1,400 without a wait, and the rest of
/// the page takes up to 600 of them.
pub(super) const ROOM: usize = 800;

/// The entries of a list, on as many pages as they need.
pub(super) struct Listing<T> {
    entries: Vec<T>,
    /// With which entry each page but the first begins.
    turns: Vec<usize>,
}

impl<T> Listing<T> {
    /// All `entries` on one page.
    pub(super) fn whole(entries: Vec<T>) -> Self {
        Self { entries, turns: Vec::new() }
    }

    /// Divides `entries`, of which each is so many elements, into pages of about the same weight.
    pub(super) fn divided(entries: Vec<T>, weight: impl Fn(&T) -> usize) -> Self {
        let total: usize = entries.iter().map(&weight).sum();
        let pages = total.div_ceil(ROOM);
        let (mut turns, mut before, mut last) = (Vec::new(), 0, 0);
        for (at, entry) in entries.iter().enumerate() {
            let page = (before * pages).checked_div(total).unwrap_or_default();
            if page > last {
                turns.push(at);
                last = page;
            }
            before += weight(entry);
        }
        Self { entries, turns }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[T] {
        &self.entries
    }

    /// On how many pages they stand.
    pub(super) fn pages(&self) -> usize {
        self.turns.len() + 1
    }

    /// The entries on the page `part`, of which the first is 0.
    pub(super) fn on(&self, part: usize) -> &[T] {
        let begin = part.checked_sub(1).map_or(0, |before| self.turns[before]);
        let end = self.turns.get(part).copied().unwrap_or(self.entries.len());
        &self.entries[begin..end]
    }

    /// The page on which the entry at `position` stands.
    pub(super) fn page_of(&self, position: usize) -> usize {
        self.turns.partition_point(|turn| *turn <= position)
    }
}

#[cfg(test)]
mod tests {
    use super::{Listing, ROOM};

    #[test]
    fn a_list_with_room_on_one_page_stands_on_one() {
        for entries in [Vec::new(), vec![1; ROOM]] {
            let listing = Listing::divided(entries.clone(), |weight| *weight);
            assert_eq!(listing.pages(), 1);
            assert_eq!(listing.on(0), entries);
        }
    }

    #[test]
    fn every_entry_stands_on_one_page_in_order_and_no_page_is_empty() {
        let weights: Vec<usize> = (0..500).map(|at| if at % 97 == 0 { 3 * ROOM } else { 3 }).collect();
        let listing = Listing::divided(weights.clone(), |weight| *weight);
        let pages: Vec<&[usize]> = (0..listing.pages()).map(|part| listing.on(part)).collect();
        assert_eq!(pages.concat(), weights);
        assert!(pages.len() > 1 && pages.iter().all(|page| !page.is_empty()));
        for at in 0..weights.len() {
            let before: usize = pages[..listing.page_of(at)].iter().map(|page| page.len()).sum();
            assert!((before..before + pages[listing.page_of(at)].len()).contains(&at), "{at}");
        }
    }

    #[test]
    fn pages_are_of_about_the_same_weight() {
        let listing = Listing::divided(vec![1; ROOM + 1], |weight| *weight);
        assert_eq!(listing.on(0).len().abs_diff(listing.on(1).len()), 1);
    }
}
