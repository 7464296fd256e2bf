//! What the files of `src/` use of each other, read as the compiler reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, Macro, UseTree, Visibility};

/// The segments of a path. From the root of the crate, `crate` is left out.
pub(super) type Segments = Vec<String>;

/// So many imports may lead to each other, then one is taken to lead out of the crate.
const DEEPEST: usize = 16;

/// All modules of a crate, by their paths.
#[derive(Debug, Default)]
pub(super) struct Modules(BTreeMap<Segments, Module>);

#[derive(Debug, Default)]
struct Module {
    /// The file that it is in, below the folder of the crate.
    file: String,
    imports: Vec<Import>,
    /// The paths that stand in its code.
    mentions: BTreeSet<Segments>,
}

/// One leaf of a `use`.
#[derive(Debug)]
struct Import {
    path: Segments,
    /// What it is called here; nothing for a glob.
    name: Option<String>,
    /// Whether it is there for others, and by itself no use.
    is_reexport: bool,
}

/// A use of one file by another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    /// The file that uses.
    pub(super) file: String,
    /// What it uses, from the root of the crate.
    pub(super) path: Segments,
    /// The file in which that is defined, wherever else it may be exported again.
    pub(super) defined_in: String,
    /// Whether it is exported again and no more.
    pub(super) is_reexport: bool,
}

impl Modules {
    /// The modules of files, each given by its name below the folder of the crate and what is in it.
    pub(super) fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut modules = Self::default();
        for (file, source) in files {
            let code = syn::parse_file(source).unwrap_or_else(|error| panic!("{file}: {error}"));
            let mut reader = Reader { file, at: module_path(file), modules: &mut modules.0 };
            reader.module();
            reader.visit_file(&code);
        }
        modules
    }

    /// Every use of a file by another.
    pub(super) fn uses(&self) -> BTreeSet<Use> {
        let mut uses = BTreeSet::new();
        for (at, module) in &self.0 {
            let imports = module.imports.iter().map(|import| (&import.path, import.is_reexport));
            let mentions = module.mentions.iter().map(|path| (path, false));
            for (path, is_reexport) in imports.chain(mentions) {
                let Some(path) = self.absolute(at, path, DEEPEST) else { continue };
                let Some(defined_in) = self.file_of(&path, DEEPEST) else { continue };
                if defined_in != module.file {
                    let (file, defined_in) = (module.file.clone(), defined_in.to_owned());
                    uses.insert(Use { file, path, defined_in, is_reexport });
                }
            }
        }
        uses
    }

    /// A path that stands in the module `at`, from the root; none if it leads out of the crate, or
    /// names what is defined in the module itself.
    fn absolute(&self, at: &[String], path: &[String], deepest: usize) -> Option<Segments> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => return Some([at, rest].concat()),
            "super" => {
                let up = path.iter().take_while(|segment| *segment == "super").count();
                return Some([at.get(..at.len().checked_sub(up)?)?, &path[up..]].concat());
            }
            _ => {}
        }
        let child = [at, std::slice::from_ref(first)].concat();
        if !rest.is_empty() && self.0.contains_key(&child) {
            return Some([&child, rest].concat());
        }
        let import = self.import(at, first)?;
        let found = self.absolute(at, &import.path, deepest.checked_sub(1)?)?;
        Some([&found, rest].concat())
    }

    /// The file in which a path from the root leads to a definition; none if that is outside.
    fn file_of(&self, path: &[String], deepest: usize) -> Option<&str> {
        let mut at = Vec::new();
        for (n, segment) in path.iter().enumerate() {
            at.push(segment.clone());
            if self.0.contains_key(&at) {
                continue;
            }
            at.pop();
            let Some(import) = self.import(&at, segment) else { break };
            let found = self.absolute(&at, &import.path, deepest.checked_sub(1)?)?;
            return self.file_of(&[&found, &path[n + 1..]].concat(), deepest - 1);
        }
        self.0.get(&at).map(|module| module.file.as_str())
    }

    /// What a module imports by a name.
    fn import(&self, at: &[String], name: &str) -> Option<&Import> {
        self.0.get(at)?.imports.iter().find(|import| import.name.as_deref() == Some(name))
    }
}

/// Every file of a folder that has Rust in it: its name below the folder, and what is in it.
pub(super) fn rust_files(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let below = rust_files(&path).into_iter();
            files.extend(below.map(|(file, source)| (format!("{name}/{file}"), source)));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

/// `text/goto/mod.rs` is the module `text::goto`, and `lib.rs` the root.
fn module_path(file: &str) -> Segments {
    let file = file.strip_suffix(".rs").unwrap_or(file);
    let module = file.strip_suffix("/mod").unwrap_or(file);
    module.split('/').filter(|segment| *segment != "lib").map(str::to_owned).collect()
}

/// Takes down what is imported and mentioned in a file.
struct Reader<'a> {
    file: &'a str,
    /// The module that is being read.
    at: Segments,
    modules: &'a mut BTreeMap<Segments, Module>,
}

impl Reader<'_> {
    fn module(&mut self) -> &mut Module {
        let file = self.file.to_owned();
        let new = || Module { file, ..Module::default() };
        self.modules.entry(self.at.clone()).or_insert_with(new)
    }

    fn import(&mut self, tree: &UseTree, before: &[String], is_reexport: bool) {
        let of = |segment: &syn::Ident| [before, &[segment.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(path) => return self.import(&path.tree, &of(&path.ident), is_reexport),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|one| self.import(one, before, is_reexport));
            }
            UseTree::Name(name) if name.ident == "self" => {
                (before.to_vec(), before.last().cloned())
            }
            UseTree::Name(name) => (of(&name.ident), Some(name.ident.to_string())),
            UseTree::Rename(rename) if rename.ident == "self" => {
                (before.to_vec(), Some(rename.rename.to_string()))
            }
            UseTree::Rename(rename) => (of(&rename.ident), Some(rename.rename.to_string())),
            UseTree::Glob(_) => (before.to_vec(), None),
        };
        self.module().imports.push(Import { path, name, is_reexport });
    }

    /// The paths among the tokens of a macro, whatever it makes of them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Segments::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Ident(ident) if colons == 2 && !path.is_empty() => {
                    path.push(ident.to_string());
                }
                other => {
                    self.mention(std::mem::take(&mut path));
                    match other {
                        TokenTree::Ident(ident) => path.push(ident.to_string()),
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                    }
                }
            }
            colons = 0;
        }
        self.mention(path);
    }

    fn mention(&mut self, path: Segments) {
        if !path.is_empty() {
            self.module().mentions.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.at.push(item.ident.to_string());
        if item.content.is_some() {
            self.module();
            visit::visit_item_mod(self, item);
        }
        self.at.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            let is_reexport = !matches!(item.vis, Visibility::Inherited);
            self.import(&item.tree, &[], is_reexport);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string());
            self.mention(segments.collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        self.tokens(mac.tokens.clone());
    }

    /// `pub(in crate::app)` says who sees it, and uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
