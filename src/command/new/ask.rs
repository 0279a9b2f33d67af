//! Questions to the person at the keyboard, for what the command line leaves out.

use std::io::{self, BufRead, IsTerminal as _, Write as _};

use super::Obstacle;
use crate::command::terminal::Terminal;

/// Something that has to be known before files can be made.
pub(super) struct Question<'a> {
    /// What is made: with the flag, the key of the question's words under `ask`.
    pub(super) of: &'static str,
    /// The flag that answers it, without its hyphens.
    pub(super) flag: &'static str,
    /// What the command line says.
    pub(super) given: Option<&'a str>,
    /// What an empty answer means.
    pub(super) proposal: Option<String>,
    /// Whether the proposal is taken where nobody can be asked.
    pub(super) taken_unasked: bool,
}

/// Why an answer will not do: the key of the sentence under `ask.wrong`, and what it fills in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Complaint(pub(super) &'static str, pub(super) Vec<(&'static str, String)>);

/// Gets answers.
pub(super) struct Asker<'a> {
    pub(super) terminal: &'a Terminal,
    /// Where a person's answers come from, if one is there.
    answers: Option<Box<dyn BufRead>>,
}

impl<'a> Asker<'a> {
    /// Asks at the keyboard, if the program has one.
    pub(super) fn at(terminal: &'a Terminal) -> Self {
        let stdin = io::stdin();
        let answers = stdin.is_terminal().then(|| Box::new(stdin.lock()) as Box<dyn BufRead>);
        Self { terminal, answers }
    }

    /// What the command line says, or a person, or else the proposal, as `read` takes it. A person is asked
    /// again until `read` does.
    pub(super) fn ask<T>(
        &mut self,
        question: &Question<'_>,
        read: impl Fn(&str) -> Result<T, Complaint>,
    ) -> Result<T, Obstacle> {
        if let Some(answer) = self.given(question.flag, question.given, &read)? {
            return Ok(answer);
        }
        if let Some(answers) = &mut self.answers {
            return converse(self.terminal, answers, question, read);
        }
        let proposal = question.proposal.as_deref().filter(|_| question.taken_unasked);
        proposal.and_then(|proposal| read(proposal).ok()).ok_or_else(|| missing(self.terminal, question))
    }

    /// What the command line says under `flag`, as `read` takes it, if it says anything.
    pub(super) fn given<T>(
        &self,
        flag: &str,
        given: Option<&str>,
        read: impl Fn(&str) -> Result<T, Complaint>,
    ) -> Result<Option<T>, Obstacle> {
        let refused = |written: &str, complaint: &Complaint| {
            let complaint = complaint.sentence(self.terminal);
            let values = [("flag", flag), ("value", written), ("complaint", &complaint)];
            self.terminal.complain("ask.wrong-flag", &values);
            Obstacle::CommandLine
        };
        let read = |written: &str| read(written).map_err(|complaint| refused(written, &complaint));
        given.map(read).transpose()
    }

    /// Whether a person answers.
    pub(super) fn has_person(&self) -> bool {
        self.answers.is_some()
    }

    /// Says something that helps with the next question, if a person is asked.
    pub(super) fn explain(&self, key: &str, values: &[(&str, &str)]) {
        if self.has_person() {
            self.terminal.show(key, values);
        }
    }
}

/// Asks until there is an answer, or nobody to give one.
fn converse<T>(
    terminal: &Terminal,
    answers: &mut impl BufRead,
    question: &Question<'_>,
    read: impl Fn(&str) -> Result<T, Complaint>,
) -> Result<T, Obstacle> {
    let words = terminal.word(&question.key());
    let proposal = question.proposal.as_deref().unwrap_or_default();
    let form = if proposal.is_empty() { "ask.form" } else { "ask.form-with-proposal" };
    let prompt = terminal.sentence(form, &[("question", &words), ("proposal", proposal)]);
    loop {
        terminal.print(&prompt);
        let mut answer = String::new();
        // A screen that takes no more text is no reason to stop: the answers still come.
        let _ = io::stdout().flush();
        if !answers.read_line(&mut answer).is_ok_and(|length| length > 0) {
            terminal.print("\n");
            return Err(missing(terminal, question));
        }
        let answer = match answer.trim() {
            "" => question.proposal.as_deref().unwrap_or_default(),
            written => written,
        };
        match read(answer) {
            Ok(answer) => return Ok(answer),
            Err(complaint) => terminal.print(&format!("{}\n", complaint.sentence(terminal))),
        }
    }
}

/// Tells that an answer is missing.
fn missing(terminal: &Terminal, question: &Question<'_>) -> Obstacle {
    let words = terminal.word(&question.key());
    terminal.complain("ask.missing", &[("flag", question.flag), ("question", &words)]);
    Obstacle::CommandLine
}

impl Question<'_> {
    fn key(&self) -> String {
        format!("ask.{}.{}", self.of, self.flag)
    }
}

impl Complaint {
    fn sentence(&self, terminal: &Terminal) -> String {
        let values: Vec<(&str, &str)> = self.1.iter().map(|(name, value)| (*name, value.as_str())).collect();
        terminal.sentence(&format!("ask.wrong.{}", self.0), &values)
    }
}

#[cfg(test)]
mod tests {
    use super::{Asker, Question};
    use crate::command::new::answer;
    use crate::command::speech::Speech;
    use crate::command::terminal::{Detail, Terminal};

    fn answered(typed: &'static str, question: &Question<'_>) -> Option<String> {
        let terminal = Terminal::open(Speech::new(None), Detail::Usual);
        let mut asker = Asker { terminal: &terminal, answers: Some(Box::new(typed.as_bytes())) };
        asker.ask(question, answer::name).ok()
    }

    fn question(given: Option<&str>) -> Question<'_> {
        let proposal = Some("parks".to_owned());
        Question { of: "section", flag: "name", given, proposal, taken_unasked: false }
    }

    #[test]
    fn a_person_is_asked_again_until_the_answer_will_do() {
        assert_eq!(answered("公園\n7 parks\nroads\n", &question(None)).as_deref(), Some("roads"));
    }

    #[test]
    fn enter_takes_the_proposal_and_the_end_of_the_input_takes_nothing() {
        assert_eq!(answered("\n", &question(None)).as_deref(), Some("parks"));
        assert_eq!(answered("公園\n", &question(None)), None);
    }

    #[test]
    fn what_the_command_line_says_is_not_asked_and_not_mended() {
        assert_eq!(answered("roads\n", &question(Some("water"))).as_deref(), Some("water"));
        assert_eq!(answered("roads\n", &question(Some("水"))), None);
    }
}
