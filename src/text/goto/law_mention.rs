//! The articles and provisions that a text names: `Articles 3, 4 and 18 of the UN Charter`, `§ 3 Abs. 1`, `제4조제2항`.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::{Regex, RegexBuilder, escape};

use crate::base::cut;
use crate::model::{ArticleIx, Briefing, InstrumentIx, ProvisionAddress, Target, readings};

/// What stands before the numbers of articles, whatever these are called in the briefing.
const LABELS: &str = r"articles?|arts?\.?|artikeln?|artikels|artículos?|artigos?|rules?|§§?";
/// The number of an article.
const NUMBER: &str = r"[0-9]+[a-z]*|[ivxlc]+";
/// So many other labels are looked for: an author may call each article otherwise.
const MOST_LABELS: usize = 20;
/// What parts a number from the one before.
const BETWEEN: &str = r",?\s+(?:and|or|to|und|oder|bis|sowie|et|ou)\s+|,\s+|[-–]";
/// An article of Korean, Chinese or Japanese law.
const EAST_ASIAN: &str = r"[제第]\s?([0-9]+)\s?[조条條](?:[의の之]([0-9]+))?";
/// The steps from an article to a provision.
const STEPS: &str = r"(?x)^(?:
    \s? [(（] [0-9a-z가-힣]{1,4} [)）]
    | ,?\s+ (?: abs\.? | absatz | nr\.? | nummer | lit\.? | buchst\.? | buchstabe | para\.? | paras\.?
        | (?:sub-?)?paragraphs? | points? ) \s+ [(]?[0-9a-z]{1,4}\b[)]?
    | \s? [제第]? [0-9]+ [항호項号款项] (?:[의の之][0-9]+)?
    | \s? [가-하] 목
    | \s? [①-⑳]
)+";
/// Behind articles, before the name of their law.
const OF: [&str; 7] = ["of the ", "of ", "in the ", "in ", "des ", "der ", "du "];

/// What a text is read with.
struct LawNames<'b> {
    briefing: &'b Briefing,
    here: Option<InstrumentIx>,
    steps: Regex,
}

/// The articles and provisions that are named: each number for itself, with its bytes.
pub(super) fn law_mentions(
    briefing: &Briefing,
    here: Option<InstrumentIx>,
    text: &str,
) -> Vec<(Range<usize>, Target)> {
    let words = labels(briefing);
    let western = format!(r"(?:\b(?:{LABELS}{words})\s+|§§?\s*)({NUMBER})\b");
    let further = format!(r"^(?:{BETWEEN})({NUMBER})\b");
    let expression = |pattern: &str| RegexBuilder::new(pattern).case_insensitive(true).build();
    let (Ok(western), Ok(further), Ok(east_asian), Ok(steps)) =
        (expression(&western), expression(&further), expression(EAST_ASIAN), expression(STEPS))
    else {
        return Vec::new();
    };
    let names = LawNames { briefing, here, steps };
    let mut found = Vec::new();
    for captures in western.captures_iter(text) {
        let (Some(all), Some(number)) = (captures.get(0), captures.get(1)) else { continue };
        let label = cut(text, all.start()..number.start());
        let mut numbers = vec![names.provision(text, all.range(), number.as_str())];
        let mut end = numbers.first().map_or(all.end(), |one| one.range.end);
        while let Some(next) = further.captures(cut(text, end..)) {
            let Some(number) = next.get(1) else { break };
            let range = end + number.start()..end + number.end();
            let one = names.provision(text, range, number.as_str());
            end = one.range.end;
            numbers.push(one);
        }
        let of = named_law(briefing, cut(text, ..all.start()), cut(text, end..));
        found.extend(numbers.into_iter().filter_map(|one| names.mention(of, label, one)));
    }
    for captures in east_asian.captures_iter(text) {
        let (Some(all), Some(number)) = (captures.get(0), captures.get(1)) else { continue };
        let inserted = captures.get(2).map(|inserted| format!("의{}", inserted.as_str()));
        let number = format!("{}{}", number.as_str(), inserted.unwrap_or_default());
        let one = names.provision(text, all.range(), &number);
        let of = named_law(briefing, cut(text, ..all.start()), cut(text, one.range.end..));
        let label = cut(text, all.start()..).chars().next().map(String::from);
        found.extend(names.mention(of, &label.unwrap_or_default(), one));
    }
    found
}

