//! Which sections a briefing has, and in which order.

use std::ops::Range;

use super::part::PartItem;
use super::sorter::Sorter;
use super::twice::given_twice;
use crate::diagnostic::Place;
use crate::load::decode::Fields;
use crate::load::faults::Fault;
use crate::load::files::{BRIEFING, is_section, section_id, section_path};
use crate::load::id::{AN_ID, bad_id, is_id};
use crate::load::raw::{Node, Value};
use crate::load::rule::{DUPLICATE, EMPTY, MISSING_KEY, SECTION_FILE, TYPE, UNLISTED};
use crate::load::words::short;

impl<'a> Sorter<'_, 'a> {
    pub(super) fn sections(&mut self, file: usize, fields: &mut Fields<'a>) {
        let Some(node) = self.decoder(file, |cx| fields.need(cx, "sections")).flatten() else {
            return self.every_section();
        };
        let at = node.range();
        let is_list = matches!(node.value, Value::List(_));
        let items = self.decoder(file, |cx| cx.items(node, "`sections`")).unwrap_or_default();
        if !is_list {
            return self.every_section();
        }
        if items.is_empty() {
            let fault = Fault::new(&EMPTY, "the briefing lists no section")
                .help("write the ids of its sections, in the order of reading");
            self.decoder(file, |cx| cx.fault(at, fault));
            return self.every_section();
        }
        for node in items {
            self.section(file, node);
        }
        self.unlisted();
    }

    fn section(&mut self, file: usize, node: Node<'a>) {
        let at = node.range();
        let text = self.files.get(file);
        let inline = matches!(node.value, Value::Map(_));
        let named = if inline { node.get("id") } else { Some(&node) };
        let id_at = named.map_or(at.clone(), Node::range);
        let id =
            named.zip(text).and_then(|(node, file)| node.spelling(&file.text)).map(str::to_owned);
        let Some(id) = id else {
            let fault = match (inline, named) {
                (true, None) => Fault::new(&MISSING_KEY, "an inline section needs the key `id`")
                    .help("add `id: ` and a word for links to go by"),
                _ => {
                    Fault::new(&TYPE, "a section is listed by its id, or stands here as a mapping")
                        .help(AN_ID)
                }
            };
            self.decoder(file, |cx| cx.fault(id_at.clone(), fault));
            if inline {
                self.push(String::new(), (file, at), Some(PartItem { file, node }), true);
            }
            return;
        };
        if let Some(fault) = bad_id(&id) {
            self.decoder(file, |cx| cx.fault(id_at.clone(), fault));
        }
        let earlier = self.listed.get(&id).cloned();
        if let Some((other, range)) = earlier {
            let place = self.place(other, range);
            let fault = listed_twice(&id, place);
            self.decoder(file, |cx| cx.fault(id_at, fault));
            return;
        }
        self.listed.insert(id.clone(), (file, id_at.clone()));
        if inline {
            if let Some(place) =
                self.find(&section_path(&id)).and_then(|other| self.place(other, 0..0))
            {
                let fault = given_twice(&format!("section `{}` is", short(&id)), place);
                self.decoder(file, |cx| cx.fault(id_at.clone(), fault));
                self.tree(&section_path(&id));
            }
            self.push(id, (file, id_at), Some(PartItem { file, node }), true);
        } else if is_id(&id) {
            self.section_file(file, id, id_at);
        }
    }

    fn section_file(&mut self, file: usize, id: String, at: Range<usize>) {
        if let Some((other, node)) = self.tree(&section_path(&id)) {
            let item = node.map(|node| PartItem { file: other, node });
            return self.push(id, (file, at), item, false);
        }
        let files = self.files;
        let stems = files.iter().filter_map(|file| section_id(&file.path));
        let fault = Fault::new(
            &SECTION_FILE,
            format!("section `{0}` has no file sections/{0}.yaml", short(&id)),
        );
        self.decoder(file, |cx| {
            let near = cx.nearest(&SECTION_FILE, &id, stems);
            let other = || "write that file, or take the section off the list".to_owned();
            cx.fault(at, fault.suggest(near, other));
        });
        self.parts.absent.push(id);
    }

    /// Takes every section there is, for want of a list.
    pub(super) fn every_section(&mut self) {
        for file in self.files {
            if let Some(id) = section_id(&file.path)
                && let Some((at, node)) = self.tree(&file.path)
            {
                let item = node.map(|node| PartItem { file: at, node });
                self.push(id.to_owned(), (at, 0..0), item, false);
            }
        }
    }

    fn unlisted(&mut self) {
        for (at, file) in self.files.iter().enumerate() {
            if !is_section(&file.path) || self.used.contains(&at) {
                continue;
            }
            let fault = match section_id(&file.path) {
                Some(id) => {
                    Fault::new(&UNLISTED, format!("no list names the section `{}`", short(id)))
                        .help(format!(
                            "add `{}` to `sections` in {BRIEFING}, or remove the file",
                            short(id)
                        ))
                }
                None => Fault::new(&UNLISTED, "a section's file has a name that ends in .yaml")
                    .help("rename the file"),
            };
            self.faults.add_whole(&file.name, fault);
        }
    }
}

fn listed_twice(id: &str, place: Option<Place>) -> Fault {
    let first = place.as_ref().map(Place::words).unwrap_or_default();
    let fault = Fault::new(
        &DUPLICATE,
        format!("section `{}` is listed twice; first at {first}", short(id)),
    )
    .help("take one of the two off the list");
    match place {
        Some(place) => fault.also(place, "first"),
        None => fault,
    }
}
