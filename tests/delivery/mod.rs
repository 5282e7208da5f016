//! How pages, assets and photos reach a browser fast, and never a moment too long.

mod assets;
mod bundle;
mod formats;
mod kept;
mod sockets;
mod version;