/// An article by its number, and the steps behind it.
struct Named {
    range: Range<usize>,
    number: String,
    steps: String,
}

impl LawNames<'_> {
    /// The article whose number ends `range`, with the steps that follow.
    fn provision(&self, text: &str, range: Range<usize>, number: &str) -> Named {
        let rest = cut(text, range.end..);
        let behind = self.steps.find(rest).map_or("", |found| found.as_str());
        // As if it were written alone: `3 Abs. 1`, `제3조제1항`.
        let is_east_asian = behind.contains(['항', '호', '목', '項', '号', '款', '项']);
        let alone = if is_east_asian { "제3조" } else { "3" };
        let all = readings(&format!("{alone}{behind}"));
        let read = all.into_iter().find(|one| one.article == alone);
        let steps = read.map(|one| one.steps).unwrap_or_default();
        let end = if steps.is_empty() { range.end } else { range.end + behind.len() };
        Named { range: range.start..end, number: number.to_owned(), steps }
    }

    /// What is named so, behind `label`; of the law `of`, if one is named.
    fn mention(
        &self,
        of: Option<InstrumentIx>,
        label: &str,
        named: Named,
    ) -> Option<(Range<usize>, Target)> {
        let Named { range, number, steps } = named;
        let article = self.article(of, label, &number)?;
        let wording = self.briefing.article(article).wording.as_ref();
        let wording = wording.filter(|_| !steps.is_empty());
        let provision = wording.and_then(|one| one.addresses().get(one.find(&steps)?));
        let target = provision.map_or(Target::Article(article), |way| {
            Target::Provision(ProvisionAddress::new(article, way.steps.clone()))
        });
        Some((range, target))
    }

    /// The article of a number: of the law that is named; else of one whose articles are called so, of the law
    /// that is read before all others.
    fn article(&self, of: Option<InstrumentIx>, label: &str, number: &str) -> Option<ArticleIx> {
        let articles = self.briefing.articles().filter(|(at, article)| {
            of.is_none_or(|of| at.instrument == of) && article.number.eq_ignore_ascii_case(number)
        });
        let label = label.trim().trim_end_matches('.').to_lowercase();
        let is_other = |name: &str| {
            let name = name.to_lowercase();
            let (own, said) = (name.chars().next(), label.chars().next());
            // `Art.`, `Arts.` and `Articles` are one.
            own != said
        };
        let best = articles.min_by_key(|(at, article)| {
            (is_other(&article.name), self.here != Some(at.instrument), *at)
        });
        best.map(|(at, _)| at)
    }
}

/// What else stands before the numbers of articles in this briefing, as an expression.
fn labels(briefing: &Briefing) -> String {
    let before = briefing.articles().filter_map(|(_, article)| {
        let (before, _) = article.name.split_once(&article.number)?;
        let before = before.trim_end();
        before.ends_with(char::is_alphabetic).then_some(before)
    });
    let before: BTreeSet<&str> = before.collect();
    let each =
        before.into_iter().take(MOST_LABELS).flat_map(|label| ["|".to_owned(), escape(label)]);
    each.collect()
}

/// The instrument that is named right before articles (`1961 treaty, Article 1`) or right after them
/// (`Article 51 of the UN Charter`, `§ 3 GänseSchG`).
fn named_law(briefing: &Briefing, before: &str, after: &str) -> Option<InstrumentIx> {
    let before = before.trim_end().trim_end_matches(',');
    let before = before.strip_suffix("'s").or(before.strip_suffix("’s")).unwrap_or(before);
    let after = after.trim_start();
    let after = OF.iter().find_map(|of| after.strip_prefix(of)).unwrap_or(after);
    let named = briefing.instruments.iter().position(|one| {
        let mut names = one.names().filter(|name| !name.is_empty());
        names.any(|name| after.starts_with(&**name) || before.ends_with(&**name))
    });
    named.map(InstrumentIx::new)
}
