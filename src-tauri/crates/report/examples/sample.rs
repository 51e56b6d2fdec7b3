//! Writes documents of made-up people, to be looked at and to be checked by scripts/test-pdf.sh: `cargo run --example sample -- <folder>`.

#[path = "sample/hard.rs"]
mod hard;
#[path = "sample/people.rs"]
mod people;
#[path = "sample/side_by_side.rs"]
mod side_by_side;

use std::{error::Error, path::PathBuf};

use workbench_domain::{
    packet::{Around, Audience, Packet, PacketOptions},
    signer::Signer,
};
use workbench_report::{
    Fonts, Language, Paper, Print, Seal, render_comparison, render_guide, render_packet, sign, undrawable_packet,
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: sample <folder>")?);
    let many: u32 = std::env::args().nth(2).and_then(|times| times.parse().ok()).unwrap_or(1);
    std::fs::create_dir_all(&folder)?;
    let fonts = Fonts::new();
    let packet = people::packet();
    for _ in 1..many {
        render_packet(&packet, Paper::A4, &fonts)?;
    }
    std::fs::write(folder.join("packet-a4.pdf"), render_packet(&packet, Paper::A4, &fonts)?.bytes)?;
    if many > 1 {
        return Ok(());
    }
    std::fs::write(folder.join("packet-letter.pdf"), render_packet(&packet, Paper::Letter, &fonts)?.bytes)?;
    let eventful = people::eventful();
    std::fs::write(folder.join("eventful-a4.pdf"), render_packet(&eventful, Paper::A4, &fonts)?.bytes)?;
    std::fs::write(folder.join("eventful-letter.pdf"), render_packet(&eventful, Paper::Letter, &fonts)?.bytes)?;
    let (hr, candidate, blind) = (Audience::Hr, Audience::Candidate, Audience::Blind);
    for (name, audience) in [("for-hr", hr), ("own-copy", candidate), ("names-hidden", blind)] {
        let options = PacketOptions { audience, ..PacketOptions::default() };
        let around = Around { stand_ins: Language::default().stand_ins(), ..Around::default() };
        let made = render_packet(&eventful.clone().prepared(&options, &around).packet, Paper::A4, &fonts)?;
        std::fs::write(folder.join(format!("{name}.pdf")), made.bytes)?;
    }
    for count in [3, 4, 6, 12, 50] {
        let made = render_comparison(&side_by_side::comparison(count), Paper::A4, &fonts)?;
        std::fs::write(folder.join(format!("comparison-{count}.pdf")), made.bytes)?;
    }
    for (name, packet) in hard::packets() {
        std::fs::write(folder.join(format!("{name}.pdf")), render_packet(&packet, Paper::A4, &fonts)?.bytes)?;
    }
    std::fs::write(folder.join("guide.pdf"), render_guide(&hard::guide(), Paper::A4, &fonts)?.bytes)?;
    // Its signature is of nobody; what is looked at is the file around it.
    let signer = Some(Signer::new("Ana Ruiz", &[7; 32]));
    let mut signed = render_packet(&Packet { signer, ..packet.clone() }, Paper::Letter, &fonts)?.bytes;
    sign(&mut signed, |_| [7; 64]);
    std::fs::write(folder.join("signed.pdf"), signed)?;
    // With a password, which scripts/test-pdf.sh opens; its chance is none.
    let sealed = folder.join("sealed");
    std::fs::create_dir_all(&sealed)?;
    let print = Print { seal: Some(Seal::new("Grüße aus 東京", &[7; Seal::CHANCE])?), ..Print::default() };
    std::fs::write(sealed.join("eventful-a4.pdf"), render_packet(&eventful, print.clone(), &fonts)?.bytes)?;
    std::fs::write(
        sealed.join("comparison-6.pdf"),
        render_comparison(&side_by_side::comparison(6), print.clone(), &fonts)?.bytes,
    )?;
    std::fs::write(sealed.join("guide.pdf"), render_guide(&hard::guide(), print, &fonts)?.bytes)?;
    let missing = undrawable_packet(&packet, &fonts);
    std::fs::write(folder.join("undrawable.txt"), format!("{missing:#?}"))?;
    Ok(())
}
