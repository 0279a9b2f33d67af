//! `keikaku explain`: what a rule is about, why it matters, a mistake that breaks it, and how to mend it.

mod example;

use std::process::ExitCode;

use example::{Example, Examples};
use icu_normalizer::ComposingNormalizerBorrowed;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Rule};

/// How many characters of a rule's number name its group: `K02`.
const GROUP: usize = 3;

/// What `keikaku explain` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArguments {
    rule: Option<String>,
}

pub(super) fn explain(arguments: &ExplainArguments, terminal: &Terminal) -> ExitCode {
    let mut examples = Examples::read();
    let Some(written) = &arguments.rule else {
        list(terminal, &mut examples);
        return ExitCode::SUCCESS;
    };
    match found(written) {
        Ok(rule) => {
            tell(terminal, rule, &examples.take(rule));
            ExitCode::SUCCESS
        }
        Err(finding) => {
            terminal.tell(&[finding]);
            ExitCode::FAILURE
        }
    }
}

/// The rule that a person calls `written`: by its number, however much of it and in whatever letters,
/// or by its key.
fn found(written: &str) -> Result<Rule, Diagnostic> {
    let said = ComposingNormalizerBorrowed::new_nfkc().normalize(written.trim()).to_ascii_lowercase();
    let number = |id: &str| id.trim_start_matches(['k', 'K']).parse::<u32>().ok();
    let is_said = |rule: &&Rule| rule.key() == said || number(&said) == number(rule.id());
    Rule::ALL.iter().find(is_said).copied().ok_or_else(|| {
        let finding = Diagnostic::about(Rule::UnknownRule, format!("keikaku explain {written}"));
        let finding = finding.with("rule", written);
        if said.contains(|sign: char| sign.is_ascii_digit()) {
            finding.suggest(&said.to_ascii_uppercase(), Rule::ALL.iter().map(|rule| rule.id()))
        } else {
            finding.suggest(&said, Rule::ALL.iter().map(|rule| rule.key()))
        }
    })
}

/// Prints all rules by their groups, each in a line.
fn list(terminal: &Terminal, examples: &mut Examples) {
    let mut group = "";
    for rule in Rule::ALL {
        if group != &rule.id()[..GROUP] {
            if !group.is_empty() {
                terminal.print("\n");
            }
            group = &rule.id()[..GROUP];
            terminal.print(&format!("{}\n", terminal.word(&format!("done.explain.group.{group}"))));
        }
        terminal.print(&format!("  {}\n", terminal.speech().title(*rule, &examples.take(*rule).blanks())));
    }
    terminal.print("\n");
    terminal.show("done.explain.more", &[("id", Rule::ALL[0].id())]);
}

/// Prints all that there is to say about `rule`.
fn tell(terminal: &Terminal, rule: Rule, example: &Example) {
    let told = example.values(terminal);
    let values: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    terminal.print(&format!("{}\n\n", terminal.speech().title(rule, &values)));
    terminal.print(&format!("{}\n\n", terminal.speech().about(rule, "cause", &[])));
    match &example.file {
        Some(file) => terminal.show("done.explain.example-in", &[("file", file)]),
        None => terminal.show("done.explain.example", &[]),
    }
    terminal.print(&set_in(&example.wrong));
    if !example.right.is_empty() {
        terminal.show("done.explain.instead", &[]);
        terminal.print(&set_in(&example.right));
    }
    for help in [Some(terminal.speech().about(rule, "remedy", &values)), terminal.speech().waiver(rule)]
        .into_iter()
        .flatten()
    {
        terminal.print(&format!("= {}: {help}\n", terminal.word("message.help")));
    }
}

/// The `lines` away from the margin, between empty lines.
fn set_in(lines: &str) -> String {
    let lines = lines.trim_end().lines();
    let set_in: String =
        lines.map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect();
    format!("\n{set_in}\n")
}

#[cfg(test)]
mod tests {
    use super::found;
    use crate::diagnostic::Rule;

    #[test]
    fn a_rule_is_found_however_a_person_writes_its_number() {
        for written in
            ["K0203", "k0203", "0203", "203", "Ｋ０２０３", " K0203 ", "unknown-key", "Unknown-Key"]
        {
            assert_eq!(found(written).ok(), Some(Rule::UnknownKey), "{written}");
        }
        assert_eq!(found("K1001").ok(), Some(Rule::PortTaken));
    }

    #[test]
    fn what_is_no_rule_is_told_with_the_nearest() {
        for (written, meant) in [
            ("K0230", Some("K0203")),
            ("unknown-ky", Some("unknown-key")),
            ("", None),
            ("K", None),
            ("colour", None),
            ("99999", None),
        ] {
            let finding = found(written).unwrap_err();
            assert_eq!((finding.rule, finding.meant.as_deref()), (Rule::UnknownRule, meant), "{written}");
        }
    }
}
