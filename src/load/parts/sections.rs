//! Which sections a briefing has, and in which order.

use std::ops::Range;

use super::part::{PartItem, SectionList};
use super::sorter::Sorter;
use crate::load::files::{is_nearly_section, is_section, section_id, section_path};
use crate::load::format::{Field, ListOf, SectionEntry};
use crate::load::id::{bad_id, is_id};
use crate::load::rule::SECTION_FILE;
use crate::load::sentences;
use crate::load::yaml::{YamlNode, YamlValue};

impl<'a> Sorter<'_, 'a> {
    pub(super) fn sections(&mut self, file: usize, field: &mut Field<'a, ListOf<SectionEntry>>) {
        let before = self.faults.errors().len();
        let is_listed = self.list_sections(file, field);
        let mut list = SectionList::default();
        list.faults.extend(self.faults.errors().iter().skip(before).cloned());
        if is_listed {
            list.named.extend(self.listed.keys().cloned());
            list.found.extend(self.parts.sections.iter().map(|section| section.id.clone()));
            self.unlisted();
        } else {
            self.every_section();
        }
        self.parts.section_list = Some(list);
    }

    /// Takes the sections that are listed; whether there is a list.
    fn list_sections(&mut self, file: usize, field: &mut Field<'a, ListOf<SectionEntry>>) -> bool {
        let Some(node) = self.decoder(file, |cx| field.node(cx)).flatten() else {
            return false;
        };
        let at = node.range();
        let is_list = matches!(node.value, YamlValue::List(_));
        let items = self.decoder(file, |cx| cx.items(node, field.subject())).unwrap_or_default();
        if !is_list {
            return false;
        }
        if items.is_empty() {
            self.decoder(file, |cx| cx.fault(at, sentences::no_sections()));
            return false;
        }
        for node in items {
            self.section(file, node);
        }
        true
    }

    fn section(&mut self, file: usize, node: YamlNode<'a>) {
        let at = node.range();
        let text = self.files.get(file);
        let inline = matches!(node.value, YamlValue::Map(_));
        let named = if inline { node.get("id") } else { Some(&node) };
        let id_at = named.map_or(at.clone(), YamlNode::range);
        let id =
            named.zip(text).and_then(|(node, file)| node.spelling(&file.text)).map(str::to_owned);
        let Some(id) = id else {
            let fault = match (inline, named) {
                (true, None) => sentences::section_without_id(),
                _ => sentences::section_of_wrong_type(),
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
        if let Some(first) = earlier.and_then(|(other, range)| self.location(other, range)) {
            self.decoder(file, |cx| cx.fault(id_at, sentences::listed_twice(&id, first)));
            return;
        }
        self.listed.insert(id.clone(), (file, id_at.clone()));
        if inline {
            if let Some(place) =
                self.find(&section_path(&id)).and_then(|other| self.location(other, 0..0))
            {
                let fault = sentences::section_twice(&id, place);
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
        if self.is_ahead {
            return self.push(id, (file, at), None, false);
        }
        let files = self.files;
        let nearly = files.iter().position(|file| is_nearly_section(&file.path, &id));
        if let Some((other, misnamed)) = nearly.and_then(|at| Some((at, files.get(at)?))) {
            self.used.insert(other);
            let fault = sentences::misnamed_section_file(&id, &misnamed.path);
            self.decoder(file, |cx| cx.fault(at, fault));
            return self.parts.absent.push(id);
        }
        let stems = files.iter().filter_map(|file| section_id(&file.path));
        self.decoder(file, |cx| {
            let near = cx.nearest(&SECTION_FILE, &id, stems);
            cx.fault(at, sentences::no_section_file(&id, near.as_deref()));
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
                Some(id) => sentences::unlisted_section(id),
                None => sentences::misnamed_section(),
            };
            self.faults.add_whole(&file.name, fault);
        }
    }
}
