//! Pictures from outside: copied part by part, and only the parts that make the picture. What a camera or a program wrote
//! beside it (place, time, device, names, comments, a smaller copy, whatever follows the end) is left behind.

/// Why a file was not taken. The words follow the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotAPicture {
    #[error("is damaged or cut off. Save the picture again, or take another")]
    Damaged,
    #[error("has no picture in it. Save the picture again, or take another")]
    Empty,
    #[error(
        "says that it is {width} × {height} pixels. The most is {side} a side and {millions} million in all; make the \
         picture smaller",
        side = SIDE_MAX, millions = PIXELS_MAX / 1_000_000
    )]
    TooLarge { width: usize, height: usize },
}

/// Longest side of an attached picture, in pixels: what web views draw at all.
pub(crate) const SIDE_MAX: usize = 30_000;
/// Most pixels of an attached picture. Drawn, each takes four bytes: this is 200 MB for a moment.
pub(crate) const PIXELS_MAX: usize = 50_000_000;

/// Refuses a picture by the size that its header says, before anything draws it: a small file can say any size.
fn drawable(width: usize, height: usize) -> Result<(), NotAPicture> {
    match (width, height) {
        (0, _) | (_, 0) => Err(NotAPicture::Damaged),
        _ if width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX => {
            Err(NotAPicture::TooLarge { width, height })
        }
        _ => Ok(()),
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

pub(crate) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(PNG)
}

pub(crate) fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(JPEG)
}

/// What a file is that people take for a picture to attach, and what to do instead; none for what is not known here. The
/// words follow the file's name.
pub(crate) fn of_another_kind(bytes: &[u8]) -> Option<&'static str> {
    // The brands of ISO/IEC 23008-12, annex B: what phones write unless they are told otherwise.
    const HEIC: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];
    let has = |at: usize, sign: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(sign));
    if has(4, b"ftyp") && HEIC.iter().any(|brand| has(8, brand)) {
        return Some(
            "is a HEIC picture. Attach it as a JPEG instead: share or export it as JPEG, or choose JPEG in the phone's \
             camera (on an iPhone: Settings, Camera, Formats, Most Compatible)",
        );
    }
    if has(4, b"ftypavif") {
        return Some("is an AVIF picture. Export it as PNG or JPEG and attach that");
    }
    if has(0, b"RIFF") && has(8, b"WEBP") {
        return Some("is a WebP picture. Export it as PNG or JPEG and attach that");
    }
    if has(0, b"GIF8") {
        return Some("is a GIF picture. Export it as PNG or JPEG and attach that");
    }
    if has(0, b"II*\0") || has(0, b"MM\0*") {
        return Some("is a TIFF or raw picture. Export it as PNG or JPEG and attach that");
    }
    if has(0, b"%PDF-") {
        return Some("is a PDF. Attach a picture of the page that you need, as PNG or JPEG");
    }
    None
}

