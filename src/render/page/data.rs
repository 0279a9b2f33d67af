//! The page of the data: which files there are, and what stands in them.

use super::view::{CodeView, DataView, FieldView, FieldsView, FileView, LinkView, SectionFile};
use super::{Desk, Page};
use crate::render::data::{Field, Table, linked_data_file, section_file, whole_plan};
use crate::value::Address;

pub(super) fn data(desk: &Desk<'_>) -> DataView {
    let with_figures = desk.shelf.extent.figures.on(desk.part);
    let sections = with_figures.iter().map(|(chapter, section)| {
        let file = section_file(chapter, section);
        let link = desk.link(Page::Section(chapter, section));
        SectionFile { size: size(desk, &file), link: LinkView { href: desk.file(&file), ..link } }
    });
    DataView {
        linked_data: desk.file(&linked_data_file()),
        files: whole_plan(&desk.shelf.data.sizes).map(|(key, address)| file(desk, key, &address)).collect(),
        sections: sections.collect(),
        tables: desk.shelf.data.tables.iter().map(|table| fields(desk, table)).collect(),
    }
}

fn file(desk: &Desk<'_>, key: &str, address: &Address) -> FileView {
    FileView {
        href: desk.file(address),
        name: address.as_str().rsplit('/').next().unwrap_or_default().to_owned(),
        size: size(desk, address),
        text: desk.edition.word(&format!("data.file.{key}")),
    }
}

fn size(desk: &Desk<'_>, address: &Address) -> String {
    desk.edition.size(desk.shelf.data.sizes.get(address).copied().unwrap_or_default())
}

fn fields(desk: &Desk<'_>, table: &Table<'_>) -> FieldsView {
    let mut fields: Vec<(&str, FieldView)> = Vec::new();
    let mut told = Vec::new();
    for field in &table.fields {
        if let Some((_, known)) = fields.iter_mut().find(|(key, _)| *key == field.key) {
            known.names.push(field.name.clone());
            continue;
        }
        // Two columns of one kind hold the same words: they are told of at the first.
        let codes = Some(field.codes(desk.edition)).filter(|codes| !told.contains(codes)).unwrap_or_default();
        told.push(codes.clone());
        fields.push((&field.key, self::field(desk, field, codes)));
    }
    FieldsView {
        name: table.name,
        title: desk.edition.word_with("data.columns", &[("file", &format!("{}.csv", table.name))]),
        fields: fields.into_iter().map(|(_, field)| field).collect(),
    }
}

fn field(desk: &Desk<'_>, field: &Field<'_>, codes: Vec<(&'static str, String)>) -> FieldView {
    FieldView {
        names: vec![field.name.clone()],
        title: desk.edition.word(&format!("data.field.{}", field.key)),
        codes: codes.into_iter().map(|(code, text)| CodeView { code, text }).collect(),
    }
}
