//! What an owner does on the command line, and what the program says to wrong settings.

mod commands;
mod settings;