fn big_endian(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// A PNG without anything but the picture and its colours.
pub(crate) fn clean_png(bytes: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    // PNG 1.2, 4.1 and 4.2. A colour profile (iCCP) may name its device; a gamma or sRGB mark says enough.
    const KEEP: [&[u8]; 9] = [b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"IEND"];
    let mut clean = PNG.to_vec();
    let (mut rest, mut drawn) = (bytes.strip_prefix(PNG).ok_or(NotAPicture::Damaged)?, false);
    loop {
        let (head, after) = rest.split_at_checked(8).ok_or(NotAPicture::Damaged)?;
        let (length, kind) = head.split_at(4);
        let body = big_endian(length).checked_add(4).ok_or(NotAPicture::Damaged)?;
        let (body, after) = after.split_at_checked(body).ok_or(NotAPicture::Damaged)?;
        if (clean.len() == PNG.len()) != (kind == b"IHDR") {
            return Err(NotAPicture::Damaged);
        }
        if kind == b"IHDR" {
            let side = |at: usize| body.get(at..at + 4).map(big_endian).ok_or(NotAPicture::Damaged);
            drawable(side(0)?, side(4)?)?;
        }
        if KEEP.contains(&kind) {
            clean.extend_from_slice(head);
            clean.extend_from_slice(body);
        }
        drawn |= kind == b"IDAT" && body.len() > 4;
        if kind == b"IEND" {
            return if drawn { Ok(clean) } else { Err(NotAPicture::Empty) };
        }
        rest = after;
    }
}

/// A JPEG without anything but the picture, and which way up it is held.
pub(crate) fn clean_jpeg(bytes: &[u8]) -> Result<Vec<u8>, NotAPicture> {
    const START: u8 = 0xD8;
    const END: u8 = 0xD9;
    const SCAN: u8 = 0xDA;
    let mut clean = vec![0xFF, START];
    let mut rest = bytes.strip_prefix(&[0xFF, START]).ok_or(NotAPicture::Damaged)?;
    let (mut drawn, mut turned) = (false, None);
    loop {
        // Any number of 0xFF may stand before a marker.
        let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
        let (marker, after) = rest.get(fill..).and_then(<[u8]>::split_first).ok_or(NotAPicture::Damaged)?;
        if fill == 0 || *marker == 0 {
            return Err(NotAPicture::Damaged);
        }
        if *marker == END {
            clean.extend_from_slice(&[0xFF, END]);
            return if drawn { Ok(clean) } else { Err(NotAPicture::Empty) };
        }
        let length = big_endian(after.get(..2).ok_or(NotAPicture::Damaged)?);
        let (body, after) = after.split_at_checked(length).filter(|_| length >= 2).ok_or(NotAPicture::Damaged)?;
        match marker {
            // The frame's header (T.81, B.2.2): length, precision, lines, samples a line.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let side = |at: usize| body.get(at..at + 2).map(big_endian).ok_or(NotAPicture::Damaged);
                drawable(side(5)?, side(3)?)?;
                copy(&mut clean, *marker, body);
            }
            // APP0 (JFIF) says how wide a dot is, and may hold a smaller copy; APP14 (Adobe) says how colours are meant.
            0xE0 if body[2..].starts_with(b"JFIF\0") && body.len() >= 16 => {
                clean.extend_from_slice(&[0xFF, 0xE0, 0, 16]);
                clean.extend_from_slice(&body[2..14]);
                clean.extend_from_slice(&[0, 0]);
            }
            0xE1 if turned.is_none() && body[2..].starts_with(b"Exif\0\0") => {
                turned = orientation(&body[8..]);
                if let Some(turned) = turned {
                    clean.extend_from_slice(&only_orientation(turned));
                }
            }
            0xEE if body[2..].starts_with(b"Adobe") => copy(&mut clean, *marker, body),
            // Every other APPn and comments are about the picture, not of it.
            0xE0..=0xEF | 0xFE => {}
            _ => copy(&mut clean, *marker, body),
        }
        rest = after;
        if *marker == SCAN {
            // The drawing runs on to the next marker; in it 0xFF00 is a byte of it and 0xFFD0 to 0xFFD7 begin it anew.
            let next = rest
                .windows(2)
                .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF))
                .ok_or(NotAPicture::Damaged)?;
            drawn |= next > 0;
            clean.extend_from_slice(&rest[..next]);
            rest = &rest[next..];
        }
    }
}

fn copy(clean: &mut Vec<u8>, marker: u8, body: &[u8]) {
    clean.extend_from_slice(&[0xFF, marker]);
    clean.extend_from_slice(body);
}

/// Which way up the picture is held, 2 to 8, as the first directory of its TIFF says; none for upright.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let number = |at: usize, size: usize| {
        let bytes = tiff.get(at..at.checked_add(size)?)?;
        let swapped: Vec<u8> = bytes.iter().rev().copied().collect();
        Some(big_endian(if little { &swapped } else { bytes }))
    };
    let directory = number(4, 4)?;
    for entry in 0..number(directory, 2)? {
        let at = directory.checked_add(2)?.checked_add(entry * 12)?;
        if number(at, 2)? == 0x0112 && number(at + 2, 2)? == 3 {
            return u8::try_from(number(at + 8, 2)?).ok().filter(|turned| (2..=8).contains(turned));
        }
    }
    None
}

/// An Exif part that says this and nothing else.
fn only_orientation(turned: u8) -> [u8; 36] {
    let mut part = *b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    part[29] = turned;
    part
}

#[cfg(test)]
mod tests;
