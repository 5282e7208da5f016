//! What an owner does on the command line, and what the program says to wrong settings.

mod audit;
mod backup;
mod commands;
mod develop;
mod evidence;
mod export;
mod ledger;
mod log;
mod purge;
mod receipt;
mod settings;
mod upkeep;
