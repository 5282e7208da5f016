//! What an owner does on the command line, and what the program says to wrong settings.

mod backup;
mod commands;
mod develop;
mod export;
mod settings;
mod upkeep;
