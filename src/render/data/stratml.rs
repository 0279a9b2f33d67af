//! The plan as a performance plan in `StratML` Part 2 (ANSI/AIIM 22:2017), by which governments
//! exchange goals and indicators. The one door to quick-xml.
//!
//! A chapter is a goal, a section an objective; KGI measure outcomes and KPI outputs. The schema asks
//! for its elements in this order and no other, and for identifiers that begin with no digit. It has
//! no place for languages and for what a target is held against: the file is in the plan's own language.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::figure;
use crate::localise::Edition;
use crate::plan::{Chapter, Indicator, Kind, Reading, Section, Text, Value};
use crate::read::markdown::{proses, text_of};
use crate::value::FiscalYear;

const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

type Xml = Writer<Vec<u8>>;

/// `plan.stratml.xml`; none for a plan without chapters, which is no plan to the schema.
pub(super) fn write(source: &Edition<'_>) -> Option<Vec<u8>> {
    let plan = source.plan;
    if plan.chapters.is_empty() {
        return None;
    }
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // It goes to memory, which does not fail.
    document(&mut xml, source).ok()?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Some(bytes)
}

fn document(xml: &mut Xml, source: &Edition<'_>) -> io::Result<()> {
    let plan = source.plan;
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml
        .create_element("PerformancePlanOrReport")
        .with_attributes([("xmlns", NAMESPACE), ("Type", "Performance_Plan")]);
    root.write_inner_content(|xml| {
        element(xml, "Name", &plan.title.text)?;
        xml.create_element("StrategicPlanCore").write_inner_content(|xml| {
            xml.create_element("Organization")
                .write_inner_content(|xml| element(xml, "Name", &plan.town.text))?;
            plan.chapters.iter().try_for_each(|chapter| goal(xml, source, chapter))
        })?;
        let Some(base) = &plan.base_url else { return Ok(()) };
        xml.create_element("AdministrativeInformation")
            .write_inner_content(|xml| element(xml, "Source", base))?;
        Ok(())
    })?;
    Ok(())
}

fn goal(xml: &mut Xml, source: &Edition<'_>, chapter: &Chapter) -> io::Result<()> {
    xml.create_element("Goal").write_inner_content(|xml| {
        element(xml, "Name", &chapter.title.text)?;
        // The schema asks for it even where the chapter has no text of its own.
        element(xml, "Description", &text(source, &chapter.text))?;
        element(xml, "Identifier", &format!("_chapter.{}", chapter.name))?;
        if let Some(numeral) = &chapter.numeral {
            element(xml, "SequenceIndicator", &numeral.text)?;
        }
        chapter.sections.iter().try_for_each(|section| objective(xml, source, chapter, section))
    })?;
    Ok(())
}

fn objective(xml: &mut Xml, source: &Edition<'_>, chapter: &Chapter, section: &Section) -> io::Result<()> {
    xml.create_element("Objective").write_inner_content(|xml| {
        element(xml, "Name", &section.title.text)?;
        element(xml, "Description", &text(source, &section.text))?;
        element(xml, "Identifier", &format!("_section.{}.{}", chapter.name, section.name))?;
        if let Some(number) = section.number {
            element(xml, "SequenceIndicator", &number.to_string())?;
        }
        section.indicators.iter().try_for_each(|one| indicator(xml, source, one))
    })?;
    Ok(())
}

fn indicator(xml: &mut Xml, source: &Edition<'_>, indicator: &Indicator) -> io::Result<()> {
    let stage = match indicator.kind {
        Kind::Kgi => "Outcome",
        Kind::Kpi => "Output",
    };
    let is_words = indicator.target.reading == Reading::Words;
    let kind = if is_words { "Qualitative" } else { "Quantitative" };
    let unit =
        [&indicator.target, &indicator.baseline].map(figure::unit).into_iter().find(|unit| !unit.is_empty());
    let element_of = xml
        .create_element("PerformanceIndicator")
        .with_attributes([("ValueChainStage", stage), ("PerformanceIndicatorType", kind)]);
    element_of.write_inner_content(|xml| {
        element(xml, "MeasurementDimension", &indicator.name.text)?;
        element(xml, "UnitOfMeasurement", &unit.unwrap_or_default())?;
        element(xml, "Identifier", &format!("_indicator.{}", indicator.id))?;
        xml.create_element("MeasurementInstance").write_inner_content(|xml| {
            let result = |xml: &mut Xml, name, figure, year, value| {
                let label = source.word(&format!("indicator.{figure}"));
                result(xml, name, &label, year, value)
            };
            result(xml, "TargetResult", "target", indicator.target_year, &indicator.target)?;
            result(xml, "ActualResult", "baseline", indicator.baseline_year, &indicator.baseline)?;
            let mut actuals = indicator.actuals.iter();
            actuals.try_for_each(|(year, value)| result(xml, "ActualResult", "actual", *year, value))
        })?;
        if let Some(note) = &indicator.note {
            element(xml, "OtherInformation", &note.text)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// A printed value in the year it is for; nothing where the plan prints none.
fn result(xml: &mut Xml, name: &str, label: &str, year: FiscalYear, value: &Value) -> io::Result<()> {
    if value.is_nothing() {
        return Ok(());
    }
    xml.create_element(name).write_inner_content(|xml| {
        element(xml, "StartDate", &year.first_day())?;
        element(xml, "EndDate", &year.last_day())?;
        element(xml, "NumberOfUnits", &figure::number(value))?;
        xml.create_element("Descriptor").write_inner_content(|xml| {
            element(xml, "DescriptorName", label)?;
            element(xml, "DescriptorValue", &value.written.text)
        })?;
        Ok(())
    })?;
    Ok(())
}

fn element(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    // Control characters have no place in XML 1.0, not even escaped.
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    xml.create_element(name).write_text_content(BytesText::new(&text))?;
    Ok(())
}

/// The blocks of `text`, a line each.
fn text(source: &Edition<'_>, text: &Text) -> String {
    let blocks = proses(&text.blocks).into_iter().map(|prose| text_of(source.passage(text, prose).inlines));
    blocks.collect::<Vec<_>>().join("\n")
}
