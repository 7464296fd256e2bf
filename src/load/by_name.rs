//! The id of something that a reference calls by its name.

/// A name of more words is not looked for.
const WORDS: usize = 12;

/// The names of what has ids, each with its id.
#[derive(Debug, Clone, Default)]
pub(super) struct NameList {
    /// A line for each: the name, a tab, the id.
    lines: String,
}

impl NameList {
    /// Enters a name.
    pub(super) fn enter(&mut self, name: &str, id: &str) {
        if !name.contains(['\n', '\t']) && !id.contains(['\n', '\t']) {
            self.lines.extend([name, "\t", id, "\n"]);
        }
    }

    /// What finding a name costs, as if so many bytes were walked: each word is set in small letters.
    pub(super) fn cost(&self) -> usize {
        self.lines.len().saturating_mul(16)
    }

    /// The id of the only thing whose whole name `written` is.
    pub(super) fn only_id(&self, written: &str) -> Option<&str> {
        let written = words(&written.replace("%20", " "));
        if written.is_empty() || written.len() > WORDS {
            return None;
        }
        let slug = written.join("-");
        let all = self.lines.lines().filter_map(|line| line.split_once('\t'));
        let mut found = all.filter(|(name, id)| *id == slug || words(name) == written);
        let (_, first) = found.next()?;
        found.all(|(_, other)| other == first).then_some(first)
    }

    /// The id of what `written` names: wholly, or else in part if that is one thing alone.
    pub(super) fn id(&self, written: &str) -> Option<&str> {
        let written = words(&written.replace("%20", " "));
        if written.is_empty() || written.len() > WORDS {
            return None;
        }
        let slug = written.join("-");
        let all = || self.lines.lines().filter_map(|line| line.split_once('\t'));
        if let Some((_, id)) = all().find(|(name, id)| *id == slug || words(name) == written) {
            return Some(id);
        }
        let has = |all: &[String], some: &[String]| {
            !some.is_empty() && some.iter().all(|word| all.contains(word))
        };
        let in_part = |(name, id): &(&str, &str)| {
            let name = words(name);
            has(&written, &words(id)) || has(&written, &name) || has(&name, &written)
        };
        let mut found = all().filter(in_part).map(|(_, id)| id);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::NameList;

    #[track_caller]
    fn check(written: &str, expected: Option<&str>) {
        let mut names = NameList::default();
        names.enter("Kim Jong Un", "kim");
        names.enter("Kim Il Sung", "kim-il-sung");
        names.enter("Ministry of Ports", "ports");
        names.enter("MoP", "ports");
        assert_eq!(names.id(written), expected, "{written}");
    }

    #[test]
    fn what_is_called_by_its_name() {
        check("Kim Jong Un", Some("kim"));
        check("kim%20jong%20un", Some("kim"));
        check("KIM-IL-SUNG", Some("kim-il-sung"));
        check("The Ministry of Ports, Busan", Some("ports"));
        check("Ministry", Some("ports"));
        check("mop", Some("ports"));
        check("President Kim", Some("kim"));
        check("Lee", None);
        check("", None);
    }

    #[test]
    fn what_alone_is_called_by_its_whole_name() {
        let mut names = NameList::default();
        names.enter("Kim Jong Un", "kim");
        names.enter("Ministry", "ports");
        names.enter("Ministry", "mines");
        assert_eq!(names.only_id("kim jong un"), Some("kim"));
        assert_eq!(names.only_id("Kim"), Some("kim"));
        assert_eq!(names.only_id("Ministry"), None);
        assert_eq!(names.only_id("President Kim Jong Un"), None);
    }
}
