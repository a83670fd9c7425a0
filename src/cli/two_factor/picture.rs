//! The enrollment as a QR code: in the terminal, as SVG, as PNG. Always dark on light with the quiet zone that
//! ISO/IEC 18004 asks for, because many apps read nothing else.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;

/// Light modules around the code.
const QUIET: usize = 4;
/// Pixels of a module in a picture.
const SCALE: usize = 8;

/// Rows of modules, quiet zone included; true is dark.
pub(super) struct Picture(Vec<Vec<bool>>);

impl Picture {
    pub(super) fn of(text: &SecretText) -> Result<Self> {
        let code =
            QrCode::with_error_correction_level(text.expose(), EcLevel::L).map_err(|error| {
                Error::usage("the enrollment is too long for a QR code").because(error)
            })?;
        let width = code.width() + 2 * QUIET;
        let blank = || vec![false; width];
        let mut rows: Vec<Vec<bool>> = (0..QUIET).map(|_| blank()).collect();
        for line in code.to_colors().chunks(code.width().max(1)) {
            let dark = line.iter().map(|color| *color == Color::Dark);
            let edge = || std::iter::repeat_n(false, QUIET);
            rows.push(edge().chain(dark).chain(edge()).collect());
        }
        rows.extend((0..QUIET).map(|_| blank()));
        Ok(Self(rows))
    }

    pub(super) fn width(&self) -> usize {
        self.0.len()
    }

    /// Half blocks, two modules a character. With colors set explicitly it reads on dark and light terminals;
    /// without them light modules are drawn, as on a dark terminal.
    pub(super) fn terminal(&self, colors: Colors) -> Zeroizing<String> {
        let (start, end) = match colors {
            Colors::Explicit => ("\u{1b}[38;5;16;48;5;231m", "\u{1b}[0m"),
            Colors::None => ("", ""),
        };
        let ink = |dark: bool| dark == (colors == Colors::Explicit);
        let mut text = Zeroizing::new(String::with_capacity(self.0.len() * self.0.len() * 2));
        for pair in self.0.chunks(2) {
            text.push_str(start);
            let (Some(upper), lower) = (pair.first(), pair.get(1)) else {
                continue;
            };
            for (at, top) in upper.iter().enumerate() {
                let bottom = lower.and_then(|row| row.get(at)).copied().unwrap_or(false);
                text.push(match (ink(*top), ink(bottom)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                });
            }
            text.push_str(end);
            text.push('\n');
        }
        text
    }

    pub(super) fn svg(&self) -> Zeroizing<String> {
        let side = self.width();
        let mut path = String::new();
        for (y, row) in self.0.iter().enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
                write!(path, "M{x} {y}h1v1h-1z").ok();
            }
        }
        Zeroizing::new(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{px}\" \
             height=\"{px}\" shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" \
             fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>\n",
            px = side * SCALE
        ))
    }

    pub(super) fn png(&self) -> Result<Zeroizing<Vec<u8>>> {
        let failed = |error: png::EncodingError| Error::bug("the PNG was not made").because(error);
        let side = u32::try_from(self.width() * SCALE)
            .map_err(|_| Error::bug("the picture is too large"))?;
        let mut bytes = Zeroizing::new(vec![]);
        let mut encoder = png::Encoder::new(&mut *bytes, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.pixels()).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }

    fn pixels(&self) -> Zeroizing<Vec<u8>> {
        let mut pixels = Zeroizing::new(Vec::with_capacity(self.0.len().pow(2) * SCALE * SCALE));
        for row in &self.0 {
            for _ in 0..SCALE {
                for dark in row {
                    let shade = if *dark { 0 } else { 255 };
                    pixels.extend(std::iter::repeat_n(shade, SCALE));
                }
            }
        }
        pixels
    }
}

/// Whether the terminal is told which colors to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colors {
    Explicit,
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quiet_zone_is_there_and_the_finder_stands_in_the_corner() {
        let picture = Picture::of(&SecretText::new("otpauth://totp/a:b".to_owned())).unwrap();
        let side = picture.width();
        for row in picture.0.iter().take(QUIET) {
            assert!(row.iter().all(|dark| !dark));
        }
        assert!(picture.0[QUIET][QUIET..QUIET + 7].iter().all(|dark| *dark));
        assert!(!picture.0[QUIET][QUIET + 7]);
        assert!(picture.0.iter().all(|row| row.len() == side));
        let shown = picture.terminal(Colors::Explicit);
        assert_eq!(shown.lines().count(), side.div_ceil(2));
        assert!(picture.png().unwrap().starts_with(b"\x89PNG"));
    }
}
