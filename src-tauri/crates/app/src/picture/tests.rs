use super::*;

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], kind, body, b"crc!"].concat()
}

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [PNG.to_vec(), chunks.concat()].concat()
}

fn head(width: u32, height: u32) -> Vec<u8> {
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat())
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], body].concat()
}

/// An Exif part of a phone: which way up, then the place, in either order of bytes.
fn exif(turned: u8, little: bool) -> Vec<u8> {
    let short = |n: u16| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let long = |n: u32| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let entry = |tag: u16, value: u16| [&short(tag)[..], &short(3), &long(1), &short(value), &[0, 0]].concat();
    let start: &[u8] = if little { b"II*\0" } else { b"MM\0*" };
    let entries = [entry(0x010F, 7), entry(0x0112, turned.into()), entry(0x8825, 9)].concat();
    [b"Exif\0\0", start, &long(8), &short(3), &entries, &long(0), b"SECRET place"].concat()
}

fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_png_keeps_its_picture_and_loses_the_rest() {
    let (head, data, end) = (head(640, 480), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
    let plain = png(&[head.clone(), chunk(b"sRGB", &[0]), data.clone(), end.clone()]);
    assert_eq!(clean_png(&plain), Ok(plain.clone()));
    let mut told = vec![head.clone(), chunk(b"sRGB", &[0])];
    for kind in [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"prVt", b"acTL"] {
        told.push(chunk(kind, b"SECRET"));
    }
    let told = [png(&[told, vec![data.clone(), end.clone()]].concat()), b"SECRET after the end".to_vec()].concat();
    assert_eq!(clean_png(&told), Ok(plain.clone()));

    for cut in 0..plain.len() {
        assert_eq!(clean_png(&plain[..cut]), Err(NotAPicture::Damaged), "cut at {cut}");
    }
    assert_eq!(clean_png(&png(&[head.clone(), end.clone()])), Err(NotAPicture::Empty));
    assert_eq!(clean_png(&png(&[data, head.clone(), end])), Err(NotAPicture::Damaged), "the header comes first");
    let huge = [PNG, &[0xFF, 0xFF, 0xFF, 0xFF], b"IHDR"].concat();
    assert_eq!(clean_png(&huge), Err(NotAPicture::Damaged));
}

#[test]
fn a_jpeg_keeps_its_picture_and_which_way_up_it_is() {
    let jfif = segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0");
    let tables = segment(0xDB, &[1; 64]);
    // Two scans, as in a progressive picture, with a byte 0xFF and a new beginning in the first.
    let scan = |body: &[u8]| [segment(0xDA, &[1; 10]), body.to_vec()].concat();
    let drawing = [scan(b"ab\xff\0cd\xff\xd0ef"), segment(0xC4, &[2; 20]), scan(b"gh")].concat();
    let end = vec![0xFF, 0xD9];
    let plain = [vec![0xFF, 0xD8], jfif.clone(), tables.clone(), drawing.clone(), end.clone()].concat();
    assert_eq!(clean_jpeg(&plain), Ok(plain.clone()));
    for (turned, little, kept) in
        [(6, true, true), (8, false, true), (1, true, false), (0, true, false), (9, false, false)]
    {
        let told = [
            vec![0xFF, 0xD8],
            segment(0xE1, &exif(turned, little)),
            segment(0xE0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01SECRET thumbnail"),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0SECRET"),
            segment(0xE2, b"ICC_PROFILE\0SECRET"),
            segment(0xED, b"Photoshop 3.0\0SECRET"),
            segment(0xFE, b"SECRET comment"),
            tables.clone(),
            vec![0xFF, 0xFF],
            drawing[1..].to_vec(),
            end.clone(),
            b"SECRET video after the end".to_vec(),
        ]
        .concat();
        let clean = clean_jpeg(&told).unwrap();
        assert!(!has(&clean, b"SECRET"));
        assert_eq!(has(&clean, b"Exif"), kept, "turned {turned}");
        if kept {
            let at = clean.windows(6).position(|window| window == b"Exif\0\0").unwrap();
            assert_eq!(orientation(&clean[at + 6..]), Some(turned));
            assert_eq!(clean_jpeg(&clean), Ok(clean.clone()), "cleaning twice is cleaning once");
        } else {
            assert_eq!(clean, plain);
        }
    }
    for cut in 0..plain.len() {
        assert_eq!(clean_jpeg(&plain[..cut]), Err(NotAPicture::Damaged), "cut at {cut}");
    }
    let nothing = [vec![0xFF, 0xD8], jfif, tables, end].concat();
    assert_eq!(clean_jpeg(&nothing), Err(NotAPicture::Empty));
}

#[test]
fn a_picture_that_says_an_absurd_size_is_refused_by_its_header() {
    let drawn = |head: Vec<u8>| clean_png(&png(&[head, chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")])).err();
    let too_large = |width, height| Some(NotAPicture::TooLarge { width, height });
    assert_eq!(drawn(head(8_000, 6_250)), None, "as large as it may be");
    assert_eq!(drawn(head(30_000, 1_000)), None, "a long page of the screen");
    assert_eq!(drawn(head(8_001, 6_250)), too_large(8_001, 6_250));
    assert_eq!(drawn(head(30_001, 1)), too_large(30_001, 1));
    assert_eq!(drawn(head(100_000, 100_000)), too_large(100_000, 100_000));
    assert_eq!(drawn(head(u32::MAX, u32::MAX)), too_large(4_294_967_295, 4_294_967_295));
    assert_eq!(drawn(head(0, 5)), Some(NotAPicture::Damaged));
    assert_eq!(drawn(chunk(b"IHDR", &[])), Some(NotAPicture::Damaged), "the sum alone is no header");

    for marker in [0xC0, 0xC2] {
        let jpeg = |height: u16, width: u16| {
            let frame =
                segment(marker, &[&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat());
            let scan = [segment(0xDA, &[1; 10]), b"ab".to_vec()].concat();
            clean_jpeg(&[vec![0xFF, 0xD8], frame, scan, vec![0xFF, 0xD9]].concat()).err()
        };
        assert_eq!(jpeg(4_000, 6_000), None);
        assert_eq!(jpeg(65_500, 65_500), too_large(65_500, 65_500));
        assert_eq!(jpeg(0, 6_000), Some(NotAPicture::Damaged));
    }
    assert_eq!(
        NotAPicture::TooLarge { width: 100_000, height: 2 }.to_string(),
        "says that it is 100000 × 2 pixels. The most is 30000 a side and 50 million in all; make the picture smaller"
    );
}

#[test]
fn no_exif_part_makes_it_fall_over() {
    let whole = exif(6, true);
    for cut in 0..whole.len() {
        let told = [vec![0xFF, 0xD8], segment(0xE1, &whole[..cut]), vec![0xFF, 0xD9]].concat();
        assert_eq!(clean_jpeg(&told), Err(NotAPicture::Empty));
    }
    for bytes in [&b"II*\0\xff\xff\xff\xff"[..], b"MM\0*\xff\xff\xff\xff", b"MM\0*\0\0\0\x02\xff\xff"] {
        assert_eq!(orientation(bytes), None);
    }
}
