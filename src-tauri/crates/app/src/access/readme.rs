//! The text that says what is in the folder.

/// What there is to say.
pub(super) struct Said {
    pub hidden: u32,
    pub replaced: u32,
    pub undrawable: usize,
    pub names_left_out: Option<String>,
}

pub(super) fn text(files: &[(String, Vec<u8>)], said: &Said) -> String {
    let mut text = "This folder holds everything that the Interview Workbench of one interviewer's computer keeps about one person.\n\
        What other computers, mail and paper hold is not in it.\n\n\
        own-copy.pdf\n    The copy to read: what was asked, noted and rated, why it was written, who can read it and how long it is kept.\n\n\
        data.json\n    The same and everything else, for a program to read: every record as it is kept, in UTF-8. \"records\" has a list for\n    \
        each kind of record; times are in UTC. docs/access-data.md in the workbench's source describes every part.\n"
        .to_owned();
    let attached: Vec<&str> =
        files.iter().map(|(name, _)| name.as_str()).filter(|name| name.starts_with("attachments/")).collect();
    if !attached.is_empty() {
        text.push_str("\nattachments\n    Pictures and texts that were attached to an interview, as they were:\n");
        attached.iter().for_each(|name| text.push_str(&format!("    {name}\n")));
    }
    text.push_str("\nTo know when reading it\n");
    let mut line = |words: String| text.push_str(&format!("    - {words}\n"));
    if said.hidden > 0 {
        line(format!(
            "{} about a protected topic {} hidden from everyone who decided. In data.json {} stand with \"hidden\": true, in no\n      \
             other file.",
            workbench_domain::text::count(said.hidden, "note"),
            if said.hidden == 1 { "was" } else { "were" },
            if said.hidden == 1 { "its words" } else { "their words" },
        ));
    }
    line(
        "A record with a time at \"removed_at\" was removed by its author, and is kept until everything is erased."
            .to_owned(),
    );
    line("What a good answer contains, level by level, is left out: it tells of the questions, and nothing of the person.".to_owned());
    if said.replaced > 0 {
        line("Names of other people are replaced by \"another candidate\" or \"Interviewer\" with a number, or a letter in the\n      copy to read. A word that only looks like such a name may be replaced too.".to_owned());
    }
    if let Some(reason) = &said.names_left_out {
        line(format!(
            "The interviewers' names are left out: {}",
            reason.split_whitespace().collect::<Vec<_>>().join(" ")
        ));
    }
    if said.undrawable > 0 {
        line("Characters that no font at hand can draw stand in the copy to read as codes such as [U+13000]. data.json has them\n      as they are.".to_owned());
    }
    text
}
