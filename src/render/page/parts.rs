//! The way through a list that stands on several pages: the next one, the one before, and any other in a
//! few steps.

use super::view::{PartsView, StepView, TextView};
use super::{Desk, Leaf, Page};

/// The pages around this one that it leads to.
const AROUND: usize = 2;

/// How many others it leads to, evenly over the whole list.
const STEPS: usize = 10;

impl Desk<'_> {
    /// The other parts of the page; none where it is whole.
    pub(super) fn parts(&self) -> Option<PartsView> {
        let number = self.shelf.extent.pages(self.page);
        let step = |part: usize| StepView {
            number: self.edition.count(part + 1),
            title: self.edition.word_with("large.part", &[("n", &self.edition.count(part + 1))]),
            href: self.href_of_part(part),
            current: part == self.part,
        };
        let neighbour = |part: Option<usize>| part.filter(|part| *part < number).map(step);
        (number > 1).then(|| PartsView {
            previous: neighbour(self.part.checked_sub(1)),
            next: neighbour(Some(self.part + 1)),
            steps: steps(self.part, number).map(step).collect(),
        })
    }

    fn href_of_part(&self, part: usize) -> String {
        match (self.page, part) {
            (Page::Home | Page::Contents, 0) => self.href_at(Page::Home, "chapters"),
            (Page::Home, _) => self.href_at(Leaf { page: Page::Contents, part }, ""),
            (page, _) => self.href_at(Leaf { page, part }, ""),
        }
    }

    /// `title` with the part of the page it stands over.
    pub(super) fn numbered(&self, title: TextView) -> TextView {
        if self.part == 0 {
            return title;
        }
        let edition = self.edition;
        let (part, all) = (self.part + 1, self.shelf.extent.pages(self.page));
        let (part, all) = (edition.count(part), edition.count(all));
        let numbered = |title: &str| {
            edition.word_with("large.title", &[("title", title), ("part", &part), ("all", &all)])
        };
        TextView {
            text: numbered(&title.text),
            html: numbered(&title.html),
            linked: numbered(&title.linked),
            ..title
        }
    }
}

/// Which of so many parts the part `at` leads to.
fn steps(at: usize, number: usize) -> impl Iterator<Item = usize> {
    let stride = number.div_ceil(STEPS);
    let near = move |part: usize| part.abs_diff(at) <= AROUND;
    (0..number).filter(move |part| near(*part) || part % stride == 0 || part + 1 == number)
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn a_short_list_leads_to_all_of_its_parts() {
        for number in 2..=10 {
            assert!(steps(1, number).eq(0..number), "{number}");
        }
    }

    #[test]
    fn a_long_list_leads_to_its_ends_to_what_is_near_and_never_to_many() {
        for number in 11..400 {
            for at in 0..number {
                let steps: Vec<usize> = steps(at, number).collect();
                let wanted = [0, at.saturating_sub(1), at, (at + 1).min(number - 1), number - 1];
                assert!(wanted.iter().all(|part| steps.contains(part)), "{at} {number}");
                assert!(steps.len() <= 16, "{at} {number}");
            }
        }
    }
}
