//! `attache schema`

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::load::{MappingKind, json_schema};

use super::writing_args::{SchemaArgs, SchemaPart};

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<ExitCode> {
    let kind = match args.part {
        SchemaPart::Briefing => MappingKind::Briefing,
        SchemaPart::Section => MappingKind::Section,
        SchemaPart::Instruments => MappingKind::Instruments,
        SchemaPart::Actors => MappingKind::Actors,
        SchemaPart::Glossary => MappingKind::Glossary,
        SchemaPart::Timeline => MappingKind::Timeline,
        SchemaPart::Sources => MappingKind::Sources,
        SchemaPart::Questions => MappingKind::Questions,
    };
    let mut out = io::stdout().lock();
    out.write_all(json_schema(kind).as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
