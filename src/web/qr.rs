//! A link as a QR code, for handing over where there is no mail server.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::error::Error;

/// An SVG without inline styles (the content policy forbids them).
///
/// # Errors
/// When the link is longer than a QR code holds.
pub fn svg(link: &str) -> Result<String, Error> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M)
        .map_err(|e| Error::internal(format!("QR code: {e}")))?;
    let image = code
        .render::<svg::Color>()
        .min_dimensions(240, 240)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build();
    Ok(image
        .trim_start_matches(|c| c != '>')
        .trim_start_matches('>')
        .trim()
        .to_owned())
}
