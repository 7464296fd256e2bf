//! What is public, and who needs it to be.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Field, File, ImplItem, ItemImpl, Type, Visibility};

/// A public item, or a public function of a type.
#[derive(Debug)]
struct Item {
    file: String,
    /// The type that it belongs to, for a function or a constant of one.
    of: Option<String>,
    name: String,
    /// The names in what is public of it: the types of arguments, of fields.
    needs: BTreeSet<String>,
}

/// The public items of `library` that no file of `others` names, nor anything public that is named
/// there: `text/rich.rs: Rich::push`. Each file is its name and what is in it.
///
/// A name is taken for all that bear it, so that of two items of one name both may be kept.
pub(super) fn unused(library: &[(String, String)], others: &[(String, String)]) -> Vec<String> {
    let mut named = BTreeSet::new();
    for (file, source) in others {
        let tokens: TokenStream = source.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        words(tokens, &mut named);
    }
    let mut public = Public::default();
    for (file, source) in library {
        let code = syn::parse_file(source).unwrap_or_else(|error| panic!("{file}: {error}"));
        public.read(file, &code);
    }
    let needed = public.needed(&named);
    let unused = public.items.iter().filter(|item| !is_needed(item, &needed, &named));
    unused.map(Item::told).collect()
}

/// Whether an item is among those that are needed; `named` are the words outside.
fn is_needed(item: &Item, needed: &BTreeSet<String>, named: &BTreeSet<String>) -> bool {
    match &item.of {
        Some(of) => needed.contains(of) && named.contains(&item.name),
        None => needed.contains(&item.name),
    }
}

/// Every name among the tokens.
fn words(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => words(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

impl Item {
    fn told(&self) -> String {
        let of = self.of.as_ref().map_or_else(String::new, |of| format!("{of}::"));
        format!("{}: {of}{}", self.file, self.name)
    }
}

/// All that is public in a library.
#[derive(Debug, Default)]
struct Public {
    items: Vec<Item>,
    /// For each type what traits are told of it, which is as public as the type is.
    traits: Vec<Item>,
    /// The names in items that macros make: what of them is public is not to be seen.
    in_macros: BTreeSet<String>,
    file: String,
}

impl Public {
    fn read(&mut self, file: &str, code: &File) {
        file.clone_into(&mut self.file);
        self.visit_file(code);
    }

    /// The names of the types and functions that must be public.
    fn needed(&self, named: &BTreeSet<String>) -> BTreeSet<String> {
        let mut needed: BTreeSet<String> = named.union(&self.in_macros).cloned().collect();
        loop {
            let before = needed.len();
            for item in self.items.iter().chain(&self.traits) {
                if is_needed(item, &needed, named) {
                    needed.extend(item.needs.iter().cloned());
                }
            }
            if needed.len() == before {
                return needed;
            }
        }
    }

    /// Takes down an item if it is public.
    fn add(&mut self, vis: &Visibility, of: Option<&str>, name: &syn::Ident, needs: Needs) {
        if is_public(vis) {
            self.items.push(self.item(of, name.to_string(), needs));
        }
    }

    fn item(&self, of: Option<&str>, name: String, needs: Needs) -> Item {
        Item { file: self.file.clone(), of: of.map(str::to_owned), name, needs: needs.0 }
    }
}

impl<'ast> Visit<'ast> for Public {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(
            &item.vis,
            None,
            &item.sig.ident,
            Needs::of(|needs| needs.visit_signature(&item.sig)),
        );
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.add(&item.vis, None, &item.ident, Needs::of(|needs| needs.visit_type(&item.ty)));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.add(&item.vis, None, &item.ident, Needs::of(|needs| needs.visit_type(&item.ty)));
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add(&item.vis, None, &item.ident, Needs::of(|needs| needs.visit_type(&item.ty)));
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.vis, None, &item.ident, Needs::of(|needs| needs.visit_item_struct(item)));
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let needs = Needs::of(|needs| item.variants.iter().for_each(|one| needs.variant(one)));
        self.add(&item.vis, None, &item.ident, needs);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.add(&item.vis, None, &item.ident, Needs::of(|needs| needs.visit_item_trait(item)));
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        words(item.mac.tokens.clone(), &mut self.in_macros);
    }

    fn visit_item_impl(&mut self, block: &'ast ItemImpl) {
        let Type::Path(of) = &*block.self_ty else { return };
        let Some(of) = of.path.segments.last().map(|segment| segment.ident.to_string()) else {
            return;
        };
        if block.trait_.is_some() {
            let needs = Needs::of(|needs| needs.visit_item_impl(block));
            self.traits.push(self.item(None, of, needs));
            return;
        }
        for item in &block.items {
            match item {
                ImplItem::Fn(item) => {
                    let needs = Needs::of(|needs| needs.visit_signature(&item.sig));
                    self.add(&item.vis, Some(&of), &item.sig.ident, needs);
                }
                ImplItem::Const(item) => {
                    let needs = Needs::of(|needs| needs.visit_type(&item.ty));
                    self.add(&item.vis, Some(&of), &item.ident, needs);
                }
                _ => {}
            }
        }
    }
}

/// The names in what is public of an item.
#[derive(Debug, Default)]
struct Needs(BTreeSet<String>);

impl Needs {
    fn of(look: impl FnOnce(&mut Self)) -> Self {
        let mut needs = Self::default();
        look(&mut needs);
        needs
    }

    /// The fields of a variant are as public as the enum.
    fn variant(&mut self, variant: &syn::Variant) {
        variant.fields.iter().for_each(|field| self.visit_type(&field.ty));
    }
}

impl<'ast> Visit<'ast> for Needs {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.extend(path.segments.iter().map(|segment| segment.ident.to_string()));
        visit::visit_path(self, path);
    }

    fn visit_field(&mut self, field: &'ast Field) {
        if is_public(&field.vis) {
            self.visit_type(&field.ty);
        }
    }

    /// What a function does is its own affair.
    fn visit_block(&mut self, _: &'ast syn::Block) {}

    fn visit_expr(&mut self, _: &'ast syn::Expr) {}

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}
