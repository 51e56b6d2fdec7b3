use std::{fs::File, path::Path};

use expect_test::expect;

use super::{World, kept, told};
use crate::read_folder;

#[test]
fn the_path_of_the_pack_file_does_as_well() {
    let world = World::good();
    assert_eq!(read_folder(&world.path("pack.toml")), world.read());
}

#[test]
fn a_folder_that_is_no_pack_says_so() {
    let world = World::good();
    let told_of = |path: &Path| {
        let (pack, problems) = read_folder(path);
        told(&problems) + &kept(pack.as_ref())
    };
    expect![[r#"
        absent:1 error: There is no such folder. Look at the spelling of the path.
        no pack
    "#]]
    .assert_eq(&told_of(&world.path("absent")));
    expect![[r#"
        absent:1 error: There is no such folder. Look at the spelling of the path.
        no pack
    "#]]
    .assert_eq(&told_of(&world.path("absent/pack.toml")));
    expect![[r#"
        gil.toml:1 error: This is not a folder. Give the folder that holds pack.toml.
        no pack
    "#]]
    .assert_eq(&told_of(&world.path("gil.toml")));
    expect![[r#"
        pack.toml:1 error: There is no pack.toml in this folder. Give the folder that holds it, or write one.
        no pack
    "#]]
    .assert_eq(&told_of(&world.path("kits")));
    expect![[r#"
        pack.toml:1 error: There is no pack.toml in this folder. Give the folder that holds it, or write one.
        no pack
    "#]]
    .assert_eq(&told_of(&world.path("kits/pack.toml")));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let world = World::good();
    // Sparse: it takes no room on the disk, and would take 100 MB of memory.
    File::create(world.path("gil.toml")).and_then(|file| file.set_len(100_000_000)).expect("make the file");
    world.expect(&expect![[r#"
        gil.toml:1 error: This file has 96 MiB; the most is 1 MiB. Shorten it, or take it out if it is no pack file.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
    world.write("gil.toml", format!("{}#{}", super::GIL, "x".repeat(1024 * 1024 - super::GIL.len() - 1)));
    world.expect(&expect![[r#"
        kept: demo/gil demo/copy; demo/short
    "#]]);
    world.write("gil.toml", format!("{}#{}", super::GIL, "x".repeat(1024 * 1024 - super::GIL.len())));
    world.expect(&expect![[r#"
        gil.toml:1 error: This file has 1025 KiB; the most is 1 MiB. Shorten it, or take it out if it is no pack file.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
}

#[test]
fn files_that_are_too_large_together_are_not_read() {
    let world = World::good();
    let text = [0xFF_u8].repeat(1024 * 1024);
    for number in 0..65 {
        world.write(&format!("q{number:02}.toml"), &text);
    }
    let (pack, problems) = world.read();
    expect![[r#"
        kept: demo/gil demo/copy; demo/short
    "#]]
    .assert_eq(&kept(pack.as_ref()));
    let last: Vec<_> = problems.iter().filter(|p| p.what.contains("64 MiB")).cloned().collect();
    expect![[r#"
        q63.toml:1 error: The files of this pack are larger than 64 MiB together. Split the pack; this file was not read.
        q64.toml:1 error: The files of this pack are larger than 64 MiB together. Split the pack; this file was not read.
    "#]].assert_eq(&told(&last));
}

#[test]
fn more_than_ten_thousand_files_are_not_looked_at() {
    let world = World::good();
    let root = world.path("large");
    for name in ["pack.toml", "gil.toml", "copy.toml", "kits/short.toml"] {
        world.write(&format!("large/{name}"), std::fs::read(world.path(name)).expect("read the file"));
    }
    let read = || {
        let (pack, problems) = read_folder(&root);
        told(&problems) + &kept(pack.as_ref())
    };
    // The pack's own three files and its folder of kits count, too.
    for number in 0..9_996 {
        File::create(root.join(format!("{number}.txt"))).expect("make a file");
    }
    expect![[r#"
        kept: demo/gil demo/copy; demo/short
    "#]]
    .assert_eq(&read());
    File::create(root.join("one-more.txt")).expect("make a file");
    expect![[r#"
        large:1 error: This folder has more than 10000 files. Give the folder of one pack, with its files alone.
        no pack
    "#]]
    .assert_eq(&read());
}

#[test]
fn other_files_and_hidden_ones_are_not_ours() {
    let world = World::good();
    world.write("README.md", "text");
    world.write("._gil.toml", b"\x00\x05\x16\x07");
    world.write("drafts/new.toml", "not = yet");
    world.write("kits/notes.txt", "text");
    world.expect(&expect![[r#"
        kept: demo/gil demo/copy; demo/short
    "#]]);
}

#[test]
fn a_folder_in_place_of_a_file_is_told() {
    let world = World::good();
    world.remove("gil.toml");
    world.write("gil.toml/a.txt", "");
    world.expect(&expect![[r#"
        gil.toml:1 error: This is a folder. Put a text file here, or take it out.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
}

#[test]
fn a_file_in_place_of_the_kits_is_told() {
    let world = World::good();
    world.remove("kits/short.toml");
    std::fs::remove_dir(world.path("kits")).expect("remove the folder");
    world.write("kits", "text");
    world.expect(&expect![[r#"
        kits:1 error: This is a file. Make it a folder that holds the kits, or take it out.
        kept: demo/gil demo/copy; no kit
    "#]]);
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::OsStr,
        os::unix::{ffi::OsStrExt, fs::symlink},
    };

    use super::*;

    #[test]
    fn a_link_that_leads_in_a_circle_or_nowhere_is_told() {
        let world = World::good();
        world.remove("gil.toml");
        symlink("gil.toml", world.path("gil.toml")).expect("make the link");
        world.expect(&expect![[r#"
            gil.toml:1 error: This symbolic link leads to no file, or in a circle. Put the file itself here.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]]);
        world.remove("gil.toml");
        symlink("absent.toml", world.path("gil.toml")).expect("make the link");
        world.expect(&expect![[r#"
            gil.toml:1 error: This symbolic link leads to no file, or in a circle. Put the file itself here.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]]);
    }

    #[test]
    fn kits_that_are_the_pack_itself_are_told() {
        for target in [".", "..", "kits"] {
            let world = World::good();
            world.remove("kits/short.toml");
            std::fs::remove_dir(world.path("kits")).expect("remove the folder");
            symlink(target, world.path("kits")).expect("make the link");
            let (pack, problems) = world.read();
            assert_eq!((pack.expect("a pack").kits.len(), problems.len()), (0, 1), "{target}: {problems:?}");
        }
    }

    #[test]
    fn a_device_is_not_read() {
        let world = World::good();
        world.remove("gil.toml");
        symlink("/dev/zero", world.path("gil.toml")).expect("make the link");
        world.expect(&expect![[r#"
            gil.toml:1 error: This is not a regular file. Put a text file here, or take it out.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]]);
    }

    #[test]
    fn a_file_that_may_not_be_read_is_told() {
        use std::os::unix::fs::PermissionsExt;
        let world = World::good();
        let path = world.path("gil.toml");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("set the permissions");
        // The administrator may read everything.
        if std::fs::read(&path).is_err() {
            world.expect(&expect![[r#"
                gil.toml:1 error: You may not read this file. Change its permissions.
                kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
                kept: demo/copy; no kit
            "#]]);
        }
    }

    #[test]
    fn a_name_of_any_bytes_is_shown_on_one_line() {
        let world = World::good();
        let name = world.dir.path().join(OsStr::from_bytes(b"a\nb\xFF.toml"));
        if std::fs::write(name, super::super::GIL).is_ok() {
            world.expect(&expect![[r#"
                a\nb�.toml:1 warning: The id "gil" is not the file's name, "a\nb�". The id counts; name the file gil.toml.
                a\nb�.toml:1 error: The id "gil" is at gil.toml:1 already. Give this one another id.
                kept: demo/gil demo/copy; demo/short
            "#]]);
        }
    }
}
