//! The rules a project can break. A rule's number never changes its meaning.
//!
//! A new rule takes, beside its line here:
//! - its words, `what`, `cause` and `remedy`, in each file of `locales/ui`. `cause` says in a few whole
//!   sentences, to people who write no programs, what is meant and what a reader would miss;
//! - a case under `tests/invalid`;
//! - a mistake of that case in `src/command/explain/example.yml`, for `keikaku explain`.
//!
//! The first rule of a group needs the group's name, `done.explain.group.K…`, in `locales/ui` as well.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site cannot be published as it stands.
    Error,
    /// The site is built; a person should look.
    Advice,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])* $name:ident = $id:literal, $key:literal, $severity:ident;)*) => {
        /// A rule, with the key of its words under `message` in `locales/ui`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Rule { $($(#[doc = $doc])* $name,)* }

        impl Rule {
            /// Every rule, in the order of the numbers.
            pub const ALL: &[Rule] = &[$(Rule::$name,)*];

            /// The number that names this rule in messages: `K0203`.
            pub fn id(self) -> &'static str {
                match self { $(Rule::$name => $id,)* }
            }

            /// The key of this rule's words: `unknown-key`.
            pub fn key(self) -> &'static str {
                match self { $(Rule::$name => $key,)* }
            }

            /// Whether breaking this rule stops the build.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$name => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// A file or folder that the plan needs is not there.
    Missing = "K0101", "missing", Error;
    /// The system refused to read a file.
    Unreadable = "K0102", "unreadable", Error;
    /// A file's bytes are not UTF-8.
    NotUtf8 = "K0103", "not-utf8", Error;
    /// A link leads out of the project's folder.
    LinkOutside = "K0104", "link-outside", Error;
    /// A name that cannot stand in an address.
    BadName = "K0105", "bad-name", Error;
    /// A file that nothing reads.
    UnusedFile = "K0106", "unused-file", Advice;
    /// A file too large to be a page of a plan.
    TooLarge = "K0107", "too-large", Error;
    /// A file beside the text at an address where the program puts one of its own.
    AddressTaken = "K0108", "address-taken", Error;
    /// Characters in a text of `content/` that nobody sees.
    UnseenCharacters = "K0109", "unseen-characters", Advice;

    /// YAML that does not parse.
    YamlSyntax = "K0201", "yaml-syntax", Error;
    /// A key stands twice in one mapping.
    DuplicateKey = "K0202", "duplicate-key", Error;
    /// A key that nothing reads.
    UnknownKey = "K0203", "unknown-key", Error;
    /// A key that must be there is not.
    MissingKey = "K0204", "missing-key", Error;
    /// A value of another kind than the key takes.
    WrongType = "K0205", "wrong-type", Error;
    /// A Markdown file does not begin with front matter.
    NoFrontMatter = "K0206", "no-front-matter", Error;

    /// Two indicators share an id.
    DuplicateId = "K0301", "duplicate-id", Error;
    /// An id with other characters than an address allows.
    BadId = "K0302", "bad-id", Error;
    /// A section names a pillar that plan.yml does not.
    UnknownPillar = "K0303", "unknown-pillar", Error;
    /// A number that is no Sustainable Development Goal.
    UnknownSdg = "K0304", "unknown-sdg", Error;
    /// Two glossary entries share a number.
    DuplicateNote = "K0305", "duplicate-note", Error;
    /// A note mark without a glossary entry.
    UnknownNote = "K0306", "unknown-note", Error;
    /// A glossary entry that no page uses.
    UnusedNote = "K0307", "unused-note", Advice;
    /// Yearly actuals without a word on which way is good.
    GoalMissing = "K0308", "goal-missing", Error;
    /// A value that is none of the words a field takes.
    NotAChoice = "K0309", "not-a-choice", Error;
    /// A year that cannot be one.
    BadYear = "K0310", "bad-year", Error;
    /// A language tag that is none.
    BadLanguage = "K0311", "bad-language", Error;
    /// A base address that is none.
    BadBaseUrl = "K0312", "bad-base-url", Error;
    /// A value that reads as no figure.
    WordsForFigure = "K0313", "words-for-figure", Advice;
    /// A target year that is not later than the baseline's.
    YearsReversed = "K0314", "years-reversed", Error;
    /// A goal that the printed target contradicts.
    GoalUnfit = "K0315", "goal-unfit", Error;
    /// A survey's size that is no number of people.
    BadSurveySize = "K0316", "bad-survey-size", Error;
    /// A figure in another unit than the one it is to be held against.
    OtherUnit = "K0317", "other-unit", Advice;
    /// A total so far that is less than the one before.
    RunningTotalFalls = "K0318", "running-total-falls", Advice;
    /// A figure called cumulative (累計), and nobody says of which kind.
    MeasureUnsaid = "K0319", "measure-unsaid", Advice;
    /// An indicator whose status will need to know which way is good.
    GoalUnsaid = "K0320", "goal-unsaid", Advice;
    /// A total for the period that the baseline's year, repeated, already comes to.
    PeriodTotalLow = "K0321", "period-total-low", Advice;
    /// A survey's target within its sampling error.
    SurveyTarget = "K0322", "survey-target", Advice;
    /// Two chapters, or two sections of one, whose names begin with the same number.
    DuplicateNumber = "K0323", "duplicate-number", Error;
    /// A glossary entry's reading that has itself to be read.
    ReadingInKanji = "K0324", "reading-in-kanji", Advice;
    /// Sample text of a new plan that nobody has written over.
    SampleText = "K0325", "sample-text", Advice;
    /// An indicator without the line of its baseline or target.
    ValueUnsaid = "K0326", "value-unsaid", Advice;
    /// An actual figure of a year after the target's.
    ActualAfterTarget = "K0327", "actual-after-target", Advice;

    /// A heading without an id of its own.
    HeadingWithoutId = "K0401", "heading-without-id", Error;
    /// Two headings of a page share an id.
    DuplicateHeading = "K0402", "duplicate-heading", Error;
    /// HTML in a text.
    HtmlInText = "K0403", "html-in-text", Error;
    /// A link to something a reader's browser should not open.
    UnsafeLink = "K0404", "unsafe-link", Error;
    /// A table row with more or fewer cells than its head.
    UnevenRow = "K0405", "uneven-row", Error;
    /// A line that was meant as a heading.
    MarksWithoutSpace = "K0406", "marks-without-space", Error;
    /// A heading of the level of the page's title.
    HeadingAsTitle = "K0407", "heading-as-title", Error;
    /// A heading that leaves out a level.
    LevelSkipped = "K0408", "level-skipped", Advice;
    /// Asterisks that a reader would see.
    LiteralAsterisks = "K0409", "literal-asterisks", Advice;
    /// A link to a page or file that is not there.
    UnknownLink = "K0410", "unknown-link", Error;
    /// A link to a place that its page does not have.
    UnknownAnchor = "K0411", "unknown-anchor", Error;
    /// A link into the pages of one language, whichever the reader's is.
    LanguageLink = "K0412", "language-link", Error;
    /// A picture that is not there.
    UnknownPicture = "K0413", "unknown-picture", Error;
    /// A picture that nobody hears of who cannot see it.
    PictureWithoutWords = "K0414", "picture-without-words", Advice;
    /// A link to this very site by its address on the web.
    OwnAddress = "K0415", "own-address", Advice;
    /// An address of another site that does not answer.
    DeadAddress = "K0416", "dead-address", Advice;
    /// An address of another site that has moved.
    MovedAddress = "K0417", "moved-address", Advice;

    /// A language of the plan has no words for the pages.
    NoWords = "K0501", "no-words", Error;
    /// A word of the pages is missing in a language.
    MissingWord = "K0502", "missing-word", Error;
    /// A translation that is more, or other, than one block.
    NotOneBlock = "K0503", "not-one-block", Error;
    /// A translation whose source is nowhere in the plan.
    Orphan = "K0504", "orphan", Advice;
    /// A block of the plan without a translation.
    Untranslated = "K0505", "untranslated", Advice;
    /// A source that changed after it was translated.
    Outdated = "K0506", "outdated", Advice;
    /// The same, where plan.yml forbids to publish it.
    OutdatedForbidden = "K0507", "outdated-forbidden", Error;
    /// A translation whose note marks differ from the source's.
    NoteMarksDiffer = "K0508", "note-marks-differ", Error;
    /// A unit of a figure without words in a language.
    UnitWithoutWords = "K0509", "unit-without-words", Advice;
    /// A number of the source that the translation does not have.
    NumbersDiffer = "K0510", "numbers-differ", Error;
    /// A number in the format of another language.
    NumberFormat = "K0511", "number-format", Advice;
    /// A percentage, an amount of money or a fiscal year that became something else.
    UnitDiffers = "K0512", "unit-differs", Error;
    /// A word of the pages with other places for values than the Japanese one.
    PlaceholderDiffers = "K0513", "placeholder-differs", Error;
    /// A word of the pages without a plural form that its language has.
    PluralMissing = "K0514", "plural-missing", Error;
    /// A translation that links to something else than its source.
    LinkDiffers = "K0515", "link-differs", Error;
    /// A translation with other marks of Markdown than its source.
    MarkupDiffers = "K0516", "markup-differs", Error;
    /// A term that is not translated as agreed.
    TermMissing = "K0517", "term-missing", Advice;
    /// A term translated by words that were agreed not to be used for it.
    ForbiddenTerm = "K0518", "forbidden-term", Error;
    /// A translation that is the Japanese text.
    Unchanged = "K0519", "unchanged", Advice;
    /// Japanese left in a translation.
    ResidualJapanese = "K0520", "residual-japanese", Error;
    /// One text with two translations.
    Inconsistent = "K0521", "inconsistent", Advice;
    /// A sentence's end in the source and none in the translation, or the reverse.
    EndPunctuation = "K0522", "end-punctuation", Advice;
    /// Characters that no one types into this language on purpose.
    OddCharacters = "K0523", "odd-characters", Advice;
    /// One word twice in a row.
    RepeatedWord = "K0524", "repeated-word", Advice;
    /// A translation far shorter or longer than its source.
    UnusualLength = "K0525", "unusual-length", Advice;
    /// A waiver that cannot be one.
    BadWaiver = "K0526", "bad-waiver", Error;
    /// A waiver of a rule that is not broken.
    UnusedWaiver = "K0527", "unused-waiver", Advice;
    /// A source of which only white space or punctuation changed after it was translated.
    OutdatedMinor = "K0528", "outdated-minor", Advice;
    /// A translation file whose form cannot be edited without loss.
    NotMovable = "K0529", "not-movable", Error;
    /// A text that the plan does not have.
    UnknownText = "K0530", "unknown-text", Error;
    /// A language that the plan is not translated into.
    UnknownLanguage = "K0531", "unknown-language", Error;
    /// A line of a PO file that cannot be read.
    PoSyntax = "K0532", "po-syntax", Error;
    /// A file that does not say what translations it holds.
    NoExchange = "K0533", "no-exchange", Error;
    /// A file for translators that holds what the project does not have.
    ExchangeExists = "K0534", "exchange-exists", Error;
    /// A translation that was changed in the project and outside it.
    Conflict = "K0535", "conflict", Error;
    /// A translation of an older text than the one that the project has the translation of.
    OlderSource = "K0536", "older-source", Error;
    /// A translation that came back after its text had left the plan.
    KeptAsOrphan = "K0537", "kept-as-orphan", Advice;
    /// A translation that its translator marked as unfinished.
    NeedsWork = "K0538", "needs-work", Error;
    /// A translation that was removed outside the project.
    EmptiedText = "K0539", "emptied-text", Error;
    /// A word of the pages that no page shows.
    UnknownWord = "K0540", "unknown-word", Advice;

    /// A template that does not parse or render.
    Template = "K0601", "template", Error;
    /// A theme that is not there.
    UnknownTheme = "K0602", "unknown-theme", Error;
    /// A colour that is none.
    BadColour = "K0603", "bad-colour", Error;
    /// A colour in which text is hard to read.
    LowContrast = "K0604", "low-contrast", Error;
    /// A logo that the theme does not have.
    UnknownLogo = "K0605", "unknown-logo", Error;
    /// A line of the footer that leads nowhere a reader can go.
    BadFooterLink = "K0606", "bad-footer-link", Error;
    /// A theme's own sheets that set text in a colour in which it is hard to read.
    TokenContrast = "K0607", "token-contrast", Advice;

    /// The output folder holds somebody else's files.
    ForeignOutput = "K0701", "foreign-output", Error;
    /// The system refused to write a file.
    Unwritable = "K0702", "unwritable", Error;
    /// Another run is writing to the output folder.
    OutputBusy = "K0703", "output-busy", Error;
    /// The output folder is one of those that the site is made from.
    OutputInSource = "K0704", "output-in-source", Error;
    /// A file that a list of changes would take the place of is no such list.
    NotAList = "K0705", "not-a-list", Error;

    /// A file that is no table of figures.
    NoSheet = "K0801", "no-sheet", Error;
    /// A table without a column that it needs.
    MissingColumn = "K0802", "missing-column", Error;
    /// A cell whose quotation mark is not closed.
    UnclosedCell = "K0803", "unclosed-cell", Error;
    /// A cell beyond the columns of the table.
    CellWithoutColumn = "K0804", "cell-without-column", Error;
    /// A row about an indicator that the plan does not have.
    UnknownIndicator = "K0805", "unknown-indicator", Error;
    /// A second row about one figure.
    DuplicateRow = "K0806", "duplicate-row", Error;
    /// A baseline or target in another year than the plan's.
    OtherYear = "K0807", "other-year", Error;
    /// An empty cell where the plan has a figure.
    EmptiedCell = "K0808", "emptied-cell", Error;
    /// A cell that holds no figure.
    NoFigure = "K0809", "no-figure", Error;
    /// Actuals for an indicator whose file does not say which way is good.
    GoalNeeded = "K0810", "goal-needed", Error;
    /// A benchmark's figure for an indicator that has no benchmark.
    BenchmarkMissing = "K0811", "benchmark-missing", Error;
    /// A figure for which no place in the file was found.
    NotEditable = "K0812", "not-editable", Error;
    /// A table that holds what the plan does not have.
    SheetExists = "K0813", "sheet-exists", Error;

    /// A file to import that holds no text.
    NoText = "K0901", "no-text", Error;
    /// A text to import in which no chapter begins.
    NoChapter = "K0902", "no-chapter", Error;
    /// What would be imported is in the plan already.
    ImportExists = "K0903", "import-exists", Error;
    /// Lines that are kept as a comment, since they have no place in a file.
    NotPlaced = "K0904", "not-placed", Advice;
    /// Rows of which a cell is only kept as a comment.
    CellNotPlaced = "K0905", "cell-not-placed", Advice;
    /// SDGs without a number.
    GoalsLost = "K0906", "goals-lost", Advice;
    /// A term whose reading nobody can know.
    ReadingUnknown = "K0907", "reading-unknown", Advice;
    /// A line that was taken for a heading.
    HeadingGuessed = "K0908", "heading-guessed", Advice;
    /// Lines that were taken for the beginning of an indicator's name.
    RowJoined = "K0909", "row-joined", Advice;

    /// A port at which the site cannot be served.
    PortTaken = "K1001", "port-taken", Error;
    /// A number or key of no rule.
    UnknownRule = "K1002", "unknown-rule", Error;

    /// A folder for a new plan that holds something.
    NotEmpty = "K1101", "not-empty", Error;
    /// A number that another chapter, section or glossary entry has.
    NumberTaken = "K1102", "number-taken", Error;
}

impl Rule {
    /// Whether a translator may say, with a reason, that it need not hold for one translation. What
    /// protects the reader (HTML, links, blocks) always holds.
    pub fn can_be_waived(self) -> bool {
        let numbers = Rule::NumbersDiffer.id()..=Rule::UnitDiffers.id();
        let texts = Rule::LinkDiffers.id()..=Rule::UnusualLength.id();
        self == Rule::NoteMarksDiffer || numbers.contains(&self.id()) || texts.contains(&self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn no_two_rules_share_a_number_or_a_key() {
        let mut ids: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        let mut keys: Vec<_> = Rule::ALL.iter().map(|rule| rule.key()).collect();
        assert!(ids.is_sorted());
        ids.dedup();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!((ids.len(), keys.len()), (Rule::ALL.len(), Rule::ALL.len()));
    }
}
