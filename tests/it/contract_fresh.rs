//! The page is checked against the contract as it is now.

use std::fs;

#[test]
fn the_pages_half_of_the_contract_is_fresh() {
    let path = support::root().join("ui/src/ipc/contract/index.ts");
    let written = fs::read_to_string(&path).unwrap();
    let now = workbench_app::typescript::contract();
    let differing = written.lines().zip(now.lines()).position(|(a, b)| a != b);
    assert!(
        written == now,
        "{} is stale from line {} on: run `make gen` and commit it",
        path.display(),
        differing.map_or_else(|| written.lines().count().min(now.lines().count()) + 1, |line| line + 1)
    );
}

#[test]
fn no_two_types_of_the_contract_share_a_name() {
    assert_eq!(workbench_app::typescript::clashes(), Vec::<String>::new(), "the page would know one of them alone");
}

#[test]
fn commands_are_noun_verb_and_say_what_they_do() {
    for command in workbench_app::contract::COMMANDS {
        let good = |c: char| c.is_ascii_lowercase() || c == '_';
        assert!(command.name.contains('_') && command.name.chars().all(good), "{}", command.name);
        assert!(command.says.trim().ends_with('.'), "{}: {}", command.name, command.says);
    }
}
